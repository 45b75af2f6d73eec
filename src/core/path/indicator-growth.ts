import type { TargetError } from "../indicator/parse-target.ts";
import type { Concept } from "../plan/concept.ts";
import type { Plan } from "../plan/plan.ts";
import type { GrowthGap } from "./growth.ts";

/** The cell 所需年均增长: rates are fractions a year, points are percentage points a year (shares only). */
export type IndicatorGrowth =
  | { readonly kind: "rate"; readonly rate: number; readonly points: number | null }
  | {
      readonly kind: "range";
      readonly low: number;
      readonly high: number;
      readonly points: { readonly low: number; readonly high: number } | null;
    }
  | { readonly kind: "stated"; readonly rate: number }
  | { readonly kind: "hold" | "judged" | "no-base" | "no-target" }
  | { readonly kind: "rejected"; readonly reason: TargetError }
  | { readonly kind: "not-computable"; readonly gap: GrowthGap };

/** What an indicator's last target asks for a year from its base; `concept` tells shares and the direction. */
export function indicatorGrowth(plan: Plan, row: number, concept: Concept | null): IndicatorGrowth {
  return { kind: plan.indicators[row] === undefined || concept === null ? "no-target" : "no-base" };
}
