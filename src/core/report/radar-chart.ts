import type { LineStyle } from "./projection-chart.ts";

/** One spoke of a radar chart, named outside the last ring. */
export interface RadarSpoke {
  readonly id: string;
  readonly name: string;
}

/** One outline: a value a spoke, in the chart's unit. */
export interface RadarOutline {
  readonly name: string;
  readonly style: LineStyle;
  readonly values: readonly number[];
}

/** Several quantities as parts of one measure around a centre, as a value. */
export interface RadarChart {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly spokes: readonly RadarSpoke[];
  /** Values of the rings from the centre out; the last one bounds the chart. */
  readonly rings: readonly number[];
  readonly outlines: readonly RadarOutline[];
}
