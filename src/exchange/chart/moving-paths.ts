import type {
  LineStyle,
  ProjectionBand,
  ProjectionChart,
  ProjectionLine,
} from "#core/report/projection-chart.ts";
import { BAND_OPACITY } from "./band-series.ts";
import type { ChartLayout } from "./chart-layout.ts";
import { END_DISTANCE, endText, FONT_SIZE } from "./chart-layout.ts";
import { PATH_DASH, pathWidth, SYMBOLS } from "./line-series.ts";
import { spreadLabels } from "./spread-labels.ts";

/** Where a year and a value are in a picture, in px. */
export type ToPixel = (category: string, value: number) => readonly [x: number, y: number] | null;

/** Something to be painted, in SVG's words: a path, its fill and its stroke. */
export interface PaintedPath {
  readonly key: string;
  readonly d: string;
  readonly fill: string;
  readonly opacity: number;
  readonly stroke: string;
  readonly width: number;
  readonly dash: string;
}

/** A text that begins at a place. */
export interface PaintedLabel {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly color: string;
}

/** The paths of a chart and their band, as they are painted over its ground while one of them is dragged. */
export function movingPaths(
  chart: ProjectionChart,
  layout: ChartLayout,
  toPixel: ToPixel,
): { readonly paths: readonly PaintedPath[]; readonly labels: readonly PaintedLabel[] } {
  const lines = [...chart.projections].sort((a, b) => Number(a.current) - Number(b.current));
  const bands =
    chart.band === null ? [] : (["outer", "inner"] as const).map((part) => ({ part, of: chart.band }));
  return {
    paths: [
      ...bands.flatMap(({ part, of }) => (of === null ? [] : bandPath(of, part, layout, toPixel))),
      ...lines.flatMap((line) => linePaths(line, layout, toPixel)),
    ],
    labels: endLabels(lines, layout, toPixel),
  };
}

function bandPath(
  band: ProjectionBand,
  part: "outer" | "inner",
  { palette }: ChartLayout,
  toPixel: ToPixel,
): readonly PaintedPath[] {
  const edge = (side: 0 | 1) => band.years.map((each) => ({ year: each.year, value: each[part][side] }));
  const d = polyline([...edge(0), ...edge(1).reverse()], toPixel);
  const fill = palette.lines[band.style];
  return [
    { key: part, d: `${d}Z`, fill, opacity: BAND_OPACITY[part], stroke: "none", width: 0, dash: "none" },
  ];
}

function linePaths(line: ProjectionLine, { palette }: ChartLayout, toPixel: ToPixel): readonly PaintedPath[] {
  const stroke = palette.lines[line.style];
  const dash = PATH_DASH.join(" ");
  const marks = line.points.slice(1).flatMap(({ year, value }) => {
    const at = toPixel(String(year), value);
    return at === null ? [] : [symbolPath(line.style, ...at)];
  });
  const { id } = line;
  return [
    {
      ...{ key: id, d: polyline(line.points, toPixel), fill: "none", opacity: 1 },
      ...{ stroke, width: pathWidth(line), dash },
    },
    {
      key: `${id} marks`,
      d: marks.join(""),
      fill: palette.surface,
      opacity: 1,
      stroke,
      width: 1.75,
      dash: "none",
    },
  ];
}

function polyline(
  points: readonly { readonly year: number; readonly value: number }[],
  toPixel: ToPixel,
): string {
  const places = points.flatMap(({ year, value }) => {
    const at = toPixel(String(year), value);
    return at === null ? [] : [at.join(" ")];
  });
  return `M${places.join("L")}`;
}

/** The symbol of a line style around a place. */
function symbolPath(style: LineStyle, x: number, y: number): string {
  const half = SYMBOLS[style].size / 2;
  switch (style) {
    case 1:
      return `M${x - half} ${y}a${half} ${half} 0 1 0 ${2 * half} 0a${half} ${half} 0 1 0 ${-2 * half} 0Z`;
    case 2:
      return `M${x - half} ${y - half}h${2 * half}v${2 * half}h${-2 * half}Z`;
    case 3:
      return `M${x} ${y - half}L${x + half} ${y + half}H${x - half}Z`;
    case 4:
      return `M${x - half} ${y - half}H${x + half}L${x} ${y + half}Z`;
  }
}

/** What is said at the lines' ends, one below the other where they would overlap. */
function endLabels(
  lines: readonly ProjectionLine[],
  layout: ChartLayout,
  toPixel: ToPixel,
): readonly PaintedLabel[] {
  const ends = lines.flatMap((line) => {
    const last = line.points.at(-1);
    const at = last === undefined ? null : toPixel(String(last.year), last.value);
    return at === null ? [] : [{ line, at }];
  });
  const room = { gap: FONT_SIZE + 2, least: FONT_SIZE, most: layout.height - FONT_SIZE };
  const places = spreadLabels(
    ends.map(({ at }) => at[1]),
    room,
  );
  return ends.map(({ line, at }, k) => ({
    key: line.id,
    x: at[0] + END_DISTANCE,
    y: places[k] ?? at[1],
    text: endText(line, layout),
    color: layout.palette.lines[line.style],
  }));
}
