import type { OwnAssumption } from "../assumption.ts";
import type { CheckedFormula } from "../formula/check-formula.ts";
import type { FormulaCode } from "../formula/compile-formula.ts";
import type { FormulaError } from "../formula/formula-error.ts";
import type { Dependents } from "../graph/dependents.ts";
import type { Dependency, EvaluationStep } from "../graph/evaluation-order.ts";
import type { ProjectionError } from "../projection-error.ts";
import type { SeriesGround } from "../projection-method.ts";
import type { LaneProgram } from "./lane-program.ts";
import type { ModelSeries, SeriesPlan } from "./projection-model.ts";

/** How a group of columns of one series is computed. */
export type Procedure =
  | { readonly kind: "own"; assumption: OwnAssumption }
  | { readonly kind: "formula"; readonly formula: CheckedFormula; readonly code: FormulaCode }
  | { readonly kind: "wrong"; readonly error: CompileError };

/** Why a series cannot be computed at all. */
export type CompileError =
  | { readonly kind: "projection"; readonly error: ProjectionError }
  | { readonly kind: "formula"; readonly text: string; readonly error: FormulaError };

/** Columns of a series that share a plan. An edit that changes numbers only puts the new plan in its place. */
export interface ColumnGroup {
  readonly columns: readonly number[];
  plan: SeriesPlan;
  readonly procedure: Procedure;
  readonly needs: readonly Dependency[];
}

/** A series as it is computed. */
export interface CompiledSeries {
  readonly series: ModelSeries;
  readonly ground: SeriesGround;
  /** Index of the first year of the model after the last observation. */
  readonly firstFree: number;
  readonly groups: readonly ColumnGroup[];
  readonly needs: readonly Dependency[];
}

/**
 * A model ready to be computed. Memory slots: the series in their order, then the temporaries, then the constants; the
 * code holds for any number of columns.
 */
export interface CompiledModel {
  readonly firstYear: number;
  readonly years: number;
  readonly columns: number;
  readonly series: readonly CompiledSeries[];
  readonly temporaries: number;
  readonly constants: readonly number[];
  readonly order: readonly EvaluationStep[];
  /** For each series the place of its step in `order`. */
  readonly stepOf: Int32Array;
  readonly dependents: Dependents;
  /** The code of the series that are whole rows, kept up by whoever puts another series in. */
  readonly program: LaneProgram;
}
