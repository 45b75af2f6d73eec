import { createStore, type StoreApi } from "zustand/vanilla";
import { piecesOf } from "#bridge/journal.ts";
import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import { type CellEdit, type Command, editsOf } from "#core/command/command.ts";
import type { CellChange, PlanChange } from "#core/command/plan-change.ts";
import { refitChanges } from "#core/history/refit-changes.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { directionOf } from "../catalogue.ts";
import type { StorageReason } from "../store-error.ts";
import type { JournalBridge } from "./journal-mirror.ts";
import type { LeftEdits } from "./take-up-waiting.ts";
import { claimJournal, type WaitingJournal } from "./waiting-journal.ts";
import { toWaitingRow } from "./waiting-row.ts";

/**
 * An edit that the database did not take, and what it changes. `id` names it for good; what a former window left is carried out by its changes
 * alone.
 */
export interface WaitingEdit {
  readonly id: string;
  readonly plan: PlanId;
  readonly command: Command | null;
  readonly changes: readonly PlanChange[];
  /** The cells that were typed into, to tell of them: none where it is another kind of edit. */
  readonly typed: readonly TypedCell[];
}

/** What was typed into a cell, with the name of its row as the planner saw it: by the time it is told of the row may be gone. */
export interface TypedCell extends Pick<CellEdit, "indicator" | "field" | "text"> {
  readonly name: string;
}

/** The edits that wait, in order; `held` when all of them lie in the machine's journal, so that they survive the window. */
export interface Waiting {
  readonly edits: readonly WaitingEdit[];
  readonly held: boolean;
  /** Why the database refused the last of them; `null` while none waits. */
  readonly reason: StorageReason | null;
  /** Those of this window, and those it found at its start, that were given up, since what they speak of is no longer in the plan. */
  readonly leftAside: readonly WaitingEdit[];
}

const NONE: Waiting = { edits: [], held: true, reason: null, leftAside: [] };

/** The cells that a command writes into, their rows by their names in a plan before it, or after it for those that it adds. */
export function typedCells(
  command: Command,
  { before, after }: { readonly before: Plan; readonly after: Plan },
): readonly TypedCell[] {
  const names = new Map([...after.indicators, ...before.indicators].map(({ id, name }) => [id, name]));
  return editsOf(command).map(({ indicator, field, text }) => ({
    ...{ indicator, field, text },
    name: names.get(indicator) ?? indicator,
  }));
}

/** What is left to tell of an edit of which some cells were not stored; `null` where all were. */
export function withoutStored(edit: WaitingEdit, gone: readonly CellChange[]): WaitingEdit | null {
  if (gone.length === 0) return null;
  const rows = new Set(gone.map(({ indicator }) => indicator));
  const typed = edit.typed.filter(({ indicator }) => rows.has(indicator));
  // What is gone was only given back what it held before the edit that this one replaces.
  if (edit.typed.length > 0 && typed.length === 0) return null;
  return { ...edit, changes: gone, command: null, typed };
}

/** Waiting time before the database is asked again, in ms. */
const RETRY_AFTER = 5_000;

/** How an edit fared that was tried again: stored (or so already) but for cells whose rows are gone, all of something that is gone, or refused once more. */
export type Retried =
  | { readonly kind: "stored"; readonly gone: readonly CellChange[] }
  | { readonly kind: "unfit" }
  | { readonly kind: "refused"; readonly reason: StorageReason };

/** What waiting edits need: the machine, a name for this window's journal, a way to the database, and what former windows left. */
interface WaitingNeeds {
  readonly bridge: Pick<JournalBridge, "appendJournal" | "restartJournal">;
  readonly journal: string;
  readonly retry: (edit: WaitingEdit) => Promise<Retried>;
  readonly left: LeftEdits;
}

/**
 * Edits that the database refused, as on a full disk: they stay on top of what is stored, lie in a journal of their own on the machine,
 * and are tried again in their order until the database takes them.
 */
