import type { PlanPromise } from "../../compare/beside/promise.ts";
import { isPercent } from "../../indicator/unit.ts";
import type { IndicatorGrowth } from "../../path/indicator-growth.ts";
import { yearlyStep } from "../../path/yearly-step.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Found, RuleGap } from "./target-rule.ts";

/** The growth a year that a plan's promise asks for, `(L/b)^(1/n) − 1` or points a year, or why there is none. */
export function promisedGrowth(promise: PlanPromise): Result<Found, RuleGap> {
  const { target, growth, indicator } = promise;
  if (target === null) return err({ kind: "no-target" });
  if (target.target.form === "fullCoverage") return ok({ kind: "promise", target: target.target });
  const step = yearlyStep(growth, isPercent(indicator.unit)) ?? pointsFromZero(growth);
  if (step === null) return err({ kind: gapOf(growth) });
  const stated = target.target.form === "averageGrowth" ? target.target : null;
  return ok({ kind: "growth", step, of: 1, stated });
}

/** A share that starts from zero has no rate, but points a year. */
function pointsFromZero(growth: IndicatorGrowth) {
  if (growth.kind !== "not-computable" || growth.gap.kind !== "not-positive") return null;
  const { pointsPerYear } = growth.gap;
  return pointsPerYear === null ? null : { low: pointsPerYear, high: pointsPerYear, points: true };
}

function gapOf(growth: IndicatorGrowth): "no-target" | "judged" | "their-base" | "no-level" {
  switch (growth.kind) {
    case "judged":
      return "judged";
    case "no-base":
      return "their-base";
    case "not-computable":
      return growth.gap.kind === "no-level" ? "no-level" : "their-base";
    default:
      return "no-target";
  }
}
