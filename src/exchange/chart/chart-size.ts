import { CHART_MM, type ChartSizeName, FIGURE_MM } from "#core/report/chart-look.ts";

/** A chart's size on paper and the size its text and lines are laid out for, in CSS pixels. */
export interface ChartSize {
  readonly name: ChartSizeName;
  /** Millimetres on paper. */
  readonly widthMm: number;
  readonly heightMm: number;
  /** Layout size; text of 12 px is 9 pt on paper when one layout pixel is 1/96 inch. */
  readonly width: number;
  readonly height: number;
}

const SLIDE_TEXT = 4 / 3;
const MM_PER_INCH = 25.4;
const CSS_DPI = 96;

/** Densities that pictures are exported at, in dots an inch: for office documents, and for print. */
export const EXPORT_DENSITIES = [300, 600] as const;

/** A density of exported pictures, in dots an inch. */
export type ExportDensity = (typeof EXPORT_DENSITIES)[number];

const onPaper = (
  name: ChartSizeName,
  { width, height }: (typeof CHART_MM)[ChartSizeName],
  textScale = 1,
): ChartSize => {
  const pixels = (mm: number) => Math.round((mm / MM_PER_INCH) * (CSS_DPI / textScale));
  return { name, widthMm: width, heightMm: height, width: pixels(width), height: pixels(height) };
};

/** The sizes on offer; the text of a slide is a third larger. */
export const CHART_SIZES: Readonly<Record<ChartSizeName, ChartSize>> = {
  full: onPaper("full", CHART_MM.full),
  half: onPaper("half", CHART_MM.half),
  slide: onPaper("slide", CHART_MM.slide, SLIDE_TEXT),
};

/** The sizes in a report; a slide is laid out as on a screen, and is there smaller as a whole. */
export const FIGURE_SIZES: Readonly<Record<ChartSizeName, ChartSize>> = {
  full: onPaper("full", FIGURE_MM.full),
  half: onPaper("half", FIGURE_MM.half),
  slide: onPaper("slide", FIGURE_MM.slide, (SLIDE_TEXT * FIGURE_MM.slide.width) / CHART_MM.slide.width),
};

/** Width and height of the picture in whole pixels (156 mm is 1843 at 300 dpi and 3685 at 600). */
export function exportPixels(
  size: ChartSize,
  dpi: ExportDensity,
): { readonly width: number; readonly height: number } {
  const pixels = (mm: number) => Math.round((mm / MM_PER_INCH) * dpi);
  return { width: pixels(size.widthMm), height: pixels(size.heightMm) };
}

/** Pixels a metre, as the pHYs chunk of a PNG states its density. */
export const pixelsPerMetre = (dpi: ExportDensity): number => Math.round((dpi / MM_PER_INCH) * 1000);
