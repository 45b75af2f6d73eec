import type { MergeConflict } from "#core/merge/merge-conflict.ts";
import { mergePlans } from "#core/merge/merge-plans.ts";
import type { Versions } from "#core/merge/settle.ts";
import { sameValue } from "#core/same-value.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import type { JournalRow } from "../../db/journal-row.ts";
import { parseJson } from "../../db/read-journal-row.ts";
import type { ReplayedPlan } from "../replay-journal.ts";
import type { ForkConflict } from "./fork-question.ts";
import { type Step, stepsBackFrom } from "./own-states.ts";

/** What became of a plan of ours since the common entry, and what is to be done with our entries about it. */
export type Course = {
  readonly id: PlanId;
} /** The other side did not touch it: our entries follow as they are. */ & (
  | { readonly kind: "alone" }
  /** Both touched it: our entries are carried out on what the other side made of it, and then what was chosen. */
  | { readonly kind: "both"; readonly steps: readonly Step[]; readonly net: Versions<Plan> }
  /** The other side removed it: it comes back as it was before our entries, which follow. */
  | { readonly kind: "gone-there"; readonly base: Plan; readonly final: Plan }
  /** We removed it, and the other side did not. */
  | { readonly kind: "gone-here"; readonly theirs: Plan }
  | { readonly kind: "gone-in-both" }
  /** Both made a plan of this name out of different ones: ours becomes a copy. */
  | { readonly kind: "apart"; readonly final: Plan }
);

/** The two sides of a plan. */
export interface Sides {
  /** Our entries about it since the common one, in order; at least one. */
  readonly entries: readonly JournalRow[];
  readonly ours: Plan | null;
  readonly theirs: ReplayedPlan | null;
  /** The other side's entries about it, as far as its journal still holds them. */
  readonly theirEntries: readonly JournalRow[];
  readonly touchedThere: boolean;
}

/** Says what a plan went through on both sides. */
export function courseOf(id: PlanId, sides: Sides): Course {
  const { entries, ours, theirs, touchedThere } = sides;
  if (!touchedThere) return { id, kind: "alone" };
  const made = entries.findIndex(({ kind }) => kind === "create");
  if (ours === null) {
    return theirs === null ? { id, kind: "gone-in-both" } : { id, kind: "gone-here", theirs: theirs.plan };
  }
  if (made >= 0) return madeInBoth(id, ours, sides);
  const steps = stepsBackFrom(ours, entries);
  const base = steps[0]?.before ?? ours;
  if (theirs === null) return { id, kind: "gone-there", base, final: ours };
  return { id, kind: "both", steps, net: netOf(base, ours, theirs.plan, sides) };
}

function madeInBoth(id: PlanId, ours: Plan, { entries, theirs, theirEntries }: Sides): Course {
  const [first, ...rest] = entries;
  const there = theirEntries.find(({ kind }) => kind === "create");
  const [a, b] = [plainPlan(first), plainPlan(there)];
  const sameStart = a !== null && b !== null && sameValue(a, b);
  if (!sameStart || theirs === null || rest.some(({ kind }) => kind === "create")) {
    return { id, kind: "apart", final: ours };
  }
  const steps = stepsBackFrom(ours, rest);
  const net = netOf(steps[0]?.before ?? ours, ours, theirs.plan, { entries: rest, theirEntries });
  return { id, kind: "both", steps, net };
}

function plainPlan(entry: JournalRow | undefined): Plan | null {
  if (entry?.kind !== "create") return null;
  const read = readPlanFile(parseJson(entry.planFile ?? ""), "own");
  return read.ok ? read.value : null;
}

/** The states to merge. What the common title was follows from who renamed; where both did, from neither. */
function netOf(
  base: Plan,
  ours: Plan,
  theirs: Plan,
  { entries, theirEntries }: Pick<Sides, "entries" | "theirEntries">,
): Versions<Plan> {
  const renames = (rows: readonly JournalRow[]) => rows.some(({ kind }) => kind === "rename");
  const both = renames(entries) && renames(theirEntries);
  const title = both ? "" : renames(entries) ? theirs.title : ours.title;
  return { base: { ...base, title }, ours, theirs };
}

/** What the planner is to choose about a plan. */
export function conflictsOf(course: Course): readonly ForkConflict[] {
  switch (course.kind) {
    case "both":
      return mergePlans(course.net).conflicts satisfies readonly MergeConflict[];
    case "gone-there":
      return [{ kind: "plan", goneIn: "theirs" }];
    case "gone-here":
      return [{ kind: "plan", goneIn: "ours" }];
    case "alone":
    case "gone-in-both":
    case "apart":
      return [];
  }
}
