import type { PathPoint } from "../path/path.ts";
import type { AssumptionOf, ProjectionMethodId } from "./assumption.ts";
import type { ProjectionError } from "./projection-error.ts";

/** What a method knows of a series: its observations (ascending, finite, base units) and the last year to reach. */
export interface SeriesGround {
  readonly known: readonly PathPoint[];
  readonly until: number;
}

/** Where the values of the years after the last observation go: year k (from 0) to `values[at + k · stride]`. */
export interface ProjectedLanes {
  readonly values: Float64Array;
  readonly at: number;
  readonly stride: number;
  /** Years to fill: `until` less the year of the last observation. */
  readonly count: number;
}

/** A parameter with its unit and the range that is accepted, ends included. */
export interface ParameterSpec<Id extends ProjectionMethodId> {
  readonly name: string;
  readonly read: (assumption: AssumptionOf[Id]) => number;
  readonly unit: "percent" | "base-unit" | "year" | "share" | "rate";
  readonly min: number;
  readonly max: number;
}

/** A projection method: its parameters and how it fills the years after the last observation. */
export interface ProjectionMethod<Id extends ProjectionMethodId> {
  readonly id: Id;
  readonly parameters: readonly ParameterSpec<Id>[];
  /** Observations that it needs at least. */
  readonly needs: number;
  /** Fills the lanes with finite numbers or NaN (no value), or says why it cannot and leaves them as they are. */
  readonly fill: (
    ground: SeriesGround,
    assumption: AssumptionOf[Id],
    lanes: ProjectedLanes,
  ) => ProjectionError | null;
}

/** A number as it stands in a lane: itself, and NaN where it has grown beyond all numbers. */
export const finiteOrNone = (value: number): number => value - value + value;
