import { ProjectionEngine } from "../../projection/engine/projection-engine.ts";
import type { Plan } from "../../plan/plan.ts";
import { planModel } from "../../scenario/plan-model.ts";
import { roundingOf, roundProjection } from "../../scenario/round-projection.ts";
import type { ScenarioId } from "../../scenario/scenario.ts";
import { scenarioOf } from "../../scenario/scenario-tree.ts";
import { yearsAfter } from "../../scenario/what-if.ts";
import type { ReportTable } from "../report.ts";
import type { DraftContext } from "./draft-context.ts";
import { headColumns, NOTHING } from "./indicator-table.ts";
import { projectedFormat } from "./printed-digits.ts";
import type { ReportRow } from "./report-rows.ts";

/** Values of a plan's rows under one scenario, in base units; NaN where there is none. */
export type ProjectedValues = (row: ReportRow, years: readonly number[]) => Float64Array;

/** Computes the plan under its scenarios and gives the values of one of them, rounded as they are printed. */
export function projectPlan(plan: Plan, context: DraftContext, scenario: ScenarioId): ProjectedValues {
  const { model, resolved } = planModel(plan, context.concepts, context.scenarios, context.drivers);
  const engine = new ProjectionEngine(model);
  const column = resolved.columns.indexOf(scenario);
  return ({ row, indicator, concept }, years) => {
    const values = Float64Array.from(years, (year) => engine.valueAt({ series: row, year, column }));
    return roundProjection(values, roundingOf(indicator, concept));
  };
}

/** The table of the plan's years under one scenario (年度分解); rows that the scenario cannot compute are left out. */
export function pathTable(
  plan: Plan,
  context: DraftContext,
  { rows, scenario }: { readonly rows: readonly ReportRow[]; readonly scenario: ScenarioId },
): Omit<ReportTable, "kind" | "caption"> {
  const years = yearsAfter(plan.period.start - 1, plan.period.end);
  const project = projectPlan(plan, context, scenario);
  const filled = rows.flatMap((row) => {
    const values = project(row, years);
    return values.some(Number.isFinite) ? [{ row, values }] : [];
  });
  const head = headColumns();
  return {
    id: "path",
    columns: [
      ...head.map(({ title, share, align }) => ({ title, share, align })),
      ...years.map((year) => ({ title: `${year}年`, share: 11, align: "right" as const })),
    ],
    rows: filled.map(({ row, values }, at) => {
      const format = projectedFormat(plan, row.row, row.concept);
      const cells = Array.from(values, (value) => (Number.isFinite(value) ? format(value) : NOTHING));
      return [...head.map(({ cell }) => cell(row, at)), ...cells];
    }),
    note: `注：按“${scenarioOf(context.scenarios, scenario).name}”情景推算；已有观测值的年份为观测值。`,
  };
}
