import { createStore, type StoreApi } from "zustand/vanilla";
import type { Risk } from "#bridge/risk.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { MirrorOutcome } from "./journal/journal-mirror.ts";
import type { Waiting } from "./journal/waiting-edits.ts";
import type { SaveState } from "./save-state.ts";
import { storageErrorOf } from "./storage-failure.ts";
import type { StorageError, StorageReason, StoreError } from "./store-error.ts";

/** What writing depends on, and what follows on it. */
export interface WritingNeeds {
  readonly waiting: StoreApi<Waiting>;
  /** Whether the disk is too full for edits. */
  readonly isReadOnly: () => boolean;
  /** Called when a write is in the database and is to be copied to the machine. */
  readonly onWritten: () => void;
  readonly now: () => number;
}

/** Carries out the writes of a store one by one as they come, and says whether the planner's edits are saved. */
export class StoreWrites {
  readonly state: StoreApi<SaveState> = createStore(() => ({ kind: "idle" }));
  /** What of the planner's work is in this window only; `null` when nothing is. */
  readonly risk: StoreApi<Risk | null> = createStore<Risk | null>(() => null);
  readonly #needs: WritingNeeds;
  readonly #writing = new Set<Promise<unknown>>();
  /** How many writes nobody but this window knows of. */
  #unstored = 0;
  /** The edit that came last; over where it is stored, waits or was refused. */
  #last: Promise<void> = Promise.resolve();
  /** The last write was refused; gone with the next one that is not. */
  #refused: StorageReason | null = null;
  #behind: Extract<MirrorOutcome, { kind: "failed" }> | null = null;
  #uncopied = false;
  #savedAt: number | null = null;

  constructor(needs: WritingNeeds) {
    this.#needs = needs;
    needs.waiting.subscribe(() => this.#show());
    needs.waiting.subscribe(() => this.#judge());
  }

  /**
   * Carries out an edit, behind what it needs beforehand (as a backup) where there is something, and behind every edit that came before: none
   * overtakes another that is prepared for, or that the database refuses and that waits from then on.
   */
  inTurn<T>(prepare: (() => Promise<unknown>) | null, edit: () => Promise<T>): Promise<T> {
    return this.#untilStored(this.#inTurn(prepare, edit));
  }

  async #inTurn<T>(prepare: (() => Promise<unknown>) | null, edit: () => Promise<T>): Promise<T> {
    const earlier = this.#last;
    const done = (async () => {
      await earlier;
      if (prepare !== null) await prepare();
      return edit();
    })();
    const settled = done.then(
      () => undefined,
      () => undefined,
    );
    this.#last = settled;
    this.#writing.add(settled);
    this.#show();
    try {
      return await done;
    } finally {
      this.#writing.delete(settled);
      this.#show();
    }
  }

  /** Carries out a write and, once it is in the database, has the journal copied. */
  run<T>(change: () => Promise<Result<T, StoreError>>): Promise<Result<T, StoreError>> {
    return this.#untilStored(this.runAgain(change));
  }

  /** Carries out a write that waits already, and so is not lost with this window: see {@link run}. */
  async runAgain<T>(change: () => Promise<Result<T, StoreError>>): Promise<Result<T, StoreError>> {
    if (this.#needs.isReadOnly()) {
      return err({ kind: "storage", reason: "disk-low", detail: "Less free space than editing needs" });
    }
    const done = this.attempt(change);
    this.#writing.add(done);
    this.#show();
    try {
      const result = await done;
      if (result.ok) {
        this.#refused = null;
        this.#uncopied = true;
        this.#needs.onWritten();
      } else {
        // Another error is the edit's own: the database has answered.
        this.#refused = result.error.kind === "storage" ? result.error.reason : null;
      }
      return result;
    } finally {
      this.#writing.delete(done);
      this.#show();
    }
  }

  /** Carries out a write that is no edit of a plan: the journal and what is said of saving do not speak of it. */
  keep(change: () => Promise<void>): Promise<Result<null, StorageError>> {
    return this.#untilStored(this.#keep(change));
  }

  async #keep(change: () => Promise<void>): Promise<Result<null, StorageError>> {
    const done = this.attempt<null, StorageError>(async () => {
      await change();
      return ok(null);
    });
    this.#writing.add(done);
    try {
      return await done;
    } finally {
      this.#writing.delete(done);
    }
  }

  /** A change whose refusal by the database is an error and no exception. */
  async attempt<T, E>(change: () => Promise<Result<T, E>>): Promise<Result<T, E | StorageError>> {
    try {
      return await change();
    } catch (error) {
      const failure: StorageError | null = storageErrorOf(error);
      if (failure === null) throw error;
      return err(failure);
    }
  }

  /** Counts what leads to an edit as being saved until it ends. */
  expect(coming: Promise<unknown>): void {
    const ended = this.#untilStored(Promise.allSettled([coming]));
    this.#writing.add(ended);
    this.#show();
    void ended.then(() => {
      this.#writing.delete(ended);
      this.#show();
    });
  }

  /** Notes how the copying of the journal went. */
  mirrored(outcome: MirrorOutcome): void {
    if (outcome.kind === "failed") {
      this.#behind = outcome;
    } else {
      if (this.#uncopied || this.#behind !== null) this.#savedAt = this.#needs.now();
      this.#behind = null;
      this.#uncopied = false;
    }
    this.#show();
  }

  /** Resolves when no write is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#writing);
  }

  /** Counts a write as in this window only until it ends: then the database has it, or it waits, or the planner is told. */
  async #untilStored<T>(write: Promise<T>): Promise<T> {
    this.#unstored += 1;
    this.#judge();
    try {
      return await write;
    } finally {
      this.#unstored -= 1;
      this.#judge();
    }
  }

  #judge(): void {
    const { edits, held } = this.#needs.waiting.getState();
    const storing = this.#unstored > 0 ? "storing" : null;
    this.risk.setState(edits.length > 0 && !held ? "only-here" : storing, true);
  }

  /** Says once that an edit is being saved: each saying draws what shows it again, in the middle of the edit. */
  #show(): void {
    const now = this.#now();
    if (now.kind === "saving" && this.state.getState().kind === "saving") return;
    this.state.setState(now, true);
  }

  #now(): SaveState {
    const { edits, held, reason: refused } = this.#needs.waiting.getState();
    if (refused !== null || this.#refused !== null) {
      const reason = refused ?? this.#refused ?? "unknown";
      return { kind: "failed", reason: { kind: "not-stored", reason, waiting: edits.length, held } };
    }
    if (this.#behind !== null) {
      const { code, waiting } = this.#behind;
      return { kind: "failed", reason: { kind: "second-copy", code, waiting } };
    }
    if (this.#writing.size > 0 || this.#uncopied) return { kind: "saving" };
    return this.#savedAt === null ? { kind: "idle" } : { kind: "saved", at: this.#savedAt };
  }
}
