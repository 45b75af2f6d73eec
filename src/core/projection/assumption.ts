import type { PathPoint } from "../path/path.ts";
import type { PathShape } from "../path/path-shape.ts";

/** A number for one year, in the unit of what it is about. */
export type YearNumber = PathPoint;

/** How a trend is fitted on the observations. */
export type TrendFit = "linear" | "log-linear" | "theil-sen" | "damped";

/**
 * How one series moves in the years after its last observation (domain.md section 5). Values are in base units, growth in
 * percent a year; `byYear` sets single years apart from the constant.
 */
export type Assumption =
  | { readonly method: "hold" }
  | { readonly method: "growth"; readonly rate: number; readonly byYear: readonly YearNumber[] }
  | { readonly method: "step"; readonly delta: number; readonly byYear: readonly YearNumber[] }
  | {
      readonly method: "trend";
      readonly fit: TrendFit;
      /** Share of a year's slope that is left in the next, 0 to 1; only the damped fit uses it. */
      readonly damping: number;
    }
  | { readonly method: "logistic"; readonly ceiling: number; readonly rate: number }
  | {
      readonly method: "toTarget";
      readonly shape: PathShape;
      readonly year: number;
      readonly level: number;
      readonly held: readonly YearNumber[];
      /** Follows the plan's target at this level: year, level and held years are then those of the day; `null` keeps its own. */
      readonly aim: "floor" | "stretch" | null;
    }
  | { readonly method: "series"; readonly values: readonly YearNumber[] }
  | { readonly method: "formula"; readonly text: string };

/** An assumption that needs no other series. */
export type OwnAssumption = Exclude<Assumption, { readonly method: "formula" }>;

/** Name of a projection method that needs no other series. */
export type ProjectionMethodId = OwnAssumption["method"];

/** The assumption of each method. */
export type AssumptionOf = {
  readonly [Id in ProjectionMethodId]: Extract<OwnAssumption, { readonly method: Id }>;
};
