import type { ProjectionError } from "../projection-error.ts";

/** Why an uncertain parameter cannot be drawn. */
export type DriverError =
  | { readonly kind: "projection"; readonly error: ProjectionError }
  /** The series is not projected by a method with such a parameter. */
  | { readonly kind: "not-uncertain"; readonly method: string }
  | { readonly kind: "no-history-for-ceiling" }
  | { readonly kind: "not-a-number"; readonly name: string }
  | { readonly kind: "negative-spread"; readonly sd: number }
  | { readonly kind: "bounds-reversed"; readonly low: number; readonly high: number }
  | {
      readonly kind: "mode-outside-bounds";
      readonly mode: number;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: "bound-out-of-range";
      readonly bound: number;
      readonly min: number;
      readonly max: number;
    };

/** Why correlations cannot hold; `a` and `b` are places of drivers in the question. */
export type CorrelationError =
  | { readonly kind: "correlation-unknown-driver"; readonly driver: number }
  | { readonly kind: "correlation-with-itself"; readonly driver: number }
  | { readonly kind: "correlation-twice"; readonly a: number; readonly b: number }
  | {
      readonly kind: "correlation-out-of-range";
      readonly a: number;
      readonly b: number;
      readonly value: number;
    }
  /** Beside the others, this correlation can only lie between `low` and `high`. */
  | {
      readonly kind: "correlations-contradict";
      readonly a: number;
      readonly b: number;
      readonly value: number;
      readonly low: number;
      readonly high: number;
    };

/** Why there is no simulation; `driver` is the place in the question. */
export type MonteCarloError =
  | {
      readonly kind: "draws-out-of-range";
      readonly draws: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: "seed-out-of-range"; readonly seed: number }
  | { readonly kind: "stream-out-of-range"; readonly stream: number }
  | { readonly kind: "too-large"; readonly numbers: number; readonly max: number }
  | { readonly kind: "unknown-series"; readonly series: number }
  | { readonly kind: "driver-twice"; readonly series: number }
  | { readonly kind: "driver"; readonly driver: number; readonly error: DriverError }
  | CorrelationError;
