import { Dexie } from "dexie";
import type { JournalRow } from "../db/journal-row.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import { decodePlan, type PlanRows } from "../repositories/plan-mapping.ts";
import type { StoredPlan } from "../repositories/plan-repository.ts";
import { entryMark } from "./backup-book.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";

/** Plans of the planner's own at one point of the journal. */
export interface OwnPlans {
  readonly stored: readonly StoredPlan[];
  /** The originals that are attached. */
  readonly documents: readonly { readonly sha256: string; readonly file: string }[];
  /** The last journal entry that they contain; 0 before the first edit. */
  readonly sequence: number;
  /** {@link entryMark} of that entry. */
  readonly entry: string | null;
}

/** Reads all plans of the planner's own, or one, as they stand at one moment: in one transaction. */
export async function readOwnPlans(
  db: WorkbenchDatabase,
  only: string | null = null,
  { onBegun, onProgress }: TaskWatch = {},
): Promise<OwnPlans> {
  const { rows, last, documents } = await readRows(db, only, onBegun);
  // Decoding takes long, and edits would have to wait for the end of the transaction.
  const stored: StoredPlan[] = [];
  for (const each of rows) {
    stored.push(decodePlan(each));
    // Packing is one more step.
    onProgress?.({ done: stored.length, of: rows.length + 1 });
  }
  const entry = last === undefined ? null : await entryMark(last);
  return { stored, documents, sequence: last?.sequence ?? 0, entry };
}

/** The number of the last entry of the journal, `null` when there is none. */
export async function lastSequence(db: WorkbenchDatabase): Promise<number | null> {
  const [last] = await db.journal.toCollection().reverse().limit(1).primaryKeys();
  return last ?? null;
}

function readRows(
  db: WorkbenchDatabase,
  only: string | null,
  onBegun: TaskWatch["onBegun"],
): Promise<
  Pick<OwnPlans, "documents"> & { readonly rows: readonly PlanRows[]; readonly last: JournalRow | undefined }
> {
  const tables = [
    db.plans,
    db.chunks,
    db.programmes,
    db.scenarios,
    db.narratives,
    db.journal,
    db.documentTexts,
  ];
  return db.transaction("r", tables, async () => {
    const last = await db.journal.toCollection().last();
    onBegun?.();
    const rows: PlanRows[] = [];
    for (const plan of await db.plans.filter(isWanted(only)).toArray()) {
      const range = db.chunks.where("[plan+index]").between([plan.id, Dexie.minKey], [plan.id, Dexie.maxKey]);
      rows.push({
        ...{ plan, chunks: await range.toArray() },
        programme: await db.programmes.get(plan.id),
        scenarios: await db.scenarios.get(plan.id),
        narrative: await db.narratives.get(plan.id),
      });
    }
    const documents: { sha256: string; file: string }[] = [];
    await db.documentTexts.each(({ sha256, file }) => documents.push({ sha256, file }));
    return { rows, documents, last };
  });
}

const isWanted = (only: string | null) => (row: PlanRows["plan"]) =>
  row.origin === "own" && (only === null || row.id === only);
