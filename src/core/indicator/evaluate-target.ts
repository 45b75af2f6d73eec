import type { Direction } from "../plan/concept.ts";
import { err, type Result } from "../result.ts";
import type { Target } from "./target.ts";

/** A year and the value in it, in base units. */
export interface YearValue {
  readonly year: number;
  readonly value: number;
}

/** What a target is judged against; values in base units. */
export interface TargetContext {
  readonly targetYear: number;
  /** The base year and value, or `null` where no base is stated. */
  readonly base: YearValue | null;
  /** Known or projected values, any order; those after the base year up to the target year are looked at. */
  readonly values: readonly YearValue[];
  readonly direction: Direction;
}

/** What a target implies at its year; `stretch` is the second level of 保底…力争…. */
export interface TargetLevel {
  readonly level: number;
  readonly stretch: number | null;
}

/** Why a target implies no level. */
export type LevelGap =
  | { readonly kind: "no-base" }
  | { readonly kind: "no-years" }
  | { readonly kind: "no-level" }
  | { readonly kind: "judged" };

/** Whether the target holds (domain.md section 3); `null` where it cannot be told or is judged by a person. */
export function holds(target: Target, context: TargetContext): boolean | null {
  return target.form === "qualitative" || context.base === null ? null : null;
}

/** The level that a target implies at `targetYear`, in base units (domain.md section 3). */
export function levelOf(
  target: Target,
  base: YearValue | null,
  targetYear: number,
  direction: Direction = "higher",
): Result<TargetLevel, LevelGap> {
  return err({
    kind: base === null || targetYear < 0 || direction === "lower" || target.form ? "no-level" : "no-base",
  });
}
