import type { ComparisonChart } from "#core/report/comparison-chart.ts";
import { lineEnd } from "#core/report/comparison-chart.ts";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import type { SpanChart } from "#core/report/span-chart.ts";
import type { ChartLayout } from "./chart-layout.ts";
import { endText } from "./comparison-grid.ts";
import { comparisonOption } from "./comparison-option.ts";
import type { ChartOption } from "./echarts-parts.ts";
import { projectionOption } from "./projection-option.ts";
import { spanOption } from "./span-option.ts";

/** Any chart that can be drawn into a file. */
export type ChartDrawing =
  | { readonly kind: "projection"; readonly chart: ProjectionChart }
  | { readonly kind: "comparison"; readonly chart: ComparisonChart }
  | { readonly kind: "spans"; readonly chart: SpanChart };

/** The ECharts option of a drawing in a layout. */
export function drawingOption(drawing: ChartDrawing, layout: ChartLayout): ChartOption {
  switch (drawing.kind) {
    case "projection":
      return projectionOption(drawing.chart, layout);
    case "comparison":
      return comparisonOption(drawing.chart, layout);
    case "spans":
      return spanOption(drawing.chart, layout);
  }
}

/** Every character that a drawing prints, for choosing the glyphs to embed; includes digits and signs of the axes. */
export function drawingText(drawing: ChartDrawing): string {
  return [...new Set(`${wordsOf(drawing).join("")}0123456789.,+-−—… `)].sort().join("");
}

function wordsOf(drawing: ChartDrawing): readonly string[] {
  switch (drawing.kind) {
    case "projection":
      return projectionWords(drawing.chart);
    case "comparison":
      return comparisonWords(drawing.chart);
    case "spans":
      return spanWords(drawing.chart);
  }
}

function spanWords({ title, unit, source, rows, lines }: SpanChart): readonly string[] {
  const printed = rows.flatMap(({ name, note, leftLabel, rightLabel }) => [
    name,
    note,
    leftLabel,
    rightLabel,
  ]);
  return [title, unit, source, ...printed, ...lines.map(({ label }) => label)];
}

function projectionWords(chart: ProjectionChart): readonly string[] {
  const labels = [...chart.history, ...chart.projections.flatMap((line) => line.points)];
  return [
    chart.title,
    chart.unit,
    chart.source,
    chart.base.label,
    chart.base.projectedLabel,
    chart.historyName,
    chart.targetName,
    chart.band?.outerName ?? "",
    chart.band?.innerName ?? "",
    ...labels.map((point) => point.label ?? ""),
    ...chart.projections.flatMap((line) => [line.name, line.end]),
    ...[...chart.levels, ...chart.milestones].map((mark) => mark.label),
  ];
}

function comparisonWords({ title, unit, source, notes, panels }: ComparisonChart): readonly string[] {
  return [
    title,
    unit,
    source,
    ...notes,
    ...panels.flatMap((panel) => [
      panel.title,
      ...panel.lines.flatMap((line) => [
        endText(line),
        line.caliber ?? "",
        lineEnd(line)?.label ?? "",
        ...line.history.map(({ label }) => label ?? ""),
        ...line.targets.map(({ label }) => label),
      ]),
    ]),
  ];
}
