import type { PathPoint } from "../../path/path.ts";

/** A straight line over the years: its value in year t is `level + slope · (t − year)`. */
export interface TrendLine {
  readonly year: number;
  readonly level: number;
  readonly slope: number;
}

/** Ordinary least squares over the points, as a spreadsheet's FORECAST and TREND; needs two different years. */
export function leastSquares(points: readonly PathPoint[]): TrendLine {
  const count = points.length;
  const year = sum(points.map((point) => point.year)) / count;
  const level = sum(points.map((point) => point.value)) / count;
  const covariance = sum(points.map((point) => (point.year - year) * (point.value - level)));
  const variance = sum(points.map((point) => (point.year - year) ** 2));
  return { year, level, slope: covariance / variance };
}

/** Theil–Sen: the median of all slopes between two points, through the median of what it leaves over. */
export function theilSen(points: readonly PathPoint[]): TrendLine {
  const slopes = points.flatMap((a, at) =>
    points.slice(at + 1).map((b) => (b.value - a.value) / (b.year - a.year)),
  );
  const slope = median(slopes);
  const year = points[0]?.year ?? 0;
  const level = median(points.map((point) => point.value - slope * (point.year - year)));
  return { year, level, slope };
}

/** The value of a trend in a year. */
export const trendAt = (line: TrendLine, year: number): number =>
  line.level + line.slope * (year - line.year);

/** The middle number, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
