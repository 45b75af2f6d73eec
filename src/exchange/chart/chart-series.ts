import type { LineStyle, ProjectionChart } from "#core/report/projection-chart.ts";
import { LIGHT_CHART } from "./chart-palette.ts";

/** One series of a chart as office programs draw it: a value a category, `null` for none. */
export interface ChartedSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly line: { readonly width: number; readonly dash: "solid" | "dash" | "dot" };
  readonly marker: "circle" | "square" | "triangle" | "diamond" | null;
  /** What stands at a point; `null` for nothing. */
  readonly labels: readonly (string | null)[];
}

/** A chart as a table: years as categories, and its lines and targets as series. */
export interface ChartTable {
  readonly categories: readonly string[];
  readonly series: readonly ChartedSeries[];
}

const MARKERS = { 1: "circle", 2: "square", 3: "triangle", 4: "diamond" } as const satisfies Record<
  LineStyle,
  ChartedSeries["marker"]
>;

/** The numbers of a chart for office programs, which draw and edit it themselves. */
export function chartSeries(chart: ProjectionChart): ChartTable {
  const { first, last } = chart.years;
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const series: readonly (ChartedSeries | null)[] = [
    historySeries(chart, years),
    ...chart.projections.map((line): ChartedSeries => {
      const at = (year: number) => line.points.find((point) => point.year === year);
      const end = line.points.at(-1);
      return {
        name: line.name,
        values: years.map((year) => at(year)?.value ?? null),
        color: hex(LIGHT_CHART.lines[line.style]),
        line: { width: line.current ? 2 : 1.5, dash: "dash" },
        marker: MARKERS[line.style],
        labels: years.map((year) => (year === end?.year ? end.label : null)),
      };
    }),
    ...targetSeries(chart, years),
  ];
  return {
    categories: years.map(String),
    series: series.filter((each): each is ChartedSeries => each !== null),
  };
}

function historySeries(chart: ProjectionChart, years: readonly number[]): ChartedSeries | null {
  if (chart.history.length === 0) return null;
  const at = (year: number) => chart.history.find((point) => point.year === year);
  return {
    name: chart.historyName,
    values: years.map((year) => at(year)?.value ?? null),
    color: hex(LIGHT_CHART.text1),
    line: { width: 2.25, dash: "solid" },
    marker: "circle",
    labels: years.map((year) => at(year)?.label ?? null),
  };
}

/** The targets as points: milestones and level in one series, a stretch in another. */
function targetSeries(chart: ProjectionChart, years: readonly number[]): readonly ChartedSeries[] {
  const { target, milestones, targetName } = chart;
  const low = (year: number) =>
    milestones.find((each) => each.year === year)?.value ?? (target?.year === year ? target.low : null);
  const points = (name: string, value: (year: number) => number | null, color: string): ChartedSeries => ({
    name,
    values: years.map(value),
    color: hex(color),
    line: { width: 0.75, dash: "dot" },
    marker: "diamond",
    labels: years.map(() => null),
  });
  const stretch = target?.high ?? null;
  const found = years.some((year) => low(year) !== null);
  return [
    ...(found
      ? [points(stretch === null ? targetName : `${targetName}（保底）`, low, LIGHT_CHART.lines[4])]
      : []),
    ...(stretch === null
      ? []
      : [
          points(
            `${targetName}（力争）`,
            (year) => (year === target?.year ? stretch : null),
            LIGHT_CHART.text3,
          ),
        ]),
  ];
}

const hex = (color: string): string => color.replace("#", "").toUpperCase();
