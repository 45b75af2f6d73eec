import type { ChangeRow } from "../db/change-row.ts";
import type { JournalRow } from "../db/journal-row.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";

/** From how many changes on an entry is kept: the browser takes long to give it out again. */
const LARGE = 1000;

/** How many are kept of each database. */
const MOST_KEPT = 12;

const kept = new WeakMap<WorkbenchDatabase, Map<number, JournalRow>>();

/**
 * Keeps those of the entries in memory that hold blocks of thousands of changes: undo, redo and the past of cells ask for them again. The
 * entries are in the database; they never change there.
 */
export function keepLarge(db: WorkbenchDatabase, entries: readonly JournalRow[]): void {
  for (const entry of entries) {
    if (sizeOf(entry.changes) < LARGE) continue;
    const known = kept.get(db) ?? new Map<number, JournalRow>();
    kept.set(db, known.set(entry.sequence, entry));
    const [oldest] = known.keys();
    if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
  }
}

/** Entries of the journal by their numbers, those that are there, in the order asked for. */
export async function readEntryRows(
  db: WorkbenchDatabase,
  sequences: readonly number[],
): Promise<readonly JournalRow[]> {
  const known = kept.get(db);
  const missing = sequences.filter((sequence) => known?.has(sequence) !== true);
  const read = missing.length === 0 ? [] : await db.journal.bulkGet(missing);
  const rows = new Map(read.flatMap((row) => (row === undefined ? [] : [[row.sequence, row]])));
  const found = sequences.flatMap((sequence) => {
    const row = rows.get(sequence) ?? known?.get(sequence);
    return row === undefined ? [] : [row];
  });
  keepLarge(db, found);
  return found;
}

function sizeOf(changes: readonly ChangeRow[]): number {
  return changes.reduce((size, change) => {
    if (change.kind === "cells" || change.kind === "rows") return size + change.steps.length;
    return size + 1;
  }, 0);
}
