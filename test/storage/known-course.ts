import { applyChanges, invertChanges } from "#core/command/apply-command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import { type PlanId, planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { canonicalJson } from "#exchange/archive/canonical-json.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { readChanges } from "#renderer/data/db/change-row.ts";
import type { JournalRow } from "#renderer/data/db/journal-row.ts";
import { readJournalRow } from "#renderer/data/db/read-journal-row.ts";
import { type ReplayedPlan, replayEntry } from "#renderer/data/recovery/replay-journal.ts";
import { valueOf } from "./open-for-test.ts";

/** Plans by their ids. */
export type Plans = ReadonlyMap<PlanId, ReplayedPlan>;

/** The bytes of a plan, by which two are compared. */
export const bytesOf = (plan: Plan): string => canonicalJson(writePlanFile(plan));

const contentOf = (plan: Plan | undefined) => (plan === undefined ? "" : bytesOf({ ...plan, title: "" }));

/** All entries that a database was seen to hold, and every plan after each of them, worked out from the entries alone. */
export class KnownCourse {
  readonly texts = new Map<number, string>();
  readonly #rows = new Map<number, JournalRow>();
  readonly #states = new Map<number, Plans>([[0, new Map()]]);
  /** The last entry. */
  last = 0;

  /** The plans as the last entry leaves them. */
  get plans(): Plans {
    return this.after(this.last);
  }

  rows(): readonly JournalRow[] {
    return [...this.#rows.values()];
  }

  /** Takes the entries of a database that are new; throws where one that was there is another one or gone, or where one does not follow. */
  follow(texts: ReadonlyMap<number, string>): readonly JournalRow[] {
    for (const [sequence, text] of this.texts)
      if (texts.get(sequence) !== text)
        throw new Error(`Entry ${sequence} was ${text} and is ${texts.get(sequence) ?? "gone"}`);
    const fresh = [...texts].filter(([sequence]) => !this.texts.has(sequence)).sort(([a], [b]) => a - b);
    return fresh.map(([, text]) => this.#add(text));
  }

  /** Goes back to what these entries, all of them known, leave; those before them are gone, too. */
  goBackTo(texts: ReadonlyMap<number, string>): void {
    const last = Math.max(0, ...texts.keys());
    for (const sequence of [...this.texts.keys()]) if (!texts.has(sequence)) this.texts.delete(sequence);
    for (const sequence of [...this.#rows.keys()]) if (sequence > last) this.#rows.delete(sequence);
    this.last = last;
  }

  /** The plans as an entry leaves them. */
  after(sequence: number): Plans {
    const state = this.#states.get(sequence);
    if (state === undefined) throw new Error(`Nothing is known of entry ${sequence}`);
    return state;
  }

  #add(text: string): JournalRow {
    const row = readJournalRow(text);
    if (row === null) throw new Error(`Not an entry: ${text}`);
    if (row.sequence <= this.last) throw new Error(`Entry ${row.sequence} came after ${this.last}`);
    const before = this.plans;
    const id = planId(row.plan);
    const parent = (sequence: number) => this.#rows.get(sequence)?.parent;
    const after = valueOf(replayEntry(before.get(id) ?? null, row, parent));
    const plans = new Map(before);
    if (after === null) plans.delete(id);
    else plans.set(id, after);
    this.texts.set(row.sequence, text);
    this.#rows.set(row.sequence, row);
    this.#states.set(row.sequence, plans);
    const former = this.last;
    this.last = row.sequence;
    this.#checkStep(row, former);
    return row;
  }

  /** That a step can be taken back, and that undo and redo lead to the very state before and after what they speak of. */
  #checkStep(row: JournalRow, former: number): void {
    const id = planId(row.plan);
    const [before, after] = [this.after(former), this.plans].map((plans) => plans.get(id)?.plan);
    if (before === undefined || after === undefined || row.kind === "create") return;
    const changes = changesOf(row);
    if (contentOf(applyChanges(after, invertChanges(changes))) !== contentOf(before))
      throw new Error(`What entry ${row.sequence} did cannot be taken back`);
    if (row.kind !== "undo" && row.kind !== "redo") return;
    const target = row.target ?? 0;
    const wanted = row.kind === "redo" ? this.#states.get(target) : this.#before(target);
    if (wanted !== undefined && contentOf(wanted.get(id)?.plan) !== contentOf(after))
      throw new Error(`Entry ${row.sequence}, ${row.kind} of ${target}, leads elsewhere`);
  }

  #before(sequence: number): Plans | undefined {
    const sequences = [...this.#rows.keys()].filter((each) => each < sequence);
    return this.#rows.has(sequence) ? this.#states.get(Math.max(0, ...sequences)) : undefined;
  }
}

/** What an entry changed. */
export function changesOf({ changes }: Pick<JournalRow, "changes">): readonly PlanChange[] {
  return valueOf(readChanges(changes));
}
