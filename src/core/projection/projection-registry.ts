import { err, ok, type Result } from "../result.ts";
import type { AssumptionOf, OwnAssumption, ProjectionMethodId } from "./assumption.ts";
import { growth } from "./methods/growth.ts";
import { hold } from "./methods/hold.ts";
import { logistic } from "./methods/logistic.ts";
import { series } from "./methods/series.ts";
import { step } from "./methods/step.ts";
import { toTarget } from "./methods/to-target.ts";
import { trend } from "./methods/trend.ts";
import type { ProjectionError } from "./projection-error.ts";
import type { ParameterSpec, ProjectedLanes, ProjectionMethod, SeriesGround } from "./projection-method.ts";

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
  const { needs, parameters } = PROJECTION_METHODS[assumption.method];
  const found = ground.known.length;
  if (found < needs) {
    return found === 0 ? { kind: "no-observation" } : { kind: "too-few-observations", needed: needs, found };
  }
  return outsideRange(parameters, assumption);
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

/** A parameter outside its declared range; numbers by year are held to the range of their constant. */
function outsideRange(
  parameters: readonly ParameterSpec[],
  assumption: OwnAssumption,
): ProjectionError | null {
  const numbers = new Map<string, unknown>(Object.entries(assumption));
  for (const { name, min, max } of parameters) {
    const value = numbers.get(name);
    if (typeof value === "number" && !(value >= min && value <= max))
      return { kind: "out-of-range", name, value };
  }
  const [first] = parameters;
  if (first === undefined || !("byYear" in assumption)) return null;
  const odd = assumption.byYear.find(({ value }) => !(value >= first.min && value <= first.max));
  return odd === undefined ? null : { kind: "out-of-range", name: first.name, value: odd.value };
}
