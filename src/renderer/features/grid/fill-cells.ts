import { parseUnit } from "#core/indicator/unit.ts";
import { formatNumber } from "#core/indicator/quantity.ts";
import { fitSeries, type SeriesKind, type SeriesPoint } from "#core/path/extend-series.ts";
import { pathBetween } from "#core/path/path.ts";
import { GEOMETRIC, LINEAR, type PathShape } from "#core/path/path-shape.ts";
import type { CellPlace } from "../../ui/sheet/cell-move.ts";
import { type Fill, type FillLane, fillLanes } from "../../ui/sheet/fill-shape.ts";
import type { PlacedText } from "../../ui/sheet/paste-shape.ts";
import { type Rect, sizeOf } from "../../ui/sheet/selection.ts";

/** How cells are carried on: as they are, or as a series through their numbers. */
export type FillKind = "copy" | SeriesKind;

/** The fills in the order of their menu. */
export const FILL_KINDS: readonly FillKind[] = ["copy", "linear", "geometric"];

/** How the years between two filled ones are filled. */
export type GapShape = "linear" | "geometric" | "s-curve" | "front-loaded" | "back-loaded" | "stepwise";

/**
 * The paths of the menu. The logistic curve has steepness 8 (its first and last tenth of the time move 3 % of the way);
 * early and late years weigh as the square root and the square of the time; a stepwise path moves in two steps.
 */
const GAP_SHAPES: Readonly<Record<GapShape, PathShape>> = {
  linear: LINEAR,
  geometric: GEOMETRIC,
  "s-curve": { kind: "s-curve", steepness: 8 },
  "front-loaded": { kind: "loaded", power: 0.5 },
  "back-loaded": { kind: "loaded", power: 2 },
  stepwise: { kind: "stepwise", steps: 2 },
};

/** The paths in the order of their menu. */
export const GAP_SHAPE_NAMES: readonly GapShape[] = [
  "linear",
  "geometric",
  "s-curve",
  "front-loaded",
  "back-loaded",
  "stepwise",
];

/** The number that a cell shows, in the unit of its row, with the digits that are printed after the point. */
export interface CellNumber {
  readonly value: number;
  readonly decimals: number;
}

/** The cells that a fill reads. */
export interface FillSource {
  readonly textAt: (place: CellPlace) => string;
  readonly numberAt: (place: CellPlace) => CellNumber | null;
  /** The year that a column is of, or `null`. */
  readonly yearAt: (column: number) => number | null;
  /** Unit of a row, which tells whether its numbers are whole. */
  readonly unitAt: (row: number) => string;
  readonly canWrite: (place: CellPlace) => boolean;
}

/** The fill that spreadsheets choose by themselves: a series where two numbers or more show how it goes on. */
export function usualFill(fill: Fill, source: FillSource): FillKind {
  const lanes = fillLanes(fill);
  return lanes.some(({ known }) => numbersOf(known, source).length > 1) ? "linear" : "copy";
}

/** The texts that a fill writes. Lanes without numbers, and those that a series cannot go through, are copied. */
export function fillTexts(fill: Fill, kind: FillKind, source: FillSource): readonly PlacedText[] {
  return fillLanes(fill).flatMap((lane) => laneTexts(lane, kind, source));
}

function laneTexts(lane: FillLane, kind: FillKind, source: FillSource): readonly PlacedText[] {
  const { known, wanted } = lane;
  const copied = wanted.map((place, at) => {
    const from = known[at % known.length];
    return { place, text: from === undefined ? "" : source.textAt(from) };
  });
  const numbers = numbersOf(known, source);
  const words = known.some((place) => source.numberAt(place) === null && source.textAt(place) !== "");
  if (kind === "copy" || numbers.length === 0 || words) return copied;
  const scale = laneScale(lane, source);
  const points = numbers.map(({ place, number }) => ({ at: scale(place), value: number.value }));
  const series = fitSeries(kind, points);
  if (!series.ok) return copied;
  const decimals = numbers.reduce((most, { number }) => Math.max(most, number.decimals), 0);
  return wanted.map((place) => {
    const value = series.value(scale(place));
    return { place, text: printed(value, decimals, source.unitAt(place.row)) };
  });
}