export class WaitingEdits {
  readonly state: StoreApi<Waiting> = createStore(() => NONE);
  readonly #needs: WaitingNeeds;
  /** The journals on the machine in which edits wait. */
  readonly #journals: WaitingJournal[];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #flushing: Promise<boolean> | null = null;
  /** How many edits this window named. */
  #named = 0;
  /** The last entry of this window's journal; `null` while it is empty. */
  #last: number | null = null;
  /** Whether anything was written to it since it was begun anew. */
  #isBegun = false;
  #stopped = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(needs: WaitingNeeds) {
    this.#needs = needs;
    const { rest, reason, journals, leftAside } = needs.left;
    this.#journals = [...journals];
    this.state.setState({ ...NONE, edits: rest, reason, leftAside }, true);
    if (rest.length > 0) this.#tryLater();
  }

  get isEmpty(): boolean {
    return this.state.getState().edits.length === 0;
  }

  /** A plan with the waiting edits on top of what is stored. */
  onTop(stored: Plan): Plan {
    return this.state.getState().edits.reduce((plan, edit) => {
      if (edit.plan !== plan.id) return plan;
      const { command, changes } = edit;
      const applied =
        command === null ? refitChanges(plan, changes) : applyCommand(plan, command, directionOf);
      return applied.ok ? applyChanges(plan, applied.value) : plan;
    }, stored);
  }

  /** Takes an edit in that the database refused. */
  async add(refused: Omit<WaitingEdit, "id">, reason: StorageReason): Promise<void> {
    const sequence = (this.#named += 1);
    const edit = { id: `${this.#needs.journal}:${sequence}`, ...refused };
    this.state.setState({ edits: [...this.state.getState().edits, edit], reason });
    this.#tryLater();
    const kept = await this.#inTurn(() => this.#hold(sequence, edit));
    if (!kept && !this.isEmpty) this.state.setState({ held: false });
  }

  /** Tries all of them again; resolves to whether none is left. */
  flush(): Promise<boolean> {
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = null;
    });
    return this.#flushing;
  }

  /** Tries them again; why the database refuses still, `null` where none is left. */
  async refusal(): Promise<StorageReason | null> {
    if (this.isEmpty || (await this.flush())) return null;
    return this.state.getState().reason ?? "unknown";
  }

  /** Ends the trying; what waits is carried out at the next start where the machine holds it. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#flushing;
    for (const journal of this.#journals.splice(0)) await journal.release();
  }

  async #flush(): Promise<boolean> {
    for (;;) {
      const [edit] = this.state.getState().edits;
      if (edit === undefined) break;
      const tried = await this.#needs.retry(edit);
      if (tried.kind === "refused") {
        this.#tryLater();
        return false;
      }
      // Another may have been taken in meanwhile.
      const state = this.state.getState();
      const rest = state.edits.filter((each) => each !== edit);
      const unfit = tried.kind === "unfit" ? edit : withoutStored(edit, tried.gone);
      const leftAside = unfit === null ? state.leftAside : [...state.leftAside, unfit];
      this.state.setState({ ...(rest.length === 0 ? NONE : { ...state, edits: rest }), leftAside }, true);
    }
    await this.#inTurn(() => this.#letGo());
    return true;
  }

  /** What writes the journals, one after the other: an edit must not come into one that is just set aside. */
  #inTurn<T>(write: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(write);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #tryLater(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.flush(), RETRY_AFTER);
  }

  async #hold(sequence: number, edit: WaitingEdit): Promise<boolean> {
    const { bridge, journal: store } = this.#needs;
    const json = JSON.stringify(toWaitingRow(edit));
    try {
      if (!this.#journals.some(({ name }) => name === store)) {
        const claimed = await claimJournal(store);
        if (claimed === null) return false;
        this.#journals.push(claimed);
      }
      this.#isBegun = true;
      for (const piece of piecesOf({ store, sequence, after: this.#last, json })) {
        if (!(await bridge.appendJournal(piece)).ok) return false;
      }
      this.#last = sequence;
      return true;
    } catch {
      // The machine side is gone; the planner is told that the edits are only in this window.
      return false;
    }
  }

  /**
   * All are stored: the machine's copies of them are set aside. What stays is not carried out again, since the entries name the edits. This
   * window keeps its own journal: a window that starts just then must not read and empty it while the next edit comes into it.
   */
  async #letGo(): Promise<void> {
    if (!this.isEmpty) return;
    for (const journal of this.#journals.splice(0)) {
      const isOwn = journal.name === this.#needs.journal;
      if (isOwn && !this.#isBegun) this.#journals.push(journal);
      else if (!(await this.#restart(journal.name))) this.#journals.push(journal);
      else if (isOwn) this.#beginAnew(journal);
      else await journal.release();
    }
  }

  #beginAnew(own: WaitingJournal): void {
    this.#journals.push(own);
    this.#last = null;
    this.#isBegun = false;
  }

  async #restart(journal: string): Promise<boolean> {
    try {
      return (await this.#needs.bridge.restartJournal(journal)).ok;
    } catch {
      return false;
    }
  }
}
