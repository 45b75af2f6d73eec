import { type IndicatorIndex, indicatorIndex } from "#core/compare/beside/align-indicators.ts";
import type { Plan } from "#core/plan/plan.ts";
import { conceptsById } from "./catalogue.ts";

/** Indexes by plan: a plan that has not changed is the same value, and so is its index. */
const known = new WeakMap<Plan, IndicatorIndex>();

/** The indicators of a plan by what they can be aligned with, made once as long as the plan is the same. */
export function indexOfPlan(plan: Plan): IndicatorIndex {
  const index = known.get(plan) ?? indicatorIndex(plan, conceptsById);
  known.set(plan, index);
  return index;
}
