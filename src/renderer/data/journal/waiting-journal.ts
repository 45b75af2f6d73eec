import type { JournalHead } from "#bridge/journal.ts";

/** A journal of waiting edits that this window alone writes and carries out, until it lets go of it. */
export interface WaitingJournal {
  readonly name: string;
  readonly release: () => Promise<void>;
}

/** Whether a journal of the machine holds waiting edits instead of a database's entries. */
export const isWaitingStore = (store: string): boolean => store.endsWith("-waiting");

/** The name under which the machine keeps the waiting edits of one window; `window` is a fresh id. */
export function waitingStore(store: string, window: string): string {
  // The machine takes names of at most 64 letters.
  return `${store}-${window.toLowerCase().slice(0, 12)}-waiting`;
}

/** The journals of a store in which windows left edits; former versions kept those of all windows in one. */
export function journalsLeft(store: string, heads: readonly JournalHead[]): readonly string[] {
  return heads
    .filter((head) => head.store.startsWith(`${store}-`) && isWaitingStore(head.store) && head.count > 0)
    .sort((a, b) => a.writtenAt - b.writtenAt)
    .map((head) => head.store);
}

/** Takes a journal for this window; `null` while another window that is open has it. */
export function claimJournal(name: string): Promise<WaitingJournal | null> {
  return new Promise((resolve, reject) => {
    const held: Promise<void> = navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(null);
          return;
        }
        return new Promise<void>((end) => {
          const release = () => {
            end();
            return held;
          };
          resolve({ name, release });
        });
      })
      .then(() => undefined);
    held.catch(reject);
  });
}
