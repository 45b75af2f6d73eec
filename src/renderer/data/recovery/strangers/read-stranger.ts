import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { findAncestors } from "../../backup/read-backup.ts";
import { type Ancestors, lineageIn } from "../../backup/lineage.ts";
import type { WorkbenchDatabase } from "../../db/workbench-database.ts";
import type { JournalRow } from "../../db/journal-row.ts";
import { foldKept, type Kept, readKept } from "../kept-by-machine.ts";
import { replayWhatFits } from "../rebuild-over-gap.ts";
import type { RecoveryError } from "../recovery.ts";
import type { StrangerSource } from "./survey-stranger.ts";

/** The plans of a stranger, as a plan file would bring them. */
export interface StrangerPlans {
  readonly plans: readonly Plan[];
  /** For plans that are here, too: the last state that both came of. */
  readonly ancestors: Ancestors;
  /** Whether edits are missing between its backups and its journal, so that the plans may lack something. */
  readonly isIncomplete: boolean;
}

/**
 * Builds the plans of a stranger in memory, from its journal and the good backup that reaches furthest, as {@link rebuildDatabase} would. Writes nothing. An
 * error where nothing of it can be read.
 */
export async function readStranger(
  db: WorkbenchDatabase,
  { bridge, stranger, head, backups }: StrangerSource,
): Promise<Result<StrangerPlans, RecoveryError>> {
  const kept = await readKept({ bridge, store: stranger.store, head, backups });
  if (!kept.ok) return kept;
  const { entries, base } = kept.value;
  if (entries.length === 0 && base.backup === null)
    return err({ kind: "not-recovered", detail: `No backup of ${stranger.store} can be read` });
  const built = await plansOf(kept.value);
  if (!built.ok) return built;
  const { plans, rows, isIncomplete } = built.value;
  const lineage = await lineageOfThose(db, plans, rows);
  return ok({ plans, isIncomplete, ancestors: await findAncestors(db.name, plans, lineage) });
}

interface Built {
  readonly plans: readonly Plan[];
  /** The entries that lead to them, as far as they are known. */
  readonly rows: readonly JournalRow[];
  readonly isIncomplete: boolean;
}

async function plansOf(kept: Kept): Promise<Result<Built, RecoveryError>> {
  const { entries, base, hasGap } = kept;
  const folded = hasGap ? null : await foldKept(kept);
  if (folded?.ok === false && base.isProven) return folded;
  if (folded?.ok === true) {
    const plans = [...folded.value.values()].flatMap((each) => (each === null ? [] : [each.plan]));
    const leadsThere = (entries.at(-1)?.sequence ?? 0) >= base.sequence;
    return ok({ plans, rows: leadsThere ? entries : [], isIncomplete: false });
  }
  const { plans, fitted } = replayWhatFits(base, entries);
  if (plans.length === 0)
    return err({ kind: "not-recovered", detail: "The beginning is missing and no plan begins behind it" });
  return ok({ plans, rows: fitted, isIncomplete: true });
}

/** The former states of those plans that are here as well; others need none. */
async function lineageOfThose(
  db: WorkbenchDatabase,
  plans: readonly Plan[],
  rows: readonly JournalRow[],
): Promise<ReadonlyMap<PlanId, readonly string[]>> {
  const here = new Set(await db.plans.toCollection().primaryKeys());
  const lineage = new Map<PlanId, readonly string[]>();
  for (const plan of plans)
    if (here.has(plan.id))
      lineage.set(
        plan.id,
        await lineageIn(
          plan,
          rows.filter((row) => row.plan === plan.id),
        ),
      );
  return lineage;
}
