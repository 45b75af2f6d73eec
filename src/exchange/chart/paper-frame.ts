import type { TitleComponentOption } from "echarts/components";
import { type ChartLayout, FONT_SIZE } from "./chart-layout.ts";
import { textWidth } from "./text-width.ts";

/** The words that frame every chart on paper. */
export interface ChartWords {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
}

const TITLE_SIZE = 14;
/** Height of a line of the title, in px. */
export const TITLE_LINE = 20;
/** Left and right of everything on paper, in px. */
export const MARGIN = 8;
const SOURCE_SIZE = 11;
/** Height of a line of the source note, in px. */
export const SOURCE_LINE = 15;

/** How many lines the title takes; none where the page has it. */
export const titleLines = ({ title }: ChartWords, { width }: ChartLayout): number =>
  title === "" ? 0 : Math.ceil((textWidth(title, TITLE_SIZE) + TITLE_SIZE) / (width - 2 * MARGIN));

/** The room that a chart keeps below its title for the unit; none where the page has both. */
export const unitRoom = ({ title, unit }: ChartWords, room: number): number =>
  title === "" && unit === "" ? 0 : room;

/** How many lines the source note takes. */
export const sourceLines = ({ source }: ChartWords, { width }: ChartLayout): number =>
  source
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Math.ceil((textWidth(line, SOURCE_SIZE) + SOURCE_SIZE) / (width - 2 * MARGIN)))
    .reduce((sum, lines) => sum + lines, 0);

/** Remarks and source below each other, without those that are empty. */
export const joinedLines = (...lines: readonly string[]): string =>
  lines.filter((line) => line !== "").join("\n");

/** Title and unit at the top left. */
export function headline(
  { title, unit }: ChartWords,
  { palette, fontFamily, width }: ChartLayout,
): TitleComponentOption {
  return {
    text: title,
    subtext: unit,
    left: MARGIN,
    top: 4,
    itemGap: 4,
    textStyle: {
      fontFamily,
      fontSize: TITLE_SIZE,
      lineHeight: TITLE_LINE,
      fontWeight: 600,
      color: palette.text1,
      width: width - 2 * MARGIN,
      overflow: "break",
    },
    subtextStyle: { fontFamily, fontSize: FONT_SIZE, color: palette.text2 },
  };
}

/** The source line at the bottom left. */
export function sourceNote(
  { source }: ChartWords,
  { palette, fontFamily, width }: ChartLayout,
): TitleComponentOption {
  return {
    text: source,
    left: MARGIN,
    bottom: 4,
    textStyle: {
      fontFamily,
      fontSize: SOURCE_SIZE,
      fontWeight: 400,
      color: palette.text3,
      width: width - 2 * MARGIN,
      overflow: "break",
      lineHeight: SOURCE_LINE,
    },
  };
}
