import type { Highlight } from "#core/plan/summary.ts";

/** Size of a sparkline in px. */
export const SPARKLINE = { width: 128, height: 42 } as const;

/** First and last year of the common time axis of all rows. */
export interface YearSpan {
  readonly first: number;
  readonly last: number;
}

/** A point of the drawing in px. */
export interface SparkPoint {
  readonly x: number;
  readonly y: number;
}

/** What a sparkline draws, in px. */
export interface SparklineShape {
  /** Observed points up to the base. */
  readonly history: readonly SparkPoint[];
  /** From the base to the levels that the targets imply. */
  readonly projection: readonly SparkPoint[];
  /** The base year's line, `null` without a base. */
  readonly base: SparkPoint | null;
  readonly targets: readonly SparkPoint[];
  /** Floor and stretch of targets that have both. */
  readonly ranges: readonly { readonly floor: SparkPoint; readonly stretch: SparkPoint }[];
}

const PAD = { x: 6, y: 8 } as const;

/** Where the lines and marks of a highlight stand; values scale to the row, years to the common axis. */
export function sparklineShape(highlight: Highlight, span: YearSpan): SparklineShape {
  const { base, points, targets } = highlight;
  const values = [
    ...points.map(({ value }) => value),
    ...targets.flatMap(({ level, stretch }) => (stretch === null ? [level] : [level, stretch])),
    ...(base === null ? [] : [base.value]),
  ];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const at = (year: number, value: number): SparkPoint => ({
    x: PAD.x + ((year - span.first) / Math.max(1, span.last - span.first)) * (SPARKLINE.width - 2 * PAD.x),
    y: high === low ? SPARKLINE.height / 2 : bottom - ((value - low) / (high - low)) * (bottom - PAD.y),
  });
  const bottom = SPARKLINE.height - PAD.y;
  const start = base === null ? null : at(base.year, base.value);
  const levels = targets.map(({ year, level, stretch }) => at(year, stretch ?? level));
  const history = points.filter(({ year }) => year >= span.first && (base === null || year <= base.year));
  return {
    history: history.map(({ year, value }) => at(year, value)),
    projection: start === null || levels.length === 0 ? [] : [start, ...levels],
    base: start,
    targets: targets.flatMap(({ year, level, stretch }) => (stretch === null ? [at(year, level)] : [])),
    ranges: targets.flatMap(({ year, level, stretch }) =>
      stretch === null ? [] : [{ floor: at(year, level), stretch: at(year, stretch) }],
    ),
  };
}
