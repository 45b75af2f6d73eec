import { err, ok, type Result } from "../result.ts";

/** One known member of a series: where it stands (a year, or the number of a row) and its value. */
export interface SeriesPoint {
  readonly at: number;
  readonly value: number;
}

/** How a series goes on: equal differences (等差) or equal ratios (等比) for each unit of `at`. */
export type SeriesKind = "linear" | "geometric";

/** Why a series cannot go on: nothing is known of it, or an equal ratio meets a value that is not positive. */
export type SeriesError =
  | { readonly kind: "no-points" }
  | { readonly kind: "not-positive"; readonly at: number };

/** The value of a series at a place, known or not. */
export type Series = (at: number) => number;

/**
 * The series through the known points: the least-squares line (through their logarithms for equal ratios), as
 * spreadsheets carry on a series. One point alone stays what it is. It is fitted once, however many values are asked for.
 */
export function fitSeries(kind: SeriesKind, known: readonly SeriesPoint[]): Result<Series, SeriesError> {
  if (known.length === 0) return err({ kind: "no-points" });
  if (kind === "linear") return ok(lineThrough(known));
  const odd = known.find(({ value }) => !(value > 0));
  if (odd !== undefined) return err({ kind: "not-positive", at: odd.at });
  const line = lineThrough(known.map(({ at, value }) => ({ at, value: Math.log(value) })));
  return ok((at) => Math.exp(line(at)));
}

function lineThrough(points: readonly SeriesPoint[]): Series {
  const count = points.length;
  const middle = points.reduce((sum, point) => sum + point.at, 0) / count;
  const mean = points.reduce((sum, { value }) => sum + value, 0) / count;
  const spread = points.reduce((sum, point) => sum + (point.at - middle) ** 2, 0);
  if (spread === 0) return () => mean;
  const rise = points.reduce((sum, point) => sum + (point.at - middle) * (point.value - mean), 0);
  return (at) => mean + (rise / spread) * (at - middle);
}
