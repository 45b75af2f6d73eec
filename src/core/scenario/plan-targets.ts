import { baseValue } from "../plan/base-value.ts";
import type { Plan } from "../plan/plan.ts";
import type { TargetQuestion } from "../projection/monte-carlo/target-judge.ts";
import type { Concepts } from "./plan-model.ts";

/** The targets of a plan, row by row and year by year, as questions to a simulation of its model. */
export function planTargets(plan: Plan, concepts: Concepts): readonly TargetQuestion[] {
  return plan.indicators.flatMap(({ concept, targets }, row) => {
    const found = baseValue(plan, row);
    const base = found === null ? null : { year: found.year, value: found.quantity.value };
    const direction = (concept === null ? undefined : concepts.get(concept))?.direction ?? "higher";
    return targets.map(({ target, year }) => ({ series: row, target, year, base, direction }));
  });
}
