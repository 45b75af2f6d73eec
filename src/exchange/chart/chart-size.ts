/** Name of a size, after the use of the picture: full text column, half of it, or a 16:9 slide. */
export type ChartSizeName = "full" | "half" | "slide";

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
const EXPORT_DPI = 300;

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

/** Width and height of the picture at 300 dpi, in whole pixels (156 mm is 1843). */
export function exportPixels(size: ChartSize): { readonly width: number; readonly height: number } {
  const pixels = (mm: number) => Math.round((mm / MM_PER_INCH) * EXPORT_DPI);
  return { width: pixels(size.widthMm), height: pixels(size.heightMm) };
}

/** Pixels a metre at 300 dpi, as the pHYs chunk of a PNG states it. */
export const EXPORT_PIXELS_PER_METRE = Math.round((EXPORT_DPI / MM_PER_INCH) * 1000);
