import { baseValue } from "../../plan/base-value.ts";
import { observationAt } from "../../plan/observation-table.ts";
import type { PlannedTarget } from "../../plan/plan.ts";
import type { Assumption, Comparison } from "./comparison.ts";
import { blocked, differenceOf, growthDifference } from "./difference.ts";
import type { PlanPromise } from "./promise.ts";

type Promised = PlanPromise & { readonly target: PlannedTarget };

/**
 * A share beside the growth of its numerator (R&D intensity beside R&D expenditure). With the growth `d` of the
 * denominator the share becomes `s·((1+g)/(1+d))ⁿ`, from the other plan's own share `s` in its base year; where that is
 * not known, growth is compared: `(1+g)/(1+d) − 1`. Without the assumption it is blocked (domain.md section 6).
 */
export function compareIntensity(
  mine: Promised,
  theirs: Promised,
  assumed: readonly Assumption[],
): Comparison {
  const { target } = theirs.target;
  if (target.form !== "averageGrowth") return { kind: "none" };
  const level = mine.level?.ok === true ? mine.level.value : null;
  const denominator = assumed.find((each) => each.kind === "denominator-growth");
  const from = shareAt(theirs, mine);
  const computable = level !== null && (from !== null || mine.growth.kind === "rate");
  if (denominator === undefined || !computable) {
    const block = { kind: "form", growth: "theirs", part: theirs.concept } as const;
    return blocked(block, computable ? ["denominator-growth"] : []);
  }
  const growth = (1 + target.rate / 100) / (1 + denominator.percent / 100) - 1;
  if (from !== null) {
    const share = from * (1 + growth) ** (theirs.target.year - theirs.from);
    const own = { low: level.level, high: level.stretch ?? level.level };
    return differenceOf(
      "level",
      own,
      { low: share, high: share },
      {
        points: true,
        assumed: [denominator],
      },
    );
  }
  const rate = mine.growth.kind === "rate" ? mine.growth.rate : 0;
  return growthDifference({ low: rate, high: rate }, { low: growth, high: growth }, [denominator]);
}

/** The other plan's own share in the year that its growth counts from. */
function shareAt(theirs: Promised, mine: Promised): number | null {
  const { plan, from } = theirs;
  const row = plan.indicators.findIndex(
    ({ concept }) => concept !== null && concept === mine.indicator.concept,
  );
  if (row < 0) return null;
  const observed = observationAt(plan.observations, row, from);
  if (observed !== null) return observed.value;
  const base = baseValue(plan, row);
  return base?.year === from ? base.quantity.value : null;
}
