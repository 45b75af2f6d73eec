import type { ConceptId, IndicatorId, StatementId, TaskId, Year } from "./ids.ts";

/** What a statement is about. */
export type StatementKind = "observation" | "target" | "amount" | "milestone" | "derived";
/** How the year of a statement is known. */
export type YearBasis = "stated" | "inherited" | "inferred" | "derived";
/** Form of a statement: those of a target (an observation may be about, over or at least a number too), a plain `level`, or a `change` (比…提高). */
export type StatementForm =
  | "level"
  | "change"
  | "atLeast"
  | "exceed"
  | "atMost"
  | "below"
  | "about"
  | "between"
  | "floorStretch"
  | "averageGrowth"
  | "cumulative"
  | "increase"
  | "fullCoverage"
  | "qualitative";

/** A place in a document: `line` is 1-based; `start`–`end` count Unicode code points of the whole file, end exclusive. */
export interface Evidence {
  readonly document: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One value as one place in a document states it; numbers are in the unit as printed. */
export interface Statement {
  readonly id: StatementId;
  readonly indicator: IndicatorId | null;
  /** The programme entry it speaks of, where it is about no indicator. */
  readonly task: TaskId | null;
  readonly concept: ConceptId | null;
  readonly kind: StatementKind;
  readonly year: Year | null;
  readonly yearBasis: YearBasis | null;
  /** The years that a sum or an average covers, both included; `year` is its last. */
  readonly period: { readonly start: Year; readonly end: Year } | null;
  /** The year that a change is measured against. */
  readonly comparedWith: Year | null;
  readonly form: StatementForm;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly floor: number | null;
  readonly stretch: number | null;
  readonly unit: string | null;
  /** Digits printed after the decimal point; `null` where the number has no fixed form. */
  readonly decimals: number | null;
  /** Wording tag within the form (domain.md section 3), such as `or-above`; `null` where the form has one only. */
  readonly wording: string | null;
  readonly table: boolean;
  readonly evidence: Evidence | null;
  /** For a derived value: the formula and the statements it came from. */
  readonly derivation: { readonly formula: string; readonly from: readonly StatementId[] } | null;
  readonly note: string | null;
}
