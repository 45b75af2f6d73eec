import type { ChartFontName, ChartLook, TextSize } from "#core/report/chart-look.ts";
import type { ChartLayout } from "./chart-layout.ts";
import { CHART_PALETTES } from "./chart-palette.ts";
import { CHART_SIZES, type ChartSize } from "./chart-size.ts";

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
