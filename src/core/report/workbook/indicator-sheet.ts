import { formatTarget } from "../../indicator/format-target.ts";
import { levelOf } from "../../indicator/evaluate-target.ts";
import { printedValue } from "../../indicator/quantity.ts";
import { indicatorGrowth } from "../../path/indicator-growth.ts";
import { baseValue } from "../../plan/base-value.ts";
import { milestoneYears, observationYears } from "../../plan/grid-years.ts";
import type { Year } from "../../plan/ids.ts";
import { observationAt } from "../../plan/observation-table.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Statement } from "../../plan/statement.ts";
import { sourceText, statementsById } from "../draft/evidence-table.ts";
import type { ReportRow } from "../draft/report-rows.ts";
import {
  type CellAddress,
  cellReference,
  digitsFormat,
  type WorkbookCell,
  type Worksheet,
} from "./workbook.ts";

/** Name of the sheet that holds the plan's indicators, and that is read back. */
export const INDICATOR_SHEET = "指标";

/** Headings of the columns that every plan has; those of years are 2025年, 2025年目标 and 2025年目标值. */
export const HEADINGS = {
  number: "序号",
  id: "编号",
  name: "指标",
  unit: "单位",
  attribute: "属性",
  department: "责任单位",
  category: "类别",
  baseYear: "基期",
  base: "基期值",
  growth: "所需年均增长",
} as const;

/** How attributes are written. */
export const ATTRIBUTE_TEXTS = { binding: "约束性", anticipatory: "预期性", unspecified: "" } as const;

/** The sheet with where its values stand, for formulas and names of other sheets. */
export interface IndicatorSheet {
  readonly sheet: Worksheet;
  readonly base: (row: number) => CellAddress;
  readonly observation: (row: number, year: number) => CellAddress | null;
  /** Columns of the names, units, base values, and of the levels in the plan's last year. */
  readonly columns: {
    readonly name: number;
    readonly unit: number;
    readonly base: number;
    readonly level: number;
  };
}

/** What stands where on the sheet. */
interface Layout {
  readonly plan: Plan;
  readonly observed: readonly Year[];
  readonly promised: readonly Year[];
  readonly statements: ReadonlyMap<string, Statement>;
}

interface Column {
  readonly heading: string;
  readonly width: number;
  /** Whether what is typed is a text, whatever it looks like. */
  readonly takesText?: boolean;
  /** Beside the heading. */
  readonly note?: string;
  readonly cell: (row: ReportRow, line: number) => WorkbookCell | null;
}

/** Of columns that follow from others. */
const RECKONED = "由目标和基期值算出，读回时不读";

const TEXT_COLUMNS = 7;
const BASE_COLUMN = TEXT_COLUMNS + 1;

/** The indicators of a plan: what the grid holds, and levels and growths as formulas over it; notes say where values come from. */
export function indicatorSheet(plan: Plan, rows: readonly ReportRow[]): IndicatorSheet {
  const layout: Layout = {
    plan,
    observed: observationYears(plan),
    promised: milestoneYears(plan),
    statements: statementsById(plan),
  };
  const columns = [...textColumns(), ...valueColumns(layout)];
  const head = columns.map(
    ({ heading, note = null }): WorkbookCell => ({ kind: "text", text: heading, style: "head", note }),
  );
  const line = new Map(rows.map(({ row }, at) => [row, at + 1]));
  const lineOf = (row: number) => line.get(row) ?? 0;
  return {
    sheet: {
      name: INDICATOR_SHEET,
      widths: columns.map(({ width }) => width),
      textColumns: columns.flatMap(({ takesText }, at) => (takesText === true ? [at] : [])),
      rows: [head, ...rows.map((row, at) => columns.map(({ cell }) => cell(row, at + 1)))],
      frozen: { rows: 1, columns: 3 },
    },
    base: (row) => ({ row: lineOf(row), column: BASE_COLUMN }),
    observation: (row, year) => {
      const at = layout.observed.findIndex((each) => each === year);
      return at < 0 ? null : { row: lineOf(row), column: BASE_COLUMN + 1 + at };
    },
    columns: { name: 2, unit: 3, base: BASE_COLUMN, level: levelColumn(layout, plan.period.end) },
  };
}

/** The column of the levels of a year; each year has its wording before it. */
const levelColumn = ({ observed, promised }: Layout, year: number): number =>
  BASE_COLUMN + 2 + observed.length + 2 * promised.findIndex((each) => each === year);

function textColumns(): readonly Column[] {
  const text = (heading: string, width: number, read: (row: ReportRow, line: number) => string): Column => ({
    ...{ heading, width, takesText: true },
    cell: (row, line) => ({ kind: "text", text: read(row, line), style: "text" }),
  });
  return [
    {
      ...{ heading: HEADINGS.number, width: 6 },
      cell: (_, line) => ({ kind: "number", value: line, format: "0", style: "center" }),
    },
    {
      ...{ heading: HEADINGS.id, width: 9, takesText: true },
      cell: ({ indicator }) => ({ kind: "text", text: indicator.id, style: "aside" }),
    },
    text(HEADINGS.name, 34, ({ indicator }) => indicator.name),
    text(HEADINGS.unit, 8, ({ indicator }) => indicator.unit),
    text(HEADINGS.attribute, 9, ({ indicator }) => ATTRIBUTE_TEXTS[indicator.attribute]),
    text(HEADINGS.department, 16, ({ indicator }) => indicator.department ?? ""),
    text(HEADINGS.category, 8, ({ indicator }) => indicator.category ?? ""),
  ];
}