function numbersOf(places: readonly CellPlace[], source: FillSource) {
  return places.flatMap((place) => {
    const number = source.numberAt(place);
    return number === null ? [] : [{ place, number }];
  });
}

/** Where the cells of a lane stand in its series: by their years along a row of years, else one after the other. */
function laneScale({ known, wanted }: FillLane, source: FillSource): (place: CellPlace) => number {
  const places = [...known, ...wanted];
  const sideways = places.every(({ row }) => row === places[0]?.row);
  const years = places.map(({ column }) => source.yearAt(column));
  if (sideways && years.every((year) => year !== null) && new Set(years).size === years.length) {
    return ({ column }) => source.yearAt(column) ?? column;
  }
  const order = new Map(places.map((place, at) => [place, at]));
  return (place) => order.get(place) ?? 0;
}

/** The most columns and rows in which gaps are looked for; a larger block is not a path. */
const MOST_GAPS = { rows: 2_000, columns: 60 } as const;

/** The empty cells of a block that stand between filled years of their row: the years that a path can fill. */
export function gapCells(rect: Rect, source: FillSource): readonly CellPlace[] {
  const { rows, columns } = sizeOf(rect);
  if (columns < 3 || rows > MOST_GAPS.rows || columns > MOST_GAPS.columns) return [];
  return rowsOf(rect).flatMap((row) => {
    const points = pointsIn(row, rect, source);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return [];
    return columnsOf(rect)
      .map((column) => ({ row, column }))
      .filter((place) => {
        const year = source.yearAt(place.column);
        const between = year !== null && year > first.at && year < last.at;
        return between && source.textAt(place) === "" && source.canWrite(place);
      });
  });
}

/** The texts that fill gaps along a path; the filled years of a row are held. */
export function gapTexts(
  gaps: readonly CellPlace[],
  rect: Rect,
  shape: GapShape,
  source: FillSource,
): readonly PlacedText[] {
  const wanted = new Set(gaps.map(({ row, column }) => `${row} ${column}`));
  return rowsOf(rect).flatMap((row) => {
    const isGap = (column: number) => wanted.has(`${row} ${column}`);
    const points = pointsIn(row, rect, source, isGap);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || first === last) return [];
    const path = pathBetween(
      GAP_SHAPES[shape],
      { year: first.at, value: first.value },
      { year: last.at, value: last.value },
      points.slice(1, -1).map(({ at, value }) => ({ year: at, value })),
    );
    if (!path.ok) return [];
    const decimals = Math.max(...points.map((point) => point.decimals));
    return columnsOf(rect)
      .filter(isGap)
      .flatMap((column) => {
        const value = path.value[(source.yearAt(column) ?? first.at) - first.at - 1];
        if (value === undefined) return [];
        return [{ place: { row, column }, text: printed(value, decimals, source.unitAt(row)) }];
      });
  });
}

interface YearPoint extends SeriesPoint {
  readonly decimals: number;
}

/** The numbers of a row by their years, ascending; the first column of a year counts. */
function pointsIn(
  row: number,
  rect: Rect,
  source: FillSource,
  isGap: (column: number) => boolean = () => false,
): readonly YearPoint[] {
  const points = new Map<number, YearPoint>();
  for (const column of columnsOf(rect)) {
    const year = source.yearAt(column);
    const number = year === null || isGap(column) ? null : source.numberAt({ row, column });
    if (year !== null && number !== null && !points.has(year)) points.set(year, { at: year, ...number });
  }
  return [...points.values()].sort((a, b) => a.at - b.at);
}

/** Things and people are whole; what is computed of other numbers gets one more digit than it came from. */
function printed(value: number, decimals: number, unit: string): string {
  const { dimension } = parseUnit(unit);
  const whole = dimension === "count" || dimension === "people";
  const digits = whole ? decimals : decimals + 1;
  const text = formatNumber(value, Math.min(digits, 12));
  const spare = text.includes(".") && digits > decimals && text.endsWith("0");
  return spare ? text.slice(0, -1).replace(/\.$/u, "") : text;
}

function rowsOf({ top, bottom }: Rect): readonly number[] {
  return Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
}

function columnsOf({ left, right }: Rect): readonly number[] {
  return Array.from({ length: right - left + 1 }, (_, at) => left + at);
}
