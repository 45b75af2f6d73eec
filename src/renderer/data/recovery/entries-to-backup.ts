import { planDifference } from "#core/history/plan-difference.ts";
import { planId } from "#core/plan/ids.ts";
import { sameValue } from "#core/same-value.ts";
import { applyChanges } from "#core/command/apply-command.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { toChangeRows } from "../db/change-row.ts";
import type { JournalRow } from "../db/journal-row.ts";
import type { Base } from "./backup-state.ts";
import type { ReplayedPlans } from "./replay-into.ts";
import type { ReplayedPlan } from "./replay-journal.ts";

type Draft = Pick<JournalRow, "plan" | "kind" | "revision" | "at"> & Partial<JournalRow>;

/**
 * Entries that lead from the end of a journal to the state of a backup that goes further: so journal and database say the same, and whoever reads
 * the journal, such as the other shell, comes to that state, too. Their numbers follow the backup's; at least one keeps the numbers growing. `before` holds the plans
 * as the journal leaves them; one that is not among them begins anew.
 */
export function entriesToBackup(
  journal: readonly JournalRow[],
  before: ReplayedPlans,
  { plans, sequence }: Base,
  at: number,
): readonly JournalRow[] {
  const drafts: Draft[] = [...plans].flatMap(([id, wanted]) => stepsTo(before.get(id) ?? null, wanted, at));
  const ends = new Map(journal.map(({ plan, kind, revision }) => [plan, { kind, revision }]));
  for (const [id, here] of before)
    if (here !== null) ends.set(id, { kind: "do", revision: here.book.revision });
  for (const [plan, { kind, revision }] of ends)
    if (plan !== "" && kind !== "remove" && !plans.has(planId(plan)))
      drafts.push({ plan, kind: "remove", revision: revision + 1, at });
  if (drafts.length === 0) drafts.push({ plan: "", kind: "rebuild", revision: 0, at });
  const unset = { command: null, changes: [], parent: null, target: null, title: null, planFile: null };
  return drafts.map((draft, index) => ({ ...unset, ...draft, sequence: sequence + 1 + index }));
}

function stepsTo(here: ReplayedPlan | null, wanted: ReplayedPlan, at: number): readonly Draft[] {
  const { id, title } = wanted.plan;
  const { revision, updatedAt } = wanted.book;
  const file = writePlanFile(wanted.plan);
  const begun: Draft = { plan: id, kind: "create", planFile: JSON.stringify(file), revision, at: updatedAt };
  if (here === null) return [begun];
  const changes = planDifference(here.plan, wanted.plan);
  // Some facts about a plan as a whole no change carries.
  const reached = { ...applyChanges(here.plan, changes), title };
  if (!sameValue(writePlanFile(reached), file)) return [begun];
  const steps: Draft[] = [];
  const after = Math.max(here.book.revision + 1, revision);
  if (changes.length > 0) {
    const parent = here.book.history.undo;
    const command = { type: "merge" } as const;
    steps.push({
      ...{ plan: id, kind: "do", command, changes: toChangeRows(changes), parent, revision: after, at },
    });
  }
  if (here.plan.title !== title)
    steps.push({ plan: id, kind: "rename", title, revision: after + steps.length, at });
  return steps;
}
