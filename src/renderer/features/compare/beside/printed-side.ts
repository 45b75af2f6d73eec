import type { TFunction } from "i18next";
import { alignQuantity } from "#core/compare/align-quantity.ts";
import type { Difference } from "#core/compare/beside/comparison.ts";
import { rejectedAt, rejectedTarget, yearCell } from "#core/compare/beside/own-cells.ts";
import type { PlanPromise } from "#core/compare/beside/promise.ts";
import type { SidePair, SideRow } from "#core/compare/beside/side-by-side.ts";
import { assertNever } from "#core/assert-never.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { formatAmount, formatNumber, type Quantity } from "#core/indicator/quantity.ts";
import type { Year } from "#core/plan/ids.ts";
import { observationAt, type ObservationBasis } from "#core/plan/observation-table.ts";
import type { Words } from "../comparison-view.ts";
import { printGrowth } from "../printed-cell.ts";
import { assumptionText } from "./block-text.ts";
import { OWN, type SideColumn } from "./side-columns.ts";

/** The words of the room's two views. */
export interface SideWords {
  readonly beside: TFunction<"beside">;
  readonly compare: Words;
}

/** The mark before a cell's text. */
export type SideMark = NamedMark | "same" | "warn";

/** The marks that say more than the text behind them. */
type NamedMark = "higher" | "lower" | "across" | "block" | "error";

/** What a mark adds to the text behind it for who does not see it; empty where the text says it all. */
export function markName(mark: SideMark | null, { beside }: Pick<SideWords, "beside">): string {
  return mark === null || mark === "same" || mark === "warn" ? "" : beside(`mark.${mark}`);
}

/** What a cell of the table prints. */
export interface PrintedSide {
  readonly mark: SideMark | null;
  readonly text: string;
  readonly tone: "plain" | "muted" | "soft" | "small";
  /** A year that is not the column's. */
  readonly boxed: string | null;
  /** Nothing can be compared here. */
  readonly hatched: boolean;
  readonly tip: string | null;
}

const PLAIN: PrintedSide = { mark: null, text: "", tone: "plain", boxed: null, hatched: false, tip: null };

/** Where a column's values come from in a row: the draft's promise, that of the other plan, or nothing. */
export function promiseAt(row: SideRow, side: number): PlanPromise | null {
  return side === OWN ? row.mine : (row.pairs[side]?.theirs ?? null);
}

/** What a row prints in a column. */
export function printSide(row: SideRow, column: SideColumn, words: SideWords): PrintedSide {
  const { beside } = words;
  const { indicator } = row;
  if (column.kind === "name") return { ...PLAIN, text: indicator.name, tip: indicator.name };
  if (column.kind === "unit") return { ...PLAIN, text: indicator.unit, tone: "small" };
  const pair = column.side === OWN ? null : (row.pairs[column.side] ?? null);
  if (column.kind === "difference") return pair === null ? PLAIN : printComparison(row, pair, words);
  const promise = promiseAt(row, column.side);
  if (promise === null) return { ...PLAIN, text: beside("blank"), tone: "muted" };
  switch (column.kind) {
    case "target":
      return printTarget(promise, indicator.unit, column.side === OWN, words);
    case "growth":
      return printNeeded(promise, words);
    case "base":
      return printBase(promise, indicator.unit, words);
    case "year":
      return printYear(promise, indicator.unit, column.year, words);
  }
}

function printTarget(promise: PlanPromise, unit: string, own: boolean, words: SideWords): PrintedSide {
  const { target, plan } = promise;
  const wrong = rejectedTarget(promise);
  if (wrong !== null) return { ...PLAIN, text: wrong.text, mark: "error", tip: words.beside("unread") };
  if (target === null) return { ...PLAIN, text: words.beside("blank"), tone: "muted" };
  const wording = formatTarget(target.target);
  const text = own ? wording : (shortTarget(promise, unit, words) ?? wording);
  const boxed = target.year === plan.period.end ? null : String(target.year);
  const printed = { ...PLAIN, text, boxed, tip: text === wording ? null : wording };
  // The cell itself is empty: what stands in it is an earlier milestone.
  return own && target.year < plan.period.end ? { ...printed, tone: "muted" } : printed;
}

// Of levels only 达到X and its like: 超X, 低于X or a range would say something else without their words.
function shortTarget({ target }: PlanPromise, unit: string, { beside }: SideWords): string | null {
  if (target?.target.form === "averageGrowth") {
    return beside("grows", { rate: formatNumber(target.target.rate, target.target.decimals) });
  }
  if (target?.target.form !== "atLeast") return null;
  const { level } = target.target;
  const shown = alignQuantity(level, unit);
  return shown === null ? null : formatAmount(shown);
}

