/** One end of a line of a slope chart: `value` in the chart's unit; `label` as printed, with its year. */
export interface SlopeEnd {
  readonly value: number;
  readonly label: string;
}

/** One line between two times. */
export interface SlopeLine {
  readonly id: string;
  readonly name: string;
  /** Whether the chart is about this line: it is drawn strongly. */
  readonly own: boolean;
  readonly from: SlopeEnd;
  readonly to: SlopeEnd;
}

/** The same quantity at two times, a line each, as a value: every number in `unit`, every word ready to print. */
export interface SlopeChart {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  /** What stands over the two ends. */
  readonly ends: readonly [from: string, to: string];
  readonly lines: readonly SlopeLine[];
}
