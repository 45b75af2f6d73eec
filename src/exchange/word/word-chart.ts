import { Paragraph } from "docx";
import { type ChartFont, ChartRun, type ChartSeries } from "docx/charts";
import { chartSeries, type ChartedSeries } from "../chart/chart-series.ts";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import { FONTS, PIXELS_PER_MM } from "./paper.ts";
import { plainXmlText } from "./plain-xml-text.ts";

/** 整栏: the width of the type area, in millimetres. */
const SIZE_MM = { width: 154, height: 84 } as const;
const DASHES = { solid: "solid", dash: "dash", dot: "dot" } as const;

/** Letters of a chart: their font, and their size in points. */
export interface ChartLetters {
  readonly font: string;
  readonly size: number;
}

const IN_TEXT: ChartLetters = { font: FONTS.body, size: 9 };

/** A paragraph with a chart that Word draws from its numbers and opens for editing, with the workbook inside. */
export function chartParagraph(
  chart: ProjectionChart,
  { style, letters = IN_TEXT }: { readonly style?: string; readonly letters?: ChartLetters },
): Paragraph {
  return new Paragraph(style === undefined ? {} : { style }).addRunToFront(chartRun(chart, letters));
}

function chartRun(chart: ProjectionChart, { font, size }: ChartLetters): ChartRun {
  const { categories, series } = chartSeries(chart);
  const letters = { name: font, size, color: "000000" };
  return new ChartRun({
    type: "line",
    categories,
    series: series.map((each) => wordSeries(each, letters)),
    emptyValues: "connect",
    legend: { position: "bottom", font: letters },
    categoryAxis: { font: letters },
    valueAxis: { font: letters, title: { text: plainXmlText(chart.unit), font: letters } },
    chartArea: { fill: "FFFFFF", border: "none" },
    font: { name: font },
    transformation: {
      width: Math.round(SIZE_MM.width * PIXELS_PER_MM),
      height: Math.round(SIZE_MM.height * PIXELS_PER_MM),
    },
    altText: {
      name: plainXmlText(chart.title),
      title: plainXmlText(chart.title),
      description: description(chart, series),
    },
  });
}

function wordSeries(
  { name, values, color, line, marker, labels }: ChartedSeries,
  font: ChartFont,
): ChartSeries {
  return {
    name: plainXmlText(name),
    values,
    color,
    line: { color, width: line.width, dash: DASHES[line.dash] },
    markers: marker === null ? false : { shape: marker, size: 6 },
    pointLabels: labels.map((text, at) =>
      text === null || values[at] === null ? false : { text: plainXmlText(text), position: "above", font },
    ),
  };
}

function description({ title, unit }: ProjectionChart, series: readonly ChartedSeries[]): string {
  return plainXmlText(`${title}（${unit}）：${series.map(({ name }) => name).join("、")}`);
}
