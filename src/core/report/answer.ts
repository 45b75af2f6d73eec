import type { KnobParameter } from "../projection/analysis/knob.ts";
import type { CellGap } from "../projection/engine/explain-cell.ts";
import type { Probability } from "../projection/monte-carlo/probability.ts";

/** Which level of a target an answer is about: the only one, or of two the floor or the stretch. */
export type AnswerAim = "only" | "floor" | "stretch";

/** A number that is supposed: of a series, in the parameter's own unit (percent a year, base units). */
export interface Supposed {
  readonly name: string;
  readonly unit: string;
  readonly share: boolean;
  readonly parameter: KnobParameter;
  readonly setting: number;
}

/** A pace: as a fraction a year, and for shares in percentage points a year; `null` where it cannot be reckoned. */
export interface Pace {
  readonly rate: number | null;
  readonly points: number | null;
}

/** How a path stands to the target at its year; `gap` is a distance in base units, never negative. */
export type Verdict =
  | { readonly kind: "meets" | "meetsStretch"; readonly level: number }
  | { readonly kind: "meetsFloor" | "misses" | "exceeds"; readonly level: number; readonly gap: number }
  | { readonly kind: "noLevel" };

/** Part of a difference between two scenarios: what one series explains of it, in base units. */
export interface DifferencePart {
  readonly name: string;
  readonly amount: number;
}

/**
 * One thing worth saying about a series in a scenario, with its numbers and what they suppose; whoever prints it makes the
 * sentence. Values are in base units, rates are fractions.
 */
export type Answer =
  | {
      readonly kind: "outcome";
      readonly year: number;
      readonly value: number;
      readonly verdict: Verdict;
      readonly supposed: readonly Supposed[];
    }
  /** The series has no value in the year. */
  | { readonly kind: "noValue"; readonly year: number; readonly gap: CellGap | null }
  /** What the target asks for a year, beside what history did. */
  | {
      readonly kind: "required";
      readonly aim: AnswerAim;
      readonly level: number;
      readonly from: number;
      readonly year: number;
      readonly pace: Pace;
      readonly past: (Pace & { readonly from: number; readonly to: number }) | null;
    }
  /** Which setting of one number reaches the level with everything else as it is; `null` where none within the range does. */
  | {
      readonly kind: "needed";
      readonly aim: AnswerAim;
      readonly level: number;
      readonly year: number;
      readonly knob: Supposed;
      readonly setting: number | null;
      readonly range: readonly [low: number, high: number];
      readonly others: readonly Supposed[];
    }
  /** The first year in which the level is reached; `null` where it is not until `until`. */
  | {
      readonly kind: "reached";
      readonly aim: AnswerAim;
      readonly level: number;
      readonly due: number;
      readonly year: number | null;
      readonly until: number;
    }
  | {
      readonly kind: "probability";
      readonly aim: AnswerAim;
      readonly level: number | null;
      readonly year: number;
      readonly probability: Probability;
      readonly draws: number;
      readonly seed: number;
      /** Names of what is drawn. */
      readonly uncertain: readonly string[];
    }
  /** Why there is no probability. */
  | {
      readonly kind: "noProbability";
      readonly reason: "off" | "path-to-target" | "no-history" | "no-parameter" | "judged" | "no-base";
    }
  /** What a change of one number does to the value of the year; all else stays. */
  | {
      readonly kind: "driver";
      readonly knob: Supposed;
      /** The change, in the parameter's unit. */
      readonly by: number;
      readonly year: number;
      readonly effect: number;
    }
  | {
      readonly kind: "milestone";
      readonly year: number;
      readonly level: number;
      readonly value: number;
      readonly met: boolean;
      /** Paces that the plan itself asks for before and after the milestone. */
      readonly before: Pace;
      readonly after: Pace | null;
    }
  /** Against the scenario that this one inherits from; parts add up to the amount. */
  | {
      readonly kind: "difference";
      readonly from: string;
      readonly year: number;
      readonly amount: number;
      readonly parts: readonly DifferencePart[];
    }
  | { readonly kind: "provisional"; readonly year: number }
  | { readonly kind: "oldStart"; readonly year: number }
  | { readonly kind: "noTarget" };
