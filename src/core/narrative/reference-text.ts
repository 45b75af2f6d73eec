import { formatAmount } from "../indicator/quantity.ts";
import { baseValue } from "../plan/base-value.ts";
import { type IndicatorReference, linesOf, type NarrativeBlock, type NarrativeRun } from "./narrative.ts";
import { observationAt } from "../plan/observation-table.ts";
import type { Plan } from "../plan/plan.ts";
import { goalClause, goalClauseOf, targetClause } from "./goal-sentence.ts";

/** What a reference says now, as it is printed; `null` where the indicator, its value or its target is not there. */
export function referenceText(plan: Plan, { indicator: id, says, year }: IndicatorReference): string | null {
  const row = plan.indicators.findIndex((each) => each.id === id);
  const indicator = plan.indicators[row];
  if (indicator === undefined) return null;
  switch (says) {
    case "goal":
      return year === null ? goalClause(indicator, plan.period.end) : goalClauseOf(indicator, year);
    case "target":
      return targetClause(indicator, year);
    case "value": {
      if (year === null) {
        const base = baseValue(plan, row);
        if (base === null) return null;
        return `${formatAmount(base.quantity)}${indicator.unit}${base.provisional ? "（暂用）" : ""}`;
      }
      const observation = observationAt(plan.observations, row, year);
      return observation && `${formatAmount({ ...observation, unit: indicator.unit })}${indicator.unit}`;
    }
  }
}

/** How many references of a plan's text speak of what is not there any more. */
export function lostReferences(plan: Plan): number {
  const runs = plan.narrative.flatMap(({ blocks }) => blocks.flatMap((block) => linesOf(block).flat()));
  return runs.filter((run) => run.kind === "reference" && referenceText(plan, run.reference) === null).length;
}

/** What stands where a reference has lost what it spoke of. */
export const LOST_REFERENCE = "〔指标已不在〕";

/** A piece of a line as it is printed now. */
export function runWords(plan: Plan, run: NarrativeRun): string {
  return run.kind === "words" ? run.text : (referenceText(plan, run.reference) ?? LOST_REFERENCE);
}

/** A block as plain text, a line each item. */
export function blockWords(plan: Plan, block: NarrativeBlock): string {
  return linesOf(block)
    .map((runs) => runs.map((run) => runWords(plan, run)).join(""))
    .join("\n");
}
