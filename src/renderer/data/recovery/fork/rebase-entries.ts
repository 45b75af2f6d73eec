import { assertNever } from "#core/assert-never.ts";
import { planDifference } from "#core/history/plan-difference.ts";
import { mergePlans } from "#core/merge/merge-plans.ts";
import { copyPlan } from "#core/plan/draft.ts";
import { type PlanId, planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { toChangeRows } from "../../db/change-row.ts";
import type { JournalRow } from "../../db/journal-row.ts";
import { type ReplayedPlan, type ReplayError, replayEntry } from "../replay-journal.ts";
import type { Course } from "./fork-course.ts";
import type { ForkChoice } from "./fork-question.ts";

/** What our entries are carried out on, and how. */
export interface Rebasing {
  /** Our entries since the common one, in order, and what became of their plans. */
  readonly entries: readonly JournalRow[];
  readonly courses: ReadonlyMap<string, Course>;
  /** A plan as the other side leaves it. */
  readonly theirs: (plan: string) => ReplayedPlan | null;
  /** The parent of an entry of the other side, or of before the fork. */
  readonly parentOf: (sequence: number) => number | null | undefined;
  /** The number of the first new entry. */
  readonly next: number;
  readonly choose: ForkChoice;
  readonly now: number;
  /** A plan's id that is free. */
  readonly freshId: () => PlanId;
}

/** Our entries behind those of the other side, and the plans that they speak of as they leave them. */
export interface Rebased {
  readonly rows: readonly JournalRow[];
  readonly plans: ReadonlyMap<PlanId, ReplayedPlan | null>;
}

/**
 * Carries our entries out behind those of the other side, in their order, with author and time. An entry about a plan that both touched becomes what it did,
 * merged into what is there, so that ours stands in the history of every cell; where the other side was chosen, one more
 * entry at the end brings that back. Nothing that either side did is left out of the journal.
 */
export function rebaseEntries(rebasing: Rebasing): Result<Rebased, ReplayError> {
  const rebase = new Rebase(rebasing);
  try {
    for (const entry of rebasing.entries) rebase.take(entry);
    for (const course of rebasing.courses.values()) rebase.conclude(course);
    return ok({ rows: rebase.rows, plans: rebase.plans });
  } catch (error) {
    if (error instanceof RefusedEntry) return err(error.reason);
    throw error;
  }
}

type Draft = Pick<JournalRow, "plan" | "kind" | "at"> & Partial<Omit<JournalRow, "sequence">>;

class Rebase {
  readonly rows: JournalRow[] = [];
  readonly plans = new Map<PlanId, ReplayedPlan | null>();
  readonly #needs: Rebasing;
  readonly #parents = new Map<number, number | null>();
  /** The new numbers of our entries; of one that changes nothing any more, that of the entry before it. */
  readonly #numbers = new Map<number, number>();
  #next: number;

  constructor(needs: Rebasing) {
    this.#needs = needs;
    this.#next = needs.next;
  }

  take(entry: JournalRow): void {
    const course = this.#needs.courses.get(entry.plan);
    if (course === undefined || course.kind === "alone") this.#addAsIs(entry);
    else this.#addMerged(entry, course);
    this.#numbers.set(entry.sequence, this.#next - 1);
  }

  /** What is left to do with a plan when all entries are carried out. */
  conclude(course: Course): void {
    const { id } = course;
    const { choose, now } = this.#needs;
    switch (course.kind) {
      case "alone":
      case "gone-in-both":
        return;
      case "both": {
        const wanted = mergePlans(course.net, (conflict) => choose(id, conflict)).plan;
        const here = this.#there(id);
        this.#change(id, wanted, { at: now, command: { type: "merge" } });
        if (here.plan.title !== wanted.title) this.#rename(id, wanted.title, now);
        return;
      }
      case "gone-there":
        if (choose(id, { kind: "plan", goneIn: "theirs" }) === "theirs")
          this.#add({ plan: id, kind: "remove", at: now, revision: this.#there(id).book.revision + 1 });
        return;
      case "gone-here":
        if (choose(id, { kind: "plan", goneIn: "ours" }) === "ours")
          this.#add({ plan: id, kind: "remove", at: now, revision: this.#there(id).book.revision + 1 });
        return;
      case "apart": {
        this.#create(copyPlan(course.final, { id: this.#needs.freshId(), title: course.final.title }));
        return;
      }
      default:
        assertNever(course);
    }
  }

  #addMerged(entry: JournalRow, course: Exclude<Course, { kind: "alone" }>): void {
    switch (course.kind) {
      case "both": {
        const step = course.steps.find((each) => each.entry === entry);
        if (step !== undefined) this.#addStep(step, entry);
        return;
      }
      case "gone-there":
        if (this.#current(entry.plan) === null) this.#create(course.base);
        {
          this.#addAlone(entry);
          return;
        }
      case "gone-here":
      case "gone-in-both":
      case "apart":
        return;
      default:
        assertNever(course);
    }
  }

  #addStep({ before, after }: { readonly before: Plan; readonly after: Plan }, entry: JournalRow): void {
    if (entry.kind === "rename") {
      this.#rename(entry.plan, entry.title ?? "", entry.at, entry.author);
      return;
    }
    if (!EDITS.has(entry.kind)) {
      this.#addAlone(entry);
      return;
    }
    const there = this.#there(entry.plan).plan;
    const merged = mergePlans({ base: before, ours: after, theirs: there }).plan;
    const { at, author = null, waited } = entry;
    const named = waited === undefined ? {} : { waited };
    const command = entry.kind === "do" ? entry.command : null;
    this.#change(entry.plan, merged, { at, author, command, ...named });
  }

  /** An entry as it is but for its numbers. */
  #addAsIs(entry: JournalRow): void {
    this.#add({ ...entry, parent: this.#renumbered(entry.parent), target: this.#renumbered(entry.target) });
  }

  /** An entry of a plan whose history began anew: what it took back or brought again, it now simply did. */
  #addAlone(entry: JournalRow): void {
    const there = this.#there(entry.plan).book;
    const isEdit = EDITS.has(entry.kind);
    const isKept =
      entry.kind === "version" || entry.kind === "renameVersion" || entry.kind === "removeVersion";
    this.#add({
      ...entry,
      kind: isEdit ? "do" : entry.kind,
      command: entry.kind === "do" ? entry.command : null,
      parent: isEdit ? there.history.undo : null,
      target: isEdit ? null : this.#renumbered(entry.target),
      revision: isKept ? there.revision : there.revision + 1,
    });
  }

  /** Adds the edit that makes the plan's rows what they are in `wanted`; none where they are. */
  #change(plan: string, wanted: Plan, rest: Pick<Draft, "at" | "author" | "command" | "waited">): void {
    const { plan: here, book } = this.#there(plan);
    const changes = planDifference(here, wanted);
    if (changes.length === 0) return;
    const { undo } = book.history;
    const revision = book.revision + 1;
    this.#add({ ...rest, plan, kind: "do", changes: toChangeRows(changes), parent: undo, revision });
  }

  #rename(plan: string, title: string, at: number, author: string | null = null): void {
    this.#add({ plan, kind: "rename", title, at, author, revision: this.#there(plan).book.revision + 1 });
  }

  #create(plan: Plan): void {
    const planFile = JSON.stringify(writePlanFile(plan));
    this.#add({ plan: plan.id, kind: "create", planFile, revision: 0, at: this.#needs.now });
  }

  #add(draft: Draft): void {
    const unset = { command: null, changes: [], parent: null, target: null, title: null, planFile: null };
    const row: JournalRow = { ...unset, revision: 0, author: null, ...draft, sequence: this.#next };
    const parents = (sequence: number) =>
      this.#parents.has(sequence) ? this.#parents.get(sequence) : this.#needs.parentOf(sequence);
    const after = replayEntry(this.#current(row.plan), row, parents);
    if (!after.ok) throw new RefusedEntry(after.error);
    this.#next += 1;
    this.#parents.set(row.sequence, row.parent);
    this.rows.push(row);
    if (row.plan !== "") this.plans.set(planId(row.plan), after.value);
  }

  #renumbered(sequence: number | null): number | null {
    return sequence === null ? null : (this.#numbers.get(sequence) ?? sequence);
  }

  #current(plan: string): ReplayedPlan | null {
    const known = this.plans.get(planId(plan));
    return known === undefined ? this.#needs.theirs(plan) : known;
  }

  #there(plan: string): ReplayedPlan {
    const current = this.#current(plan);
    if (current === null)
      throw new RefusedEntry({ sequence: this.#next, detail: `plan ${plan} is not there` });
    return current;
  }
}

const EDITS: ReadonlySet<JournalRow["kind"]> = new Set(["do", "undo", "redo"]);

class RefusedEntry extends Error {
  override readonly name = "RefusedEntry";
  readonly reason: ReplayError;

  constructor(reason: ReplayError) {
    super(reason.detail);
    this.reason = reason;
  }
}
