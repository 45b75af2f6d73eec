import type { CustomSeriesOption } from "echarts/charts";
import type { ChartLayout } from "./chart-layout.ts";
import type { ChartOption } from "./echarts-parts.ts";
import {
  type ChartWords,
  headline,
  SOURCE_LINE,
  sourceLines,
  sourceNote,
  TITLE_LINE,
  titleLines,
} from "./paper-frame.ts";
import { FONT_SIZE } from "./chart-layout.ts";

type RenderItem = NonNullable<CustomSeriesOption["renderItem"]>;
type Rendered = Exclude<ReturnType<RenderItem>, null | undefined>;

/** A shape of a drawing, in px of the picture. */
export type DrawnPart = Extract<Rendered, { readonly type: "text" | "line" | "polygon" | "rect" | "circle" }>;

const UNIT_LINE = 20;
const EDGE = 8;
/** Left and right of a drawing, in line with the title, which has a padding of its own. */
const SIDE = 13;

/** The part of the picture that a chart has for itself, in px: below title and unit, above the source line. */
export interface PlotBox {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What is left between the words that frame a chart on paper; on screen the page has them. */
export function plotBox(words: ChartWords, layout: ChartLayout): PlotBox {
  const { width, height } = layout;
  const sides = { left: SIDE, right: width - SIDE };
  if (layout.mode === "screen") return { ...sides, top: EDGE, bottom: height - EDGE };
  const unit = words.unit === "" ? 0 : UNIT_LINE;
  return {
    ...sides,
    top: EDGE + TITLE_LINE * titleLines(words, layout) + unit + EDGE,
    bottom: height - SOURCE_LINE * sourceLines(words, layout) - 2 * EDGE,
  };
}

/** A drawing without axes as an ECharts option: title, unit and source line on paper, and the shapes. */
export function plainOption(
  words: ChartWords,
  layout: ChartLayout,
  parts: readonly DrawnPart[],
): ChartOption {
  const { palette, fontFamily } = layout;
  return {
    animation: false,
    backgroundColor: palette.surface,
    textStyle: { fontFamily, fontSize: FONT_SIZE, color: palette.text2 },
    ...(layout.mode === "paper" ? { title: [headline(words, layout), sourceNote(words, layout)] } : {}),
    series: [
      {
        type: "custom",
        coordinateSystem: "none",
        silent: true,
        data: [0],
        renderItem: () => ({ type: "group", children: [...parts] }),
      },
    ],
  };
}

/** How a text of a drawing stands. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly align?: "left" | "center" | "right";
  readonly strong?: boolean;
  /** A longer text is cut to this width, in px. */
  readonly width?: number;
}

/** A text of a drawing, around its middle line. */
export function textPart(text: string, place: TextPlace, { fontFamily }: ChartLayout): DrawnPart {
  const { x, y, fill, align = "left", strong = false, width } = place;
  return {
    type: "text",
    style: {
      ...{ text, x, y, fill, align, fontFamily, verticalAlign: "middle", fontSize: FONT_SIZE },
      ...(strong ? { fontWeight: 600 } : {}),
      ...(width === undefined ? {} : { width, overflow: "truncate" }),
    },
  };
}

/** A straight line of a drawing. */
export function linePart(
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  style: { readonly stroke: string; readonly width: number; readonly dash?: readonly number[] },
): DrawnPart {
  return {
    type: "line",
    shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
    style: {
      stroke: style.stroke,
      lineWidth: style.width,
      ...(style.dash ? { lineDash: [...style.dash] } : {}),
    },
  };
}

/** A closed outline of a drawing. */
export function outlinePart(
  points: readonly (readonly [x: number, y: number])[],
  style: {
    readonly fill: string;
    readonly stroke?: string;
    readonly width?: number;
    readonly opacity?: number;
  },
): DrawnPart {
  const { fill, stroke = "none", width = 0, opacity = 1 } = style;
  return {
    type: "polygon",
    shape: { points: points.map(([x, y]) => [x, y]) },
    style: { fill, stroke, lineWidth: width, fillOpacity: opacity },
  };
}

/** A circle of a drawing. */
export function circlePart(
  [cx, cy]: readonly [x: number, y: number],
  r: number,
  style: { readonly fill: string; readonly stroke: string; readonly width: number },
): DrawnPart {
  return {
    type: "circle",
    shape: { cx, cy, r },
    style: { fill: style.fill, stroke: style.stroke, lineWidth: style.width },
  };
}

/** The corners of a diamond around a point. */
export const diamondPoints = (x: number, y: number, half: number): readonly (readonly [number, number])[] => [
  [x, y - half],
  [x + half, y],
  [x, y + half],
  [x - half, y],
];
