import type { Concept } from "../../plan/concept.ts";
import type { Indicator, Plan } from "../../plan/plan.ts";
import type { DraftContext } from "./draft-context.ts";

/** An indicator of a plan with its row and concept. */
export interface ReportRow {
  readonly row: number;
  readonly indicator: Indicator;
  readonly concept: Concept | null;
}

/** The rows that a report's tables show, in the plan's order: those with a target, or all. */
export function reportRows(
  plan: Plan,
  { concepts }: Pick<DraftContext, "concepts">,
  all: boolean,
): readonly ReportRow[] {
  return plan.indicators.flatMap((indicator, row) => {
    if (!all && indicator.targets.length === 0) return [];
    const concept = indicator.concept === null ? null : (concepts.get(indicator.concept) ?? null);
    return [{ row, indicator, concept }];
  });
}
