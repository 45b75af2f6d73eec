import { formatTarget } from "../indicator/format-target.ts";
import { quantityOf, printedValue } from "../indicator/quantity.ts";
import type { Target } from "../indicator/target.ts";
import type { PathPoint } from "../path/path.ts";
import type { Concept } from "../plan/concept.ts";
import type { IndicatorId } from "../plan/ids.ts";
import { type Year, year as toYear } from "../plan/ids.ts";
import type { Indicator } from "../plan/plan.ts";
import { roundingOf, roundProjection } from "./round-projection.ts";

/** A target that a path would write: what stands there now, and what would. */
export interface TakenCell {
  readonly indicator: IndicatorId;
  readonly year: Year;
  /** `null` where there is no target yet. */
  readonly before: string | null;
  readonly after: string;
}

/**
 * The targets that make a projected path the plan's own, year by year: 达到X, or 控制在X以内 where lower is better. Whole things are
 * rounded as they are printed, others to `decimals`. Years in which the plan promises the same already are left out.
 */
export function takenPath(
  indicator: Indicator,
  concept: Concept | null,
  path: readonly PathPoint[],
  decimals: number,
): readonly TakenCell[] {
  const { unit } = indicator;
  const printed = roundProjection(
    Float64Array.from(path, ({ value }) => value),
    roundingOf(indicator, concept),
  );
  return path.flatMap(({ year }, at): TakenCell[] => {
    const value = printed[at] ?? Number.NaN;
    if (!Number.isFinite(value)) return [];
    const level = quantityOf(Number(printedValue({ value, unit }).toFixed(decimals)), unit, decimals);
    const target: Target =
      concept?.direction === "lower"
        ? { form: "atMost", level, wording: "within" }
        : { form: "atLeast", level, wording: "reach" };
    const planned = indicator.targets.find((each) => each.year === year);
    const before = planned === undefined ? null : formatTarget(planned.target);
    const after = formatTarget(target);
    return before === after ? [] : [{ indicator: indicator.id, year: toYear(year), before, after }];
  });
}
