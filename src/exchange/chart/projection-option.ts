import type { CustomSeriesOption, LineSeriesOption } from "echarts/charts";
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type {
  ChartPoint,
  LineStyle,
  ProjectionChart,
  ProjectionLine,
} from "#core/report/projection-chart.ts";
import type { ChartPalette } from "./chart-palette.ts";
import { textWidth } from "./text-width.ts";
import { valueAxis } from "./value-axis.ts";
import { milestoneSeries, targetSeries } from "./target-marker.ts";

/** The ECharts option of a projection chart. */
export type ProjectionOption = ComposeOption<
  LineSeriesOption | CustomSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>;

/** How a chart is laid out: `paper` carries title, unit, legend and source line; `screen` leaves them to the page. */
export interface ChartLayout {
  readonly mode: "screen" | "paper";
  /** Layout size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly palette: ChartPalette;
  readonly fontFamily: string;
  /** Ground drawn around labels. Not in SVG files: office programs paint it over the letters. */
  readonly halo: boolean;
}

const FONT_SIZE = 12;
const TITLE_SIZE = 14;
const HALO = 3;
const TITLE_LINE = 20;
const NARROW = 400;
const MARGIN = 8;
const END_DISTANCE = 28;
const SOURCE_SIZE = 11;
const SOURCE_LINE = 15;
const LEGEND_ICON = 24;
const LEGEND_GAP = 10;
const LEGEND_LINE = 22;
const LEGEND_DIAMOND = "path://M5 0L10 5L5 10L0 5Z";
const FOOT_GAP = 12;
const AIR = { roomy: 0.25, narrow: 0.75 } as const;
const SYMBOLS: Readonly<Record<LineStyle, { readonly symbol: string; readonly size: number }>> = {
  1: { symbol: "circle", size: 6.5 },
  2: { symbol: "rect", size: 6 },
  3: { symbol: "triangle", size: 8.5 },
};

/** Turns a chart value into an ECharts option; the same option is drawn on screen, as SVG and as PNG. */
export function projectionOption(chart: ProjectionChart, layout: ChartLayout): ProjectionOption {
  const { palette, fontFamily } = layout;
  const years = yearSpan(chart);
  const narrow = layout.width < NARROW;
  const axis = valueAxis(axisValues(chart), narrow ? 3 : 5, narrow ? AIR.narrow : AIR.roomy);
  return {
    animation: false,
    backgroundColor: palette.surface,
    textStyle: { fontFamily, fontSize: FONT_SIZE, color: palette.text2 },
    ...(layout.mode === "paper" ? paperFrame(chart, layout) : { legend: { show: false } }),
    grid: gridBox(chart, layout),
    xAxis: {
      type: "category",
      data: years.map(String),
      boundaryGap: false,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: palette.text3,
        hideOverlap: true,
        margin: 10,
        showMinLabel: true,
        showMaxLabel: true,
      },
    },
    yAxis: {
      type: "value",
      min: axis.min,
      max: axis.max,
      interval: axis.step,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.text3, formatter: (value: number) => value.toFixed(axis.decimals) },
    },
    series: [
      historySeries(chart, layout),
      ...provisionalSeries(chart, layout),
      ...chart.projections.map((line) => projectionSeries(line, layout)),
      ...milestoneSeries(chart, layout, !narrow),
      ...targetSeries(chart, palette),
    ],
  };
}