function valueColumns(layout: Layout): readonly Column[] {
  const { plan, observed, promised } = layout;
  return [
    {
      heading: HEADINGS.baseYear,
      width: 7,
      note: "由规划确定，读回时不改",
      cell: ({ row }) => baseYearCell(plan, row),
    },
    {
      ...{ heading: HEADINGS.base, width: 11, note: "改动读回为基期当年的数值" },
      cell: (row) => baseCell(plan, row),
    },
    ...observed.map(
      (year): Column => ({
        heading: `${year}年`,
        width: 11,
        cell: (row) => observationCell(layout, row, year),
      }),
    ),
    ...promised.flatMap((year): Column[] => [
      {
        ...{ heading: `${year}年目标`, width: 20, takesText: true },
        cell: (row) => targetCell(layout, row, year),
      },
      {
        heading: `${year}年目标值`,
        width: 11,
        note: RECKONED,
        cell: (row, line) => levelCell(layout, row, year, line),
      },
    ]),
    {
      heading: HEADINGS.growth,
      width: 13,
      note: RECKONED,
      cell: (row, line) => growthCell(layout, row, line),
    },
  ];
}

function baseYearCell(plan: Plan, row: number): WorkbookCell | null {
  const base = baseValue(plan, row);
  return base === null ? null : { kind: "number", value: base.year, format: "0", style: "center" };
}

function baseCell(plan: Plan, { row }: ReportRow): WorkbookCell | null {
  const base = baseValue(plan, row);
  if (base === null) return null;
  const { quantity, provisional } = base;
  return {
    ...{ kind: "number", value: printedValue(quantity), format: digitsFormat(quantity.decimals) },
    style: "number",
    note: provisional ? "暂用：正式数据公布后替换" : null,
  };
}

function observationCell(
  { plan, statements }: Layout,
  { row, indicator }: ReportRow,
  year: Year,
): WorkbookCell | null {
  const observation = observationAt(plan.observations, row, year);
  if (observation === null) return null;
  const source = indicator.sources.find((each) => each.year === year);
  const statement = source === undefined ? undefined : statements.get(source.statement);
  return {
    kind: "number",
    value: printedValue({ value: observation.value, unit: indicator.unit }),
    format: digitsFormat(observation.decimals),
    style: "number",
    note: `依据：${sourceText(plan, indicator, statement, { kind: "observation", year })}`,
  };
}

function targetCell({ plan, statements }: Layout, { indicator }: ReportRow, year: Year): WorkbookCell | null {
  const planned = indicator.targets.find((each) => each.year === year);
  if (planned === undefined) return null;
  const statement = planned.statement === null ? undefined : statements.get(planned.statement);
  return {
    kind: "text",
    text: formatTarget(planned.target),
    style: "text",
    note: `依据：${sourceText(plan, indicator, statement, { kind: "target", year })}`,
  };
}

/** The level that a target implies: as promised, or reckoned from the base value where it is told as a growth or an increase. */
function levelCell(
  { plan }: Layout,
  { row, indicator, concept }: ReportRow,
  year: Year,
  line: number,
): WorkbookCell | null {
  const planned = indicator.targets.find((each) => each.year === year);
  if (planned === undefined) return null;
  const base = baseValue(plan, row);
  const from = base === null ? null : { year: base.year, value: base.quantity.value };
  const level = levelOf(planned.target, from, year, concept?.direction);
  if (!level.ok) return null;
  const value = printedValue({ value: level.value.level, unit: indicator.unit });
  const { target } = planned;
  const start = cellReference({ row: line, column: BASE_COLUMN }, "column");
  if (base !== null && target.form === "averageGrowth" && target.method === "level") {
    const formula = `${start}*(1+${target.rate}/100)^${year - base.year}`;
    return { kind: "formula", formula, value, format: null, style: "computed" };
  }
  if (target.form === "increase") {
    const formula = `${start}+${printedValue({ value: target.by.value, unit: indicator.unit })}`;
    return { kind: "formula", formula, value, format: null, style: "computed" };
  }
  return { kind: "number", value, format: null, style: "number" };
}

/** The growth a year that the last target asks for, from base and level; what was promised as a growth stays that. */
function growthCell(
  layout: Layout,
  { row, indicator, concept }: ReportRow,
  line: number,
): WorkbookCell | null {
  const { plan } = layout;
  const growth = indicatorGrowth(plan, row, concept);
  const planned = indicator.targets.at(-1);
  const base = baseValue(plan, row);
  if (planned === undefined) return null;
  if (growth.kind === "stated")
    return { kind: "number", value: growth.rate, format: "0.0%", style: "number" };
  if (base === null || (growth.kind !== "rate" && growth.kind !== "range")) return null;
  const start = cellReference({ row: line, column: BASE_COLUMN }, "column");
  const end = cellReference({ row: line, column: levelColumn(layout, planned.year) }, "column");
  return {
    kind: "formula",
    formula: `(${end}/${start})^(1/${planned.year - base.year})-1`,
    value: growth.kind === "rate" ? growth.rate : growth.low,
    ...{ format: "0.0%", style: "computed" },
  };
}
