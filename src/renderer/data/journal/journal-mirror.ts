import type { BridgeErrorCode, DesktopBridge } from "#bridge/desktop-bridge.ts";
import { type JournalHead, piecesOf } from "#bridge/journal.ts";
import type { JournalRow } from "../db/journal-row.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import { storageErrorOf } from "../storage-failure.ts";

/** How a round of copying ended: all entries are copied, or the first one that could not be and how many wait. */
export type MirrorOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly code: BridgeErrorCode; readonly waiting: number };

/** Waiting times before another try, in ms; the last one repeats. */
const RETRY_AFTER = [500, 1_000, 2_000, 5_000, 15_000];

/** Entries read from the journal at once. */
const BATCH = 100;

/** The methods of the machine's journal that the mirror calls. */
export type JournalBridge = Pick<DesktopBridge, "appendJournal" | "journalHeads" | "restartJournal">;

/** What the mirror works with. */
export interface MirrorNeeds {
  readonly db: WorkbenchDatabase;
  readonly store: string;
  readonly bridge: JournalBridge;
  readonly onOutcome: (outcome: MirrorOutcome) => void;
}

/**
 * Copies the journal to the machine, entry by entry in the order of their numbers. The journal itself is the
 * queue: `mirrored` in the database names the last entry that the machine has acknowledged, so that whatever a window did not get
 * to is copied by the next one; a machine that holds less, because its file was deleted or cut meanwhile, gets the rest again. A lock lets one window copy at a time. After a kill entries
 * may arrive again, which the machine answers as done; a new one never comes out of order. When the machine lacks entries, because
 * its file was deleted, it gets them again.
 */
export class JournalMirror {
  readonly #needs: MirrorNeeds;
  #running: Promise<void> | null = null;
  #again = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #stopped = false;
  /** Whether this window knows that the machine holds what `mirrored` says: it was compared, and what was missing is copied. */
  #isCompared = false;

  constructor(needs: MirrorNeeds) {
    this.#needs = needs;
  }

  /** Asks for a round; one that is under way is followed by another. Resolves when no round is left to do. */
  wake(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#again = true;
    this.#running ??= this.#rounds();
    return this.#running;
  }

  /** Ends the copying after the round under way; what is left is copied at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#running;
  }

  async #rounds(): Promise<void> {
    try {
      while (this.#isAsked()) {
        const outcome = await this.#round();
        if (outcome === null) return;
        if (outcome.kind === "done") this.#failures = 0;
        else this.#retryLater();
        if (outcome.kind === "failed" || !this.#isAskedAgain()) this.#needs.onOutcome(outcome);
      }
    } finally {
      this.#running = null;
    }
  }

  /** One round under the lock; `null` when the database is closed, and whoever opens it next copies the rest. */
  async #round(): Promise<MirrorOutcome | null> {
    try {
      return await navigator.locks.request(`${this.#needs.db.name}-mirror`, () => this.#copyAll());
    } catch (error) {
      const failure = storageErrorOf(error);
      if (failure === null) throw error;
      return failure.reason === "closed" ? null : { kind: "failed", code: "internal", waiting: 1 };
    }
  }

  #isAsked(): boolean {
    const asked = this.#isAskedAgain();
    this.#again = false;
    return asked;
  }

  #isAskedAgain(): boolean {
    return this.#again && !this.#stopped;
  }

  #retryLater(): void {
    const wait = RETRY_AFTER[Math.min(this.#failures, RETRY_AFTER.length - 1)];
    this.#failures += 1;
    if (this.#stopped) return;
    this.#retry = setTimeout(() => void this.wake(), wait);
  }

  async #copyAll(): Promise<MirrorOutcome> {
    const { db } = this.#needs;
    const mirrored = Number((await db.meta.get("mirrored"))?.value ?? 0);
    const held = this.#isCompared ? mirrored : await this.#heldThrough(mirrored);
    const first = held ?? mirrored;
    const { last, refused } = await this.#copyAfter(first);
    if (last > first) await this.#note(last);
    if (refused === null) {
      this.#isCompared = held !== null;
      return { kind: "done" };
    }
    return { kind: "failed", code: refused, waiting: await db.journal.where("sequence").above(last).count() };
  }

  /** The last entry that the machine has acknowledged and still holds; `null` where it does not say. */
  async #heldThrough(mirrored: number): Promise<number | null> {
    const head = mirrored === 0 ? undefined : await this.#headOfMachine();
    return head === null ? null : Math.min(mirrored, head?.last ?? 0);
  }

  /** Notes how far the copy has come; on a full disk it stays unnoted, and the entries are copied once more later. */
  async #note(last: number): Promise<void> {
    try {
      await this.#needs.db.meta.put({ key: "mirrored", value: last });
    } catch (error) {
      if (storageErrorOf(error)?.reason !== "quota") throw error;
    }
  }

  async #copyAfter(first: number): Promise<{ last: number; refused: BridgeErrorCode | null }> {
    let last = first;
    let goneBack = false;
    let batch = await this.#readAfter(last);
    while (batch.length > 0) {
      for (const entry of batch) {
        const refused = await this.#copy(entry, last === 0 ? null : last);
        if (refused === "journal-behind" && !goneBack) {
          goneBack = true;
          const end = await this.#endOfMachine();
          if (end === null) return { last, refused };
          last = end;
          break;
        }
        if (refused !== null) return { last, refused };
        last = entry.sequence;
      }
      batch = await this.#readAfter(last);
    }
    return { last, refused: null };
  }

  /**
   * The last entry of the machine's journal, `null` when it does not say. A journal that lost its beginning is begun anew, since
   * the database holds every entry.
   */
  async #endOfMachine(): Promise<number | null> {
    const { store, bridge } = this.#needs;
    const head = await this.#headOfMachine();
    if (head === null) return null;
    if (head === undefined || head.base === 0) return head?.last ?? 0;
    try {
      return (await bridge.restartJournal(store)).ok ? 0 : null;
    } catch {
      return null;
    }
  }

  /** The head of the machine's journal, `undefined` where it has none, `null` where it does not say. */
  async #headOfMachine(): Promise<JournalHead | undefined | null> {
    const { store, bridge } = this.#needs;
    try {
      const heads = await bridge.journalHeads();
      return heads.ok ? heads.value.find((found) => found.store === store) : null;
    } catch {
      return null;
    }
  }

  /** Copies one entry; a call that does not come back (the machine side is gone) counts as refused. */
  async #copy(entry: JournalRow, after: number | null): Promise<BridgeErrorCode | null> {
    const { store, bridge } = this.#needs;
    const { sequence } = entry;
    try {
      for (const piece of piecesOf({ store, sequence, after, json: JSON.stringify(entry) })) {
        const reply = await bridge.appendJournal(piece);
        if (!reply.ok) return reply.code;
      }
      return null;
    } catch {
      return "internal";
    }
  }

  #readAfter(sequence: number): Promise<JournalRow[]> {
    return this.#needs.db.journal.where("sequence").above(sequence).limit(BATCH).toArray();
  }
}
