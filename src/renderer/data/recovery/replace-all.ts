import type { BackupBook } from "../backup/backup-book.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { journalTables } from "../journal/add-entry.ts";
import { storageErrorOf } from "../storage-failure.ts";
import { type ReplayedPlans, type ReplayTools, writeEntries, writeReplayed } from "./replay-into.ts";
import type { MetStores } from "./strangers/judge-strangers.ts";
import { readMet, writeMet } from "./strangers/met-stores.ts";

/** What a database is to hold of the planner's work. */
export interface Replacement {
  readonly store: string;
  readonly mirrored: number;
  readonly rows: readonly JournalRow[];
  readonly plans: ReplayedPlans;
  /** A store that it comes of and has met therefore, and up to which entry. */
  readonly met?: readonly [string, number];
}

/**
 * Puts all of it in place of what is there. The bundled plans go as well: seeding, which follows, puts them in anew. Which other databases it has met stays known.
 */
export async function replaceAll(tools: ReplayTools, replacement: Replacement): Promise<void> {
  const { db } = tools;
  const { store, mirrored, rows, plans, met } = replacement;
  const known = await metBefore(db);
  const tables = [...tools.plans.tables, ...journalTables(db), db.meta];
  await db.transaction("rw", tables, async () => {
    await Promise.all(tables.map((table) => table.clear()));
    await writeReplayed(tools, plans);
    await writeEntries(tools, rows);
    await db.meta.bulkPut([
      { key: "store", value: store },
      { key: "mirrored", value: mirrored },
    ]);
    if (met !== undefined) await db.meta.put({ key: "former", value: met[0] });
    if (known.size > 0 || met !== undefined)
      await writeMet(db, new Map([...known, ...(met === undefined ? [] : [met])]));
  });
}

async function metBefore(db: ReplayTools["db"]): Promise<MetStores> {
  try {
    return await readMet(db);
  } catch (error) {
    // What is damaged is replaced; the planner may be asked once more.
    if (storageErrorOf(error) === null) throw error;
    return new Map();
  }
}

/** Names of the originals that a backup knows and the database does not hold. */
export async function missingDocuments(
  { db }: ReplayTools,
  documents: BackupBook["documents"],
): Promise<readonly string[]> {
  const there = new Set(await db.documentTexts.toCollection().primaryKeys());
  return documents.filter(({ sha256 }) => !there.has(sha256)).map(({ file }) => file);
}
