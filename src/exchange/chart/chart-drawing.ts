import type { ChartDrawing } from "#core/report/chart-drawing.ts";
import type { ComparisonChart } from "#core/report/comparison-chart.ts";
import { lineEnd } from "#core/report/comparison-chart.ts";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import type { MatrixChart } from "#core/report/matrix-chart.ts";
import type { RadarChart } from "#core/report/radar-chart.ts";
import type { SlopeChart } from "#core/report/slope-chart.ts";
import type { SpanChart } from "#core/report/span-chart.ts";
import type { ChartLayout } from "./chart-layout.ts";
import { endText } from "./comparison-grid.ts";
import { comparisonOption } from "./comparison-option.ts";
import { drawable } from "./drawable.ts";
import type { ChartOption } from "./echarts-parts.ts";
import { matrixOption } from "./matrix-option.ts";
import { radarOption } from "./radar-option.ts";
import { slopeOption } from "./slope-option.ts";
import { projectionOption } from "./projection-option.ts";
import { spanOption } from "./span-option.ts";

/** The ECharts option of a drawing in a layout. */
export function drawingOption(given: ChartDrawing, layout: ChartLayout): ChartOption {
  const drawing = drawable(given);
  switch (drawing.kind) {
    case "projection":
      return projectionOption(drawing.chart, layout);
    case "comparison":
      return comparisonOption(drawing.chart, layout);
    case "spans":
      return spanOption(drawing.chart, layout);
    case "matrix":
      return matrixOption(drawing.chart, layout);
    case "slope":
      return slopeOption(drawing.chart, layout);
    case "radar":
      return radarOption(drawing.chart, layout);
  }
}

/** Every character that a drawing prints, for choosing the glyphs to embed; includes digits and signs of the axes. */
export function drawingText(drawing: ChartDrawing): string {
  return [...new Set(`${wordsOf(drawing).join("")}0123456789.,+-−—…　 `)].sort().join("");
}

function wordsOf(drawing: ChartDrawing): readonly string[] {
  switch (drawing.kind) {
    case "projection":
      return projectionWords(drawing.chart);
    case "comparison":
      return comparisonWords(drawing.chart);
    case "spans":
      return spanWords(drawing.chart);
    case "matrix":
      return matrixWords(drawing.chart);
    case "slope":
      return slopeWords(drawing.chart);
    case "radar":
      return radarWords(drawing.chart);
  }
}

function spanWords({ title, unit, source, key, rows, lines }: SpanChart): readonly string[] {
  const printed = rows.flatMap(({ name, note, leftLabel, rightLabel }) => [
    name,
    note,
    leftLabel,
    rightLabel,
  ]);
  return [title, unit, source, key, ...printed, ...lines.map(({ label }) => label)];
}

function matrixWords({ title, unit, source, columns, rows, states }: MatrixChart): readonly string[] {
  const printed = rows.flatMap(({ name, note, cells }) => [name, note, ...cells.map(({ text }) => text)]);
  return [title, unit, source, ...columns.map(({ name }) => name), ...printed, ...Object.values(states)];
}

function slopeWords({ title, unit, source, ends, lines }: SlopeChart): readonly string[] {
  const printed = lines.flatMap(({ name, from, to }) => [name, from.label, to.label]);
  return [title, unit, source, ...ends, ...printed];
}

function radarWords({ title, unit, source, spokes, outlines }: RadarChart): readonly string[] {
  return [title, unit, source, "%", ...[...spokes, ...outlines].map(({ name }) => name)];
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
