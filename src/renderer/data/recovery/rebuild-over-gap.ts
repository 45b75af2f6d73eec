import type { Plan } from "#core/plan/plan.ts";
import { EMPTY_HISTORY } from "#core/command/history.ts";
import { type PlanId, planId } from "#core/plan/ids.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import type { JournalRow } from "../db/journal-row.ts";
import type { Base, CarriedPlan } from "./backup-state.ts";
import type { Rebuilt } from "./rebuild-database.ts";
import { missingDocuments, replaceAll } from "./replace-all.ts";
import type { ReplayTools } from "./replay-into.ts";
import { type ReplayedPlan, replayContent } from "./replay-journal.ts";

/** What is left where the journal begins behind the newest good backup, or one of its plans comes from an earlier one. */
interface Remains {
  /** That backup, or nothing. */
  readonly base: Base;
  readonly entries: readonly JournalRow[];
  readonly store: string;
  /** The furthest entry that the machine knows of. */
  readonly last: number;
}

/**
 * Builds a database again although edits are missing between the newest good backup and the beginning of the journal: each plan as the
 * backup has it, or as the journal begins it, with all later edits up to the first that does not fit. The
 * database gets a name of its own, so that the old journal stays on the machine as it is; its plans begin anew there, and
 * nothing from before can be undone. It has met that journal up to its end, and asks about it only where another shell goes on in it.
 */
export async function rebuildOverGap(
  tools: ReplayTools,
  { base, entries, store, last }: Remains,
): Promise<Rebuilt> {
  const { behind, plans, fitted, unfit } = replayWhatFits(base, entries);
  const at = tools.now();
  const replayed = new Map<PlanId, ReplayedPlan>();
  const rows: JournalRow[] = [];
  for (const plan of plans) {
    const unset = { command: null, changes: [], parent: null, target: null, title: null };
    const planFile = JSON.stringify(writePlanFile(plan));
    const sequence = rows.length + 1;
    rows.push({ ...unset, sequence, plan: plan.id, kind: "create", planFile, revision: 0, at });
    const book = { revision: 0, history: EMPTY_HISTORY, lastEditAt: null, createdAt: at, updatedAt: at };
    replayed.set(plan.id, { plan, book });
  }
  const [from, to] = [base.sequence + 1, (entries[0]?.sequence ?? base.sequence + 1) - 1];
  const met = [store, last] as const;
  await replaceAll(tools, { store: tools.newId(), mirrored: 0, rows, plans: replayed, met });
  return {
    entries: behind,
    replayed: fitted.length,
    backup: base.backup,
    unattached: await missingDocuments(tools, base.documents),
    gap: from > to && unfit === 0 ? null : { from, to, unfit },
    unproven: !base.isProven,
    carried: base.carried.filter((each) => !isDecidedAnew(each, behind)),
  };
}

/** Whether the journal begins or removes a plan anew behind the place that it comes from, so that nothing of it is missing. */
function isDecidedAnew({ id, kind }: CarriedPlan, behind: readonly JournalRow[]): boolean {
  const decides = (entry: JournalRow) => entry.kind === "create" || entry.kind === "remove";
  return kind === "gone" && behind.some((entry) => entry.plan === id && decides(entry));
}

interface WhatFits {
  readonly plans: readonly Plan[];
  /** The entries to be carried out, and those of them that were. */
  readonly behind: readonly JournalRow[];
  readonly fitted: readonly JournalRow[];
  /** How many did not fit, without those of plans that are told by their names, since they come from an earlier backup or are gone. */
  readonly unfit: number;
}

/**
 * The plans as a backup has them, or as entries behind a hole begin them, with all later ones up to the first that does not fit. A plan that comes from an earlier
 * place than the others gets all of its entries behind that place.
 */
export function replayWhatFits(base: Base, entries: readonly JournalRow[]): WhatFits {
  const told = new Map<string, number>(
    base.carried.flatMap(({ id, kind, since }) => (kind === "whole" ? [] : [[id, since] as const])),
  );
  const behind = entries.filter(({ plan, sequence }) => sequence > (told.get(plan) ?? base.sequence));
  const states = new Map<PlanId, ReplayedPlan | null>(base.plans);
  const ended = new Set<PlanId>();
  const fitted: JournalRow[] = [];
  for (const entry of behind) {
    const id = planId(entry.plan);
    if (ended.has(id) && entry.kind !== "create") continue;
    const after = replayContent(states.get(id) ?? null, entry);
    if (after.ok && isWhole(after.value)) {
      states.set(id, after.value);
      ended.delete(id);
      fitted.push(entry);
    } else ended.add(id);
  }
  const plans = [...states.values()].flatMap((state) => (state === null ? [] : [state.plan]));
  const untold = (rows: readonly JournalRow[]) => rows.filter(({ plan }) => !told.has(plan)).length;
  return { plans, behind, fitted, unfit: untold(behind) - untold(fitted) };
}

/** Whether a plan holds together without the edits that are missing. */
function isWhole(state: ReplayedPlan | null): boolean {
  return state === null || readPlanFile(writePlanFile(state.plan), "own").ok;
}
