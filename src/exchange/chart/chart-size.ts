import type { ChartSizeName } from "#core/report/chart-look.ts";

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

const MM_PER_INCH = 25.4;
const CSS_DPI = 96;

/** Densities that pictures are exported at, in dots an inch: for office documents, and for print. */
export const EXPORT_DENSITIES = [300, 600] as const;

/** A density of exported pictures, in dots an inch. */
export type ExportDensity = (typeof EXPORT_DENSITIES)[number];

const onPaper = (name: ChartSizeName, widthMm: number, heightMm: number, textScale = 1): ChartSize => ({
  name,
  widthMm,
  heightMm,
  width: Math.round((widthMm / MM_PER_INCH) * (CSS_DPI / textScale)),
  height: Math.round((heightMm / MM_PER_INCH) * (CSS_DPI / textScale)),
});

/**
 * The sizes on offer: 整栏 156 mm is the text width of GB/T 9704-2012, 半栏 half of it less a gutter of 4 mm, and a
 * slide of 10 inches across whose text is a third larger.
 */
export const CHART_SIZES: Readonly<Record<ChartSizeName, ChartSize>> = {
  full: onPaper("full", 156, 92),
  half: onPaper("half", 76, 68),
  slide: onPaper("slide", 254, 142.875, 4 / 3),
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
