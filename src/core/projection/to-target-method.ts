import type { PathError, PathShape } from "../path/path.ts";
import { pathBetween } from "../path/path.ts";
import { err, ok } from "../result.ts";
import type { ProjectionError, ProjectionMethod } from "./method.ts";

/**
 * A path of domain.md section 4 from the last value to `level` (base unit) in `year`; years after that keep the level,
 * since a target says nothing of them.
 */
function toTargetMethod(id: ProjectionMethod["id"], shape: PathShape): ProjectionMethod {
  return {
    id,
    parameters: [
      { name: "level", unit: "base-unit", min: -1e18, max: 1e18 },
      { name: "year", unit: "year", min: 1949, max: 2100 },
    ],
    project: ({ lastYear, lastValue, years }, { level, year }) => {
      if (level === undefined) return err({ kind: "missing-parameter", name: "level" });
      if (year === undefined) return err({ kind: "missing-parameter", name: "year" });
      const path = pathBetween(shape, { year: lastYear, value: lastValue }, { year, value: level });
      if (!path.ok) return err(projectionError(path.error));
      return ok(Float64Array.from(years, (at) => path.value[at - lastYear - 1] ?? level));
    },
  };
}

function projectionError(error: PathError): ProjectionError {
  return error.kind === "no-years"
    ? error
    : { kind: "not-positive", name: error.which === "from" ? "base" : "level" };
}

/** Equal steps a year to a target. */
export const TO_TARGET_LINEAR = toTargetMethod("to-target-linear", "linear");

/** Equal rates a year to a target; both ends must be positive. */
export const TO_TARGET_GEOMETRIC = toTargetMethod("to-target-geometric", "geometric");
