/** One point of a chart line: `value` in the chart's unit; `label` as printed beside it, `null` for none. */
export interface ChartPoint {
  readonly year: number;
  readonly value: number;
  readonly label: string | null;
  /** Stands in for a value that is not known (暂用): drawn hollow. */
  readonly provisional?: boolean;
}

/** Which of the palette's line styles a line takes: 1 circle, 2 square, 3 triangle, 4 triangle on its tip. */
export type LineStyle = 1 | 2 | 3 | 4;

/** One projected path; its first point is the last known value, so that the dashes start there. */
export interface ProjectionLine {
  readonly id: string;
  readonly name: string;
  readonly style: LineStyle;
  readonly current: boolean;
  readonly points: readonly ChartPoint[];
  /** Printed at the end of the line: name and value. */
  readonly end: string;
}

/** The uncertainty of one projected path, year by year from the last known one on: 90 % and 50 % of its values lie between. */
export interface ProjectionBand {
  readonly style: LineStyle;
  readonly outerName: string;
  readonly innerName: string;
  readonly years: readonly {
    readonly year: number;
    readonly outer: readonly [low: number, high: number];
    readonly inner: readonly [low: number, high: number];
  }[];
}

/** A dotted horizontal line from the base year to the target year, labelled at its left. */
export interface LevelLine {
  readonly value: number;
  readonly label: string;
}

/** The target marker: a bar from `low` (flat tick) to `high` (diamond); `high` is `null` for a single level. */
export interface TargetMarker {
  readonly year: number;
  readonly low: number;
  readonly high: number | null;
}

/** A hollow diamond at a milestone year. */
export interface MilestoneMarker {
  readonly year: number;
  readonly value: number;
  readonly label: string;
}

/** A chart of one indicator's past and projected course, as a value: every number in `unit`, every word ready to print. */
export interface ProjectionChart {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly years: { readonly first: number; readonly last: number };
  readonly base: { readonly year: number; readonly label: string; readonly projectedLabel: string };
  readonly historyName: string;
  readonly targetName: string;
  readonly history: readonly ChartPoint[];
  readonly projections: readonly ProjectionLine[];
  /** Only the current path's; `null` where nothing is uncertain. */
  readonly band: ProjectionBand | null;
  /** Values that the axis holds too, so that charts beside each other have the same one. */
  readonly holds: readonly number[];
  readonly levels: readonly LevelLine[];
  readonly target: TargetMarker | null;
  readonly milestones: readonly MilestoneMarker[];
}
