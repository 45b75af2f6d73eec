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
  /** How many spokes can be told apart. */
  readonly most: number;
  /** Values of the rings from the centre out; the last one bounds the chart. */
  readonly rings: readonly number[];
  readonly outlines: readonly RadarOutline[];
}

/** Rings, a step apart, around all values. */
export function ringsAround(values: readonly number[], step: number): readonly number[] {
  const count = Math.ceil(Math.max(step, ...values) / step - 1e-9);
  return Array.from({ length: count }, (_, at) => (at + 1) * step);
}

/** A radar with these of its spokes, and rings around what is left. */
export function withSpokes(chart: RadarChart, left: readonly RadarSpoke[]): RadarChart {
  const outlines = chart.outlines.map((outline) => ({
    ...outline,
    values: outline.values.filter((_, at) => {
      const spoke = chart.spokes[at];
      return spoke !== undefined && left.includes(spoke);
    }),
  }));
  const values = outlines.flatMap((outline) => outline.values);
  const rings = ringsAround(values, chart.rings[0] ?? Math.max(...values));
  return { ...chart, spokes: left, outlines, rings };
}
