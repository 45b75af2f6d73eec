import type { CustomSeriesOption, LineSeriesOption } from "echarts/charts";
import { type ComparisonLine, type ComparisonPanel, lineEnd } from "#core/report/comparison-chart.ts";
import { type ChartLayout, FONT_SIZE } from "./chart-layout.ts";
import { END_GAP, endText } from "./comparison-grid.ts";
import { SYMBOLS } from "./line-series.ts";
import { spreadLabels } from "./spread-labels.ts";

const DIAMOND = 5;
const TICK = 5;
const LABEL_GAP = 16;
const HALO = 3;
const DASH = [6, 4];
const DOTS = [1.5, 3];

/** Which panel a series is drawn in, and how it is labelled. */
export interface PanelPlace {
  readonly panel: number;
  /** All lines share the panel: points are labelled where there is room, lines at their ends. */
  readonly together: boolean;
  readonly firstYear: number;
  /** Whether the number at a point would lie on a point of another line. */
  readonly crowded: (year: number, value: number) => boolean;
}

type RenderItem = NonNullable<CustomSeriesOption["renderItem"]>;
type Api = Parameters<RenderItem>[1];

const axes = (panel: number) => ({ xAxisIndex: panel, yAxisIndex: panel });
const at = (year: number, value: number): [string, number] => [String(year), value];

/** The lines of another panel, quietly behind the one that the panel is about. */
export function contextSeries(
  panel: number,
  others: readonly ComparisonLine[],
  layout: ChartLayout,
): LineSeriesOption[] {
  return others.map((line) => ({
    type: "line",
    ...axes(panel),
    silent: true,
    data: [...line.history, ...line.targets.map(({ year, low }) => ({ year, value: low }))].map(
      ({ year, value }) => at(year, value),
    ),
    symbol: "none",
    lineStyle: { color: layout.palette.text3, width: 1, opacity: 0.35 },
    connectNulls: true,
    z: 1,
  }));
}

/** Known values as a line with points, solid or, in another caliber, dashed; a dotted line leads on to the targets. */
export function lineSeries(line: ComparisonLine, place: PanelPlace, layout: ChartLayout): LineSeriesOption[] {
  const { palette } = layout;
  const color = palette.lines[line.style];
  const { symbol, size } = SYMBOLS[line.style];
  const history: LineSeriesOption = {
    type: "line",
    ...axes(place.panel),
    id: `${place.panel}-${line.id}`,
    data: line.history.map(({ year, value, provisional }, index) => ({
      value: at(year, value),
      ...(onAxis(line, index, place) ? { label: besideAxis(line) } : {}),
      ...(provisional === true
        ? { itemStyle: { color: palette.surface, borderColor: color, borderWidth: 1.75 } }
        : {}),
    })),
    symbol,
    symbolSize: size,
    showAllSymbol: true,
    itemStyle: { color },
    lineStyle: { color, width: 2.25, type: line.caliber === null ? "solid" : DASH },
    label: {
      show: true,
      position: "top",
      distance: 5,
      color: place.together ? color : palette.text1,
      textBorderColor: palette.surface,
      textBorderWidth: layout.halo ? HALO : 0,
      formatter: ({ dataIndex }) => pointLabel(line, dataIndex, place),
    },
    labelLayout: ({ dataIndex }) => ({ hideOverlap: true, ...firstShift(line, dataIndex ?? 0, place) }),
    connectNulls: true,
    z: 4,
  };
  return [history, ...leadSeries(line, place, layout)];
}

/** Whether a point stands on the value axis, where its number would lie on the axis's own. */
function onAxis({ history }: ComparisonLine, index: number, { firstYear }: PanelPlace): boolean {
  return index === 0 && history[0]?.year === firstYear;
}

/** A number beside the axis keeps clear of the line: right below where it rises, above where it does not. */
function besideAxis(line: ComparisonLine) {
  return rises(line) ? ({ position: "right" } as const) : ({ position: "top", align: "left" } as const);
}

function firstShift(line: ComparisonLine, index: number, place: PanelPlace) {
  if (!onAxis(line, index, place)) return {};
  return rises(line) ? { dx: 1, dy: 8 } : { dx: -4 };
}

/** Whether a line leaves its first point upwards by more than a number's height. */
function rises({ history, targets }: ComparisonLine): boolean {
  const [first, second] = history;
  return (second?.value ?? targets[0]?.low ?? -Infinity) > (first?.value ?? 0);
}

/** In a picture of a plan its other caliber is named at its end. */
function named(caliber: string | null, label: string): string {
  return caliber === null ? label : `${caliber} ${label}`;
}

/** The number at a point. */
function pointLabel(line: ComparisonLine, index: number, { together, crowded }: PanelPlace): string {
  const { history, caliber, targets } = line;
  const point = history[index];
  if (point === undefined) return "";
  const label = point.label ?? "";
  const last = index === history.length - 1;
  if (!together) return last && targets.length === 0 ? named(caliber, label) : label;
  // What ends a line is told at its end.
  return (last && targets.length === 0) || crowded(point.year, point.value) ? "" : label;
}

