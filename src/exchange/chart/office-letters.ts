import { type ChartLook, TEXT_POINTS } from "#core/report/chart-look.ts";

/** Letters of a chart in an office program: their font, and their size in points. */
export interface OfficeLetters {
  readonly font: string;
  readonly size: number;
}

/** Fonts of offices by what a look calls them; those without serifs differ between paper and screen. */
const NAMED = { songti: "宋体", fangsong: "仿宋_GB2312", kaiti: "楷体_GB2312" } as const;
const SANS = { paper: "黑体", slide: "微软雅黑" } as const;
/** Letters on a slide are this much larger, which is seen from afar. */
const SLIDE_SCALE = 14 / 9;

/** The letters of a look on paper, or on a slide. */
export function officeLetters({ font, text }: ChartLook, on: "paper" | "slide"): OfficeLetters {
  const points = TEXT_POINTS[text];
  return {
    font: font === "sans" ? SANS[on] : NAMED[font],
    size: on === "paper" ? points : Math.round(points * SLIDE_SCALE),
  };
}
