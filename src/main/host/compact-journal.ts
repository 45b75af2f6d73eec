import type { Reply } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import type { BackupFiles } from "./backup-files.ts";
import type { JournalFiles } from "./journal-files.ts";

/** How many good backups must hold what is dropped from a journal: with one alone, a later damage to it would lose the entries. */
const COVERING_BACKUPS = 2;

/** Drops the entries of a journal that good backups hold. */
export async function compactJournal(
  store: string,
  journals: Pick<JournalFiles, "dropThrough">,
  backups: Pick<BackupFiles, "coverage">,
): Promise<Reply<JournalHead>> {
  return journals.dropThrough(store, await backups.coverage(store, COVERING_BACKUPS));
}
