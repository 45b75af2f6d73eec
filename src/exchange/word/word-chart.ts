import { type ImageRun, Paragraph } from "docx";
import {
  type ChartDataLabelPosition,
  type ChartFont,
  ChartRun,
  type ChartRunOptions,
  type ChartSeries,
} from "docx/charts";
import { assertNever } from "#core/assert-never.ts";
import { titleWithUnit } from "#core/report/chart-drawing.ts";
import { FIGURE_MM, type StyledChart } from "#core/report/chart-look.ts";
import { designed, PLAIN_DESIGN, seriesOf } from "#core/report/gallery/chart-design.ts";
import { CHART_PALETTES } from "../chart/chart-palette.ts";
import type { BarSeries } from "../chart/office-bars.ts";
import { type OfficeChart, officeChart } from "../chart/office-chart.ts";
import type { LineSeries } from "../chart/office-lines.ts";
import type { OfficeLetters } from "../chart/office-letters.ts";
import { PIXELS_PER_MM } from "./paper.ts";
import { plainXmlText } from "./plain-xml-text.ts";

const DASHES = { solid: "solid", dash: "dash", dot: "dot" } as const;
const PAPER = "FFFFFF";
/** The library knows no bar without a colour; what has this one is left without it (`chart-part.ts`). */
export const UNSEEN = "FFFFFE";
const MARKER_SIZE = 6;
/** The library fills every marker; those of this size are emptied (`chart-part.ts`). */
export const RING_SIZE = 7;
const GAPS = { beside: 60, one: 50, stacked: 40 } as const;
const ARRANGED = {
  beside: { stacking: "none", overlap: 0 },
  one: { stacking: "none", overlap: 100 },
  stacked: { stacking: "stacked" },
} as const;

/**
 * A paragraph with a chart that Word draws from its numbers and opens for editing, with the workbook inside, and pictures of it behind it;
 * `null` for one that Word cannot draw.
 */
export function chartParagraph(
  chart: StyledChart,
  letters: OfficeLetters,
  options: { readonly style?: string; readonly children?: readonly ImageRun[] } = {},
): Paragraph | null {
  const run = chartRun(chart, letters);
  return run === null ? null : new Paragraph(options).addRunToFront(run);
}

function chartRun(styled: StyledChart, { font, size }: OfficeLetters): ChartRun | null {
  const { drawing, look } = styled;
  // In half a column only the ends of lines have room for their numbers.
  const labelled = look.size === "half" ? designed(drawing, { ...PLAIN_DESIGN, labels: "ends" }) : drawing;
  const chart = officeChart(labelled, CHART_PALETTES[look.palette]);
  if (chart === null) return null;
  const letters = { name: font, size, color: "000000" };
  const { width, height } = FIGURE_MM[look.size];
  const title = plainXmlText(drawing.chart.title);
  return new ChartRun({
    ...drawn(chart, letters, drawing.chart.unit),
    chartArea: { fill: PAPER, border: "none" },
    font: { name: font },
    transformation: { width: Math.floor(width * PIXELS_PER_MM), height: Math.floor(height * PIXELS_PER_MM) },
    altText: { name: title, title, description: chartDescription(styled) },
  });
}

/** What a chart says to those who cannot see it: its title and unit, and what it shows. */
export function chartDescription({ drawing }: StyledChart): string {
  const parts = seriesOf(drawing).map(({ name }) => name);
  return plainXmlText([titleWithUnit(drawing), ...(parts.length === 0 ? [] : [parts.join("、")])].join("："));
}

function drawn(chart: OfficeChart, font: ChartFont, unit: string): ChartRunOptions {
  const title = [unit, ...(chart.kind === "bars" ? chart.lines : [])]
    .filter((part) => part !== "")
    .join("；");
  const axis = { font, ...(title === "" ? {} : { title: { text: plainXmlText(title), font } }) };
  const legend = { position: "bottom", font } as const;
  switch (chart.kind) {
    case "lines":
      return {
        ...{ type: "line", emptyValues: "connect", categories: chart.categories.map(plainXmlText) },
        ...{ series: chart.series.map((each) => lineOf(each, font)), legend },
        ...{ categoryAxis: { font }, valueAxis: axis },
      };
    case "bars": {
      // Office programs begin at the bottom. An axis turned round would do, but LibreOffice then turns the key round too.
      const series = chart.arranged === "beside" ? chart.series.toReversed() : chart.series;
      return {
        ...{ type: "bar", gapWidth: GAPS[chart.arranged], ...ARRANGED[chart.arranged] },
        categories: chart.categories.map(plainXmlText).toReversed(),
        series: series.map((each) => barOf(each, font)),
        // One name needs no key.
        legend: series.filter(({ color }) => color !== null).length < 2 ? false : legend,
        categoryAxis: { font },
        valueAxis: { ...axis, ...(chart.least === null ? {} : { minimum: chart.least }) },
      };
    }
    case "radar":
      return {
        ...{ type: "radar", categories: chart.categories.map(plainXmlText), legend },
        series: chart.series.map(({ name, values, color, line, marker }) => ({
          ...{ name: plainXmlText(name), values, color, line: { color, width: line.width } },
          markers: markerOf(marker),
        })),
        categoryAxis: { font },
        valueAxis: { font, minimum: 0, maximum: chart.most, interval: chart.step },
      };
    default:
      return assertNever(chart);
  }
}

function barOf({ name, values, color, labels }: BarSeries, font: ChartFont): ChartSeries {
  const pointLabels = labels.map((text, at) => label(values[at] === null ? null : text, "outsideEnd", font));
  return {
    ...{ name: plainXmlText(name), color: color ?? UNSEEN },
    ...{ values: values.toReversed(), pointLabels: pointLabels.toReversed() },
  };
}

function label(text: string | null, position: ChartDataLabelPosition, font: ChartFont) {
  return text === null || text === "" ? false : { text: plainXmlText(text), position, font };
}

function markerOf(marker: LineSeries["marker"]) {
  if (marker === null) return false;
  return marker === "ring"
    ? ({ shape: "circle", size: RING_SIZE } as const)
    : { shape: marker, size: MARKER_SIZE };
}

function lineOf(
  { name, values, color, line, marker, labels, positions }: LineSeries,
  font: ChartFont,
): ChartSeries {
  return {
    name: plainXmlText(name),
    values,
    color,
    line: { color, width: line.width, dash: DASHES[line.dash] },
    markers: markerOf(marker),
    pointLabels: labels.map((text, at) =>
      label(values[at] === null ? null : text, positions[at] ?? "above", font),
    ),
  };
}
