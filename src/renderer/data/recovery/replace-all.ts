import type { BackupBook } from "../backup/backup-book.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { journalTables } from "../journal/add-entry.ts";
import { type ReplayedPlans, type ReplayTools, writeEntries, writeReplayed } from "./replay-into.ts";

/** What a database is to hold of the planner's work. */
export interface Replacement {
  readonly store: string;
  readonly mirrored: number;
  readonly rows: readonly JournalRow[];
  readonly plans: ReplayedPlans;
}

/** Puts all of it in place of what is there. The bundled plans go as well: seeding, which follows, puts them in anew. */
export function replaceAll(tools: ReplayTools, { store, mirrored, rows, plans }: Replacement): Promise<void> {
  const { db } = tools;
  const tables = [...tools.plans.tables, ...journalTables(db), db.meta];
  return db.transaction("rw", tables, async () => {
    await Promise.all(tables.map((table) => table.clear()));
    await writeReplayed(tools, plans);
    await writeEntries(tools, rows);
    await db.meta.bulkPut([
      { key: "store", value: store },
      { key: "mirrored", value: mirrored },
    ]);
  });
}

/** Names of the originals that a backup knows and the database does not hold. */
export async function missingDocuments(
  { db }: ReplayTools,
  documents: BackupBook["documents"],
): Promise<readonly string[]> {
  const there = new Set(await db.documentTexts.toCollection().primaryKeys());
  return documents.filter(({ sha256 }) => !there.has(sha256)).map(({ file }) => file);
}
