import { assertNever } from "../../assert-never.ts";
import { err, ok, type Result } from "../../result.ts";
import type { ScenarioId } from "../../scenario/scenario.ts";
import type { ChartDrawing, ChartsByKind, DrawingOf } from "../chart-drawing.ts";
import { attainmentMatrix } from "./attainment-matrix.ts";
import { bulletChart } from "./bullet-chart.ts";
import { fitChart } from "./fit-chart.ts";
import {
  chartedRow,
  type ChartedRow,
  chartedRows,
  type ChartGap,
  type ChartWish,
  type GallerySource,
  type IndicatorChartKind,
  isBetweenScenarios,
  isOfIndicator,
  isUnderScenario,
  type PlanChartKind,
} from "./gallery-source.ts";
import { indicatorMultiples } from "./indicator-multiples.ts";
import { pathChart } from "./path-chart.ts";
import { peerMultiples, rankingChart, slopeChart } from "./peer-charts.ts";
import { radarOfTargets } from "./radar-of-targets.ts";
import { contributionChart, influenceChart } from "./scenario-charts.ts";

/** Makes the charts of a plan, each as it is asked for; what they share is worked out once, and only when one asks for it. */
export function gallery(source: GallerySource): (wish: ChartWish) => Result<ChartDrawing, ChartGap> {
  let all: readonly ChartedRow[] | null = null;
  const rows = () => (all ??= chartedRows(source));
  return (wish) => {
    const at = source.plan.indicators.findIndex(({ id }) => id === wish.indicator);
    const indicator = source.plan.indicators[at];
    if (!isOfIndicator(wish.kind)) return planChart(source, rows(), wish.kind);
    if (indicator === undefined) return err("no-indicator");
    if (!isThere(source, wish)) return err("no-scenario");
    return indicatorChart(source, chartedRow(source, indicator, at), { ...wish, kind: wish.kind });
  };
}

/** Whether the scenarios that a chart is drawn under are still in the plan. */
function isThere({ study }: GallerySource, { kind, scenario, from }: ChartWish): boolean {
  const has = (id: ScenarioId) => study.tree.scenarios.some((each) => each.id === id);
  return (!isUnderScenario(kind) || has(scenario)) && (!isBetweenScenarios(kind) || has(from));
}

function planChart(
  source: GallerySource,
  rows: readonly ChartedRow[],
  kind: PlanChartKind,
): Result<ChartDrawing, ChartGap> {
  switch (kind) {
    case "bullet":
      return drawing("spans", bulletChart(source, rows) ?? "no-targets");
    case "multiples":
      return drawing("comparison", indicatorMultiples(source, rows) ?? "no-targets");
    case "matrix":
      return drawing("matrix", attainmentMatrix(source, rows) ?? "no-targets");
    case "radar":
      return drawing("radar", radarOfTargets(source, rows) ?? "no-targets");
    default:
      return assertNever(kind);
  }
}

function indicatorChart(
  source: GallerySource,
  row: ChartedRow,
  wish: ChartWish & { readonly kind: IndicatorChartKind },
): Result<ChartDrawing, ChartGap> {
  switch (wish.kind) {
    case "path":
      return drawing("projection", pathChart(source, row, wish.scenario) ?? "no-start");
    case "fit":
      return drawing("projection", fitChart(source, row) ?? "few-points");
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
