import type { ComparisonLine } from "#core/report/comparison-chart.ts";

/** Which panel a series is drawn in, and how it is labelled. */
export interface PanelPlace {
  readonly panel: number;
  /** All lines share the panel: points are labelled where there is room, lines at their ends. */
  readonly together: boolean;
  readonly firstYear: number;
  /** Whether the number at a point would lie on a point of another line. */
  readonly crowded: (year: number, value: number) => boolean;
}

/** The axes of a panel. */
export const axesOf = (panel: number) => ({ xAxisIndex: panel, yAxisIndex: panel });

/** A place of a panel, as its axes take it. */
export const at = (year: number, value: number): [string, number] => [String(year), value];

/** Ground around labels that are drawn by hand, in px. */
export const HALO = 3;

/** In a picture of a plan its other caliber is named at its end. */
export function named(caliber: ComparisonLine["caliber"], label: string): string {
  return caliber === null ? label : `${caliber} ${label}`;
}
