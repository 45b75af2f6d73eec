import type { Reply } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import { refused } from "#bridge/reply.ts";
import type { BackupFiles } from "./backup-files.ts";
import type { JournalFiles } from "./journal-files.ts";

/** How many good backups must hold what is dropped from a journal: with one alone, a damage to it would lose the entries. */
const COVERING_BACKUPS = 2;

/** Drops entries of a journal that good backups hold, as {@link DesktopBridge.compactJournal} says. */
export async function compactJournal(
  { store, through }: { readonly store: string; readonly through: number },
  journals: Pick<JournalFiles, "dropThrough">,
  backups: Pick<BackupFiles, "cover">,
): Promise<Reply<JournalHead>> {
  return (await backups.cover(store, through, COVERING_BACKUPS))
    ? journals.dropThrough(store, through)
    : refused("not-covered", `Fewer than ${COVERING_BACKUPS} good backups reach entry ${through}`);
}
