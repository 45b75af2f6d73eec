import type { ChartDrawing } from "#core/report/chart-drawing.ts";
import type { LineStyle } from "#core/report/projection-chart.ts";
import type { RadarChart } from "#core/report/radar-chart.ts";
import type { SlopeChart } from "#core/report/slope-chart.ts";
import { assertNever } from "#core/assert-never.ts";
import type { ChartPalette } from "./chart-palette.ts";
import { type BarTable, barTable } from "./office-bars.ts";
import { hexDigits, type LineSeries, type LineTable, lineTable, MARKERS } from "./office-lines.ts";

/** A chart as office programs draw and edit it: a table of categories and series, and how its series are drawn. */
export type OfficeChart =
  | ({ readonly kind: "lines" } & LineTable)
  | ({ readonly kind: "bars" } & BarTable)
  | ({ readonly kind: "radar"; readonly most: number; readonly step: number } & LineTable);

/** Whether office programs can draw a chart themselves; the others are pictures there. */
export const isOfficeChart = ({ kind }: ChartDrawing): boolean => kind !== "comparison" && kind !== "matrix";

/** The numbers of a chart for office programs; `null` for one that they cannot draw. */
export function officeChart(drawing: ChartDrawing, palette: ChartPalette): OfficeChart | null {
  switch (drawing.kind) {
    case "projection":
      return { kind: "lines", ...lineTable(drawing.chart, palette) };
    case "slope":
      return { kind: "lines", ...slopeTable(drawing.chart, palette) };
    case "spans":
      return { kind: "bars", ...barTable(drawing.chart, palette) };
    case "radar":
      return { kind: "radar", ...radarTable(drawing.chart, palette), ...ringsOf(drawing.chart) };
    case "comparison":
    case "matrix":
      return null;
    default:
      return assertNever(drawing);
  }
}

/** Styles of the lines of other plans; with the dashes they tell nine apart. */
const OTHERS: readonly LineStyle[] = [3, 2, 4];
const DASHES = ["solid", "dash", "dot"] as const;

/** Ends of lines that are nearer to each other than this part of what is drawn are told above and below them. */
const NEAR = 0.12;

/** The plan's own line is drawn strongly, the others apart from it and from each other. */
function slopeTable({ ends, lines }: SlopeChart, { lines: colours }: ChartPalette): LineTable {
  const others = lines.filter(({ own }) => !own);
  const values = lines.flatMap(({ from, to }) => [from.value, to.value]);
  const near = (Math.max(...values) - Math.min(...values)) * NEAR;
  const side = (end: "from" | "to", at: number) => {
    const apart = lines.map((line) => line[end].value - at);
    if (apart.some((gap) => gap > 0 && gap < near)) return "below";
    if (apart.some((gap) => gap < 0 && -gap < near)) return "above";
    return end === "from" ? "left" : "right";
  };
  return {
    categories: ends,
    series: lines.map((slope): LineSeries => {
      const { name, own, from, to } = slope;
      const place = others.indexOf(slope);
      const style = own ? 1 : (OTHERS[place % OTHERS.length] ?? 3);
      const dash = own ? "solid" : (DASHES[Math.floor(place / OTHERS.length) % DASHES.length] ?? "solid");
      return {
        ...{ name, values: [from.value, to.value], color: hexDigits(colours[style]) },
        ...{ line: { width: own ? 2.75 : 1.5, dash }, marker: MARKERS[style] },
        ...{ labels: [from.label, to.label], positions: [side("from", from.value), side("to", to.value)] },
      };
    }),
  };
}

function radarTable({ spokes, outlines }: RadarChart, { lines }: ChartPalette): LineTable {
  return {
    categories: spokes.map(({ name }) => name),
    series: outlines.map(({ name, style, values }) => ({
      ...{ name, values, color: hexDigits(lines[style]), marker: MARKERS[style] },
      line: { width: 2, dash: "solid" },
      labels: values.map(() => null),
      positions: [],
    })),
  };
}

function ringsOf({ rings }: RadarChart): { readonly most: number; readonly step: number } {
  const [step = 0] = rings;
  return { most: rings.at(-1) ?? step, step };
}
