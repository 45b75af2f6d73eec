import { printedValue } from "../../indicator/quantity.ts";
import { ProjectionEngine } from "../../projection/engine/projection-engine.ts";
import type { Plan } from "../../plan/plan.ts";
import { planModel } from "../../scenario/plan-model.ts";
import { roundingOf } from "../../scenario/round-projection.ts";
import { DEFAULT_PLAN, type ScenarioId } from "../../scenario/scenario.ts";
import { whatIfGround } from "../../scenario/what-if.ts";
import type { DraftContext } from "../draft/draft-context.ts";
import { type ReportRow, reportRows } from "../draft/report-rows.ts";
import { type IndicatorSheet, indicatorSheet } from "./indicator-sheet.ts";
import { type ScenarioLine, type ScenarioSheet, scenarioSheet } from "./scenario-sheet.ts";
import {
  areaName,
  type NamedArea,
  sheetName,
  sheetReference,
  type Workbook,
  type WorkbookCell,
  type Worksheet,
} from "./workbook.ts";

/** Name of the sheet with the years as they are printed. */
const PATH_SHEET = "年度安排";

/**
 * A plan as a workbook: its indicators, a sheet a scenario with formulas that a spreadsheet recalculates to the program's own numbers, and the years
 * of one scenario rounded as they are printed.
 */
export function planWorkbook(plan: Plan, context: DraftContext, current: ScenarioId): Workbook {
  const rows = reportRows(plan, context, true);
  const indicators = indicatorSheet(plan, rows);
  const { tree } = context.annual;
  const { model, resolved } = planModel(plan, context.concepts, tree, context.drivers);
  const engine = new ProjectionEngine(model);
  const years = spannedYears(plan, rows, model.lastYear);
  const names = [indicators.sheet.name, PATH_SHEET];
  const scenarios = tree.scenarios.map(({ id, name }, column) => {
    const called = sheetName(`情景 ${name}`, names);
    names.push(called);
    const lines = rows.flatMap(({ row, indicator, concept }): ScenarioLine[] => {
      const ground = whatIfGround(plan, row, concept);
      if (ground === null || ground.start === null) return [];
      const supposed = resolved.plans[row]?.[column] ?? DEFAULT_PLAN;
      const valueIn = (year: number) => engine.valueAt({ series: row, year, column });
      return [{ row, name: indicator.name, unit: indicator.unit, ground, plan: supposed, valueIn }];
    });
    return { id, lines, drawn: scenarioSheet(called, years, lines, indicators) };
  });
  const shown = scenarios.find(({ id }) => id === current) ?? scenarios[0];
  const path = shown === undefined ? [] : [pathSheet(plan, rows, shown.lines, shown.drawn)];
  return {
    title: plan.title,
    sheets: [indicators.sheet, ...path, ...scenarios.map(({ drawn }) => drawn.sheet)],
    names: withYears(
      indicatorNames(indicators, rows.length),
      scenarios.map(({ drawn }) => drawn.sheet),
    ),
  };
}

/** All years between the first start and the last year. */
function spannedYears(plan: Plan, rows: readonly ReportRow[], last: number): readonly number[] {
  const starts = rows.flatMap(({ row, concept }) => {
    const start = whatIfGround(plan, row, concept)?.start;
    return start === null || start === undefined ? [] : [start.year + 1];
  });
  const first = Math.min(plan.period.start, ...starts);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The plan's years as they are printed: counts rounded, others as they come. */
function pathSheet(
  plan: Plan,
  rows: readonly ReportRow[],
  lines: readonly ScenarioLine[],
  scenario: ScenarioSheet,
): Worksheet {
  const { start, end } = plan.period;
  const years = Array.from({ length: end - start + 1 }, (_, at) => start + at);
  const head = [
    ...["序号", "指标", "单位"].map((text): WorkbookCell => ({ kind: "text", text, style: "head" })),
    ...years.map((year): WorkbookCell => ({ kind: "number", value: year, format: '0"年"', style: "head" })),
  ];
  const body = lines.map((line, at): readonly (WorkbookCell | null)[] => {
    const row = rows.find((each) => each.row === line.row);
    const whole = row !== undefined && roundingOf(row.indicator, row.concept) === "levels";
    return [
      { kind: "number", value: at + 1, format: "0", style: "center" },
      { kind: "text", text: line.name, style: "text" },
      { kind: "text", text: line.unit, style: "center" },
      ...years.map((year): WorkbookCell | null => {
        const value = line.valueIn(year);
        if (!Number.isFinite(value)) return null;
        const reference = sheetReference(scenario.sheet.name, scenario.place(line.row, year));
        const printed = printedValue({ value, unit: line.unit });
        return whole
          ? { ...computed(`ROUND(${reference},0)`, rounded(printed)), format: "0" }
          : computed(reference, printed);
      }),
    ];
  });
  const widths = [6, 34, 8, ...years.map(() => 11)];
  return { name: PATH_SHEET, widths, rows: [head, ...body], frozen: { rows: 1, columns: 2 } };
}

const computed = (formula: string, value: number) =>
  ({ kind: "formula", formula, value, format: "0.0##", style: "computed" }) as const;

/** As ROUND does: half away from zero. */
const rounded = (value: number): number => Math.sign(value) * Math.round(Math.abs(value)) + 0;

function indicatorNames({ sheet, columns }: IndicatorSheet, rows: number): readonly NamedArea[] {
  const area = (name: string, column: number): NamedArea => ({
    ...{ name, sheet: sheet.name },
    ...{ from: { row: 1, column }, to: { row: Math.max(1, rows), column } },
  });
  return [
    area("指标名称", columns.name),
    area("指标单位", columns.unit),
    area("基期值", columns.base),
    area("目标值", columns.level),
  ];
}

/** The names with those of the scenarios' years: each scenario's sheet under its name, without the signs that names cannot have. */
function withYears(names: readonly NamedArea[], sheets: readonly Worksheet[]): readonly NamedArea[] {
  const areas = [...names];
  const first = 7;
  for (const { name: sheet, rows } of sheets) {
    const [head = [], ...body] = rows;
    if (body.length === 0 || head.length <= first) continue;
    const taken = areas.map(({ name }) => name);
    areas.push({
      ...{ name: areaName(sheet, taken), sheet },
      ...{ from: { row: 1, column: first }, to: { row: body.length, column: head.length - 1 } },
    });
  }
  return areas;
}
