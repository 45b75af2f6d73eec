import type { ComparisonChart } from "./comparison-chart.ts";
import type { MatrixChart } from "./matrix-chart.ts";
import type { ProjectionChart } from "./projection-chart.ts";
import type { RadarChart } from "./radar-chart.ts";
import type { SlopeChart } from "./slope-chart.ts";
import type { SpanChart } from "./span-chart.ts";

/** Any chart that can be drawn, on screen and into a file. */
export type ChartDrawing =
  | { readonly kind: "projection"; readonly chart: ProjectionChart }
  | { readonly kind: "comparison"; readonly chart: ComparisonChart }
  | { readonly kind: "spans"; readonly chart: SpanChart }
  | { readonly kind: "matrix"; readonly chart: MatrixChart }
  | { readonly kind: "slope"; readonly chart: SlopeChart }
  | { readonly kind: "radar"; readonly chart: RadarChart };
