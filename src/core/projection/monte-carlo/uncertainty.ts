import type { AssumptionOf } from "../assumption.ts";

/** Methods one parameter of which can be uncertain: the growth rate, the step, the ceiling. */
export type UncertainMethod = "growth" | "step" | "logistic";

/** An assumption with a parameter that can be uncertain. */
export type UncertainAssumption = AssumptionOf[UncertainMethod];

/**
 * How a parameter is distributed, in the parameter's own unit (percent for growth, base units for steps and ceilings).
 * `normal` spreads around the assumption's number; `triangular` and `uniform` state the parameter itself. `historical`
 * is "as volatile as its history": for growth, ln(x_t/x_{t−1}) spreads around ln(1 + g) by the standard deviation of its
 * observed yearly changes; for steps, x_t − x_{t−1} does.
 */
export type Distribution =
  | { readonly kind: "normal"; readonly sd: number }
  | { readonly kind: "triangular"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | { readonly kind: "historical" };

/**
 * An uncertain parameter. `yearly` draws it anew for every year, `once` for a whole path; a ceiling is always drawn once.
 * Years that have a number of their own move the distribution by their difference from the constant.
 */
export interface Uncertainty {
  readonly distribution: Distribution;
  readonly drawn: "yearly" | "once";
}