function printNeeded(promise: PlanPromise, { compare }: SideWords): PrintedSide {
  const { growth } = promise;
  if (growth.kind === "no-target") return { ...PLAIN, text: compare("table.blank"), tone: "muted" };
  const text = printGrowth(growth, compare);
  const gap = growth.kind === "not-computable" && growth.gap.kind === "no-base";
  const mark = growth.kind === "no-base" || gap ? "warn" : growth.kind === "rejected" ? "error" : null;
  return { ...PLAIN, text, mark, tone: "small" };
}

function printBase({ base, from }: PlanPromise, unit: string, { beside, compare }: SideWords): PrintedSide {
  if (base === null) return { ...PLAIN, text: beside("blank"), tone: "muted", boxed: null };
  return {
    ...PLAIN,
    text: inUnit(base.quantity, unit),
    tone: base.provisional ? "soft" : "plain",
    boxed: base.year === from ? String(base.year) : null,
    tip: base.provisional ? compare("table.basis.provisional") : null,
  };
}

function printYear(promise: PlanPromise, unit: string, year: Year, words: SideWords): PrintedSide {
  const { plan, row, indicator } = promise;
  const { beside, compare } = words;
  const wrong = rejectedAt(promise, yearCell(promise, year));
  if (wrong !== null) return { ...PLAIN, text: wrong.text, mark: "error", tip: beside("unread") };
  const planned = indicator.targets.find((target) => target.year === year);
  const observed = observationAt(plan.observations, row, year);
  if (observed !== null) {
    const known: Exclude<ObservationBasis, "none"> = observed.basis;
    return {
      ...PLAIN,
      text: inUnit({ ...observed, unit: indicator.unit }, unit),
      tone: known === "estimated" ? "soft" : "plain",
      tip: known === "stated" ? null : compare(`table.basis.${known}`),
    };
  }
  if (planned === undefined) return { ...PLAIN, text: beside("blank"), tone: "muted" };
  return { ...PLAIN, text: formatTarget(planned.target), tone: "small" };
}

/** A value in the unit of the table's row, or in its own where that does not convert. */
function inUnit(quantity: Quantity, unit: string): string {
  const shown = alignQuantity(quantity, unit);
  return shown === null ? `${formatAmount(quantity)} ${quantity.unit}` : formatAmount(shown);
}

function printComparison(row: SideRow, pair: SidePair, words: SideWords): PrintedSide {
  const { comparison } = pair;
  const { beside } = words;
  switch (comparison.kind) {
    case "none":
      return PLAIN;
    case "missing":
      return { ...PLAIN, mark: "warn", text: beside("missing"), tone: "small" };
    case "blocked":
      return {
        ...PLAIN,
        mark: "block",
        text: beside(`block.${comparison.block.kind}.short`),
        tone: "small",
        hatched: true,
      };
    case "difference":
      return {
        ...PLAIN,
        mark: comparison.order,
        text: differenceText(comparison, words),
        tone: "small",
        boxed: comparison.assumed.length === 0 ? null : beside("converted"),
        tip:
          comparison.assumed.length === 0
            ? null
            : comparison.assumed.map((each) => assumptionText(each, pair, row, beside)).join(""),
      };
    default:
      return assertNever(comparison);
  }
}

/** By how much the draft is higher or lower, without the sign that the mark before it says. */
export function differenceText(difference: Difference, { beside }: SideWords): string {
  const { order, low, high, in: terms, of } = difference;
  if (order === "same") return beside("same");
  const [first, last] = order === "lower" ? [-high, -low] : [low, high];
  const digits = terms === "percent" || of === "growth" ? 1 : 2;
  const print = (value: number) => signed(rounded(value, digits), order === "across");
  const value =
    print(first) === print(last) ? print(first) : beside("range", { low: print(first), high: print(last) });
  return beside(`difference.${of}`, { amount: beside(`in.${terms}`, { value }) });
}

function signed(text: string, both: boolean): string {
  return both && !text.startsWith("-") && Number(text) !== 0 ? `+${text}` : text.replace("-", "−");
}

/** So many digits after the point, more where nothing but zero would be left, and none that say nothing. */
function rounded(value: number, digits: number): string {
  const short = Number(value.toFixed(digits));
  return formatNumber(short === 0 ? Number(value.toPrecision(1)) : short, null);
}
