import type { PathPoint } from "../../path/path.ts";
import type { Assumption } from "../assumption.ts";

/** A push on a series over some years, both included, after its method and before formulas that use it. */
export interface Shock {
  readonly kind: "multiply" | "add";
  readonly from: number;
  readonly to: number;
  /** A factor, or an amount in base units. */
  readonly amount: number;
}

/** What is supposed of one series in one column. */
export interface SeriesPlan {
  readonly assumption: Assumption;
  readonly shocks: readonly Shock[];
  /** Whether values are kept within the series' range; otherwise leaving it is a finding. */
  readonly clamp: boolean;
}

/** One series of a model. */
export interface ModelSeries {
  /** Id by which formulas may name it, besides its names. */
  readonly id: string;
  readonly names: readonly string[];
  /** Printed unit; values are in its base unit. */
  readonly unit: string;
  /** Allowed values in base units, ends included; `null` where all are. */
  readonly range: { readonly min: number | null; readonly max: number | null } | null;
  /** Observations, ascending and finite. */
  readonly known: readonly PathPoint[];
}

/**
 * Series × years × columns: a column is a scenario. `plans` holds for each series one plan for each column; columns that
 * share a plan share the object, and are then computed together.
 */
export interface ProjectionModel {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly columns: number;
  readonly series: readonly ModelSeries[];
  readonly plans: readonly (readonly SeriesPlan[])[];
}
