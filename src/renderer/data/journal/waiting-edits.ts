import { createStore, type StoreApi } from "zustand/vanilla";
import { piecesOf } from "#bridge/journal.ts";
import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { directionOf } from "../catalogue.ts";
import { toChangeRows } from "../db/change-row.ts";
import type { StorageReason } from "../store-error.ts";
import type { JournalBridge } from "./journal-mirror.ts";

/** An edit that the database did not take, and what it changes. */
export interface WaitingEdit {
  readonly plan: PlanId;
  readonly command: Command;
  readonly changes: readonly PlanChange[];
}

/** The edits that wait, in order; `held` when all of them lie in the machine's journal, so that they survive the window. */
export interface Waiting {
  readonly edits: readonly WaitingEdit[];
  readonly held: boolean;
  /** Why the database refused the last of them; `null` while none waits. */
  readonly reason: StorageReason | null;
}

const NONE: Waiting = { edits: [], held: true, reason: null };

/** Waiting time before the database is asked again, in ms. */
const RETRY_AFTER = 5_000;

/** How an edit fared that was tried again: stored (or of no use any more), or refused once more. */
export type Retried =
  | { readonly kind: "gone" }
  | { readonly kind: "refused"; readonly reason: StorageReason };

/** The name under which the machine keeps a store's waiting edits. */
export const waitingStore = (store: string): string => `${store}-waiting`;

/** Whether a journal of the machine holds waiting edits instead of a database's entries. */
export const isWaitingStore = (store: string): boolean => store.endsWith("-waiting");

/**
 * Edits that the database refused, as on a full disk: they stay on top of what is stored, lie in a journal of their own on the machine,
 * and are tried again in their order until the database takes them.
 */
export class WaitingEdits {
  readonly state: StoreApi<Waiting> = createStore(() => NONE);
  readonly #store: string;
  readonly #bridge: Pick<JournalBridge, "appendJournal" | "restartJournal">;
  readonly #retry: (edit: WaitingEdit) => Promise<Retried>;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #flushing: Promise<boolean> | null = null;
  #written = 0;
  #stopped = false;

  constructor(
    store: string,
    bridge: Pick<JournalBridge, "appendJournal" | "restartJournal">,
    retry: (edit: WaitingEdit) => Promise<Retried>,
  ) {
    this.#store = waitingStore(store);
    this.#bridge = bridge;
    this.#retry = retry;
  }

  get isEmpty(): boolean {
    return this.state.getState().edits.length === 0;
  }

  /** A plan with the waiting edits on top of what is stored. */
  onTop(stored: Plan): Plan {
    return this.state.getState().edits.reduce((plan, edit) => {
      const applied = edit.plan === plan.id ? applyCommand(plan, edit.command, directionOf) : null;
      return applied?.ok ? applyChanges(plan, applied.value) : plan;
    }, stored);
  }

  /** Takes an edit in that the database refused. */
  async add(edit: WaitingEdit, reason: StorageReason): Promise<void> {
    const { edits, held } = this.state.getState();
    this.state.setState({ edits: [...edits, edit], held, reason }, true);
    this.#tryLater();
    const kept = await this.#hold(edit);
    if (!kept && !this.isEmpty) this.state.setState({ held: false });
  }

  /** Tries all of them again; resolves to whether none is left. */
  flush(): Promise<boolean> {
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = null;
    });
    return this.#flushing;
  }

  /** Ends the trying; what waits is carried out at the next start where the machine holds it. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#flushing;
  }

  async #flush(): Promise<boolean> {
    for (;;) {
      const [edit] = this.state.getState().edits;
      if (edit === undefined) break;
      const tried = await this.#retry(edit);
      if (tried.kind === "refused") {
        this.#tryLater();
        return false;
      }
      // Another may have been taken in meanwhile.
      const { edits, held, reason } = this.state.getState();
      const rest = edits.filter((each) => each !== edit);
      this.state.setState(rest.length === 0 ? NONE : { edits: rest, held, reason }, true);
    }
    await this.#letGo();
    return true;
  }

  #tryLater(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.flush(), RETRY_AFTER);
  }

  async #hold({ plan, changes }: WaitingEdit): Promise<boolean> {
    const after = this.#written === 0 ? null : this.#written;
    this.#written += 1;
    const json = JSON.stringify({ plan, changes: toChangeRows(changes) });
    try {
      for (const piece of piecesOf({ store: this.#store, sequence: this.#written, after, json })) {
        if (!(await this.#bridge.appendJournal(piece)).ok) return false;
      }
      return true;
    } catch {
      // The machine side is gone; the planner is told that the edits are only in this window.
      return false;
    }
  }

  /** All are stored: the machine's copy of them must not be carried out again. */
  async #letGo(): Promise<void> {
    if (this.#written === 0) return;
    this.#written = 0;
    try {
      await this.#bridge.restartJournal(this.#store);
    } catch {
      // Without the machine side nothing is saved anyway, and the edits carried out again change nothing.
    }
  }
}
