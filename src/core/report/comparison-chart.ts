import type { ChartPoint, LineStyle } from "./projection-chart.ts";

/** A target in a comparison: `low` is its level; `high` the upper end of 2—3家 or the stretch of 保底…力争…, else `null`. */
export interface ComparisonTarget {
  readonly year: number;
  readonly low: number;
  readonly high: number | null;
  /** Whether `high` is a stretch (diamond) and not the end of a range (flat tick). */
  readonly stretch: boolean;
  /** The last target of its line; others are milestones and drawn hollow. */
  readonly final: boolean;
  /** As printed beside it, with the sign of its form: ≥2.5, 100—130. */
  readonly label: string;
}

/** What one plan says of a concept: known values and targets, in the chart's unit. */
export interface ComparisonLine {
  readonly id: string;
  readonly name: string;
  /** In few words what is counted, where that is not what the chart is about: drawn dashed and named with it. */
  readonly caliber: string | null;
  readonly style: LineStyle;
  readonly history: readonly ChartPoint[];
  readonly targets: readonly ComparisonTarget[];
}

/** One picture of a comparison: all lines, or those of one plan. */
export interface ComparisonPanel {
  readonly title: string;
  readonly lines: readonly ComparisonLine[];
}

/** One concept over several plans, as a value: every number in `unit`, every word ready to print. */
export interface ComparisonChart {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  /** What the marks mean and what not to read out of the chart, a sentence each. */
  readonly notes: readonly string[];
  readonly years: { readonly first: number; readonly last: number };
  /** One panel holds all lines, which are then named at their ends; several hold one plan each. */
  readonly panels: readonly ComparisonPanel[];
  /** Whether all panels share one value axis. */
  readonly sharedScale: boolean;
}

/** The last value of a line: its last target's level, else its last known value; `null` for an empty line. */
export function lineEnd(
  line: ComparisonLine,
): { readonly year: number; readonly value: number; readonly label: string } | null {
  const target = line.targets.at(-1);
  if (target !== undefined)
    return { year: target.year, value: target.high ?? target.low, label: target.label };
  const point = line.history.at(-1);
  return point === undefined ? null : { year: point.year, value: point.value, label: point.label ?? "" };
}

/** All numbers of a line. */
export function lineValues(line: ComparisonLine): readonly number[] {
  return [
    ...line.history.map(({ value }) => value),
    ...line.targets.flatMap(({ low, high }) => (high === null ? [low] : [low, high])),
  ];
}
