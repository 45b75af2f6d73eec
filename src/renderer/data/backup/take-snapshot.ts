import type { PlanId } from "#core/plan/ids.ts";
import { planId } from "#core/plan/ids.ts";
import { writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import type { PlanRepository, StoredPlan } from "../repositories/plan-repository.ts";
import { writeBackupBook } from "./backup-book.ts";

/** The planner's data at one point of the journal. */
export interface Snapshot {
  /** The last journal entry that it contains; 0 before the first edit. */
  readonly sequence: number;
  /** How many plans of the planner's own it holds. */
  readonly plans: number;
  readonly bytes: Uint8Array;
}

/** Reads all plans of the planner's own in one transaction, and writes them as the bytes of a backup. */
export async function takeSnapshot(
  { db, plans }: { readonly db: WorkbenchDatabase; readonly plans: PlanRepository },
  store: string,
): Promise<Snapshot> {
  const tables = [...plans.tables, db.journal, db.documentTexts];
  const read = await db.transaction("r", tables, async () => {
    const stored: StoredPlan[] = [];
    for (const id of await ownPlans(db)) {
      const plan = await plans.read(id);
      if (plan !== null) stored.push(plan);
    }
    const documents: { sha256: string; file: string }[] = [];
    await db.documentTexts.each(({ sha256, file }) => documents.push({ sha256, file }));
    return { stored, documents, sequence: (await lastSequence(db)) ?? 0 };
  });
  const { stored, documents, sequence } = read;
  const books = new Map(stored.map(({ plan, book }) => [plan.id, book]));
  const bytes = await writePlanArchive({
    plans: stored.map(({ plan }) => plan),
    workbench: writeBackupBook({ store, sequence, plans: books, documents }),
  });
  return { sequence, plans: stored.length, bytes };
}

/** The number of the last entry of the journal, `null` when there is none. */
export async function lastSequence(db: WorkbenchDatabase): Promise<number | null> {
  const [last] = await db.journal.toCollection().reverse().limit(1).primaryKeys();
  return last ?? null;
}

async function ownPlans(db: WorkbenchDatabase): Promise<readonly PlanId[]> {
  const ids: PlanId[] = [];
  await db.plans.each(({ id, origin }) => {
    if (origin === "own") ids.push(planId(id));
  });
  return ids;
}
