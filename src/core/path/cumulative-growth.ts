import { err, ok, type Result } from "../result.ts";
import type { GrowthGap } from "./growth.ts";

const MAX_DOUBLINGS = 1000;
const MAX_HALVINGS = 200;

/** `Σ b(1+g)ᵏ` for k = 1…years (domain.md section 3): what a base that grows by the fraction `rate` adds up to. */
export function cumulativeSum(base: number, rate: number, years: number): number {
  let value = base;
  let total = 0;
  for (let k = 1; k <= years; k += 1) {
    value *= 1 + rate;
    total += value;
  }
  return total;
}

/** 累计法: the growth g (a fraction, > −1) with `Σ b(1+g)ᵏ = total` over `years`, by bisection. */
export function cumulativeGrowth(base: number, total: number, years: number): Result<number, GrowthGap> {
  if (!Number.isInteger(years) || years <= 0) return err({ kind: "no-years" });
  if (!(base > 0)) return err({ kind: "not-positive", which: "base", pointsPerYear: null });
  if (!(total > 0)) return err({ kind: "not-positive", which: "level", pointsPerYear: null });
  let low = -1;
  let high = 1;
  for (let k = 0; k < MAX_DOUBLINGS && cumulativeSum(base, high, years) < total; k += 1) high *= 2;
  // A base so small that no growth gets there is no base to grow from.
  if (!(cumulativeSum(base, high, years) >= total))
    return err({ kind: "not-positive", which: "base", pointsPerYear: null });
  for (let k = 0; k < MAX_HALVINGS; k += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (cumulativeSum(base, middle, years) < total) low = middle;
    else high = middle;
  }
  return ok(high);
}
