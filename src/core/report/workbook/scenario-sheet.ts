import { printedValue } from "../../indicator/quantity.ts";
import type { PathPoint } from "../../path/path.ts";
import type { Assumption, AssumptionOf } from "../../projection/assumption.ts";
import type { ScenarioPlan } from "../../scenario/scenario.ts";
import { knownPoints, type WhatIfGround } from "../../scenario/what-if.ts";
import {
  type CellAddress,
  cellReference,
  sheetReference,
  type WorkbookCell,
  type Worksheet,
} from "./workbook.ts";
import type { IndicatorSheet } from "./indicator-sheet.ts";

/** One indicator under a scenario: what is known of it, what is supposed, and what that comes to (base units; NaN for none). */
export interface ScenarioLine {
  readonly row: number;
  readonly name: string;
  readonly unit: string;
  readonly ground: WhatIfGround;
  readonly plan: ScenarioPlan;
  readonly valueIn: (year: number) => number;
}

/** A scenario's sheet, and where a value of it stands. */
export interface ScenarioSheet {
  readonly sheet: Worksheet;
  readonly place: (row: number, year: number) => CellAddress;
}

/** What the methods of a scenario are called. */
const METHODS: Readonly<Record<Assumption["method"], string>> = {
  hold: "保持不变",
  growth: "年均增长（%）",
  step: "每年增减",
  trend: "趋势（程序计算）",
  logistic: "逻辑斯蒂（程序计算）",
  toTarget: "趋向目标",
  series: "逐年填写",
  formula: "公式（程序计算）",
};

const COLUMN = { name: 1, unit: 2, parameter: 4, start: 6, firstYear: 7 } as const;
const HEAD = ["序号", "指标", "单位", "方法", "参数", "起点年", "起点值"] as const;

/**
 * The years of a plan under one scenario. Years that are known lead to the sheet of indicators; the others are formulas over their
 * start, the parameter and each other, so that a parameter can be changed in the spreadsheet. Methods that a spreadsheet
 * cannot follow are numbers.
 */
export function scenarioSheet(
  name: string,
  years: readonly number[],
  lines: readonly ScenarioLine[],
  indicators: IndicatorSheet,
): ScenarioSheet {
  const head: WorkbookCell[] = [
    ...HEAD.map((text): WorkbookCell => ({ kind: "text", text, style: "head" })),
    ...years.map((year): WorkbookCell => ({ kind: "number", value: year, format: '0"年"', style: "head" })),
  ];
  const at = new Map(lines.map(({ row }, index) => [row, index + 1]));
  return {
    sheet: {
      name,
      widths: [6, 34, 8, 16, 10, 8, 11, ...years.map(() => 11)],
      rows: [head, ...lines.map((line, index) => lineCells(line, index + 1, years, indicators))],
      frozen: { rows: 1, columns: 2 },
    },
    place: (row, year) => ({ row: at.get(row) ?? 0, column: COLUMN.firstYear + years.indexOf(year) }),
  };
}

function lineCells(
  line: ScenarioLine,
  at: number,
  years: readonly number[],
  indicators: IndicatorSheet,
): readonly (WorkbookCell | null)[] {
  const { name, unit, plan } = line;
  const start = knownPoints(line.ground).at(-1) ?? null;
  const place = new LinePlace(line, at, years, indicators);
  return [
    { kind: "number", value: at, format: "0", style: "center" },
    { kind: "text", text: name, style: "text" },
    { kind: "text", text: unit, style: "center" },
    { kind: "text", text: METHODS[plan.assumption.method], style: "text" },
    parameterCell(line),
    start === null ? null : { kind: "number", value: start.year, format: "0", style: "center" },
    start === null ? null : place.startCell(start),
    ...years.map((year) => place.yearCell(year, start)),
  ];
}

function parameterCell({ plan, unit }: ScenarioLine): WorkbookCell | null {
  const { assumption } = plan;
  const input = (value: number): WorkbookCell => ({ kind: "number", value, format: null, style: "input" });
  switch (assumption.method) {
    case "growth":
      return input(assumption.rate);
    case "step":
      return input(printedValue({ value: assumption.delta, unit }));
    case "toTarget":
      return input(printedValue({ value: assumption.level, unit }));
    default:
      return null;
  }
}

