import type { ProjectionLine } from "#core/report/projection-chart.ts";
import type { ChartPalette } from "./chart-palette.ts";

/** How a chart is laid out: `paper` carries title, unit, legend and source line; `screen` leaves them to the page. */
export interface ChartLayout {
  readonly mode: "screen" | "paper";
  /** Layout size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly palette: ChartPalette;
  readonly fontFamily: string;
  /** Ground drawn around labels. Not in SVG files: office programs paint it over the letters. */
  readonly halo: boolean;
}

/** Size of labels, in layout pixels. */
export const FONT_SIZE = 12;
/** Distance of the labels at the lines' ends from the last point: past the target marker. */
export const END_DISTANCE = 28;

const NARROW = 400;

/** A layout with room for few words: the half column. */
export const isNarrow = (layout: ChartLayout): boolean => layout.width < NARROW;

const SHORT = 250;

/** A layout too low for labels inside the plot: those of milestones would lie on those of levels. */
export const isShort = (layout: ChartLayout): boolean => layout.height < SHORT;

/** What a projection's line says at its end: name and value, or the value where there is little room. */
export function endText(line: ProjectionLine, layout: ChartLayout): string {
  return isNarrow(layout) ? (line.points.at(-1)?.label ?? "") : line.end;
}
