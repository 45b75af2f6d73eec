import { Dexie } from "dexie";
import { expect, vi } from "vitest";
import type { Command } from "#core/command/command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import { type IndicatorId, indicatorId, type PlanId, planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { JournalRow } from "#renderer/data/db/journal-row.ts";
import { isWaitingStore } from "#renderer/data/journal/waiting-journal.ts";
import { openWorkbench } from "#renderer/data/open-workbench.ts";
import type { SeedBundle } from "#renderer/data/seeding/seed-bundle.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { bytesOf, changesOf, KnownCourse } from "./known-course.ts";
import { type Line, lineTo } from "./loss-line.ts";
import type { MachineMood } from "./loss-steps.ts";
import { type MemoryMachine, memoryMachine } from "./memory-machine.ts";
import { freshName } from "./open-for-test.ts";
import { openNatively } from "./open-natively.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";
import { watchWrites } from "./watch-writes.ts";

/** A window with its way to the machine. */
export interface LossWindow {
  readonly name: string;
  readonly store: WorkbenchStore;
  readonly line: Line;
}

/** An edit that a window took: each of its values is typed nowhere else. */
export interface TypedEdit {
  readonly window: string;
  readonly order: number;
  readonly values: readonly number[];
  /** The row of each value. */
  readonly rows: readonly IndicatorId[];
  /** Whether it takes the place of another, which then comes up again in it. */
  readonly corrects: boolean;
  /** Whether it must be there: not where its window went before it said so. */
  expected: boolean;
}

/** A database, the machine under it, up to two windows, and what must be there. */
export class LossWorld {
  readonly machine: MemoryMachine = memoryMachine();
  readonly database = freshName();
  readonly windows: (LossWindow | null)[] = [null, null];
  readonly known = new KnownCourse();
  readonly edits: TypedEdit[] = [];
  readonly counts = { typed: 0, starts: 0, lost: 0, aside: 0 };
  mood: MachineMood = "well";
  /** Whether the machine may lack what the database has, since its journal was cut. */
  isCut = false;
  isRefusing = false;
  isShortened = false;
  readonly #seeds: SeedBundle;
  /** The plan that it begins with. */
  readonly plan: PlanId;
  /** Entries that a window called saved. */
  readonly #saved = new Map<number, string>();
  /** Of each value the entry in which it came up first. */
  readonly #seen = new Map<number, number>();
  /** Values that a correction has put back in place of what it corrects, also where they waited still. */
  readonly #broughtBack = new Set<number>();
  #next = 1_000_000;
  #windows = 0;

  private constructor(seeds: SeedBundle, plan: Plan) {
    this.#seeds = seeds;
    this.plan = plan.id;
  }

  /** A world with one window and one plan in it. */
  static async begin(plan: Plan): Promise<LossWorld> {
    const world = new LossWorld(await seedBundleOf(1, []), plan);
    const { store } = await world.window(0);
    const taken = await store.takeIn([{ plan, how: { kind: "add" } }]);
    if (!taken.ok) throw new Error(JSON.stringify(taken.error));
    await world.settle();
    return world;
  }

