import type { CustomSeriesOption } from "echarts/charts";
import { type ComparisonLine, type ComparisonPanel, lineEnd } from "#core/report/comparison-chart.ts";
import { type ChartLayout, FONT_SIZE } from "./chart-layout.ts";
import { END_GAP, endText } from "./comparison-grid.ts";
import { at, axesOf, HALO, named, type PanelPlace } from "./panel-place.ts";
import { spreadLabels } from "./spread-labels.ts";

const DIAMOND = 5;
const TICK = 5;
const LABEL_GAP = 16;

type RenderItem = NonNullable<CustomSeriesOption["renderItem"]>;
type Api = Parameters<RenderItem>[1];

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
      ...axesOf(place.panel),
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
