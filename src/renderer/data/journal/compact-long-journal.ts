import type { DesktopBridge } from "#bridge/desktop-bridge.ts";

/** From which size on the machine's journal is shortened, in bytes: years of typing, and still read in a moment. */
export const LONG_JOURNAL = 32 * 1024 * 1024;

/**
 * Has the machine drop the oldest files of a long journal as far as two good backups hold their entries. The database keeps every entry, so that undo and
 * history stay whole. What the machine refuses is tried again after the next backup.
 */
export async function compactLongJournal(
  bridge: Pick<DesktopBridge, "journalHeads" | "compactJournal">,
  store: string,
): Promise<void> {
  try {
    const heads = await bridge.journalHeads();
    const head = heads.ok ? heads.value.find((each) => each.store === store) : undefined;
    if (head !== undefined && head.bytes >= LONG_JOURNAL) await bridge.compactJournal(store);
  } catch {
    // The machine side is gone; a journal that stays long loses nothing.
  }
}
