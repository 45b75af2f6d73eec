import type { ChartDrawing } from "./chart-drawing.ts";

/** Names of the palettes of charts on paper: the house's, greys for printing, and hues that colour-blind readers tell apart best. */
export const PALETTE_NAMES = ["house", "grey", "colourBlind"] as const;

/** Name of a palette. */
export type PaletteName = (typeof PALETTE_NAMES)[number];

/** Name of a size, after the use of the picture: full text column, half of it, or a 16:9 slide. */
export type ChartSizeName = "full" | "half" | "slide";

/** Width and height in millimetres. */
export interface Millimetres {
  readonly width: number;
  readonly height: number;
}

/**
 * Width and height on paper, in millimetres: 整栏 156 mm is the text width of GB/T 9704-2012, 半栏 half of it less a gutter of 4 mm,
 * and a slide 10 inches across.
 */
export const CHART_MM: Readonly<Record<ChartSizeName, Millimetres>> = {
  full: { width: 156, height: 92 },
  half: { width: 76, height: 68 },
  slide: { width: 254, height: 142.875 },
};

/**
 * Width and height of a chart in a report, which has title, unit and source beside it: two of the full width stand on a page, and a
 * slide is as wide as the text.
 */
export const FIGURE_MM: Readonly<Record<ChartSizeName, Millimetres>> = {
  full: { width: 156, height: 76 },
  half: { width: 76, height: 56 },
  slide: { width: 156, height: 87.75 },
};

/** Letters of a chart: those that come with the program, or a family of the office's by name. */
export const CHART_FONTS = ["sans", "songti", "fangsong", "kaiti"] as const;

/** Letters of a chart. */
export type ChartFontName = (typeof CHART_FONTS)[number];

/** How large the letters are. */
export const TEXT_SIZES = ["small", "normal", "large"] as const;

/** How large the letters are. */
export type TextSize = (typeof TEXT_SIZES)[number];

/** The size of letters in points: 六号, 小五, 五号. */
export const TEXT_POINTS: Readonly<Record<TextSize, number>> = { small: 8, normal: 9, large: 10.5 };

/** How charts look, whatever they show: a style that can be saved and applied to all. */
export interface ChartLook {
  readonly palette: PaletteName;
  readonly size: ChartSizeName;
  readonly font: ChartFontName;
  readonly text: TextSize;
}

/** How charts look before the planner has chosen anything. */
export const PLAIN_LOOK: ChartLook = { palette: "house", size: "full", font: "sans", text: "normal" };

/** A chart with how it looks. */
export interface StyledChart {
  readonly drawing: ChartDrawing;
  readonly look: ChartLook;
}

/** Names at the left of bars and cells, and several pictures, need the width of the text column. */
const WIDE: readonly ChartSizeName[] = ["full", "slide"];
const ALL: readonly ChartSizeName[] = ["full", "half", "slide"];

/** The sizes that a drawing can be read in. */
export function fittingSizes({ kind }: ChartDrawing): readonly ChartSizeName[] {
  return kind === "projection" || kind === "slope" ? ALL : WIDE;
}

/** A look in the nearest size that a drawing can be read in. */
export function fittingLook(drawing: ChartDrawing, look: ChartLook): ChartLook {
  return fittingSizes(drawing).includes(look.size) ? look : { ...look, size: "full" };
}
