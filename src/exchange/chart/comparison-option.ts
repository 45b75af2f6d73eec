import type { GridComponentOption, TitleComponentOption } from "echarts/components";
import { type ComparisonChart, type ComparisonPanel, lineValues } from "#core/report/comparison-chart.ts";
import { type ChartLayout, FONT_SIZE } from "./chart-layout.ts";
import { type Frame, type PanelBox, panelBoxes } from "./comparison-grid.ts";
import { endLabelSeries, targetSeries } from "./comparison-marks.ts";
import { contextSeries, lineSeries } from "./comparison-series.ts";
import { drawable } from "./drawable.ts";
import type { PanelPlace } from "./panel-place.ts";
import type { ChartOption } from "./echarts-parts.ts";
import {
  type ChartWords,
  headline,
  joinedLines,
  SOURCE_LINE,
  sourceLines,
  sourceNote,
  TITLE_LINE,
  titleLines,
  unitRoom,
} from "./paper-frame.ts";
import { type ValueAxis, valueAxis } from "./value-axis.ts";

const PANEL_TITLE = 13;
const UNIT_LINE = 22;
const ROUND_YEARS = 5;
/** Fewer years than this are all named. */
const FEW_YEARS = 8;

/** Turns a comparison into an ECharts option; the same option is drawn on screen, as SVG and as PNG. */
export function comparisonOption(given: ComparisonChart, layout: ChartLayout): ChartOption {
  const chart = drawable(given);
  const words = { ...chart, source: joinedLines(chart.notes.join(""), chart.source) };
  const frame = frameOf(words, layout);
  const axes = axesOf(chart, layout);
  const boxes = panelBoxes(chart, layout, { frame, axes });
  const place = (panel: number): PanelPlace => ({
    panel,
    together: chart.panels.length === 1,
    firstYear: chart.years.first,
    crowded: crowdedIn(chart, axes[panel]),
  });
  return {
    animation: false,
    backgroundColor: layout.palette.surface,
    textStyle: { fontFamily: layout.fontFamily, fontSize: FONT_SIZE, color: layout.palette.text2 },
    legend: { show: false },
    title: [
      ...(layout.mode === "paper" ? [headline(words, layout), sourceNote(words, layout)] : []),
      ...(chart.panels.length === 1 ? [] : boxes.map((box, at) => panelTitle(chart.panels[at], box, layout))),
    ],
    grid: boxes.map(gridOf),
    xAxis: boxes.map((box, at) => yearAxis(chart, { box, at }, layout)),
    yAxis: axes.map((axis, at) => scaleAxis(axis, at, layout)),
    series: chart.panels.flatMap((panel, at) => [
      ...(chart.sharedScale ? contextSeries(at, otherLines(chart, at), layout) : []),
      ...panel.lines.flatMap((line) => [
        ...lineSeries(line, place(at), layout),
        ...targetSeries(line, place(at), layout),
      ]),
      ...(chart.panels.length === 1 ? endLabelSeries(panel, rightOf(boxes[at]), layout) : []),
    ]),
  };
}

const rightOf = (box: PanelBox | undefined): number => (box === undefined ? 0 : box.left + box.width);

/** What stands above and below the panels: title, unit and source on paper, nothing on screen. */
function frameOf(words: ChartWords, layout: ChartLayout): Frame {
  if (layout.mode === "screen") return { top: 8, bottom: 4 };
  return {
    top: 8 + TITLE_LINE * titleLines(words, layout) + unitRoom(words, UNIT_LINE),
    bottom: SOURCE_LINE * sourceLines(words, layout) + 10,
  };
}

function axesOf(chart: ComparisonChart, layout: ChartLayout): readonly ValueAxis[] {
  const count = chart.panels.length === 1 ? 5 : layout.mode === "paper" ? 3 : 4;
  const own = (panels: readonly ComparisonPanel[]) => {
    const values = panels.flatMap((panel) => panel.lines.flatMap(lineValues));
    return valueAxis(values.length === 0 ? [0, 1] : values, count, 0.4);
  };
  const shared = own(chart.panels);
  return chart.panels.map((panel) => (chart.sharedScale ? shared : own([panel])));
}

function otherLines({ panels }: ComparisonChart, at: number) {
  return panels
    .filter((_, index) => index !== at)
    .flatMap(({ lines }) => lines.filter(({ caliber }) => caliber === null));
}

/** Share of the value axis that a number takes above its point. */
const LABEL_SHARE = 0.09;

/** Whether another line has a point where the number above a point would stand. */
function crowdedIn({ panels }: ComparisonChart, axis: ValueAxis | undefined): PanelPlace["crowded"] {
  const room = axis === undefined ? 0 : (axis.max - axis.min) * LABEL_SHARE;
  const points = panels
    .flatMap(({ lines }) => lines)
    .flatMap((line) => [...line.history, ...line.targets.map(({ year, low }) => ({ year, value: low }))]);
  return (year, value) =>
    points.some((other) => other.year === year && other.value > value && other.value < value + room);
}

function gridOf({ left, top, width, height }: PanelBox): GridComponentOption {
  return { left, top, width, height, outerBoundsMode: "none" };
}

function panelTitle(
  panel: ComparisonPanel | undefined,
  box: PanelBox,
  { palette, fontFamily }: ChartLayout,
): TitleComponentOption {
  const [line] = panel?.lines ?? [];
  return {
    text: panel?.title ?? "",
    left: box.left - 4,
    top: box.title,
    padding: 0,
    textStyle: {
      fontFamily,
      fontSize: PANEL_TITLE,
      fontWeight: 600,
      color: line === undefined ? palette.text1 : palette.lines[line.style],
      width: box.width + 8,
      overflow: "truncate",
    },
  };
}

function yearAxis(
  { years }: ComparisonChart,
  { box, at }: { readonly box: PanelBox; readonly at: number },
  { palette }: ChartLayout,
) {
  const count = years.last - years.first + 1;
  const named = (year: number) => count < FEW_YEARS || year % ROUND_YEARS === 0 || box.width / count > 40;
  return {
    type: "category",
    gridIndex: at,
    data: Array.from({ length: count }, (_, index) => String(years.first + index)),
    boundaryGap: false,
    axisLine: { show: true, onZero: false, lineStyle: { color: palette.line } },
    axisTick: { show: false },
    axisLabel: {
      color: palette.text3,
      interval: (_index: number, year: string) => named(Number(year)),
      hideOverlap: true,
      margin: 7,
    },
  } as const;
}

function scaleAxis(axis: ValueAxis, at: number, { palette }: ChartLayout) {
  return {
    type: "value",
    gridIndex: at,
    min: axis.min,
    max: axis.max,
    interval: axis.step,
    splitLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.text3, formatter: (value: number) => value.toFixed(axis.decimals) },
  } as const;
}
