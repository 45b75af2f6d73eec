import type { Assumption, Block, Comparison, Difference, Order } from "./comparison.ts";

/** A level or a growth, and the second one of 保底…力争…; both are equal where there is one. */
export interface LevelPair {
  readonly low: number;
  readonly high: number;
}

/** How a difference of levels is told. */
interface LevelTerms {
  /** Percentage points instead of percent of the other's value. */
  readonly points: boolean;
  readonly assumed: readonly Assumption[];
}

/** Below this share of the values a difference is the noise of their last binary digits. */
const NOISE = 1e-9;

/** `mine − theirs` in points, or `mine / theirs − 1` in percent; floors against floors and stretches against stretches. */
export function differenceOf(
  of: Exclude<Difference["of"], "growth">,
  mine: LevelPair,
  theirs: LevelPair,
  { points, assumed }: LevelTerms,
): Comparison {
  // A percentage of nothing, or of less, says nothing.
  if (!points && (theirs.low <= 0 || theirs.high <= 0)) {
    return blocked({ kind: "not-computable", side: "theirs" });
  }
  const by = (own: number, other: number) =>
    points ? exact(own - other, own, other) : exact(own - other, own, other) * (100 / other);
  const ends = [by(mine.low, theirs.low), by(mine.high, theirs.high)];
  return difference(of, points ? "points" : "percent", ends, assumed);
}

/** The difference of two growths a year (fractions) in percentage points: 24.8 % beside 7.1 % is 17.7 points. */
export function growthDifference(
  mine: LevelPair,
  theirs: LevelPair,
  assumed: readonly Assumption[],
): Difference {
  const by = (own: number, other: number) => 100 * exact(own - other, own, other);
  return difference("growth", "points", [by(mine.low, theirs.low), by(mine.high, theirs.high)], assumed);
}

/** A comparison that is not made. */
export function blocked(block: Block, remedies: readonly Assumption["kind"][] = []): Comparison {
  return { kind: "blocked", block, remedies };
}

/** Of the assumptions those of the given kinds. */
export function used(
  assumed: readonly Assumption[],
  kinds: readonly Assumption["kind"][],
): readonly Assumption[] {
  return assumed.filter(({ kind }) => kinds.includes(kind));
}

function difference(
  of: Difference["of"],
  terms: Difference["in"],
  ends: readonly number[],
  assumed: readonly Assumption[],
): Difference {
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  return { kind: "difference", of, in: terms, low, high, order: orderOf(low, high), assumed };
}

function orderOf(low: number, high: number): Order {
  if (low === 0 && high === 0) return "same";
  if (low >= 0) return "higher";
  return high <= 0 ? "lower" : "across";
}

/** A difference without the noise of binary fractions (2.92 − 2.5 is 0.42). */
function exact(by: number, a: number, b: number): number {
  if (Math.abs(by) <= NOISE * Math.max(Math.abs(a), Math.abs(b))) return 0;
  return Number(by.toPrecision(12));
}
