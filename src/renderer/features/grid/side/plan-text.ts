import type { IndicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { TargetWords } from "../../../evidence/worded-statement.ts";

/** What a plan took from its text, beside its table. */
export interface PlanText extends Pick<Plan, "origin" | "outline" | "statements" | "tasks" | "clauses"> {
  readonly names: IndicatorNames;
  readonly words: TargetWords;
}

/** Names of a plan's indicators. */
export type IndicatorNames = ReadonlyMap<IndicatorId, string>;

/** The names of a plan's indicators. */
export function indicatorNames({ indicators }: Pick<Plan, "indicators">): IndicatorNames {
  return new Map(indicators.map(({ id, name }) => [id, name]));
}
