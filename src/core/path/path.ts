import { err, ok, type Result } from "../result.ts";

/** How yearly values move between two points. */
export type PathShape = "linear" | "geometric";

/** One end of a path: a year and its value in base units. */
export interface PathPoint {
  readonly year: number;
  readonly value: number;
}

/** Why there is no path: the end is not after the start, or a geometric path meets a value that is not positive. */
export type PathError =
  | { readonly kind: "no-years" }
  | { readonly kind: "not-positive"; readonly which: "from" | "to" };

/** Values of the years after `from` up to `to`; the last one is exactly `to.value` (domain.md section 4). */
export function pathBetween(
  shape: PathShape,
  from: PathPoint,
  to: PathPoint,
): Result<Float64Array, PathError> {
  const years = to.year - from.year;
  if (!Number.isInteger(years) || years <= 0) return err({ kind: "no-years" });
  if (shape === "geometric" && from.value <= 0) return err({ kind: "not-positive", which: "from" });
  if (shape === "geometric" && to.value <= 0) return err({ kind: "not-positive", which: "to" });
  const values = Float64Array.from({ length: years }, (_, index) => {
    const share = (index + 1) / years;
    return shape === "linear"
      ? from.value + (to.value - from.value) * share
      : from.value * (to.value / from.value) ** share;
  });
  values[years - 1] = to.value;
  return ok(values);
}

/** Whole numbers of a level path: every year is rounded half away from zero. */
export function roundCounts(values: Float64Array): Float64Array {
  return values.map((value) => Math.sign(value) * Math.round(Math.abs(value)));
}

/** Whole-number parts that add up to the rounded sum of `parts`, by largest remainder (earlier parts win ties). */
export function roundParts(parts: Float64Array): Float64Array {
  const floors = parts.map((part) => Math.floor(part));
  const total = Math.round(parts.reduce((sum, part) => sum + part, 0));
  let missing = total - floors.reduce((sum, part) => sum + part, 0);
  const byRemainder = Array.from(parts, (part, index) => ({ index, rest: part - Math.floor(part) })).sort(
    (a, b) => b.rest - a.rest || a.index - b.index,
  );
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    floors[index] = (floors[index] ?? 0) + 1;
    missing -= 1;
  }
  return floors;
}
