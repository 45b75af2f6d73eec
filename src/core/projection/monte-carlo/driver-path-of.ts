import type { PathPoint } from "../../path/path.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Assumption } from "../assumption.ts";
import type { SeriesGround } from "../projection-method.ts";
import { yearNumbers } from "../methods/year-numbers.ts";
import { checkAssumption, PROJECTION_METHODS } from "../projection-registry.ts";
import type { DrawnParameter } from "./drawn-parameter.ts";
import type { DriverMove, DriverPath } from "./driver-path.ts";
import { historicalVolatility } from "./historical-volatility.ts";
import type { DriverError } from "./monte-carlo-error.ts";
import type { Distribution, Uncertainty, UncertainAssumption } from "./uncertainty.ts";

/** How a series of a model that begins in `firstYear` is drawn under an uncertain assumption, or why it cannot be. */
export function driverPathOf(
  ground: SeriesGround & { readonly firstYear: number },
  assumption: Assumption,
  { distribution, drawn }: Uncertainty,
): Result<DriverPath, DriverError> {
  const { method } = assumption;
  if (method !== "growth" && method !== "step" && method !== "logistic")
    return err({ kind: "not-uncertain", method });
  const wrong = checkAssumption(ground, assumption);
  if (wrong !== null) return err({ kind: "projection", error: wrong });
  const last = ground.known.at(-1);
  if (last === undefined) return err({ kind: "projection", error: { kind: "no-observation" } });
  // Growth of nothing is nothing, and a curve to a ceiling starts above zero.
  if (method !== "step" && !(last.value > 0))
    return err({ kind: "projection", error: { kind: "base-not-positive", value: last.value } });
  const years = Math.max(0, ground.until - last.year);
  const move =
    distribution.kind === "historical"
      ? historicalMove(ground.known, assumption, last, years)
      : statedMove(assumption, distribution, last, years);
  if (!move.ok) return move;
  const hidden = Math.max(0, ground.firstYear - last.year - 1);
  return ok({ last, years, hidden, move: move.value, yearly: drawn === "yearly" && method !== "logistic" });
}

type Stated = Exclude<Distribution, { kind: "historical" }>;

function historicalMove(
  known: readonly PathPoint[],
  assumption: UncertainAssumption,
  last: PathPoint,
  years: number,
): Result<DriverMove, DriverError> {
  if (assumption.method === "logistic") return err({ kind: "no-history-for-ceiling" });
  const sd = historicalVolatility(known, assumption.method);
  if (!sd.ok) return err({ kind: "projection", error: sd.error });
  if (assumption.method === "step") {
    return statedMove(assumption, { kind: "normal", sd: sd.value }, last, years);
  }
  const rates = yearNumbers(assumption.byYear, last.year, years, assumption.rate);
  return ok({ kind: "log-growth", centres: rates.map((rate) => Math.log1p(rate / 100)), sd: sd.value });
}

function statedMove(
  assumption: UncertainAssumption,
  distribution: Stated,
  last: PathPoint,
  years: number,
): Result<DriverMove, DriverError> {
  const centre = centreOf(assumption);
  const parameter = parameterOf(distribution, centre);
  if (!parameter.ok) return parameter;
  const outside = outsideRange(assumption, parameter.value, last);
  if (outside !== null) return err(outside);
  if (assumption.method === "logistic") {
    return ok({ kind: "ceiling", parameter: parameter.value, rate: assumption.rate });
  }
  const numbers = yearNumbers(assumption.byYear, last.year, years, centre);
  const shifts = numbers.map((number) => number - centre);
  return ok({ kind: assumption.method, parameter: parameter.value, shifts });
}

function centreOf(assumption: UncertainAssumption): number {
  switch (assumption.method) {
    case "growth":
      return assumption.rate;
    case "step":
      return assumption.delta;
    case "logistic":
      return assumption.ceiling;
  }
}

/** Checks the numbers of a distribution. */
function parameterOf(distribution: Stated, centre: number): Result<DrawnParameter, DriverError> {
  const odd = Object.entries(distribution).find(
    ([, value]) => typeof value === "number" && !Number.isFinite(value),
  );
  if (odd !== undefined) return err({ kind: "not-a-number", name: odd[0] });
  if (distribution.kind === "normal") {
    const { sd } = distribution;
    return sd < 0 ? err({ kind: "negative-spread", sd }) : ok({ kind: "normal", mean: centre, sd });
  }
  const { low, high } = distribution;
  if (low > high) return err({ kind: "bounds-reversed", low, high });
  if (distribution.kind === "triangular") {
    const { mode } = distribution;
    if (mode < low || mode > high) return err({ kind: "mode-outside-bounds", mode, low, high });
  }
  return ok(distribution);
}

/** Bounds keep to the parameter's own range; a ceiling can at best lie above the last value. */
function outsideRange(
  { method }: UncertainAssumption,
  parameter: DrawnParameter,
  last: PathPoint,
): DriverError | null {
  if (parameter.kind === "normal") return null;
  const { low, high } = parameter;
  const [spec] = PROJECTION_METHODS[method].parameters;
  if (spec !== undefined) {
    const { min, max } = spec;
    const bound = [low, high].find((each) => each < min || each > max);
    if (bound !== undefined) return { kind: "bound-out-of-range", bound, min, max };
  }
  if (method === "logistic" && high <= last.value) {
    const error = { kind: "ceiling-not-above-last", ceiling: high, last: last.value } as const;
    return { kind: "projection", error };
  }
  return null;
}
