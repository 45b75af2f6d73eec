/** One span of a bar: from a value to a value, in the chart's unit. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** What it stands for: the total, a rise or a fall, the lower and the upper setting of a tornado, the plan itself or another one. */
  readonly role: "total" | "rise" | "fall" | "low" | "high" | "own" | "other";
}

/** A mark on a row: the target (upright tick), its stretch level (diamond), or where it started (hollow circle). */
export interface SpanMark {
  readonly value: number;
  readonly kind: "target" | "stretch" | "base";
}

/** What a key calls the bars and marks of each sort. */
export type SpanNames = Readonly<Partial<Record<Span["role"] | SpanMark["kind"], string>>>;

/** A row of a chart of spans: a name, its bars, and what is printed at either end. */
export interface SpanRow {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly spans: readonly Span[];
  readonly marks?: readonly SpanMark[];
  readonly leftLabel: string;
  readonly rightLabel: string;
}

/** A dotted vertical line through all rows. */
export interface SpanLine {
  readonly value: number;
  readonly label: string;
}

/**
 * Horizontal bars along one value axis, top to bottom: a tornado (what each number does), a waterfall (what parts a difference has),
 * a ranking of plans, or actual values against their targets. Every number is in `unit`, every word ready to print.
 */
export interface SpanChart {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  /** What marks and fillings of the drawing mean, before the source; a chart that is drawn another way does without. Empty for none. */
  readonly key: string;
  readonly names: SpanNames;
  readonly rows: readonly SpanRow[];
  /** How many rows it has room for, where there may be more. */
  readonly most?: number;
  readonly lines: readonly SpanLine[];
  /** Joins the end of each row with the start of the next, as in a waterfall. */
  readonly stepped: boolean;
}
