/** A stretch of a formula's text: UTF-16 offsets, end exclusive, as a text field counts them. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Why a text is no formula; each reason carries the stretch of text it is about. */
export type FormulaError =
  | { readonly kind: "empty"; readonly span: Span }
  | { readonly kind: "too-long"; readonly limit: number; readonly span: Span }
  | { readonly kind: "too-deep"; readonly limit: number; readonly span: Span }
  | { readonly kind: "unknown-sign"; readonly found: string; readonly span: Span }
  | { readonly kind: "unexpected"; readonly found: string; readonly span: Span }
  | { readonly kind: "unfinished"; readonly span: Span }
  | { readonly kind: "unclosed"; readonly sign: "(" | "["; readonly span: Span }
  | { readonly kind: "bad-number"; readonly found: string; readonly span: Span }
  | { readonly kind: "unknown-unit"; readonly found: string; readonly span: Span }
  | { readonly kind: "unknown-name"; readonly name: string; readonly span: Span }
  | { readonly kind: "ambiguous-name"; readonly name: string; readonly span: Span }
  | { readonly kind: "unknown-function"; readonly name: string; readonly span: Span }
  | {
      readonly kind: "argument-count";
      readonly name: string;
      readonly min: number;
      readonly max: number | null;
      readonly found: number;
      readonly span: Span;
    }
  | { readonly kind: "series-wanted"; readonly name: string; readonly span: Span }
  | { readonly kind: "year-wanted"; readonly name: string; readonly span: Span }
  | { readonly kind: "year-outside"; readonly year: number; readonly span: Span }
  | { readonly kind: "whole-number-wanted"; readonly name: string; readonly span: Span }
  | DimensionError;

/** Why the units of a formula do not go together. */
export type DimensionError =
  | {
      readonly kind: "unit-mismatch";
      /** Dimensions as text, such as 元 or 家/万人. */
      readonly left: string;
      readonly right: string;
      readonly span: Span;
    }
  | { readonly kind: "unit-missing"; readonly beside: string; readonly span: Span }
  | { readonly kind: "ratio-beside-percent"; readonly span: Span }
  | { readonly kind: "plain-number-wanted"; readonly found: string; readonly span: Span }
  | {
      readonly kind: "result-unit";
      readonly found: string;
      readonly wanted: string;
      /** The result is a plain ratio where a percentage is wanted: × 100 mends it. */
      readonly timesHundred: boolean;
      readonly span: Span;
    };
