import { holds, holdsStretch, type TargetContext, type YearValue } from "../../indicator/evaluate-target.ts";
import type { Target } from "../../indicator/target.ts";
import type { PathPoint } from "../../path/path.ts";
import type { Direction } from "../../plan/concept.ts";
import type { DriverLanes } from "./driver-path.ts";

/** A target to be judged in every draw. */
export interface TargetQuestion {
  /** Place of its series in the model. */
  readonly series: number;
  readonly target: Target;
  readonly year: number;
  readonly base: YearValue | null;
  readonly direction: Direction;
}

/** What a target came to in some draws: attained, missed, and (of those judged) attained at its stretch level. */
export const TALLY_SIZE = 3;

/** Judges a target draw by draw under the predicates of its form (domain.md section 3). */
export class TargetJudge {
  readonly #target: Target;
  readonly #drawn: { year: number; value: number }[];
  readonly #context: TargetContext;
  readonly #firstYear: number;

  /**
   * @param known observations of the series
   * @param free the years that are drawn: the first, and how many
   */
  constructor(
    { target, year, base, direction }: TargetQuestion,
    known: readonly PathPoint[],
    free: { readonly firstYear: number; readonly years: number },
  ) {
    this.#target = target;
    this.#firstYear = free.firstYear;
    this.#drawn = Array.from({ length: free.years }, () => ({ year: NaN, value: NaN }));
    this.#context = { targetYear: year, base, direction, values: [...known, ...this.#drawn] };
  }

  /** Adds what becomes of the first `count` draws in the lanes of the series' free years to the tally. */
  judge({ values, at, stride }: DriverLanes, count: number, tally: Uint32Array): void {
    for (let draw = 0; draw < count; draw += 1) {
      for (const [k, entry] of this.#drawn.entries()) {
        entry.value = values[at + k * stride + draw] ?? NaN;
        // A year without a value is a year that is not there.
        entry.year = Number.isNaN(entry.value) ? NaN : this.#firstYear + k;
      }
      const kept = holds(this.#target, this.#context);
      if (kept === null) continue;
      const place = kept ? 0 : 1;
      tally[place] = (tally[place] ?? 0) + 1;
      if (holdsStretch(this.#target, this.#context) === true) tally[2] = (tally[2] ?? 0) + 1;
    }
  }
}
