import { sameValue } from "../same-value.ts";
import type { ChooseSide, MergeConflict } from "./merge-conflict.ts";

/** One part of a plan in the common state and in the two that came of it. */
export interface Versions<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

/** A part of what `Versions` hold. */
export function versionsOf<T, P>({ base, ours, theirs }: Versions<T>, part: (whole: T) => P): Versions<P> {
  return { base: part(base), ours: part(ours), theirs: part(theirs) };
}

/** Settles what two sides made of one part; both having done the same, or only one anything, is no conflict. */
export class Settling {
  readonly conflicts: MergeConflict[] = [];
  readonly #choose: ChooseSide;

  constructor(choose: ChooseSide) {
    this.#choose = choose;
  }

  /** What stands of a part; where both sides changed it differently, the chosen side's, and the conflict is noted. */
  part<T>({ base, ours, theirs }: Versions<T>, conflict: (versions: Versions<T>) => MergeConflict): T {
    if (sameValue(base, theirs) || sameValue(ours, theirs)) return ours;
    if (sameValue(base, ours)) return theirs;
    return this.between(conflict({ base, ours, theirs })) === "ours" ? ours : theirs;
  }

  /** Notes a conflict and gives the chosen side. */
  between(conflict: MergeConflict) {
    this.conflicts.push(conflict);
    return this.#choose(conflict);
  }
}
