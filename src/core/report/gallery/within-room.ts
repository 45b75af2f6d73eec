import type { ChartDrawing } from "../chart-drawing.ts";
import { withSpokes } from "../radar-chart.ts";

/** A chart with the first of its rows that it has room for, and below its source how many are left out. */
export function withinRoom(drawing: ChartDrawing): ChartDrawing {
  switch (drawing.kind) {
    case "spans": {
      const { rows, most = rows.length, source } = drawing.chart;
      if (rows.length <= most) return drawing;
      const told = withRest(source, rows.length - most);
      return { ...drawing, chart: { ...drawing.chart, rows: rows.slice(0, most), source: told } };
    }
    case "matrix": {
      const { rows, most, source } = drawing.chart;
      if (rows.length <= most) return drawing;
      const told = withRest(source, rows.length - most);
      return { ...drawing, chart: { ...drawing.chart, rows: rows.slice(0, most), source: told } };
    }
    case "radar": {
      const { spokes, most, source } = drawing.chart;
      if (spokes.length <= most) return drawing;
      const told = withRest(source, spokes.length - most);
      return { ...drawing, chart: { ...withSpokes(drawing.chart, spokes.slice(0, most)), source: told } };
    }
    case "projection":
    case "comparison":
    case "slope":
      return drawing;
  }
}

const withRest = (source: string, rest: number): string =>
  [source, `另有${rest}项未列。`].filter((line) => line !== "").join("\n");
