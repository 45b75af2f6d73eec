import type { LineStyle, ProjectionChart } from "#core/report/projection-chart.ts";
import type { ChartPalette } from "./chart-palette.ts";

/** One series of a chart as office programs draw it: a value a category, `null` for none. */
export interface OfficeSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Six hexadecimal digits. */
  readonly color: string;
  /** What stands at a point; `null` for nothing. */
  readonly labels: readonly (string | null)[];
}

/** A series that is drawn as a line. */
export interface LineSeries extends OfficeSeries {
  readonly line: { readonly width: number; readonly dash: "solid" | "dash" | "dot" };
  /** A ring is a circle that is not filled. */
  readonly marker: "circle" | "square" | "triangle" | "diamond" | "ring" | null;
  /** On which side of its point a label stands; above it where nothing is said. */
  readonly positions: readonly ("left" | "right" | "above" | "below")[];
}

/** Categories, and a line a series. */
export interface LineTable {
  readonly categories: readonly string[];
  readonly series: readonly LineSeries[];
}

const PROVISIONAL = "暂用值";

/** The marker of each style of line. */
export const MARKERS = { 1: "circle", 2: "square", 3: "triangle", 4: "diamond" } as const satisfies Record<
  LineStyle,
  LineSeries["marker"]
>;

/** The years of a chart as categories, its lines and targets as series. */
export function lineTable(chart: ProjectionChart, palette: ChartPalette): LineTable {
  const { first, last } = chart.years;
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const series: readonly (LineSeries | null)[] = [
    // The last known value lies on its stand-in's end of their link.
    provisionalSeries(chart, years, palette),
    historySeries(chart, years, palette),
    ...chart.projections.map((line): LineSeries => {
      const at = (year: number) => line.points.find((point) => point.year === year);
      const end = line.points.at(-1);
      return {
        name: line.name,
        values: years.map((year) => at(year)?.value ?? null),
        color: hexDigits(palette.lines[line.style]),
        line: { width: line.current ? 2 : 1.5, dash: "dash" },
        marker: MARKERS[line.style],
        labels: years.map((year) => (year === end?.year ? (end.label ?? line.end) : null)),
        positions: [],
      };
    }),
    ...targetSeries(chart, years, palette),
  ];
  return {
    categories: years.map(String),
    series: series.filter((each): each is LineSeries => each !== null),
  };
}

function historySeries(
  chart: ProjectionChart,
  years: readonly number[],
  palette: ChartPalette,
): LineSeries | null {
  const known = chart.history.filter(({ provisional }) => provisional !== true);
  if (known.length === 0) return null;
  const at = (year: number) => known.find((point) => point.year === year);
  return {
    name: chart.historyName,
    values: years.map((year) => at(year)?.value ?? null),
    color: hexDigits(palette.text1),
    line: { width: 2.25, dash: "solid" },
    marker: "circle",
    labels: years.map((year) => at(year)?.label ?? null),
    positions: [],
  };
}

/** A value that only stands in for an observation: a ring at the end of a dotted line from the last known value. */
function provisionalSeries(
  { history }: ProjectionChart,
  years: readonly number[],
  palette: ChartPalette,
): LineSeries | null {
  const stand = history.at(-1);
  if (stand?.provisional !== true) return null;
  const ends = [history.findLast(({ provisional }) => provisional !== true), stand];
  return {
    name: PROVISIONAL,
    values: years.map((year) => ends.find((point) => point?.year === year)?.value ?? null),
    color: hexDigits(palette.text1),
    line: { width: 1.5, dash: "dot" },
    marker: "ring",
    labels: years.map((year) => (year === stand.year ? stand.label : null)),
    positions: [],
  };
}

/** The targets as points: milestones and level in one series, a stretch in another. */
function targetSeries(
  chart: ProjectionChart,
  years: readonly number[],
  palette: ChartPalette,
): readonly LineSeries[] {
  const { target, milestones, targetName } = chart;
  const low = (year: number) =>
    milestones.find((each) => each.year === year)?.value ?? (target?.year === year ? target.low : null);
  const points = (name: string, value: (year: number) => number | null, color: string): LineSeries => ({
    name,
    values: years.map(value),
    color: hexDigits(color),
    line: { width: 0.75, dash: "dot" },
    marker: "diamond",
    labels: years.map(() => null),
    positions: [],
  });
  const stretch = target?.high ?? null;
  const found = years.some((year) => low(year) !== null);
  return [
    ...(found
      ? [points(stretch === null ? targetName : `${targetName}（保底）`, low, palette.lines[4])]
      : []),
    ...(stretch === null
      ? []
      : [points(`${targetName}（力争）`, (year) => (year === target?.year ? stretch : null), palette.text3)]),
  ];
}

/** The six digits of a colour. */
export const hexDigits = (color: string): string => color.replace("#", "").toUpperCase();
