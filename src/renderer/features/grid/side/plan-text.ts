import type { IndicatorId } from "#core/plan/ids.ts";
import { ofRows } from "#core/plan/of-rows.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { TargetWords } from "../../../evidence/worded-statement.ts";

/** What a plan took from its text, beside its table. */
export interface PlanText extends Pick<Plan, "origin" | "outline" | "statements" | "tasks" | "clauses"> {
  readonly names: IndicatorNames;
  readonly words: TargetWords;
}

/** Names of a plan's indicators. */
export type IndicatorNames = ReadonlyMap<IndicatorId, string>;

const namesOfRows = ofRows(
  (a, b) => a.id === b.id && a.name === b.name,
  (rows): IndicatorNames => new Map(rows.map(({ id, name }) => [id, name])),
);

/** The names of a plan's indicators; the same map as long as none changes. */
export function indicatorNames({ indicators }: Pick<Plan, "indicators">): IndicatorNames {
  return namesOfRows(indicators);
}
