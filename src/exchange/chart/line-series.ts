import type { LineSeriesOption } from "echarts/charts";
import type {
  ChartPoint,
  LineStyle,
  ProjectionChart,
  ProjectionLine,
} from "#core/report/projection-chart.ts";
import { type ChartLayout, END_DISTANCE, endText } from "./chart-layout.ts";

const HALO = 3;
/** The symbol of each line style; sizes in px. A diamond is left to targets. */
export const SYMBOLS: Readonly<Record<LineStyle, { readonly symbol: string; readonly size: number }>> = {
  1: { symbol: "circle", size: 6.5 },
  2: { symbol: "rect", size: 6 },
  3: { symbol: "triangle", size: 8.5 },
  4: { symbol: "path://M0 0L10 0L5 9Z", size: 8.5 },
};

/** The known values, with the ground of the projected years, the base-year line and the target's levels. */
export function historySeries(chart: ProjectionChart, layout: ChartLayout): LineSeriesOption {
  const { palette } = layout;
  const known = chart.history.filter((point) => point.provisional !== true);
  return {
    type: "line",
    id: "history",
    name: chart.historyName,
    data: points(known).map((value, index) => ({ value, label: historyLabel(chart, index).label })),
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
    labelLayout: ({ dataIndex }) => ({ hideOverlap: true, ...historyLabel(chart, dataIndex ?? 0).shift }),
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
export function provisionalSeries(chart: ProjectionChart, layout: ChartLayout): LineSeriesOption[] {
  const { palette } = layout;
  const last = chart.history.findLastIndex((point) => point.provisional !== true);
  const stand = chart.history.at(-1);
  if (stand === undefined || stand.provisional !== true) return [];
  const from = chart.history[last];
  const place = from === undefined ? firstLabel(risesFromStart(chart)) : BESIDE_BASE_LINE;
  const label: LineSeriesOption["label"] = {
    show: true,
    position: "top",
    ...place.label,
    offset: [place.shift.dx ?? 0, place.shift.dy ?? 0],
    color: palette.text1,
    fontStyle: "italic",
    textBorderColor: palette.surface,
    textBorderWidth: layout.halo ? HALO : 0,
    formatter: stand.label ?? "",
  };
  return [
    {
      type: "line",
      id: "provisional",
      data: [
        ...(from === undefined ? [] : points([from]).map((at) => ({ value: at, symbol: "none" }))),
        ...points([stand]).map((value) => ({ value, label })),
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

/** Where a number stands, and how far in px it steps aside from there: a series that lays labels out knows no offset. */
interface LabelPlace {
  readonly label: NonNullable<LineSeriesOption["label"]>;
  readonly shift: { readonly dx?: number; readonly dy?: number };
}

const BESIDE_BASE_LINE: LabelPlace = { label: { align: "right" }, shift: { dx: -6 } };

/** The first number would lie on the axis labels or the rising line, that of the base year on the base line: both step aside. */
function historyLabel(chart: ProjectionChart, index: number): LabelPlace {
  if (index === 0) return firstLabel(risesFromStart(chart));
  return chart.history[index]?.year === chart.base.year ? BESIDE_BASE_LINE : { label: {}, shift: {} };
}

/** Whether the line goes up from its first point: to the next known value, or where there is none along the current path. */
function risesFromStart({ history, projections }: ProjectionChart): boolean {
  const next = history[1] ?? projections.find(({ current }) => current)?.points[1];
  return (next?.value ?? -Infinity) > (history[0]?.value ?? 0);
}

function firstLabel(rising: boolean): LabelPlace {
  return rising
    ? { label: { position: "right" }, shift: { dx: 2, dy: 9 } }
    : { label: { align: "left" }, shift: { dx: -4 } };
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

/** Dash and gap of a projected path, and its width, in px. */
export const PATH_DASH = [6, 4] as const;
export const pathWidth = ({ current }: ProjectionLine): number => (current ? 2.5 : 2);

/** A projected path: dashed, with hollow points, named at its end. */
export function projectionSeries(line: ProjectionLine, layout: ChartLayout): LineSeriesOption {
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
    lineStyle: { color, type: [...PATH_DASH], width: pathWidth(line) },
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

function points(list: readonly ChartPoint[]): [string, number][] {
  return list.map((point) => [String(point.year), point.value]);
}
