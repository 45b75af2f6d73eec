import type { CustomSeriesOption } from "echarts/charts";
import type { ProjectionBand, ProjectionChart } from "#core/report/projection-chart.ts";
import type { ChartLayout } from "./chart-layout.ts";

type RenderItem = NonNullable<CustomSeriesOption["renderItem"]>;

/** Opacity of the ground on which 90 % and 50 % of the values lie (look/tokens.md). */
export const BAND_OPACITY = { outer: 0.12, inner: 0.2 } as const;

/** The band of the current path as two filled areas, the wide one below the narrow one. */
export function bandSeries({ band }: ProjectionChart, layout: ChartLayout): CustomSeriesOption[] {
  if (band === null || band.years.length < 2) return [];
  return [area(band, "outer", layout), area(band, "inner", layout)];
}

/** What the legend shows of a band: the ground that the reader sees, the narrow one lying on the wide one. */
export function bandKey(band: ProjectionBand, part: "outer" | "inner", { palette }: ChartLayout) {
  const opacity = part === "outer" ? BAND_OPACITY.outer : BAND_OPACITY.outer + BAND_OPACITY.inner;
  return {
    name: part === "outer" ? band.outerName : band.innerName,
    icon: "rect",
    itemStyle: { color: palette.lines[band.style], opacity },
  };
}

function area(band: ProjectionBand, part: "outer" | "inner", { palette }: ChartLayout): CustomSeriesOption {
  const colour = palette.lines[band.style];
  const renderItem: RenderItem = (_params, api) => {
    const at = (year: number, value: number) => api.coord([String(year), value]);
    const lower = band.years.map((each) => at(each.year, each[part][0]));
    const upper = band.years.map((each) => at(each.year, each[part][1])).reverse();
    return {
      type: "polygon",
      shape: { points: [...lower, ...upper] },
      style: { fill: colour, opacity: BAND_OPACITY[part] },
    };
  };
  const [first] = band.years;
  return {
    type: "custom",
    id: `band-${part}`,
    name: part === "outer" ? band.outerName : band.innerName,
    silent: true,
    z: 2,
    data: first === undefined ? [] : [[String(first.year), first[part][0]]],
    renderItem,
  };
}
