import type { CustomSeriesOption } from "echarts/charts";
import type { MilestoneMarker, ProjectionChart } from "#core/report/projection-chart.ts";
import type { ChartPalette } from "./chart-palette.ts";
import type { ChartLayout } from "./chart-layout.ts";

type RenderItem = NonNullable<CustomSeriesOption["renderItem"]>;
type Api = Parameters<RenderItem>[1];

const DIAMOND = 5;
const TICK = 5;
const OFFSET = 14;

/** Milestones as hollow diamonds, labelled on the side where paths leave more room. */
export function milestoneSeries(
  chart: ProjectionChart,
  { palette, fontFamily, halo }: Pick<ChartLayout, "palette" | "fontFamily" | "halo">,
  labelled: boolean,
): CustomSeriesOption[] {
  if (chart.milestones.length === 0) return [];
  const renderItem: RenderItem = (params, api) => {
    const milestone = chart.milestones[params.dataIndex];
    if (milestone === undefined) return null;
    const [x, y] = pixel(api, milestone.year, milestone.value);
    return {
      type: "group",
      children: [
        {
          ...diamond(x, y, DIAMOND + 1),
          style: { fill: palette.surface, stroke: palette.text1, lineWidth: 1.75 },
        },
        {
          type: "text",
          style: {
            text: labelled ? milestone.label : "",
            fontFamily,
            fontSize: 12,
            ...(pathsRunAbove(chart, milestone) ? belowRight(x, y) : aboveLeft(x, y)),
            fill: palette.text2,
            stroke: palette.projected,
            lineWidth: halo ? 3 : 0,
          },
        },
      ],
    };
  };
  return [
    { type: "custom", id: "milestones", silent: true, z: 8, data: markers(chart.milestones), renderItem },
  ];
}

/** Whether the past or the paths come closer to a milestone from above than from below; what goes through it is on neither side. */
function pathsRunAbove(chart: ProjectionChart, { year, value }: MilestoneMarker): boolean {
  const rounding = 1e-9 * Math.abs(value);
  const lines = [chart.history, ...chart.projections.map(({ points }) => points)];
  const gaps = lines.flatMap((line) =>
    line.filter((point) => point.year === year).map((point) => point.value - value),
  );
  const above = Math.min(...gaps.filter((gap) => gap > rounding));
  const below = Math.min(...gaps.filter((gap) => gap < -rounding).map((gap) => -gap));
  return above < below;
}

// A path that rises past a point from below has not been above to its left, one that runs above it not below to its right.
const aboveLeft = (x: number, y: number) =>
  ({ x: x + DIAMOND, y: y - DIAMOND - 5, align: "right", verticalAlign: "bottom" }) as const;
const belowRight = (x: number, y: number) =>
  ({ x: x - DIAMOND, y: y + DIAMOND + 5, align: "left", verticalAlign: "top" }) as const;

/** The target as a bar from floor (flat tick) to stretch (diamond), or as one diamond for a single level. */
export function targetSeries(chart: ProjectionChart, palette: ChartPalette): CustomSeriesOption[] {
  const { target } = chart;
  if (target === null) return [];
  const ink = { stroke: palette.text1, lineWidth: 2, fill: palette.text1 };
  const renderItem: RenderItem = (_params, api) => {
    const [yearX, lowY] = pixel(api, target.year, target.low);
    const x = yearX + OFFSET;
    if (target.high === null) return { ...diamond(x, lowY, DIAMOND), style: ink };
    const [, highY] = pixel(api, target.year, target.high);
    return {
      type: "group",
      children: [
        { type: "line", shape: { x1: x, y1: lowY, x2: x, y2: highY }, style: ink },
        { type: "line", shape: { x1: x - TICK, y1: lowY, x2: x + TICK, y2: lowY }, style: ink },
        { ...diamond(x, highY, DIAMOND), style: ink },
      ],
    };
  };
  return [
    {
      type: "custom",
      id: "target",
      name: chart.targetName,
      silent: true,
      clip: false,
      z: 8,
      color: palette.text1,
      data: markers([{ year: target.year, value: target.low }]),
      renderItem,
    },
  ];
}

function markers(list: readonly { readonly year: number; readonly value: number }[]): [string, number][] {
  return list.map(({ year, value }) => [String(year), value]);
}

function pixel(api: Api, year: number, value: number): readonly [number, number] {
  const [x = 0, y = 0] = api.coord([String(year), value]);
  return [x, y];
}

function diamond(x: number, y: number, half: number) {
  const points = [
    [x, y - half],
    [x + half, y],
    [x, y + half],
    [x - half, y],
  ];
  return { type: "polygon", shape: { points } } as const;
}
