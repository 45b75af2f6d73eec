import type { PathPoint } from "#core/path/path.ts";
import type { CellGap } from "#core/projection/engine/explain-cell.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import { type Concepts, planModel } from "#core/scenario/plan-model.ts";
import type { SeriesOverride } from "#core/scenario/scenario.ts";
import type { PlanScenarios } from "../../../data/use-scenarios.ts";
import type { AssumptionRow, AssumptionSheet } from "./assumption-sheet.ts";

/** What would follow of an assumption: the years after the last known one, and why the first of them has no value. */
export interface Projected {
  readonly points: readonly PathPoint[];
  readonly gap: CellGap | null;
}

/** Reckons a row of a scenario under other assumptions than the ones that are kept; each call is one pass over the row. */
export function projector(
  { plan, tree, drivers }: PlanScenarios,
  concepts: Concepts,
  sheet: AssumptionSheet,
  row: AssumptionRow,
): (parts: SeriesOverride) => Projected {
  const { model, resolved } = planModel(plan, concepts, tree, drivers);
  const engine = new ProjectionEngine(model);
  const column = resolved.columns.indexOf(sheet.scenario);
  const plans = engine.plansOf(row.at);
  const from = (row.last ?? sheet.span.first - 1) + 1;
  const years = Array.from({ length: Math.max(0, sheet.span.last - from + 1) }, (_, step) => from + step);
  return (parts) => {
    engine.setPlans(row.at, plans.with(column, { ...row.plan, ...parts }));
    const place = (year: number) => ({ series: row.at, year, column });
    const points = years.map((year) => ({ year, value: engine.valueAt(place(year)) }));
    const missing = points.find(({ value }) => !Number.isFinite(value));
    return { points, gap: missing === undefined ? null : engine.explain(place(missing.year)) };
  };
}
