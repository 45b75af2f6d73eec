import type { Result } from "../result.ts";

/** Input of a projection: the last known value and the years to project; values in base units. */
export interface ProjectionInput {
  readonly lastYear: number;
  readonly lastValue: number;
  /** Years to fill, ascending, all after `lastYear`. */
  readonly years: readonly number[];
}

/** Parameters by name, numbers only, so that scenarios can override and sweep them. */
export type ProjectionParameters = Readonly<Record<string, number>>;

/** Why a projection cannot be computed. */
export type ProjectionError =
  | { readonly kind: "missing-parameter"; readonly name: string }
  | { readonly kind: "out-of-range"; readonly name: string; readonly value: number }
  | { readonly kind: "not-positive"; readonly name: "base" | "level" }
  | { readonly kind: "no-years" };

/** One projection method of the registry: its id, parameters and kernel. */
export interface ProjectionMethod {
  readonly id: "growth" | "to-target-linear" | "to-target-geometric";
  readonly parameters: readonly ParameterSpec[];
  readonly project: (
    input: ProjectionInput,
    parameters: ProjectionParameters,
  ) => Result<Float64Array, ProjectionError>;
}

/** A parameter with its unit and the range that is accepted, ends included. */
export interface ParameterSpec {
  readonly name: string;
  readonly unit: "percent" | "base-unit" | "year";
  readonly min: number;
  readonly max: number;
}
