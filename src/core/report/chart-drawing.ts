import type { ComparisonChart } from "./comparison-chart.ts";
import type { MatrixChart } from "./matrix-chart.ts";
import type { ProjectionChart } from "./projection-chart.ts";
import type { RadarChart } from "./radar-chart.ts";
import type { SlopeChart } from "./slope-chart.ts";
import type { SpanChart } from "./span-chart.ts";

/** The charts there are, by the way in which they are drawn. */
export interface ChartsByKind {
  readonly projection: ProjectionChart;
  readonly comparison: ComparisonChart;
  readonly spans: SpanChart;
  readonly matrix: MatrixChart;
  readonly slope: SlopeChart;
  readonly radar: RadarChart;
}

/** A chart of one kind. */
export interface DrawingOf<K extends keyof ChartsByKind> {
  readonly kind: K;
  readonly chart: ChartsByKind[K];
}

/** The title of a chart with its unit behind it: 国家高新技术企业（家）. */
export const titleWithUnit = ({ chart: { title, unit } }: ChartDrawing): string =>
  unit === "" ? title : `${title}（${unit.replace(/^单位：/u, "")}）`;

/** Any chart that can be drawn, on screen and into a file. */
export type ChartDrawing = { [K in keyof ChartsByKind]: DrawingOf<K> }[keyof ChartsByKind];
