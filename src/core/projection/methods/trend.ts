import type { PathPoint } from "../../path/path.ts";
import type { AssumptionOf } from "../assumption.ts";
import { finiteOrNone, type ProjectionMethod } from "../projection-method.ts";
import { leastSquares, theilSen, trendAt } from "./trend-fits.ts";

/**
 * A trend fitted on the observations (domain.md section 5), with at least three of them: the line of least squares, the
 * same on logarithms (as a spreadsheet's GROWTH), Theil–Sen, or damped: from the last value on by the slope of least
 * squares, of which each year keeps the share `damping` of the year before.
 */
export const trend: ProjectionMethod<"trend"> = {
  id: "trend",
  parameters: [{ name: "damping", read: ({ damping }) => damping, unit: "share", min: 0, max: 1 }],
  needs: 3,
  fill: ({ known }, assumption, { values, at, stride, count }) => {
    const last = known.at(-1);
    if (last === undefined) return { kind: "no-observation" };
    const low = known.find(({ value }) => value <= 0);
    if (assumption.fit === "log-linear" && low !== undefined) {
      return { kind: "base-not-positive", value: low.value };
    }
    const ahead = trendAhead(known, last, assumption);
    for (let k = 0; k < count; k += 1) values[at + k * stride] = finiteOrNone(ahead(k + 1));
    return null;
  },
};

/** The value so many years after the last observation. */
function trendAhead(
  known: readonly PathPoint[],
  last: PathPoint,
  { fit, damping }: AssumptionOf["trend"],
): (years: number) => number {
  switch (fit) {
    case "linear": {
      const line = leastSquares(known);
      return (years) => trendAt(line, last.year + years);
    }
    case "log-linear": {
      const line = leastSquares(known.map(({ year, value }) => ({ year, value: Math.log(value) })));
      return (years) => Math.exp(trendAt(line, last.year + years));
    }
    case "theil-sen": {
      const line = theilSen(known);
      return (years) => trendAt(line, last.year + years);
    }
    case "damped": {
      const { slope } = leastSquares(known);
      return (years) => last.value + slope * damped(damping, years);
    }
  }
}

/** φ + φ² + … + φⁿ, added up: the quotient (φ − φⁿ⁺¹)/(1 − φ) loses its digits where φ is nearly 1. */
function damped(share: number, years: number): number {
  let sum = 0;
  for (let k = 0; k < years; k += 1) sum = share * (1 + sum);
  return sum;
}
