import type { GridComponentOption, LegendComponentOption } from "echarts/components";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import { type ChartLayout, END_DISTANCE, endText, FONT_SIZE, isNarrow, isShort } from "./chart-layout.ts";
import { drawable } from "./drawable.ts";
import {
  headline,
  MARGIN,
  SOURCE_LINE,
  sourceLines,
  sourceNote,
  TITLE_LINE,
  titleLines,
  unitRoom,
} from "./paper-frame.ts";
import { bandKey, bandSeries } from "./band-series.ts";
import type { ChartOption } from "./echarts-parts.ts";
import { historySeries, projectionSeries, provisionalSeries } from "./line-series.ts";
import { textWidth } from "./text-width.ts";
import { valueAxis } from "./value-axis.ts";
import { milestoneSeries, targetSeries } from "./target-marker.ts";

const LEGEND_ICON = 24;
const LEGEND_GAP = 10;
const LEGEND_LINE = 22;
const LEGEND_DIAMOND = "path://M5 0L10 5L5 10L0 5Z";
const FOOT_GAP = 12;
const AIR = { roomy: 0.25, narrow: 0.75 } as const;

/** Turns a chart value into an ECharts option; the same option is drawn on screen, as SVG and as PNG. */
export function projectionOption(given: ProjectionChart, layout: ChartLayout): ChartOption {
  const chart = drawable(given);
  return {
    ...frameOption(chart, layout),
    series: [
      ...knownSeries(chart, layout),
      ...bandSeries(chart, layout),
      ...chart.projections.map((line) => projectionSeries(line, layout)),
      ...markerSeries(chart, layout),
    ],
  };
}

/** The same with the room for its paths and their band, but without them: what stands still while they are dragged (`movingPaths`). */
export function groundOption(given: ProjectionChart, layout: ChartLayout): ChartOption {
  const chart = drawable(given);
  return {
    ...frameOption(chart, layout),
    series: [...knownSeries(chart, layout), ...markerSeries(chart, layout)],
  };
}

const knownSeries = (chart: ProjectionChart, layout: ChartLayout) => [
  historySeries(chart, layout),
  ...provisionalSeries(chart, layout),
];

const markerSeries = (chart: ProjectionChart, layout: ChartLayout) => [
  ...milestoneSeries(chart, layout, !isNarrow(layout) && !isShort(layout)),
  ...targetSeries(chart, layout.palette),
];

function frameOption(chart: ProjectionChart, layout: ChartLayout): ChartOption {
  const { palette, fontFamily } = layout;
  const narrow = isNarrow(layout);
  const axis = valueAxis(
    axisValues(chart),
    narrow || isShort(layout) ? 3 : 5,
    narrow ? AIR.narrow : AIR.roomy,
  );
  return {
    animation: false,
    backgroundColor: palette.surface,
    textStyle: { fontFamily, fontSize: FONT_SIZE, color: palette.text2 },
    ...(layout.mode === "paper" ? paperFrame(chart, layout) : { legend: { show: false } }),
    grid: gridBox(chart, layout),
    xAxis: yearAxis(chart, layout),
    yAxis: {
      type: "value",
      min: axis.min,
      max: axis.max,
      interval: axis.step,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.text3, formatter: (value: number) => value.toFixed(axis.decimals) },
    },
  };
}

function yearAxis(chart: ProjectionChart, { palette }: ChartLayout): NonNullable<ChartOption["xAxis"]> {
  return {
    type: "category",
    data: yearSpan(chart).map(String),
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
  };
}

function yearSpan(chart: ProjectionChart): readonly number[] {
  const { first, last } = chart.years;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Every value that the axis of a chart has to hold. */
export function axisValues(chart: ProjectionChart): readonly number[] {
  const lines = [chart.history, ...chart.projections.map((line) => line.points)];
  return [
    ...lines.flatMap((line) => line.map((point) => point.value)),
    ...(chart.band?.years.flatMap(({ outer }) => outer) ?? []),
    ...chart.holds,
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
    top: paper ? 28 + unitRoom(chart, 16) + TITLE_LINE * titleLines(chart, layout) : 34,
    bottom: paper ? footHeight(chart, layout) + 6 : 12,
    outerBoundsMode: "same",
    outerBoundsContain: "axisLabel",
  };
}

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
  const bands = chart.band === null ? [] : [chart.band.outerName, chart.band.innerName];
  const names = [chart.historyName, ...chart.projections.map((line) => line.name), ...bands];
  return chart.target === null ? names : [...names, chart.targetName];
}

/** Height of what stands below the axis on paper: the legend's lines and the source's. */
const footHeight = (chart: ProjectionChart, layout: ChartLayout): number =>
  legendLines(chart, layout) * LEGEND_LINE + sourceLines(chart, layout) * SOURCE_LINE + FOOT_GAP + 2;

function paperFrame(chart: ProjectionChart, layout: ChartLayout): Pick<ChartOption, "title" | "legend"> {
  return { title: [headline(chart, layout), sourceNote(chart, layout)], legend: paperLegend(chart, layout) };
}

function paperLegend(chart: ProjectionChart, layout: ChartLayout): LegendComponentOption {
  const { palette, fontFamily } = layout;
  return {
    left: MARGIN,
    bottom: sourceLines(chart, layout) * SOURCE_LINE + FOOT_GAP,
    width: layout.width - 2 * MARGIN,
    itemWidth: LEGEND_ICON,
    itemHeight: 10,
    itemGap: LEGEND_GAP,
    padding: 0,
    data: legendNames(chart).map((name) => {
      if (name === chart.targetName) return { name, icon: LEGEND_DIAMOND };
      if (chart.band !== null && name === chart.band.outerName) return bandKey(chart.band, "outer", layout);
      if (chart.band !== null && name === chart.band.innerName) return bandKey(chart.band, "inner", layout);
      return { name };
    }),
    textStyle: { fontFamily, color: palette.text2, fontSize: FONT_SIZE },
    inactiveColor: palette.line,
    selectedMode: false,
  };
}
