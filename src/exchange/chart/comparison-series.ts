import type { LineSeriesOption } from "echarts/charts";
import type { ComparisonLine } from "#core/report/comparison-chart.ts";
import type { ChartLayout } from "./chart-layout.ts";
import { SYMBOLS } from "./line-series.ts";
import { at, axesOf, HALO, named, type PanelPlace } from "./panel-place.ts";

const DASH = [6, 4];
const DOTS = [1.5, 3];

/** The lines of another panel, quietly behind the one that the panel is about. */
export function contextSeries(
  panel: number,
  others: readonly ComparisonLine[],
  layout: ChartLayout,
): LineSeriesOption[] {
  return others.map((line) => ({
    type: "line",
    ...axesOf(panel),
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

/** Known values as a line with points, solid or, in another caliber, dashed; a dotted line leads on to what is not known yet. */
export function lineSeries(line: ComparisonLine, place: PanelPlace, layout: ChartLayout): LineSeriesOption[] {
  const { palette } = layout;
  const color = palette.lines[line.style];
  const indices = line.history.map((_, index) => index);
  const standsIn = (index: number) => line.history[index]?.provisional === true;
  const known: LineSeriesOption = {
    ...pointSeries(
      line,
      indices.filter((index) => !standsIn(index)),
      { place, layout },
    ),
    id: `${place.panel}-${line.id}`,
    itemStyle: { color },
    lineStyle: { color, width: 2.25, type: line.caliber === null ? "solid" : DASH },
  };
  const provisional: LineSeriesOption = {
    ...pointSeries(line, indices.filter(standsIn), { place, layout }),
    itemStyle: { color: palette.surface, borderColor: color, borderWidth: 1.75 },
    lineStyle: { opacity: 0 },
  };
  return [known, ...(indices.some(standsIn) ? [provisional] : []), ...leadSeries(line, place, layout)];
}

/** Some points of a line with their numbers. */
function pointSeries(
  line: ComparisonLine,
  indices: readonly number[],
  { place, layout }: { readonly place: PanelPlace; readonly layout: ChartLayout },
): LineSeriesOption {
  const { palette } = layout;
  const { symbol, size } = SYMBOLS[line.style];
  const indexOf = (dataIndex: number | undefined) => indices[dataIndex ?? 0] ?? 0;
  return {
    type: "line",
    ...axesOf(place.panel),
    data: indices.map((index) => ({
      value: at(line.history[index]?.year ?? 0, line.history[index]?.value ?? 0),
      ...(onAxis(line, index, place) ? { label: besideAxis(line) } : {}),
    })),
    symbol,
    symbolSize: size,
    showAllSymbol: true,
    label: {
      show: true,
      position: "top",
      distance: 5,
      color: place.together ? palette.lines[line.style] : palette.text1,
      textBorderColor: palette.surface,
      textBorderWidth: layout.halo ? HALO : 0,
      formatter: ({ dataIndex }) => pointLabel(line, indexOf(dataIndex), place),
    },
    labelLayout: ({ dataIndex }) => ({ hideOverlap: true, ...firstShift(line, indexOf(dataIndex), place) }),
    connectNulls: true,
    z: 4,
  };
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

/** From the last value that is known over one that stands in for the base to each target. */
function leadSeries(line: ComparisonLine, place: PanelPlace, { palette }: ChartLayout): LineSeriesOption[] {
  const standIns = line.history.filter(({ provisional }) => provisional === true);
  const ahead = [...standIns, ...line.targets.map(({ year, low }) => ({ year, value: low }))];
  const first = Math.min(...ahead.map(({ year }) => year));
  const start = line.history.findLast(({ year, provisional }) => year < first && provisional !== true);
  if (ahead.length === 0) return [];
  return [
    {
      type: "line",
      ...axesOf(place.panel),
      silent: true,
      data: [...(start === undefined ? [] : [start]), ...ahead].map(({ year, value }) => at(year, value)),
      symbol: "none",
      lineStyle: { color: palette.lines[line.style], width: 1.5, type: DOTS },
      connectNulls: true,
      z: 3,
    },
  ];
}