/** Writes the cells of one line, which speak of each other. */
class LinePlace {
  readonly #line: ScenarioLine;
  readonly #at: number;
  readonly #years: readonly number[];
  readonly #indicators: IndicatorSheet;

  constructor(line: ScenarioLine, at: number, years: readonly number[], indicators: IndicatorSheet) {
    this.#line = line;
    this.#at = at;
    this.#years = years;
    this.#indicators = indicators;
  }

  /** What the projection starts from: the last observation, or the provisional base. */
  startCell({ year, value }: PathPoint): WorkbookCell {
    const { row } = this.#line;
    const observed = this.#isObserved(year) ? this.#indicators.observation(row, year) : null;
    const from = observed ?? this.#indicators.base(row);
    return this.#formula(sheetReference(this.#indicators.sheet.name, from), value);
  }

  yearCell(year: number, start: PathPoint | null): WorkbookCell | null {
    const { row, plan, valueIn } = this.#line;
    const value = valueIn(year);
    if (!Number.isFinite(value)) return null;
    if (this.#isObserved(year)) {
      const observed = this.#indicators.observation(row, year);
      if (observed !== null)
        return this.#formula(sheetReference(this.#indicators.sheet.name, observed), value);
    }
    if (start === null || year < start.year) return this.#number(value);
    if (year === start.year) return this.#formula(this.#ref(COLUMN.start), value);
    const plain = plan.shocks.length === 0 && !plan.clamp;
    const formula = plain ? this.#formulaOf(plan.assumption, year, start) : null;
    if (formula === "held") return { ...this.#number(value), style: "input" };
    return formula === null ? this.#number(value) : this.#formula(formula, value);
  }

  /** The formula of a year, `held` for a year that is set, `null` where the program alone can compute it. */
  #formulaOf(assumption: Assumption, year: number, start: PathPoint): string | null {
    const first = this.#ref(COLUMN.start);
    const parameter = this.#ref(COLUMN.parameter);
    const before = year === start.year + 1 ? first : this.#ref(this.#column(year - 1));
    switch (assumption.method) {
      case "hold":
        return first;
      case "growth": {
        const own = assumption.byYear.find((each) => each.year === year);
        return `${before}*(1+${own === undefined ? parameter : own.value}/100)`;
      }
      case "step": {
        const own = assumption.byYear.find((each) => each.year === year);
        return `${before}+${own === undefined ? parameter : this.#printed(own.value)}`;
      }
      case "toTarget":
        return this.#towards(assumption, year, start);
      default:
        return null;
    }
  }

  /** From the last fixed point to the next one: the start, held years, the target; the level stays after it. */
  #towards(
    { shape, year: end, held }: AssumptionOf["toTarget"],
    year: number,
    start: PathPoint,
  ): string | null {
    const parameter = this.#ref(COLUMN.parameter);
    if (year >= end) return parameter;
    if (shape.kind !== "linear" && shape.kind !== "geometric") return null;
    const points = held.map((each) => each.year).sort((a, b) => a - b);
    if (points.includes(year)) return "held";
    const last = points.filter((each) => each < year).at(-1);
    const next = points.find((each) => each > year);
    const from = last === undefined ? this.#ref(COLUMN.start) : this.#ref(this.#column(last));
    const to = next === undefined ? parameter : this.#ref(this.#column(next));
    const share = `${year - (last ?? start.year)}/${(next ?? end) - (last ?? start.year)}`;
    return shape.kind === "linear"
      ? `${from}+(${to}-${from})*${share}`
      : `${from}*(${to}/${from})^(${share})`;
  }

  #isObserved(year: number): boolean {
    return this.#line.ground.history.some((known) => known.year === year);
  }

  #column(year: number): number {
    return COLUMN.firstYear + this.#years.indexOf(year);
  }

  #ref(column: number): string {
    return cellReference({ row: this.#at, column }, "column");
  }

  #printed(value: number): number {
    return printedValue({ value, unit: this.#line.unit });
  }

  #number(value: number): WorkbookCell {
    return { kind: "number", value: this.#printed(value), format: null, style: "number" };
  }

  #formula(formula: string, value: number): WorkbookCell {
    return { kind: "formula", formula, value: this.#printed(value), format: "0.0##", style: "computed" };
  }
}
