import type { TFunction } from "i18next";
import { formatAmount, formatNumber } from "#core/indicator/quantity.ts";
import { isPercent } from "#core/indicator/unit.ts";
import type { PlanPart } from "#core/scenario/scenario.ts";
import { yearMeaning, yearNumber } from "#core/scenario/typed-assumption.ts";
import {
  type AssumptionWords,
  assumptionText,
  shocksText,
  uncertaintyText,
} from "../../../i18n/assumption-text.ts";
import type { AssumptionColumn } from "./assumption-columns.ts";
import type { AssumptionRow, AssumptionSheet } from "./assumption-sheet.ts";
import { gapText } from "./gap-text.ts";

/** The words of the sheet. */
export interface SheetWords {
  readonly studio: TFunction<"studio">;
  readonly told: AssumptionWords;
}

/** What a cell shows, and who decided it. */
export interface PrintedCell {
  readonly text: string;
  readonly tone: "observed" | "base" | "inherited" | "override" | "error";
  /** What is told of it beside its text. */
  readonly tip: string | null;
}

const PART_OF: Readonly<Record<"method" | "shocks" | "uncertainty", PlanPart>> = {
  method: "assumption",
  shocks: "shocks",
  uncertainty: "uncertainty",
};

/** Prints a cell of the sheet. */
export function printCell(
  sheet: AssumptionSheet,
  row: AssumptionRow,
  column: AssumptionColumn,
  words: SheetWords,
): PrintedCell {
  if (column.kind === "name") return { text: row.name, tone: "observed", tip: row.unit };
  if (column.kind === "year") return printYear(sheet, row, column.year, words);
  const { tone, tip } = provenance(sheet, row, PART_OF[column.kind], words);
  return { text: partTextOf(row, column.kind, words.told), tone, tip };
}

function partTextOf(row: AssumptionRow, kind: keyof typeof PART_OF, told: AssumptionWords): string {
  const { plan, unit } = row;
  if (kind === "method") return assumptionText(plan.assumption, unit, told);
  if (kind === "shocks") return plan.shocks.length === 0 ? "" : shocksText(plan.shocks, unit, told);
  return uncertaintyText(plan.uncertainty, told);
}

function provenance(sheet: AssumptionSheet, row: AssumptionRow, part: PlanPart, { studio }: SheetWords) {
  const origin = sheet.originOf(row, part);
  // What all others inherit from overrides nothing.
  if (sheet.isRoot) return { tone: "base", tip: null } as const;
  return origin.kind === "set-here"
    ? ({ tone: "override", tip: studio("cell.override") } as const)
    : ({ tone: "inherited", tip: null } as const);
}

function printYear(sheet: AssumptionSheet, row: AssumptionRow, year: number, words: SheetWords): PrintedCell {
  const known = row.series.known.find((point) => point.year === year);
  if (known !== undefined) {
    const tip = words.studio(
      row.series.provisional && year === row.last ? "cell.provisional" : "cell.observed",
    );
    return { text: valueText(known.value, row), tone: "observed", tip };
  }
  if (row.last !== null && year < row.last) return { text: "—", tone: "observed", tip: null };
  const value = sheet.valueAt(row, year);
  const { tone, tip } = provenance(sheet, row, "assumption", words);
  const gap = Number.isFinite(value) ? null : sheet.gapAt(row, year);
  if (gap !== null) {
    const why = gapText(gap, sheet, words.studio);
    // Nothing to start from is no mistake of an assumption.
    const unknown = gap.kind === "projection" && gap.error.kind === "no-observation";
    return { text: "—", tone: unknown ? tone : "error", tip: why };
  }
  const number = yearNumber(row.plan.assumption, year);
  const shown = shownNumber(number, value, row, words.studio);
  return {
    text: shown,
    tone,
    tip: joined([tip, words.studio("cell.value", { value: valueText(value, row), unit: row.unit })]),
  };
}

/** Growth and steps show what a year adds; all else the value. */
function shownNumber(
  number: number | null,
  value: number,
  row: AssumptionRow,
  studio: TFunction<"studio">,
): string {
  const meaning = yearMeaning(row.plan.assumption);
  if (meaning === "value" || number === null) return valueText(value, row);
  const text = meaning === "growth" ? shortGrowth(number) : stepNumber(number, row.unit);
  const signed = number > 0 ? `+${text}` : text;
  return meaning === "growth" ? studio("cell.growth", { value: signed }) : signed;
}

/** The text that editing a year begins with; `null` for years that are known. */
export function yearText(sheet: AssumptionSheet, row: AssumptionRow, year: number): string | null {
  if (row.last !== null && year <= row.last) return null;
  const number = yearNumber(row.plan.assumption, year);
  const meaning = yearMeaning(row.plan.assumption);
  if (meaning === "growth" && number !== null) return plainNumber(number);
  if (meaning === "step" && number !== null) return stepNumber(number, row.unit);
  const value = number ?? sheet.valueAt(row, year);
  return Number.isFinite(value)
    ? formatAmount({ value: rounded(value), unit: row.unit, decimals: null })
    : "";
}

function valueText(value: number, { unit, decimals }: AssumptionRow): string {
  return formatAmount({ value, unit, decimals });
}

/** A growth in the width of a column: three digits, where two or more stand before the point. */
const shortGrowth = (percent: number): string =>
  formatNumber(Number(percent.toFixed(Math.abs(percent) < 10 ? 2 : 1)), null);

const plainNumber = (number: number): string => formatNumber(Number(number.toFixed(2)), null);

function stepNumber(step: number, unit: string): string {
  return isPercent(unit) ? plainNumber(step) : formatAmount({ value: rounded(step), unit, decimals: null });
}

const rounded = (value: number): number => Number(value.toPrecision(6));

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join("\n");
