import { err, ok, type Result } from "../result.ts";
import { type PathShape, type SHAPE_RANGES, valueOnPath, wrongShapeParameter } from "./path-shape.ts";

/** One end of a path: a year and its value in base units. */
export interface PathPoint {
  readonly year: number;
  readonly value: number;
}

/**
 * Why there is no path: the end is not after the start, a geometric path meets a value that is not positive, a held year
 * lies outside or is held twice, or a shape's parameter is out of its range.
 */
export type PathError =
  | { readonly kind: "no-years" }
  | { readonly kind: "not-positive"; readonly which: "from" | "to" | "held" }
  | { readonly kind: "held-outside" | "held-twice"; readonly year: number }
  | { readonly kind: "not-a-number"; readonly year: number }
  | { readonly kind: "shape-parameter"; readonly name: keyof typeof SHAPE_RANGES; readonly value: number };

/**
 * Values of the years after `from` up to `to`; the last one is exactly `to.value` (domain.md section 4). Held years keep
 * their value, and the years between two held points move by the shape.
 */
export function pathBetween(
  shape: PathShape,
  from: PathPoint,
  to: PathPoint,
  held: readonly PathPoint[] = [],
): Result<Float64Array, PathError> {
  const years = to.year - from.year;
  if (!Number.isInteger(years) || years <= 0) return err({ kind: "no-years" });
  const points = [from, ...[...held].sort((a, b) => a.year - b.year), to];
  const wrong = wrongPath(shape, points);
  if (wrong !== null) return err(wrong);
  const values = new Float64Array(years);
  points.slice(1).forEach((end, at) => {
    const start = points[at] ?? from;
    const span = end.year - start.year;
    for (let k = 1; k <= span; k += 1) {
      values[start.year - from.year + k - 1] = valueOnPath(shape, start.value, end.value, k / span);
    }
  });
  return ok(values);
}

/** What is wrong with the points of a path, which stand in order of their years. */
function wrongPath(shape: PathShape, points: readonly PathPoint[]): PathError | null {
  const parameter = wrongShapeParameter(shape);
  if (parameter !== null) return { kind: "shape-parameter", ...parameter };
  const last = points.length - 1;
  const [first] = points;
  const end = points[last];
  if (first === undefined || end === undefined) return { kind: "no-years" };
  for (const [at, { year, value }] of points.entries()) {
    if (!Number.isFinite(value)) return { kind: "not-a-number", year };
    if (shape.kind === "geometric" && value <= 0) {
      return { kind: "not-positive", which: at === 0 ? "from" : at === last ? "to" : "held" };
    }
    if (at === 0 || at === last) continue;
    if (!Number.isInteger(year) || year <= first.year || year >= end.year)
      return { kind: "held-outside", year };
    if (year === points[at - 1]?.year) return { kind: "held-twice", year };
  }
  return null;
}