function yearSpan(chart: ProjectionChart): readonly number[] {
  const { first, last } = chart.years;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function axisValues(chart: ProjectionChart): readonly number[] {
  const lines = [chart.history, ...chart.projections.map((line) => line.points)];
  return [
    ...lines.flatMap((line) => line.map((point) => point.value)),
    ...chart.levels.map((level) => level.value),
    ...chart.milestones.map((milestone) => milestone.value),
    ...(chart.target === null ? [] : [chart.target.low, chart.target.high ?? chart.target.low]),
  ];
}

function gridBox(chart: ProjectionChart, layout: ChartLayout): GridComponentOption {
  const paper = layout.mode === "paper";
  const endWidth = Math.max(
    0,
    ...chart.projections.map((line) => textWidth(endText(line, layout), FONT_SIZE)),
  );
  return {
    left: 8,
    right: END_DISTANCE + 6 + endWidth,
    top: paper ? 44 + TITLE_LINE * titleLines(chart, layout) : 34,
    bottom: paper ? footHeight(chart, layout) + 6 : 12,
    outerBoundsMode: "same",
    outerBoundsContain: "axisLabel",
  };
}

const titleLines = (chart: ProjectionChart, layout: ChartLayout): number =>
  Math.ceil((textWidth(chart.title, TITLE_SIZE) + TITLE_SIZE) / (layout.width - 2 * MARGIN));

const sourceLines = (chart: ProjectionChart, layout: ChartLayout): number =>
  Math.ceil((textWidth(chart.source, SOURCE_SIZE) + SOURCE_SIZE) / (layout.width - 2 * MARGIN));

function legendLines(chart: ProjectionChart, layout: ChartLayout): number {
  let lines = 1;
  let used = 0;
  for (const name of legendNames(chart)) {
    const width = LEGEND_ICON + 5 + textWidth(name, FONT_SIZE) + LEGEND_GAP;
    if (used > 0 && used + width > layout.width - 2 * MARGIN) {
      lines += 1;
      used = 0;
    }
    used += width;
  }
  return lines;
}

function legendNames(chart: ProjectionChart): readonly string[] {
  const names = [chart.historyName, ...chart.projections.map((line) => line.name)];
  return chart.target === null ? names : [...names, chart.targetName];
}

/** Height of what stands below the axis on paper: the legend's lines and the source's. */
const footHeight = (chart: ProjectionChart, layout: ChartLayout): number =>
  legendLines(chart, layout) * LEGEND_LINE + sourceLines(chart, layout) * SOURCE_LINE + FOOT_GAP + 2;

function paperFrame(chart: ProjectionChart, layout: ChartLayout): Pick<ProjectionOption, "title" | "legend"> {
  const { palette, fontFamily } = layout;
  return {
    title: [
      {
        text: chart.title,
        subtext: chart.unit,
        left: MARGIN,
        top: 4,
        itemGap: 4,
        textStyle: {
          fontFamily,
          fontSize: TITLE_SIZE,
          lineHeight: TITLE_LINE,
          fontWeight: 600,
          color: palette.text1,
          width: layout.width - 2 * MARGIN,
          overflow: "break",
        },
        subtextStyle: { fontFamily, fontSize: FONT_SIZE, color: palette.text2 },
      },
      {
        text: chart.source,
        left: MARGIN,
        bottom: 4,
        textStyle: {
          fontFamily,
          fontSize: SOURCE_SIZE,
          fontWeight: 400,
          color: palette.text3,
          width: layout.width - 2 * MARGIN,
          overflow: "break",
          lineHeight: SOURCE_LINE,
        },
      },
    ],
    legend: {
      left: MARGIN,
      bottom: sourceLines(chart, layout) * SOURCE_LINE + FOOT_GAP,
      width: layout.width - 2 * MARGIN,
      itemWidth: LEGEND_ICON,
      itemHeight: 10,
      itemGap: LEGEND_GAP,
      padding: 0,
      data: legendNames(chart).map((name) =>
        name === chart.targetName ? { name, icon: LEGEND_DIAMOND } : { name },
      ),
      textStyle: { fontFamily, color: palette.text2, fontSize: FONT_SIZE },
      inactiveColor: palette.line,
      selectedMode: false,
    },
  };
}

function historySeries(chart: ProjectionChart, layout: ChartLayout): LineSeriesOption {
  const { palette } = layout;
  const known = chart.history.filter((point) => point.provisional !== true);
  return {
    type: "line",
    id: "history",
    name: chart.historyName,
    data: points(known).map((value, index) => ({ value, label: historyLabel(chart, index) })),
    symbol: "circle",
    symbolSize: 7,
    showAllSymbol: true,
    itemStyle: { color: palette.text1 },
    lineStyle: { color: palette.text1, width: 2.25 },
    label: {
      show: true,
      position: "top",
      distance: 6,
      color: palette.text1,
      textBorderColor: palette.surface,
      textBorderWidth: layout.halo ? HALO : 0,
      formatter: ({ dataIndex }) => known[dataIndex]?.label ?? "",
    },
    labelLayout: { hideOverlap: true },
    connectNulls: true,
    z: 4,
    markArea: {
      silent: true,
      z: -1,
      itemStyle: { color: palette.projected },
      data: [[{ xAxis: String(chart.base.year) }, { xAxis: String(chart.years.last) }]],
    },
    markLine: {
      silent: true,
      symbol: "none",
      data: [...baseLines(chart, layout), ...levelLines(chart, layout)],
    },
  };
}

/** A provisional start is a hollow point at the end of a dotted line: it is known to be no observation. */
function provisionalSeries(chart: ProjectionChart, layout: ChartLayout): LineSeriesOption[] {
  const { palette } = layout;
  const last = chart.history.findLastIndex((point) => point.provisional !== true);
  const stand = chart.history.at(-1);
  if (stand === undefined || stand.provisional !== true) return [];
  const from = chart.history[last];
  const [value] = points([stand]);
  const label = {
    show: true,
    position: "top",
    align: "right",
    offset: [-6, 0],
    color: palette.text1,
    fontStyle: "italic",
    textBorderColor: palette.surface,
    textBorderWidth: layout.halo ? HALO : 0,
    formatter: stand.label ?? "",
  } as const;
  return [
    {
      type: "line",
      id: "provisional",
      data: [
        ...(from === undefined ? [] : points([from]).map((at) => ({ value: at, symbol: "none" }))),
        { value, label },
      ],
      symbol: "circle",
      symbolSize: 7,
      showAllSymbol: true,
      itemStyle: { color: palette.surface, borderColor: palette.text1, borderWidth: 1.75 },
      lineStyle: { color: palette.text3, type: [1.5, 3], width: 1.5 },
      z: 4,
    },
  ];
}

/** The first number would lie on the axis labels and that of the base year on the base line: both step aside. */
function historyLabel(
  chart: ProjectionChart,
  index: number,
): { readonly align?: "left" | "right"; readonly offset?: number[] } {
  if (chart.history[index]?.year === chart.base.year) return { align: "right", offset: [-6, 0] };
  return index === 0 ? { align: "left", offset: [-4, 0] } : {};
}

type MarkLineData = NonNullable<NonNullable<LineSeriesOption["markLine"]>["data"]>;

/** The base-year line carries two labels, one on either side, as one line can carry only one. */
function baseLines(chart: ProjectionChart, layout: ChartLayout): MarkLineData {
  const { palette } = layout;
  const label = {
    show: true,
    position: "end",
    color: palette.text1,
    fontWeight: 600,
    textBorderColor: palette.surface,
    textBorderWidth: layout.halo ? HALO : 0,
    distance: 4,
  } as const;
  const lineStyle = { color: palette.text2, type: "solid", width: 1.25 } as const;
  const at = { xAxis: String(chart.base.year), lineStyle };
  const room = chart.base.year > chart.years.first;
  return [
    {
      ...at,
      label: { ...label, align: room ? "right" : "left", formatter: room ? `${chart.base.label} ` : "" },
    },
    {
      ...at,
      label: {
        ...label,
        align: "left",
        formatter: ` ${room ? "" : `${chart.base.label}　`}${chart.base.projectedLabel}`,
      },
    },
  ];
}

function levelLines(chart: ProjectionChart, layout: ChartLayout): MarkLineData {
  const { palette } = layout;
  return chart.levels.map((level) => [
    {
      coord: [String(chart.base.year), level.value],
      lineStyle: { color: palette.text3, type: [1.5, 3], width: 1.25 },
      label: {
        show: true,
        position: "insideStartTop",
        color: palette.text2,
        textBorderColor: palette.projected,
        textBorderWidth: layout.halo ? HALO : 0,
        distance: [6, 3],
        formatter: level.label,
      },
    },
    { coord: [String(chart.target?.year ?? chart.years.last), level.value] },
  ]);
}

function projectionSeries(line: ProjectionLine, layout: ChartLayout): LineSeriesOption {
  const { palette } = layout;
  const color = palette.lines[line.style];
  const { symbol, size } = SYMBOLS[line.style];
  return {
    type: "line",
    id: line.id,
    name: line.name,
    data: points(line.points).map((point, index) => (index === 0 ? { value: point, symbol: "none" } : point)),
    symbol,
    symbolSize: size,
    showAllSymbol: true,
    itemStyle: { color: palette.surface, borderColor: color, borderWidth: 1.75 },
    lineStyle: { color, type: [6, 4], width: line.current ? 2.5 : 2 },
    endLabel: {
      show: true,
      distance: END_DISTANCE,
      color,
      fontWeight: 600,
      textBorderColor: palette.surface,
      textBorderWidth: layout.halo ? HALO : 0,
      formatter: () => endText(line, layout),
    },
    labelLayout: { moveOverlap: "shiftY" },
    z: line.current ? 6 : 5,
  };
}

function endText(line: ProjectionLine, layout: ChartLayout): string {
  const last = line.points.at(-1)?.label ?? "";
  return layout.width < NARROW ? last : line.end;
}

function points(list: readonly ChartPoint[]): [string, number][] {
  return list.map((point) => [String(point.year), point.value]);
}
