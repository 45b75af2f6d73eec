import { err, ok, type Result } from "../result.ts";
import type { AssumptionOf, OwnAssumption, ProjectionMethodId, YearNumber } from "./assumption.ts";
import { growth } from "./methods/growth.ts";
import { hold } from "./methods/hold.ts";
import { logistic } from "./methods/logistic.ts";
import { series } from "./methods/series.ts";
import { step } from "./methods/step.ts";
import { toTarget } from "./methods/to-target.ts";
import { trend } from "./methods/trend.ts";
import type { ProjectionError } from "./projection-error.ts";
import type { ProjectedLanes, ProjectionMethod, SeriesGround } from "./projection-method.ts";

/** The projection methods by name; a formula is computed by the graph of its model. */
export const PROJECTION_METHODS: { readonly [Id in ProjectionMethodId]: ProjectionMethod<Id> } = {
  hold,
  growth,
  step,
  trend,
  logistic,
  toTarget,
  series,
};

/**
 * Why an assumption cannot be computed on a series: too few observations, or a parameter out of its range. What only shows
 * while computing (a ceiling below the last value) {@link fillLanes} tells.
 */
export function checkAssumption(ground: SeriesGround, assumption: OwnAssumption): ProjectionError | null {
  return checkBy(assumption.method, ground, assumption);
}

/** Fills the years after the last observation by the method of a checked assumption, or says why it cannot. */
export function fillLanes(
  ground: SeriesGround,
  assumption: OwnAssumption,
  lanes: ProjectedLanes,
): ProjectionError | null {
  return fillBy(assumption.method, ground, assumption, lanes);
}

function fillBy<Id extends ProjectionMethodId>(
  id: Id,
  ground: SeriesGround,
  assumption: AssumptionOf[Id],
  lanes: ProjectedLanes,
): ProjectionError | null {
  return PROJECTION_METHODS[id].fill(ground, assumption, lanes);
}

/** The values of the years after the last observation up to `ground.until`. */
export function projectSeries(
  ground: SeriesGround,
  assumption: OwnAssumption,
): Result<Float64Array, ProjectionError> {
  const last = ground.known.at(-1);
  if (last === undefined) return err({ kind: "no-observation" });
  const count = Math.max(0, ground.until - last.year);
  const values = new Float64Array(count).fill(Number.NaN);
  const wrong =
    checkAssumption(ground, assumption) ?? fillLanes(ground, assumption, { values, at: 0, stride: 1, count });
  return wrong === null ? ok(values) : err(wrong);
}

function checkBy<Id extends ProjectionMethodId>(
  id: Id,
  ground: SeriesGround,
  assumption: AssumptionOf[Id],
): ProjectionError | null {
  const { needs, parameters } = PROJECTION_METHODS[id];
  const found = ground.known.length;
  if (found < needs) {
    return found === 0 ? { kind: "no-observation" } : { kind: "too-few-observations", needed: needs, found };
  }
  for (const { name, read, min, max } of parameters) {
    const value = read(assumption);
    if (!(value >= min && value <= max)) return { kind: "out-of-range", name, value };
  }
  const [first] = parameters;
  return first === undefined || !("byYear" in assumption) || assumption.byYear.length === 0
    ? null
    : yearOutside(first, assumption.byYear);
}

/** A number by year outside the range of its constant. */
function yearOutside(
  { name, min, max }: { readonly name: string; readonly min: number; readonly max: number },
  byYear: readonly YearNumber[],
): ProjectionError | null {
  const odd = byYear.find(({ value }) => !(value >= min && value <= max));
  return odd === undefined ? null : { kind: "out-of-range", name, value: odd.value };
}
