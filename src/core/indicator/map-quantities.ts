import { assertNever } from "../assert-never.ts";
import type { Quantity } from "./quantity.ts";
import type { Target } from "./target.ts";

/** The target with each of its quantities replaced; a growth rate is none. */
export function mapQuantities(target: Target, map: (quantity: Quantity) => Quantity): Target {
  switch (target.form) {
    case "atLeast":
    case "exceed":
    case "atMost":
    case "below":
    case "about":
      return { ...target, level: map(target.level) };
    case "between":
      return { ...target, low: map(target.low), high: map(target.high) };
    case "floorStretch":
      return { ...target, floor: map(target.floor), stretch: map(target.stretch) };
    case "cumulative":
      return { ...target, total: map(target.total) };
    case "increase":
      return { ...target, by: map(target.by) };
    case "averageGrowth":
    case "fullCoverage":
    case "qualitative":
      return target;
    default:
      return assertNever(target);
  }
}
