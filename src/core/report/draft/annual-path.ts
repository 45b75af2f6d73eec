import { observationAt } from "../../plan/observation-table.ts";
import { year as yearOf } from "../../plan/ids.ts";
import { ProjectionEngine } from "../../projection/engine/projection-engine.ts";
import type { Plan } from "../../plan/plan.ts";
import { planModel } from "../../scenario/plan-model.ts";
import { roundingOf, roundProjection } from "../../scenario/round-projection.ts";
import type { ScenarioId } from "../../scenario/scenario.ts";
import { scenarioOf } from "../../scenario/scenario-tree.ts";
import { yearsAfter } from "../../scenario/what-if.ts";
import type { ReportTable } from "../report.ts";
import { promiseOf } from "./annual-scenarios.ts";
import type { DraftContext } from "./draft-context.ts";
import { headColumns, NOTHING } from "./indicator-table.ts";
import { projectedFormat } from "./printed-digits.ts";
import { type PathGap, reaches } from "./promised-path.ts";
import type { ReportRow } from "./report-rows.ts";

/** Values of a plan's rows under one scenario, in base units; NaN where there is none. */
export type ProjectedValues = (row: ReportRow, years: readonly number[]) => Float64Array;

/** The years of a plan under one scenario: broken down from the targets (年度分解), or a forecast (情景推算) that may miss them. */
export interface AnnualPath {
  readonly leads: boolean;
  readonly scenario: string;
  readonly table: Omit<ReportTable, "kind" | "caption">;
}

/** Why a row stands in no table of years. */
const GAPS: Readonly<Record<PathGap, string>> = {
  "no-target": "未设目标",
  "no-number": "目标没有数值",
  "no-start": "没有基期数据",
  past: "目标年份已有数据",
  "no-path": "由已有数据得不出年度值",
};
const NO_FORECAST = "没有可供推算的数据";

/** A row with its years in base units, NaN where it has none, or why it has none at all. */
type PathRow = ReportRow & { readonly values: Float64Array; readonly gap: string | null };

/**
 * The table of the plan's years under one scenario. Where the scenario leads to all targets, rows without a target that can be broken down
 * are left out, and years after a row's last target stay empty; else the scenario is told as the forecast that it is. The note names what is left out.
 */
export function annualPath(
  plan: Plan,
  context: DraftContext,
  { rows, scenario }: { readonly rows: readonly ReportRow[]; readonly scenario: ScenarioId },
): AnnualPath {
  const { tree } = context.annual;
  const years = yearsAfter(plan.period.start - 1, plan.period.end);
  const { leads, pathRows } = projectRows(plan, context, { rows, scenario, years });
  const { name } = scenarioOf(tree, scenario);
  const head = headColumns();
  const columns = [
    ...head.map(({ title, share, align }) => ({ title, share, align })),
    ...years.map((year) => ({ title: `${year}年`, share: 11, align: "right" as const })),
  ];
  const cells = pathRows
    .filter(({ gap }) => gap === null)
    .map((row, at) => {
      const format = projectedFormat(plan, row.row, row.concept);
      const numbers = Array.from(row.values, (value) => (Number.isFinite(value) ? format(value) : NOTHING));
      return [...head.map(({ cell }) => cell(row, at)), ...numbers];
    });
  const lead = leads
    ? `按“${name}”情景的路径分解到年，与各目标年份的目标一致`
    : `按“${name}”情景推算，不是目标`;
  const note = `注：${lead}；已有观测值的年份为观测值。${leftOut(pathRows)}`;
  return { leads, scenario: name, table: { id: "path", columns, rows: cells, note } };
}

function projectRows(
  plan: Plan,
  context: DraftContext,
  asked: {
    readonly rows: readonly ReportRow[];
    readonly scenario: ScenarioId;
    readonly years: readonly number[];
  },
): { readonly leads: boolean; readonly pathRows: readonly PathRow[] } {
  const { rows, scenario, years } = asked;
  const { model, resolved } = planModel(plan, context.concepts, context.annual.tree, context.drivers);
  const engine = new ProjectionEngine(model);
  const column = resolved.columns.indexOf(scenario);
  const told = rows.map((row) => {
    const valueIn = (year: number) => engine.valueAt({ series: row.row, year, column });
    return { ...row, valueIn, promised: promiseOf(plan, row) };
  });
  const leads =
    told.some(({ promised }) => promised.kind !== "none") &&
    told.every(({ promised, valueIn }) => promised.kind === "none" || reaches(promised, valueIn, true));
  const pathRows = told.map(({ valueIn, promised, ...row }): PathRow => {
    const until = leads && promised.kind !== "none" ? promised.until : Number.POSITIVE_INFINITY;
    const isKnown = (year: number) => observationAt(plan.observations, row.row, yearOf(year)) !== null;
    const course = Float64Array.from(years, (year) =>
      year <= until || isKnown(year) ? valueIn(year) : Number.NaN,
    );
    const values = roundProjection(course, roundingOf(row.indicator, row.concept));
    if (leads && promised.kind === "none") return { ...row, values, gap: GAPS[promised.gap] };
    return { ...row, values, gap: values.some(Number.isFinite) ? null : NO_FORECAST };
  });
  return { leads, pathRows };
}

/** The rows that are left out, by why. */
function leftOut(rows: readonly PathRow[]): string {
  const byGap = new Map<string, string[]>();
  for (const { gap, indicator } of rows) {
    if (gap !== null) byGap.set(gap, [...(byGap.get(gap) ?? []), indicator.name]);
  }
  const told = [...byGap].map(([gap, names]) => `${names.join("、")}（${gap}）`);
  return told.length === 0 ? "" : `未列入：${told.join("；")}。`;
}
