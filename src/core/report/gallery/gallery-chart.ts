import { assertNever } from "../../assert-never.ts";
import { err, ok, type Result } from "../../result.ts";
import type { ChartDrawing, ChartsByKind, DrawingOf } from "../chart-drawing.ts";
import { attainmentMatrix } from "./attainment-matrix.ts";
import { bulletChart } from "./bullet-chart.ts";
import { fitChart } from "./fit-chart.ts";
import {
  type ChartedRow,
  type ChartGap,
  chartedRows,
  type ChartWish,
  type GallerySource,
} from "./gallery-source.ts";
import { indicatorMultiples } from "./indicator-multiples.ts";
import { pathChart } from "./path-chart.ts";
import { peerMultiples, rankingChart, slopeChart } from "./peer-charts.ts";
import { radarOfTargets } from "./radar-of-targets.ts";
import { contributionChart, influenceChart } from "./scenario-charts.ts";

/** Makes the charts of a plan, each as it is asked for; what they share is worked out once. */
export function gallery(source: GallerySource): (wish: ChartWish) => Result<ChartDrawing, ChartGap> {
  const rows = chartedRows(source);
  return (wish) => {
    const row = rows.find(({ indicator }) => indicator.id === wish.indicator);
    return row === undefined ? err("no-indicator") : chartOf(source, rows, row, wish);
  };
}

function chartOf(
  source: GallerySource,
  rows: readonly ChartedRow[],
  row: ChartedRow,
  wish: ChartWish,
): Result<ChartDrawing, ChartGap> {
  switch (wish.kind) {
    case "path":
      return drawing("projection", pathChart(source, row, wish.scenario) ?? "no-start");
    case "fit":
      return drawing("projection", fitChart(source, row) ?? "few-points");
    case "bullet":
      return drawing("spans", bulletChart(source, rows) ?? "no-targets");
    case "multiples":
      return drawing("comparison", indicatorMultiples(source, rows) ?? "no-targets");
    case "matrix":
      return drawing("matrix", attainmentMatrix(source, rows) ?? "no-targets");
    case "ranking":
      return drawing("spans", rankingChart(source, row, wish.measure));
    case "slope":
      return drawing("slope", slopeChart(source, row));
    case "peers":
      return drawing("comparison", peerMultiples(source, row));
    case "waterfall":
      return drawing("spans", contributionChart(source, row, wish));
    case "tornado":
      return drawing("spans", influenceChart(source, row, wish));
    case "radar":
      return drawing("radar", radarOfTargets(source, rows) ?? "no-targets");
    default:
      return assertNever(wish.kind);
  }
}

/** A chart of a kind as a drawing, or the reason why there is none. */
function drawing<K extends keyof ChartsByKind>(
  kind: K,
  chart: ChartsByKind[K] | ChartGap,
): Result<DrawingOf<K>, ChartGap> {
  return typeof chart === "string" ? err(chart) : ok({ kind, chart });
}
