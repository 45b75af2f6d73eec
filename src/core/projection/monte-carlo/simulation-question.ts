import type { Result } from "../../result.ts";
import type { ProjectionModel } from "../engine/projection-model.ts";
import type { DrawScale } from "./band.ts";
import type { Correlation } from "./correlation.ts";
import type { ConvergencePoint, Probability, ProbabilityGap, Tally } from "./probability.ts";
import type { TargetQuestion } from "./target-judge.ts";
import type { Uncertainty } from "./uncertainty.ts";

/** How many draws can be asked for; fewer than the least say nothing about the 5 % at either end. */
export const DRAW_RANGE = { min: 100, max: 1_000_000, default: 10_000 } as const;

/** A series with an uncertain parameter. */
export interface UncertainDriver {
  /** Place of its series in the model. */
  readonly series: number;
  /** Number of its stream of draws (0 to 2³² − 1): drivers of one number in two questions are given the same draws. */
  readonly stream: number;
  readonly uncertainty: Uncertainty;
}

/** What to draw. Plain data, so that it can be sent to a worker. */
export interface SimulationQuestion {
  readonly model: ProjectionModel;
  /** The column (scenario) of the model. */
  readonly column: number;
  /** 0 to 2³² − 1; the same seed gives the same draws. */
  readonly seed: number;
  readonly draws: number;
  readonly drivers: readonly UncertainDriver[];
  readonly correlations: readonly Correlation[];
  /** Series whose bands are wanted, by place in the model. */
  readonly bands: readonly number[];
  readonly targets: readonly TargetQuestion[];
}

/** The bands of a series, year by year from the first after its last observation. */
export interface SeriesBands {
  readonly series: number;
  readonly firstYear: number;
  /** Five a year, in the order of the band's percents; NaN where no draw has a value. */
  readonly quantiles: Float64Array;
  /** By year: draws with a value, and those without. */
  readonly counted: Uint32Array;
  readonly missing: Uint32Array;
  /** The same quantiles by a formula without draws, five a year, where there is one. */
  readonly closedForm: Float64Array | null;
}

/** What the draws say of a target. */
export interface Attainment extends Tally {
  /** Place in the question. */
  readonly target: number;
  /** Draws in which a value that the target is judged by is missing. */
  readonly unknown: number;
  readonly probability: Result<Probability, ProbabilityGap>;
  /** For 保底…力争…: the same of the stretch level. */
  readonly stretch: Result<Probability, ProbabilityGap> | null;
  readonly convergence: readonly ConvergencePoint[];
}

/** What the draws come to. */
export interface SimulationResult {
  readonly draws: number;
  readonly bands: readonly SeriesBands[];
  readonly attainments: readonly Attainment[];
}

/** The draws of some blocks in a row: what is left of them for bands and counts. Parts of one question add up. */
export interface SimulationPart {
  /** The first block, and the first that is no longer among them. */
  readonly from: number;
  readonly to: number;
  readonly draws: number;
  /** For each series with bands: numbers by year, then by draw. */
  readonly samples: readonly { readonly scale: DrawScale; readonly numbers: Float64Array }[];
  /** By target, then by block: attained, missed, attained at the stretch level. */
  readonly tallies: Uint32Array;
}
