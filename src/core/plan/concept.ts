import type { ConceptId } from "./ids.ts";

/** What kind of number a concept is. */
export type QuantityKind =
  | "count"
  | "money"
  | "share"
  | "ratio"
  | "per-capita"
  | "growth-rate"
  | "person-years";

/** Which way is better; `neither` where more is not better and less is not either. */
export type Direction = "higher" | "lower" | "neither";

/** Which way is better for the concept of an indicator; `null` for an indicator without one. */
export type DirectionOf = (concept: ConceptId | null) => Direction;

/** The direction of indicators whose concept is not known. */
export const higherIsBetter: DirectionOf = () => "higher";

/** What is measured, shared across plans so that they can be compared (`seeds/concepts.json`). */
export interface Concept {
  readonly id: ConceptId;
  readonly zh: string;
  readonly en: string;
  /** The usual printed unit. */
  readonly unit: string;
  readonly quantity: QuantityKind;
  readonly direction: Direction;
  readonly measure: "stock" | "flow";
  /** Allowed values in the printed unit, ends included. */
  readonly range: { readonly min: number | null; readonly max: number | null } | null;
  readonly formula: { readonly numerator: ConceptId; readonly denominator: ConceptId } | null;
  /** What is counted and what not (统计口径). */
  readonly caliber: string;
  /** Concepts of one family measure one thing in different calibers; `null` where there is no other caliber. */
  readonly family: string | null;
  /** What sets this caliber apart within its family, in a few words (仅国家级). */
  readonly differs: string | null;
  readonly aggregation: "sum" | "ratio-of-sums" | "none";
}
