import { type PathShape, pathBetween } from "../path/path.ts";
import { YEAR_RANGE } from "../plan/ids.ts";
import { err, ok, type Result } from "../result.ts";
import type { ProjectionError, ProjectionInput, ProjectionMethod, ProjectionParameters } from "./method.ts";

const PARAMETERS: ProjectionMethod["parameters"] = [
  { name: "level", unit: "base-unit", min: -1e18, max: 1e18 },
  { name: "year", unit: "year", min: YEAR_RANGE.first, max: YEAR_RANGE.last },
];

/** A straight path to a level in a year (domain.md sections 4 and 5). */
export const toTargetLinear: ProjectionMethod = {
  id: "to-target-linear",
  parameters: PARAMETERS,
  project: (input, parameters) => toTarget("linear", input, parameters),
};

/** A path of constant growth to a level in a year (domain.md sections 4 and 5). */
export const toTargetGeometric: ProjectionMethod = {
  id: "to-target-geometric",
  parameters: PARAMETERS,
  project: (input, parameters) => toTarget("geometric", input, parameters),
};

/** The path's values in the asked years; after the target year the level is held. */
function toTarget(
  shape: PathShape,
  { lastYear, lastValue, years }: ProjectionInput,
  { level, year }: ProjectionParameters,
): Result<Float64Array, ProjectionError> {
  if (level === undefined) return err({ kind: "missing-parameter", name: "level" });
  if (year === undefined) return err({ kind: "missing-parameter", name: "year" });
  if (years.length === 0) return err({ kind: "no-years" });
  const path = pathBetween(shape, { year: lastYear, value: lastValue }, { year, value: level });
  if (!path.ok) {
    if (path.error.kind === "no-years") return err({ kind: "out-of-range", name: "year", value: year });
    return err({ kind: "not-positive", name: path.error.which === "from" ? "base" : "level" });
  }
  return ok(Float64Array.from(years, (asked) => path.value[asked - lastYear - 1] ?? level));
}
