import { assertNever } from "../assert-never.ts";
import { cumulativeSum } from "../path/cumulative-growth.ts";
import type { Direction } from "../plan/concept.ts";
import { err, ok, type Result } from "../result.ts";
import type { Target } from "./target.ts";

/** A year and the value in it, in base units. */
export interface YearValue {
  readonly year: number;
  readonly value: number;
}

/** What a target is judged against; values in base units. */
export interface TargetContext {
  readonly targetYear: number;
  /** The base year and value, or `null` where no base is stated. */
  readonly base: YearValue | null;
  /** Known or projected values, any order; those after the base year up to the target year are looked at. */
  readonly values: readonly YearValue[];
  readonly direction: Direction;
}

/** What a target implies at its year; `stretch` is the second level of 保底…力争…. */
export interface TargetLevel {
  readonly level: number;
  readonly stretch: number | null;
}

/** Why a target implies no level. */
export type LevelGap =
  | { readonly kind: "no-base" }
  | { readonly kind: "no-years" }
  | { readonly kind: "no-level" }
  | { readonly kind: "judged" };

/** Share of the level by which 左右 may miss, in percent, unless the target sets it (domain.md section 3). */
export const DEFAULT_TOLERANCE = 5;
const FULL_COVERAGE = 100;
/** Relative slack of comparisons, so that 2.5 − 2.2 counts as 0.3. */
const SLACK = 1e-9;

/**
 * Whether the target holds (domain.md section 3); `null` where a value is missing or a person judges. For concepts
 * where lower is better, levels are upper limits; 控制在…以内 and 低于 say so themselves and stay as they are.
 */
export function holds(target: Target, context: TargetContext): boolean | null {
  if (target.form === "qualitative") return null;
  if (target.form === "cumulative") return holdsCumulative(target.total.value, context);
  if (target.form === "averageGrowth") return holdsGrowth(target, context);
  const x = valueIn(context, context.targetYear);
  if (x === null) return null;
  const lower = context.direction === "lower";
  switch (target.form) {
    case "atLeast":
      return lower ? atMost(x, target.level.value) : atLeast(x, target.level.value);
    case "exceed":
      return lower ? below(x, target.level.value) : below(target.level.value, x);
    case "atMost":
      return atMost(x, target.level.value);
    case "below":
      return below(x, target.level.value);
    case "about":
      return near(x, target.level.value, target.tolerance ?? DEFAULT_TOLERANCE);
    case "between":
      return lower ? atMost(x, target.high.value) : atLeast(x, target.low.value);
    case "floorStretch":
      return lower ? atMost(x, target.floor.value) : atLeast(x, target.floor.value);
    case "increase":
      return context.base === null ? null : movedBy(x, context.base.value, target.by.value);
    case "fullCoverage":
      return atLeast(x, FULL_COVERAGE);
    default:
      return assertNever(target);
  }
}

/** Whether the stretch level of 保底…力争… is reached; `null` for other forms or without a value. */
export function holdsStretch(target: Target, context: TargetContext): boolean | null {
  const x = valueIn(context, context.targetYear);
  if (x === null || target.form !== "floorStretch") return null;
  return context.direction === "lower" ? atMost(x, target.stretch.value) : atLeast(x, target.stretch.value);
}

/** The level that a target implies at `targetYear`, in base units (domain.md section 3). */
export function levelOf(
  target: Target,
  base: YearValue | null,
  targetYear: number,
  direction: Direction = "higher",
): Result<TargetLevel, LevelGap> {
  switch (target.form) {
    case "atLeast":
    case "exceed":
    case "atMost":
    case "below":
    case "about":
      return single(target.level.value);
    case "between":
      return single(direction === "lower" ? target.high.value : target.low.value);
    case "floorStretch":
      return ok({ level: target.floor.value, stretch: target.stretch.value });
    case "averageGrowth":
      return growthLevel(target, base, targetYear);
    case "increase":
      return base === null ? err({ kind: "no-base" }) : single(sum(base.value, target.by.value));
    case "fullCoverage":
      return single(FULL_COVERAGE);
    case "cumulative":
      return err({ kind: "no-level" });
    case "qualitative":
      return err({ kind: "judged" });
    default:
      return assertNever(target);
  }
}

