import type { PathPoint } from "../../path/path.ts";
import { err, ok, type Result } from "../../result.ts";
import type { ProjectionError } from "../projection-error.ts";

/** Observations that a standard deviation needs at least: three changes. */
export const VOLATILITY_NEEDS = 4;

/**
 * Standard deviation of the yearly changes of observations (ascending): of ln x for growth, of x for steps. Over gaps it is
 * that of a random walk: with changes dᵢ over hᵢ years and m = Σd/Σh, s² = Σ (dᵢ − m·hᵢ)²/hᵢ / (k − 1); without gaps this
 * is the sample standard deviation.
 */
export function historicalVolatility(
  known: readonly PathPoint[],
  of: "growth" | "step",
): Result<number, ProjectionError> {
  const found = known.length;
  if (found < VOLATILITY_NEEDS) return err({ kind: "too-few-observations", needed: VOLATILITY_NEEDS, found });
  const low = known.find(({ value }) => value <= 0);
  if (of === "growth" && low !== undefined) return err({ kind: "base-not-positive", value: low.value });
  const changes = known.slice(1).map((point, at) => changeBetween(known[at] ?? point, point, of));
  const mean = sum(changes.map(({ by }) => by)) / sum(changes.map(({ years }) => years));
  const squares = sum(changes.map(({ by, years }) => (by - mean * years) ** 2 / years));
  return ok(Math.sqrt(squares / (changes.length - 1)));
}

function changeBetween(from: PathPoint, to: PathPoint, of: "growth" | "step") {
  const by = of === "growth" ? Math.log(to.value / from.value) : to.value - from.value;
  return { by, years: to.year - from.year };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
