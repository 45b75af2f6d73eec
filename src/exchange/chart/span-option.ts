import type { CustomSeriesOption } from "echarts/charts";
import type { Span, SpanChart, SpanMark, SpanRow } from "#core/report/span-chart.ts";
import { type ChartLayout, FONT_SIZE } from "./chart-layout.ts";
import type { ChartPalette } from "./chart-palette.ts";
import { drawable } from "./drawable.ts";
import type { ChartOption } from "./echarts-parts.ts";
import {
  headline,
  joinedLines,
  sourceNote,
  SOURCE_LINE,
  sourceLines,
  TITLE_LINE,
  titleLines,
  unitRoom,
} from "./paper-frame.ts";
import { diamondPoints } from "./plain-drawing.ts";
import { textWidth } from "./text-width.ts";
import { valueAxis } from "./value-axis.ts";

type RenderItem = NonNullable<CustomSeriesOption["renderItem"]>;
type Point = (value: number) => number;

/** What of a text's style differs from text to text. */
interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly verticalAlign: "middle";
  readonly align?: "left" | "right";
  readonly width?: number;
  readonly overflow?: "truncate";
  readonly stroke?: string;
  readonly lineWidth?: number;
}

/** Where the rows lie, and how wide the names before them may be, in px. */
interface Plot {
  readonly top: number;
  readonly bottom: number;
  readonly names: number;
}

const BAR = 14;
const GAP = 6;
const STEPS = 4;
/** Room above the rows for the labels of lines, and below them for the axis, in px. */
const HEAD = 26;
const NAME_SHARE = 0.4;
/** The least height of a row with a line below its name; lower rows have their names alone. */
const NOTED_ROW = 33;
const AIR = 0.25;

/** Turns a chart of spans into an ECharts option: names at the left, bars along a value axis, labels at their ends. */
export function spanOption(given: SpanChart, layout: ChartLayout): ChartOption {
  const drawn = drawable(given);
  const chart = { ...drawn, source: joinedLines(drawn.key, drawn.source) };
  const { palette, fontFamily } = layout;
  const paper = layout.mode === "paper";
  const values = chart.rows.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to]));
  const marks = chart.rows.flatMap((row) => (row.marks ?? []).map(({ value }) => value));
  const axis = valueAxis([...values, ...marks, ...chart.lines.map(({ value }) => value)], STEPS, AIR);
  const names = chart.rows.map(({ name, note }) => Math.max(width(name), width(note)));
  const left = Math.min(layout.width * NAME_SHARE, 12 + Math.max(40, ...names));
  const labels = chart.rows.flatMap(({ leftLabel, rightLabel }) => [width(leftLabel), width(rightLabel)]);
  const room = Math.min(layout.width / 5, Math.max(16, ...labels) + GAP + 4);
  const plot: Plot = {
    top: paper ? unitRoom(chart, 28) + TITLE_LINE * titleLines(chart, layout) + HEAD : HEAD,
    bottom: layout.height - (paper ? 34 + SOURCE_LINE * sourceLines(chart, layout) : HEAD),
    names: left,
  };
  return {
    animation: false,
    backgroundColor: palette.surface,
    textStyle: { fontFamily, fontSize: FONT_SIZE, color: palette.text2 },
    ...(paper ? { title: [headline(chart, layout), sourceNote(chart, layout)] } : {}),
    grid: { left: left + room, right: room + 8, top: plot.top, bottom: layout.height - plot.bottom },
    xAxis: {
      type: "value",
      min: axis.min,
      max: axis.max,
      interval: axis.step,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.text3, formatter: (value: number) => value.toFixed(axis.decimals) },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: chart.rows.map(({ id }) => id),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { show: false },
    },
    series: [rowSeries(chart, layout, plot)],
  };
}

const width = (text: string): number => textWidth(text, FONT_SIZE);

function rowSeries(chart: SpanChart, layout: ChartLayout, plot: Plot): CustomSeriesOption {
  const step = (plot.bottom - plot.top) / chart.rows.length;
  const shown = (row: SpanRow): SpanRow => (step < NOTED_ROW ? { ...row, note: "" } : row);
  const renderItem: RenderItem = ({ dataIndex }, api) => {
    const row = chart.rows[dataIndex];
    if (row === undefined) return null;
    const y = plot.top + (dataIndex + 0.5) * step;
    const x: Point = (value) => api.coord([value, dataIndex])[0] ?? 0;
    return {
      type: "group",
      children: [
        ...(dataIndex === 0 ? chart.lines.flatMap((line) => lineParts(line, x, plot, layout)) : []),
        ...row.spans.map((span) => bar(span, x, y, layout.palette)),
        ...(row.marks ?? []).map((mark) => markPart(mark, x(mark.value), y, layout.palette)),
        ...(chart.stepped ? joint(chart.rows, dataIndex, x, y, step, layout.palette) : []),
        ...words(shown(row), x, y, plot, layout),
      ],
    };
  };
  return {
    type: "custom",
    id: "spans",
    silent: true,
    clip: false,
    data: chart.rows.map((row, at) => [row.spans[0]?.from ?? 0, at]),
    renderItem,
  };
}

