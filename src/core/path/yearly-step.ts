import type { IndicatorGrowth } from "./indicator-growth.ts";

/** What a promise asks for a year: two numbers where it has a floor and a stretch, else twice the same one. */
export interface YearlyStep {
  readonly low: number;
  readonly high: number;
  /** Percentage points a year instead of a fraction. */
  readonly points: boolean;
}

/** The step that a growth asks for, for a share in percentage points where they are known; `null` where there is none. */
export function yearlyStep(growth: IndicatorGrowth, share: boolean): YearlyStep | null {
  switch (growth.kind) {
    case "rate": {
      const points = share && growth.points !== null;
      const step = points ? growth.points : growth.rate;
      return { low: step, high: step, points };
    }
    case "range":
      return share && growth.points !== null
        ? { ...growth.points, points: true }
        : { low: growth.low, high: growth.high, points: false };
    case "stated":
      return { low: growth.rate, high: growth.rate, points: false };
    case "hold":
      return { low: 0, high: 0, points: false };
    default:
      return null;
  }
}

/** Where a step leads: `b·(1+g)ⁿ`, or `b + p·n` with `p` points a year. */
export function steppedFrom(base: number, step: number, years: number, points: boolean): number {
  return points ? base + step * years : base * (1 + step) ** years;
}
