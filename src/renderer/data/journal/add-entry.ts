import { Dexie, type Table, type Transaction } from "dexie";
import type { PlanChange } from "#core/command/plan-change.ts";
import { touchKeys } from "#core/history/touched-cells.ts";
import { toChangeRows } from "../db/change-row.ts";
import type { NewJournalRow } from "../db/journal-row.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import { keepLarge } from "./large-entries.ts";

/** What an entry of the journal is written with; `now` in ms since the epoch, `author` the planner's name, `null` while not known. */
export interface JournalTools {
  readonly db: WorkbenchDatabase;
  readonly now: () => number;
  readonly author: () => string | null;
}

/** The tables that a transaction must hold in which entries are added. */
export function journalTables({ journal, touches }: WorkbenchDatabase): readonly Table[] {
  return [journal, touches];
}

/** An entry to be written; what it does not name is not set. */
export type NewEntry = Pick<NewJournalRow, "plan" | "kind" | "revision"> &
  Partial<Omit<NewJournalRow, "changes" | "author">> & { readonly changes?: readonly PlanChange[] };

/**
 * Adds an entry to the journal, signed by the planner, and notes which cells it touched. Runs in the caller's transaction; gives the
 * entry's number. What is written `alongside` sets out together with these notes: each answer of the database waits for the page, which draws
 * just then.
 */
export async function addEntry(
  { db, now, author }: JournalTools,
  entry: NewEntry,
  alongside: (sequence: number) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const { plan, changes = [] } = entry;
  const row = {
    ...{ command: null, parent: null, target: null, title: null, note: null, planFile: null },
    ...entry,
    changes: toChangeRows(changes),
    at: entry.at ?? now(),
    author: author(),
  };
  const sequence = await db.journal.add(row);
  outermost(Dexie.currentTransaction).on("complete", () => keepLarge(db, [{ ...row, sequence }]));
  const touches = touchKeys(changes).map((cell) => ({ plan, cell, sequence }));
  const noted = touches.length > 0 ? db.touches.bulkAdd(touches) : null;
  await Promise.all([noted, alongside(sequence)]);
  return sequence;
}

/** The transaction that the database carries out: one inside it completes by itself, also where the whole is given up afterwards. */
function outermost(transaction: Transaction): Transaction {
  // The outermost one has `null` there, whatever its type says.
  return transaction.parent ? outermost(transaction.parent) : transaction;
}
