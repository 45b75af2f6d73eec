import { type ChartFontName, type ChartLook, TEXT_POINTS } from "#core/report/chart-look.ts";
import type { ChartLayout } from "./chart-layout.ts";
import { CHART_PALETTES } from "./chart-palette.ts";
import { CHART_SIZES, type ChartSize, FIGURE_SIZES } from "./chart-size.ts";

const NAMED_FAMILIES: Readonly<Record<ChartFontName, readonly string[]>> = {
  sans: [],
  songti: ["SimSun", "宋体", "Songti SC", "Noto Serif CJK SC"],
  fangsong: ["FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong"],
  kaiti: ["KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "Kaiti SC"],
};

/** Families that stand in where a viewer ignores embedded fonts, after the embedded one. */
const FALLBACK_FAMILIES = "'Microsoft YaHei','PingFang SC','Noto Sans SC','Noto Sans CJK SC',sans-serif";

/** Where a chart stands: by itself, or in a report that has its words beside it. */
export type ChartPlace = "alone" | "report";

/** The size of a look: that of its use, laid out for letters of its size. */
export function lookSize({ size, text }: ChartLook, place: ChartPlace = "alone"): ChartSize {
  const of = place === "alone" ? CHART_SIZES[size] : FIGURE_SIZES[size];
  const scale = TEXT_POINTS[text] / TEXT_POINTS.normal;
  return { ...of, width: Math.round(of.width / scale), height: Math.round(of.height / scale) };
}

/** The font family list of a look: the office's own family where it is named, then the one whose glyphs come along. */
export function lookFamilies({ font }: Pick<ChartLook, "font">, embedded: string): string {
  const named = NAMED_FAMILIES[font].map((family) => `'${family}',`).join("");
  return `${named}'${embedded}',${FALLBACK_FAMILIES}`;
}

/** How a chart of a look is laid out on paper. */
export function paperLayout(
  look: ChartLook,
  embedded: string,
  { halo, place = "alone" }: { readonly halo: boolean; readonly place?: ChartPlace },
): ChartLayout {
  const { width, height } = lookSize(look, place);
  const palette = CHART_PALETTES[look.palette];
  return { mode: "paper", width, height, palette, fontFamily: lookFamilies(look, embedded), halo };
}