type AverageGrowth = Extract<Target, { form: "averageGrowth" }>;

function growthLevel(
  target: AverageGrowth,
  base: YearValue | null,
  targetYear: number,
): Result<TargetLevel, LevelGap> {
  // 累计法 promises a sum over the years; the last year may be anything.
  if (target.method === "cumulative") return err({ kind: "no-level" });
  if (base === null) return err({ kind: "no-base" });
  const years = targetYear - base.year;
  return years > 0 ? single(base.value * (1 + target.rate / 100) ** years) : err({ kind: "no-years" });
}

function holdsGrowth(target: AverageGrowth, context: TargetContext): boolean | null {
  const { base, targetYear, direction } = context;
  if (base === null || base.value <= 0 || targetYear <= base.year) return null;
  const years = targetYear - base.year;
  const rate = target.rate / 100;
  const byLevel = target.method === "level";
  const actual = byLevel ? valueIn(context, targetYear) : sumAfterBase(context);
  if (actual === null) return null;
  if (target.qualifier === "about") return nearGrowth(target, actual / base.value, years);
  const promised = byLevel ? base.value * (1 + rate) ** years : cumulativeSum(base.value, rate, years);
  const strict = target.qualifier === "exceed";
  if (direction === "lower" || rate < 0) return strict ? below(actual, promised) : atMost(actual, promised);
  return strict ? below(promised, actual) : atLeast(actual, promised);
}

/** 年均增长12%左右: the growth is within the tolerance of 左右 around the stated one. */
function nearGrowth(target: AverageGrowth, ratio: number, years: number): boolean {
  const slack = (Math.abs(target.rate) * DEFAULT_TOLERANCE) / 100;
  const reached = (percent: number) =>
    target.method === "level" ? (1 + percent / 100) ** years : cumulativeSum(1, percent / 100, years);
  return atLeast(ratio, reached(target.rate - slack)) && atMost(ratio, reached(target.rate + slack));
}

function holdsCumulative(total: number, context: TargetContext): boolean | null {
  const actual = sumAfterBase(context);
  if (actual === null) return null;
  return context.direction === "lower" ? atMost(actual, total) : atLeast(actual, total);
}

/** Σ x over (y0, yT], or `null` when the base year or one of the years is missing. */
function sumAfterBase(context: TargetContext): number | null {
  const { base, targetYear } = context;
  if (base === null || targetYear <= base.year) return null;
  let total = 0;
  for (let year = base.year + 1; year <= targetYear; year += 1) {
    const value = valueIn(context, year);
    if (value === null) return null;
    total += value;
  }
  return total;
}

function valueIn(context: TargetContext, year: number): number | null {
  return context.values.find((known) => known.year === year)?.value ?? null;
}

function single(level: number): Result<TargetLevel, never> {
  return ok({ level, stretch: null });
}

/** A sum without the noise of its last binary digits (1.22 + 0.28 is 1.5). */
function sum(a: number, b: number): number {
  return Number((a + b).toPrecision(15));
}

function movedBy(x: number, base: number, by: number): boolean {
  return by < 0 ? atMost(x, base + by) : atLeast(x, base + by);
}

function near(x: number, level: number, percent: number): boolean {
  return atMost(Math.abs(x - level), (Math.abs(level) * percent) / 100);
}

function atLeast(a: number, b: number): boolean {
  return a >= b - slack(a, b);
}

function atMost(a: number, b: number): boolean {
  return atLeast(b, a);
}

function below(a: number, b: number): boolean {
  return !atLeast(a, b);
}

function slack(a: number, b: number): number {
  return SLACK * Math.max(Math.abs(a), Math.abs(b));
}