  freshValue(): number {
    return (this.#next += 1);
  }

  /** The window in this place, which is opened where there is none. */
  async window(at: number): Promise<LossWindow> {
    return this.windows[at] ?? (await this.open(at));
  }

  async open(at: number): Promise<LossWindow> {
    const there = this.windows[at] ?? null;
    if (there !== null) return there;
    const opened = await this.#open();
    if (typeof opened !== "string") return (this.windows[at] = opened);
    const wasWell = (this.mood === "well" || this.mood === "slow") && !this.isRefusing;
    if (wasWell) throw new Error(`It does not open: ${opened}`);
    await this.mend();
    const again = await this.#open();
    if (typeof again === "string") throw new Error(`It does not open: ${again}`);
    return (this.windows[at] = again);
  }

  async #open(): Promise<LossWindow | string> {
    const line = lineTo(this.machine, () => this.mood);
    const result = await openWorkbench({
      ...{ bridge: line.bridge, now: () => Date.now(), newId: () => crypto.randomUUID() },
      ...{ seeds: this.#seeds, database: this.database },
      ask: () => Promise.reject(new Error("Nothing is to be asked")),
    });
    if (!result.ok) return JSON.stringify(result.error);
    this.counts.starts += 1;
    expect(result.value.recovery?.damagedEdits ?? 0).toBe(0);
    const name = `窗${(this.#windows += 1)}`;
    result.value.signAs(name);
    return { name, store: result.value, line };
  }

  /** Closes a window, or lets it go without a word where its line is cut. */
  async close(at: number): Promise<void> {
    const window = this.windows[at];
    if (window === null || window === undefined) return;
    this.windows[at] = null;
    await window.store.close();
    const { edits, held, leftAside } = window.store.waiting.getState();
    this.counts.aside += leftAside.length;
    if (edits.length === 0 || (held && window.line.cut === "no")) return;
    for (const edit of this.edits)
      if (edit.window === window.name && !this.#isThere(edit) && !this.#isOnMachine(edit))
        edit.expected = false;
  }

  /** Throws the database away, where the machine has all that was called saved. */
  async lose(): Promise<void> {
    if (this.isCut) return;
    for (const at of [0, 1]) await this.close(at);
    await this.check();
    const held = new Map(this.#held().map(({ sequence, json }) => [sequence, json]));
    const last = Math.max(0, ...held.keys());
    const first = Math.min(...held.keys());
    for (const [sequence, text] of this.#saved) if (sequence >= first) expect(held.get(sequence)).toBe(text);
    await Dexie.delete(this.database);
    this.known.goBackTo(held);
    for (const [value, sequence] of this.#seen) if (sequence > last) this.#seen.delete(value);
    for (const edit of this.edits)
      if (!this.#isThere(edit) && !this.#isOnMachine(edit)) edit.expected = false;
    this.counts.lost += 1;
  }

  /** Cuts the machine's journal while no window is open. */
  async cut(left: number): Promise<void> {
    if (this.isShortened) return;
    for (const at of [0, 1]) await this.close(at);
    const name = this.#name();
    if (name === undefined) return;
    const held = this.#held();
    if (left === 0) this.machine.journals.delete(name);
    else this.machine.journals.set(name, held.slice(0, left));
    this.isCut = true;
  }

  async shorten(): Promise<void> {
    const name = this.#name();
    const last = this.#held().at(-1)?.sequence ?? 0;
    // A backup that goes further than the journal is no ground to shorten it on.
    const goesFurther = this.machine.backups.some(({ backup }) => backup.sequence > last);
    if (name === undefined || this.isCut || goesFurther) return;
    this.isShortened = true;
    await this.machine.bridge.compactJournal(name);
  }

  /** Lets the machine and the database take everything again. */
  async mend(): Promise<void> {
    this.mood = "well";
    this.refuse(null);
    for (const window of this.windows) await window?.store.tryAgain();
  }

  /** Has edits tried again that wait. */
  async tryAgain(): Promise<void> {
    for (const window of this.windows)
      if (window !== null && window.store.waiting.getState().edits.length > 0) await window.store.tryAgain();
  }

  /** Has the database refuse: every entry, the write with a number from now on, or nothing. */
  refuse(what: "entries" | number | null): void {
    vi.restoreAllMocks();
    for (const level of ["warn", "error"] as const)
      vi.spyOn(console, level).mockImplementation(() => undefined);
    this.isRefusing = what !== null;
    if (what === null) return;
    let writes = 0;
    watchWrites(({ table, transaction }) => {
      if (what === "entries" ? table === "journal" : writes === what) transaction.abort();
      writes += 1;
    });
  }

  /** Until all is stored twice; then journal and database hold the same. */
  async settle(): Promise<void> {
    await this.mend();
    await this.window(0);
    await this.mend();
    for (const window of this.windows) {
      if (window === null) continue;
      await expect
        .poll(() => isSettled(window), {
          timeout: 10_000,
          message: JSON.stringify(window.store.saveState.getState()),
        })
        .toBe(true);
      expect(window.store.waiting.getState().edits).toEqual([]);
    }
    await this.check();
    const held = new Map(this.#held().map(({ sequence, json }) => [sequence, json]));
    const first = Math.min(...held.keys());
    expect(held).toEqual(new Map([...this.known.texts].filter(([sequence]) => sequence >= first)));
    this.isCut = false;
  }

  /** Compares database, windows and machine with what must be there. */
  async check(): Promise<void> {
    for (const window of this.windows) if (window !== null) await isDone(window);
    const fresh = this.known.follow(await this.#stored());
    this.#checkEdits(fresh);
    for (const window of this.windows) if (window !== null) await this.#checkWindow(window);
  }

  /** Leaves nothing open and nothing refused. */
  async end(): Promise<void> {
    vi.restoreAllMocks();
    for (const window of this.windows.splice(0)) await window?.store.close();
  }

  async #checkWindow({ name, store }: LossWindow): Promise<void> {
    const { edits } = store.waiting.getState();
    const own = (await store.readLibrary()).filter(({ origin }) => origin === "own").map(({ id }) => id);
    expect(own.toSorted()).toEqual([...this.known.plans.keys()].sort());
    for (const [id, { plan, book }] of this.known.plans) {
      if (edits.some((edit) => edit.plan === id)) continue;
      const shown = await store.readPlan(id);
      expect(shown === null ? null : bytesOf(shown)).toBe(bytesOf(plan));
      if (this.isShortened) continue;
      expect(await store.readHistory(id)).toMatchObject({
        canUndo: book.history.undo !== null,
        canRedo: book.history.redo.length > 0,
      });
    }
    if (store.saveState.getState().kind !== "saved" || this.isCut) return;
    const held = new Map(this.#held().map(({ sequence, json }) => [sequence, json]));
    for (const { author, sequence } of this.known.rows()) {
      const text = this.known.texts.get(sequence);
      if (author !== name || text === undefined) continue;
      if (sequence < Math.min(...held.keys())) continue;
      if (held.get(sequence) !== text) throw new Error(`Entry ${sequence} is called saved and is not`);
      this.#saved.set(sequence, text);
    }
  }

  #checkEdits(fresh: readonly JournalRow[]): void {
    const corrections = new Set(
      this.edits.filter(({ corrects }) => corrects).flatMap(({ values }) => values),
    );
    for (const row of fresh) {
      const { sequence, kind, command } = row;
      const changes = changesOf(row);
      const comeUp = comingUp(changes);
      const values = valuesIn(changes.map((change) => (change.kind === "cell" ? change.after : null)));
      const isTyped = kind === "do" && (command === null || command.type === "editCells");
      const isCorrection = [...values].some((value) => corrections.has(value));
      if (isCorrection) for (const value of comeUp) this.#broughtBack.add(value);
      for (const value of comeUp) {
        const seen = this.#seen.get(value);
        if (seen === undefined) this.#seen.set(value, sequence);
        else if (isTyped && !isCorrection && values.has(value) && !this.#broughtBack.has(value))
          throw new Error(`${value} of entry ${seen} is carried out again in entry ${sequence}`);
      }
      if (!isTyped || isCorrection || values.size === 0) continue;
      const there = new Set(
        this.known
          .after(sequence)
          .get(planId(row.plan))
          ?.plan.indicators.map(({ id }) => id),
      );
      const [first] = values;
      const edit = this.edits.find((each) => each.values.some((value) => value === first));
      // An edit that waited comes without cells whose rows are gone by then, or that a correction has brought back before.
      const wanted = edit?.values.filter((value, at) => {
        const isSo = (this.#seen.get(value) ?? sequence) < sequence;
        const isGone = !there.has(edit.rows[at] ?? indicatorId("none"));
        return row.waited === undefined || !(isSo || isGone);
      });
      if (wanted?.length !== values.size || !wanted.every((each) => values.has(each)))
        throw new Error(`Entry ${sequence} holds an edit by half: ${[...values].join()}`);
    }
    this.#checkExpected();
  }

  #checkExpected(): void {
    const waiting = this.windows.flatMap((window) => {
      const { edits = [], leftAside = [] } = window?.store.waiting.getState() ?? {};
      return [...edits, ...leftAside].map(({ changes }) => comingUp(changes));
    });
    const isWaiting = ({ values }: TypedEdit) =>
      values.every((value) => this.#seen.has(value) || waiting.some((held) => held.has(value)));
    const last = new Map<string, number>();
    for (const edit of this.edits) {
      if (!edit.expected) continue;
      const at = Math.max(...edit.values.map((value) => this.#seen.get(value) ?? 0));
      if (at > 0 && !edit.corrects) {
        const before = last.get(edit.window) ?? 0;
        if (at < before)
          throw new Error(`Edit ${edit.order} of ${edit.window} came before one typed earlier`);
        last.set(edit.window, at);
      }
      if (this.#isThere(edit) || isWaiting(edit)) continue;
      // While no window is open, or only one that leaves it to another start, the machine keeps it.
      if (this.#isOnMachine(edit)) continue;
      edit.expected = false;
      this.counts.aside -= 1;
      if (this.counts.aside < 0)
        throw new Error(`Edit ${edit.order} of ${edit.window} is lost: ${edit.values.join()}`);
    }
  }

  #isThere({ values }: TypedEdit): boolean {
    return values.every((value) => this.#seen.has(value));
  }

  #isOnMachine({ values }: TypedEdit): boolean {
    const waits = [...this.machine.journals]
      .filter(([name]) => isWaitingStore(name))
      .flatMap(([, held]) => held);
    return waits.some(({ json }) => {
      const held = comingUp(changesOf(JSON.parse(json) as JournalRow));
      return values.every((value) => held.has(value));
    });
  }

  #name(): string | undefined {
    return [...this.machine.journals.keys()].find((name) => !isWaitingStore(name));
  }

  #held() {
    return this.machine.journals.get(this.#name() ?? "") ?? [];
  }

  async #stored(): Promise<ReadonlyMap<number, string>> {
    if (!(await Dexie.exists(this.database))) return this.known.texts;
    const db = await openNatively(this.database);
    const request = db.transaction("journal").objectStore("journal").getAll();
    const rows: JournalRow[] = await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.message));
    });
    db.close();
    return new Map(rows.map((row) => [row.sequence, JSON.stringify(row)]));
  }
}

/** Whether nothing of a window is still to be saved; what it was refused and what is not kept for later is told until its next write. */
function isSettled({ store }: LossWindow): boolean {
  const state = store.saveState.getState();
  if (state.kind === "failed") return state.reason.kind === "not-stored" && state.reason.waiting === 0;
  return state.kind !== "saving";
}

/** Waits until a window is no longer about to save something. */
async function isDone({ store }: LossWindow): Promise<void> {
  await expect
    .poll(() => store.saveState.getState().kind, { timeout: 10_000, interval: 2 })
    .not.toBe("saving");
}

const valuesIn = (given: unknown): ReadonlySet<number> =>
  new Set(Array.from(JSON.stringify(given).matchAll(/(?<!\d)1\d{6}(?!\d)/g), ([each]) => Number(each)));

/** The values that are there after changes, whatever was there before. */
const comingUp = (changes: readonly PlanChange[]) =>
  valuesIn(changes.map((change) => (change.kind === "move" ? null : change.after)));

const FIELDS = ["name", "department", "category"] as const;

/** The command that types values into rows. */
export function typing(
  plan: Plan,
  rows: readonly number[],
  values: readonly number[],
): Extract<Command, { type: "editCells" }> | null {
  const edits = rows.flatMap((row, at) => {
    const id = plan.indicators[row % Math.max(1, plan.indicators.length)]?.id;
    return id === undefined
      ? []
      : [{ indicator: id, field: { kind: FIELDS[at % 3] ?? "name" } as const, text: `改${values[at]}` }];
  });
  return edits.length === 0 ? null : { type: "editCells", edits };
}