/** From the last value that is known before the targets to each of them. */
function leadSeries(line: ComparisonLine, place: PanelPlace, { palette }: ChartLayout): LineSeriesOption[] {
  const [first] = line.targets;
  if (first === undefined) return [];
  const start = line.history.findLast(({ year }) => year < first.year);
  const points = [
    ...(start === undefined ? [] : [at(start.year, start.value)]),
    ...line.targets.map(({ year, low }) => at(year, low)),
  ];
  return [
    {
      type: "line",
      ...axes(place.panel),
      silent: true,
      data: points,
      symbol: "none",
      lineStyle: { color: palette.lines[line.style], width: 1.5, type: DOTS },
      connectNulls: true,
      z: 3,
    },
  ];
}

/** Targets as diamonds (hollow for milestones), with a bar to the upper end of a range or to the stretch. */
export function targetSeries(
  line: ComparisonLine,
  place: PanelPlace,
  layout: ChartLayout,
): CustomSeriesOption[] {
  if (line.targets.length === 0) return [];
  const renderItem: RenderItem = (params, api) => {
    const target = line.targets[params.dataIndex];
    if (target === undefined) return null;
    const color = layout.palette.lines[line.style];
    const fill = target.final ? color : layout.palette.surface;
    const ink = { stroke: color, fill, lineWidth: 1.75 };
    const [x, low] = pixel(api, target.year, target.low);
    const label =
      target.final && !place.together
        ? [aboveLabel(named(line.caliber, target.label), api, line, layout)]
        : [];
    if (target.high === null)
      return { type: "group", children: [{ ...diamond(x, low), style: ink }, ...label] };
    const [, high] = pixel(api, target.year, target.high);
    const tick = (y: number) =>
      ({ type: "line", shape: { x1: x - TICK, y1: y, x2: x + TICK, y2: y }, style: ink }) as const;
    return {
      type: "group",
      children: [
        { type: "line", shape: { x1: x, y1: low, x2: x, y2: high }, style: ink },
        tick(low),
        target.stretch ? { ...diamond(x, high), style: ink } : tick(high),
        ...label,
      ],
    };
  };
  return [
    {
      type: "custom",
      ...axes(place.panel),
      silent: true,
      clip: false,
      z: 8,
      data: line.targets.map(({ year, low }) => at(year, low)),
      renderItem,
    },
  ];
}

function aboveLabel(
  text: string,
  api: Api,
  line: ComparisonLine,
  { palette, fontFamily, halo }: ChartLayout,
) {
  const end = lineEnd(line);
  const [x, y] = pixel(api, end?.year ?? 0, end?.value ?? 0);
  return {
    type: "text",
    style: {
      text,
      x: x + DIAMOND,
      y: y - DIAMOND - 3,
      align: "right",
      verticalAlign: "bottom",
      fontFamily,
      fontSize: FONT_SIZE,
      fontWeight: 600,
      fill: palette.lines[line.style],
      stroke: palette.surface,
      lineWidth: halo ? HALO : 0,
    },
  } as const;
}

/** Names and last values at the right, apart from each other, each led to by a hairline from its line's end. */
export function endLabelSeries(
  panel: ComparisonPanel,
  right: number,
  layout: ChartLayout,
): CustomSeriesOption[] {
  const ends = panel.lines.flatMap((line) => {
    const end = lineEnd(line);
    return end === null ? [] : [{ line, end }];
  });
  if (ends.length === 0) return [];
  const renderItem: RenderItem = (params, api) => {
    if (params.dataIndex !== 0) return null;
    const { y: top = 0, height = 0 } = bounds(params.coordSys);
    const points = ends.map(({ end }) => pixel(api, end.year, end.value));
    const places = spreadLabels(
      points.map(([, y]) => y),
      { gap: LABEL_GAP, least: top, most: top + height },
    );
    return {
      type: "group",
      children: ends.flatMap(({ line }, index) =>
        endLabel(line, { from: points[index] ?? [0, 0], right, y: places[index] ?? 0 }, layout),
      ),
    };
  };
  return [
    {
      type: "custom",
      silent: true,
      clip: false,
      z: 9,
      data: ends.map(({ end }) => at(end.year, end.value)),
      renderItem,
    },
  ];
}

interface EndPlace {
  readonly from: readonly [number, number];
  readonly right: number;
  readonly y: number;
}

function endLabel(
  line: ComparisonLine,
  { from, right, y }: EndPlace,
  { palette, fontFamily, halo }: ChartLayout,
) {
  const color = palette.lines[line.style];
  const points = [
    [from[0] + DIAMOND + 2, from[1]],
    [Math.max(right, from[0] + DIAMOND + 2), from[1]],
    [right + END_GAP - 4, y],
  ];
  return [
    {
      type: "polyline",
      shape: { points },
      style: { stroke: color, lineWidth: 1, opacity: 0.4, fill: "none" },
    },
    {
      type: "text",
      style: {
        text: endText(line),
        x: right + END_GAP,
        y,
        align: "left",
        verticalAlign: "middle",
        fontFamily,
        fontSize: FONT_SIZE,
        fontWeight: 600,
        fill: color,
        stroke: palette.surface,
        lineWidth: halo ? HALO : 0,
      },
    },
  ] as const;
}

function bounds(system: object): { readonly y?: number; readonly height?: number } {
  return system;
}

function pixel(api: Api, year: number, value: number): readonly [number, number] {
  const [x = 0, y = 0] = api.coord(at(year, value));
  return [x, y];
}

function diamond(x: number, y: number) {
  const points = [
    [x, y - DIAMOND],
    [x + DIAMOND, y],
    [x, y + DIAMOND],
    [x - DIAMOND, y],
  ];
  return { type: "polygon", shape: { points } } as const;
}
