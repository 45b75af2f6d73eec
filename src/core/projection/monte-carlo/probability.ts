import { err, ok, type Result } from "../../result.ts";

/** How many draws kept a promise, and how many broke it; a draw without a value did neither. */
export interface Tally {
  readonly attained: number;
  readonly missed: number;
}

/** A probability estimated from draws: its standard error √(p(1 − p)/n), and Wilson's interval at 95 %. */
export interface Probability {
  readonly value: number;
  readonly standardError: number;
  /** Keeps its width where p is 0 or 1 and the standard error is none (Wilson 1927). */
  readonly low: number;
  readonly high: number;
}

/** Why there is no probability. */
export type ProbabilityGap =
  /** A person judges whether the target holds. */
  | { readonly kind: "judged-by-person" }
  /** A value that the target is judged by is missing in every draw: no base, a year outside, or no value. */
  | { readonly kind: "no-judged-draw" };

/** Φ⁻¹(0.975). */
const Z_95 = 1.959963984540054;

/** The share of the judged draws that kept the promise. */
export function probabilityOf({ attained, missed }: Tally): Result<Probability, ProbabilityGap> {
  const count = attained + missed;
  if (count === 0) return err({ kind: "no-judged-draw" });
  const value = attained / count;
  const standardError = Math.sqrt((value * (1 - value)) / count);
  const square = Z_95 * Z_95;
  const centre = (value + square / (2 * count)) / (1 + square / count);
  const half = (Z_95 / (1 + square / count)) * Math.sqrt(standardError ** 2 + square / (4 * count * count));
  // At the ends the interval reaches them, which rounding would hide.
  const low = attained === 0 ? 0 : Math.max(0, centre - half);
  const high = missed === 0 ? 1 : Math.min(1, centre + half);
  return ok({ value, standardError, low, high });
}

/** A probability as it stood after so many draws. */
export interface ConvergencePoint extends Probability {
  readonly draws: number;
}

/** The probability after 1, 2, 4, … blocks of draws and after all, so that its standard error can be seen to shrink. */
export function convergenceOf(
  tallies: readonly Tally[],
  drawsAfter: (blocks: number) => number,
): readonly ConvergencePoint[] {
  const points: ConvergencePoint[] = [];
  let total: Tally = { attained: 0, missed: 0 };
  let next = 1;
  for (const [at, tally] of tallies.entries()) {
    total = { attained: total.attained + tally.attained, missed: total.missed + tally.missed };
    const blocks = at + 1;
    if (blocks !== next && blocks !== tallies.length) continue;
    next = blocks === next ? 2 * next : next;
    const probability = probabilityOf(total);
    if (probability.ok) points.push({ draws: drawsAfter(blocks), ...probability.value });
  }
  return points;
}
