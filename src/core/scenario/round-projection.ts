import { parseUnit } from "../indicator/unit.ts";
import { roundCounts, roundParts } from "../path/round-path.ts";
import type { Concept } from "../plan/concept.ts";
import type { Indicator } from "../plan/plan.ts";

/**
 * How the years of an indicator are printed: as computed; each year rounded half away from zero; or as whole parts that add
 * up to the printed total of the years.
 */
export type Rounding = "none" | "levels" | "parts";

/** Whole things (家, 件) are rounded (domain.md section 4): as parts where the last target promises a sum over the years. */
export function roundingOf({ unit, targets }: Indicator, concept: Concept | null): Rounding {
  if (concept?.quantity !== "count" || parseUnit(unit).factor !== 1) return "none";
  const target = targets.at(-1)?.target;
  const promisesSum =
    target?.form === "cumulative" || (target?.form === "averageGrowth" && target.method === "cumulative");
  return promisesSum ? "parts" : "levels";
}

/** Projected years as they are printed; years without a value stay so, and the others are rounded among themselves. */
export function roundProjection(values: Float64Array, rounding: Rounding): Float64Array {
  if (rounding === "none") return values;
  if (rounding === "levels") return roundCounts(values);
  const places = Array.from(values.keys()).filter((at) => Number.isFinite(values[at]));
  const parts = roundParts(Float64Array.from(places, (at) => values[at] ?? Number.NaN));
  const rounded = values.slice();
  places.forEach((at, k) => (rounded[at] = parts[k] ?? Number.NaN));
  return rounded;
}
