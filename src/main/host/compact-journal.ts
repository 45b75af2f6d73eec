import type { Reply } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import { readLastEntry } from "#exchange/plan-file/workbench-entry.ts";
import type { BackupFiles } from "./backup-files.ts";
import type { JournalFiles } from "./journal-files.ts";

/** How many good backups must hold what is dropped from a journal: with one alone, a later damage to it would lose the entries. */
const COVERING_BACKUPS = 2;

/** Drops the entries of a journal that good backups hold. One of another course, whose last entry is not the journal's of that number, holds none of them. */
export async function compactJournal(
  store: string,
  journals: Pick<JournalFiles, "dropThrough" | "markOf">,
  backups: Pick<BackupFiles, "coverage">,
): Promise<Reply<JournalHead>> {
  const isOfCourse = async (bytes: Uint8Array) => {
    const last = readLastEntry(bytes);
    return last !== null && last.mark !== null && last.mark === (await journals.markOf(store, last.sequence));
  };
  return journals.dropThrough(store, await backups.coverage(store, COVERING_BACKUPS, isOfCourse));
}
