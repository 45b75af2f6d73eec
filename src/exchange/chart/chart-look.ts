import type { ChartDrawing } from "#core/report/chart-drawing.ts";
import type { ChartLayout } from "./chart-layout.ts";
import { CHART_PALETTES, type PaletteName } from "./chart-palette.ts";
import { CHART_SIZES, type ChartSize, type ChartSizeName } from "./chart-size.ts";

/** Letters of a chart: those that come with the program, or a family of the office's by name. */
export const CHART_FONTS = ["sans", "songti", "fangsong", "kaiti"] as const;

/** Letters of a chart. */
export type ChartFontName = (typeof CHART_FONTS)[number];

/** How large the letters are. */
export const TEXT_SIZES = ["small", "normal", "large"] as const;

/** How large the letters are. */
export type TextSize = (typeof TEXT_SIZES)[number];

/** How charts look, whatever they show: a style that can be saved and applied to all. */
export interface ChartLook {
  readonly palette: PaletteName;
  readonly size: ChartSizeName;
  readonly font: ChartFontName;
  readonly text: TextSize;
}

/** How charts look before the planner has chosen anything. */
export const PLAIN_LOOK: ChartLook = { palette: "house", size: "full", font: "sans", text: "normal" };

/** Letters of 8, 9 and 10.5 pt (六号, 小五, 五号) where the usual ones are of 9 pt. */
const TEXT_SCALES: Readonly<Record<TextSize, number>> = { small: 8 / 9, normal: 1, large: 10.5 / 9 };

const NAMED_FAMILIES: Readonly<Record<ChartFontName, readonly string[]>> = {
  sans: [],
  songti: ["SimSun", "宋体", "Songti SC", "Noto Serif CJK SC"],
  fangsong: ["FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong"],
  kaiti: ["KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "Kaiti SC"],
};

/** Families that stand in where a viewer ignores embedded fonts, after the embedded one. */
const FALLBACK_FAMILIES = "'Microsoft YaHei','PingFang SC','Noto Sans SC','Noto Sans CJK SC',sans-serif";

/** The size of a look: that of its use, laid out for letters of its size. */
export function lookSize({ size, text }: ChartLook): ChartSize {
  const of = CHART_SIZES[size];
  const scale = TEXT_SCALES[text];
  return { ...of, width: Math.round(of.width / scale), height: Math.round(of.height / scale) };
}

/** The font family list of a look: the office's own family where it is named, then the one whose glyphs come along. */
export function lookFamilies({ font }: Pick<ChartLook, "font">, embedded: string): string {
  const named = NAMED_FAMILIES[font].map((family) => `'${family}',`).join("");
  return `${named}'${embedded}',${FALLBACK_FAMILIES}`;
}

/** How a chart of a look is laid out on paper. */
export function paperLayout(look: ChartLook, embedded: string, halo: boolean): ChartLayout {
  const { width, height } = lookSize(look);
  const palette = CHART_PALETTES[look.palette];
  return { mode: "paper", width, height, palette, fontFamily: lookFamilies(look, embedded), halo };
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