function bar({ from, to, role }: Span, x: Point, y: number, palette: ChartPalette) {
  const [a, b] = [x(Math.min(from, to)), x(Math.max(from, to))];
  const hollow = role === "low" || role === "fall" || role === "other";
  const colour = barColour(role, palette);
  return {
    type: "rect",
    shape: { x: a, y: y - BAR / 2, width: Math.max(1, b - a), height: BAR },
    style: { fill: hollow ? palette.surface : colour, stroke: colour, lineWidth: 1.5 },
  } as const;
}

function barColour(role: Span["role"], { text2, lines }: ChartPalette): string {
  switch (role) {
    case "total":
    case "other":
      return text2;
    case "own":
      return lines[1];
    case "low":
    case "fall":
      return lines[2];
    case "rise":
    case "high":
      return lines[3];
  }
}

/** A tick over the bar, a diamond, or a hollow circle; each with the ground around it, so that it is seen on a bar too. */
function markPart({ kind }: SpanMark, x: number, y: number, { surface, text1, lines }: ChartPalette) {
  if (kind === "target") {
    const shape = { x: x - 1.75, y: y - BAR, width: 3.5, height: 2 * BAR };
    return { type: "rect", shape, style: { fill: lines[2], stroke: surface, lineWidth: 1 } } as const;
  }
  if (kind === "base") {
    const style = { fill: surface, stroke: text1, lineWidth: 1.5 };
    return { type: "circle", shape: { cx: x, cy: y, r: 4 }, style } as const;
  }
  const shape = { points: diamondPoints(x, y, 6).map(([px, py]) => [px, py]) };
  return { type: "polygon", shape, style: { fill: lines[2], stroke: surface, lineWidth: 1 } } as const;
}

/** From where a row ends to the next one, so that the eye finds it. */
function joint(
  rows: readonly SpanRow[],
  at: number,
  x: Point,
  y: number,
  step: number,
  palette: ChartPalette,
) {
  const end = rows[at]?.spans.at(-1)?.to;
  if (end === undefined || rows[at + 1] === undefined) return [];
  const shape = { x1: x(end), y1: y + BAR / 2, x2: x(end), y2: y + step - BAR / 2 };
  return [{ type: "line", shape, style: { stroke: palette.text3, lineWidth: 1 } } as const];
}

function lineParts(
  { value, label }: SpanChart["lines"][number],
  x: Point,
  { top, bottom }: Plot,
  { palette, fontFamily }: ChartLayout,
) {
  const place = { x: x(value), y: top - 4, align: "center", verticalAlign: "bottom" } as const;
  return [
    {
      type: "line",
      shape: { x1: x(value), y1: top, x2: x(value), y2: bottom },
      style: { stroke: palette.text2, lineWidth: 1.25, lineDash: "dashed" },
    },
    {
      type: "text",
      style: {
        ...place,
        text: label,
        fill: palette.text1,
        fontFamily,
        fontSize: FONT_SIZE,
      },
    },
  ] as const;
}

function words(row: SpanRow, x: Point, y: number, { names }: Plot, layout: ChartLayout) {
  const { palette, fontFamily, halo } = layout;
  const font = { fontFamily, fontSize: FONT_SIZE } as const;
  const marked = (row.marks ?? []).map(({ value }) => value);
  const ends = [...row.spans.flatMap(({ from, to }) => [from, to]), ...marked];
  const [low, high] = [x(Math.min(...ends)), x(Math.max(...ends))];
  const around = { stroke: palette.surface, lineWidth: halo ? 3 : 0 };
  const cut = { width: names - 8, overflow: "truncate" } as const;
  const noted = row.note !== "";
  const text = (text: string, style: TextStyle) =>
    ({ type: "text", style: { text, ...font, ...style } }) as const;
  return [
    text(row.name, { x: 8, y: noted ? y - 8 : y, verticalAlign: "middle", fill: palette.text1, ...cut }),
    text(row.note, { x: 8, y: y + 8, verticalAlign: "middle", fill: palette.text3, ...cut }),
    text(row.leftLabel, {
      x: low - GAP,
      y,
      align: "right",
      verticalAlign: "middle",
      fill: palette.text1,
      ...around,
    }),
    text(row.rightLabel, {
      x: high + GAP,
      y,
      align: "left",
      verticalAlign: "middle",
      fill: palette.text1,
      ...around,
    }),
  ];
}
