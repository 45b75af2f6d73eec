import { type GrowthGap, type RequiredGrowth, requiredGrowth } from "#core/path/growth.ts";
import { isShare } from "#core/plan/is-share.ts";
import type { Result } from "#core/result.ts";
import { cellsOf, type Rect } from "../../ui/sheet/selection.ts";
import { cellNumber } from "./cell-number.ts";
import { type CellSource, cellView } from "./cell-view.ts";
import type { GridColumn } from "./grid-columns.ts";
import type { CellPlaces } from "./use-grid-layout.ts";

/** Figures of the selected numbers; `decimals` is the most that one of them prints. */
export interface NumberFigures {
  readonly unit: string;
  readonly decimals: number;
  readonly sum: number;
  readonly average: number;
  readonly least: number;
  readonly most: number;
}

/** What the status bar says of the selected cells. */
export interface SelectionFigures {
  readonly filled: number;
  readonly blank: number;
  /** `null` without numbers, `mixed` where they are not of one unit. */
  readonly numbers: NumberFigures | "mixed" | null;
  /** From the first to the last year of a row, where the selection is a piece of one row. */
  readonly growth: Result<RequiredGrowth, GrowthGap> | null;
}

/** Counts and reckons the selected cells. Derived columns count as filled where their row has what they rest on. */
export function selectionFigures(
  source: CellSource,
  places: CellPlaces,
  rects: readonly Rect[],
): SelectionFigures {
  const values: number[] = [];
  const units = new Set<string>();
  let decimals = 0;
  let filled = 0;
  let blank = 0;
  for (const { row, column } of cellsOf(rects)) {
    const [at, shown] = [places.rows[row], places.columns[column]];
    if (at === undefined || shown === undefined) continue;
    const number = cellNumber(source.plan, at.index, shown);
    if (number !== null) {
      values.push(number.value);
      units.add(source.plan.indicators[at.index]?.unit ?? "");
      decimals = Math.max(decimals, number.decimals);
    }
    if (number !== null || !isBlank(source, at.index, shown)) filled += 1;
    else blank += 1;
  }
  return {
    filled,
    blank,
    numbers: units.size > 1 ? "mixed" : numberFigures(values, [...units][0] ?? "", decimals),
    growth: rowGrowth(source, places, rects),
  };
}

function isBlank(source: CellSource, index: number, column: GridColumn): boolean {
  const indicator = source.plan.indicators[index];
  if (indicator === undefined) return true;
  switch (column.kind) {
    case "name":
    case "unit":
      return indicator[column.kind] === "";
    case "category":
    case "department":
      return indicator[column.kind] === null;
    case "growth":
      return indicator.targets.length === 0;
    default:
      return cellView(source, index, column).kind === "blank";
  }
}

function numberFigures(values: readonly number[], unit: string, decimals: number): NumberFigures | null {
  if (values.length === 0) return null;
  let [sum, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { unit, decimals, sum, average: sum / values.length, least, most };
}

/** Yearly growth between the first and the last year with a number in a piece of one row. */
function rowGrowth(
  { plan, concepts }: CellSource,
  places: CellPlaces,
  rects: readonly Rect[],
): SelectionFigures["growth"] {
  const [rect] = rects;
  if (rect === undefined || rects.length > 1 || rect.top !== rect.bottom) return null;
  const index = places.rows[rect.top]?.index ?? -1;
  const indicator = plan.indicators[index];
  if (indicator === undefined) return null;
  const points = places.columns.slice(rect.left, rect.right + 1).flatMap((column) => {
    const number = "year" in column ? cellNumber(plan, index, column) : null;
    return number === null || !("year" in column) ? [] : [{ year: column.year, value: number.value }];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || last.year <= first.year) return null;
  const concept = indicator.concept === null ? null : (concepts.get(indicator.concept) ?? null);
  return requiredGrowth({
    base: first.value,
    level: last.value,
    years: last.year - first.year,
    share: isShare(indicator, concept),
  });
}
