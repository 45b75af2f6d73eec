import { Document, Packer } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import PptxGenJS from "pptxgenjs";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import type { Report, ReportChart } from "#core/report/report.ts";
import { chartSeries } from "../chart/chart-series.ts";
import { plainXmlText } from "../word/plain-xml-text.ts";
import { chartParagraph } from "../word/word-chart.ts";

/** Inches of a slide of 16:9, as PowerPoint lays it out. */
const SLIDE = { width: 13.333, margin: 0.6 } as const;
const WIDE = { x: SLIDE.margin, w: SLIDE.width - 2 * SLIDE.margin } as const;
const LETTERS = { font: "微软雅黑", size: 14 } as const;

/** Writes the charts of a report as slides, one a chart, which PowerPoint draws from their numbers and opens for editing. */
export async function writeSlides(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const charts = report.blocks
    .filter((block): block is ReportChart => block.kind === "chart")
    .map(({ chart }) => chart);
  const deck = new PptxGenJS();
  deck.layout = "LAYOUT_WIDE";
  deck.title = plainXmlText(report.title);
  deck.author = "五年";
  deck.theme = { headFontFace: LETTERS.font, bodyFontFace: LETTERS.font };
  for (const chart of charts) addChartSlide(deck, chart);
  if (charts.length === 0) deck.addSlide();
  const written = await deck.write({ outputType: "uint8array" });
  if (!(written instanceof Uint8Array)) throw new Error("The slides came as something else than bytes");
  const parts = { ...unzipSync(written), ...(charts.length === 0 ? {} : await chartParts(charts)) };
  // Folders have entries of their own, which no other program writes.
  const files = Object.entries(parts).filter(([name]) => !name.endsWith("/"));
  return Uint8Array.from(zipSync(withoutPhantoms(Object.fromEntries(files))));
}

const TYPES = "[Content_Types].xml";

/** The library names a master a slide in the list of types, and writes one master. */
function withoutPhantoms(files: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const types = strFromU8(files[TYPES] ?? new Uint8Array());
  const there = types.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/gu, (override, name: string) =>
    name in files ? override : "",
  );
  return { ...files, [TYPES]: strToU8(there) };
}

function addChartSlide(deck: PptxGenJS, chart: ProjectionChart): void {
  const { categories, series } = chartSeries(chart);
  const slide = deck.addSlide();
  const unit = chart.unit === "" ? "" : `（${chart.unit}）`;
  slide.addText(plainXmlText(chart.title + unit), {
    ...{ ...WIDE, y: 0.4, h: 0.7 },
    ...{ fontFace: LETTERS.font, fontSize: 26, bold: true, color: "1A212B" },
  });
  const data = series.map(({ name, values }) => ({
    ...{ name: plainXmlText(name), labels: [...categories] },
    values: values.map((value) => value ?? 0),
  }));
  slide.addChart(deck.ChartType.line, data, { ...WIDE, y: 1.2, h: 5.4, altText: plainXmlText(chart.title) });
  slide.addText(plainXmlText(chart.source), {
    ...{ ...WIDE, y: 6.75, h: 0.4 },
    ...{ fontFace: LETTERS.font, fontSize: 12, color: "5C6775" },
  });
}

const CHART_PART = /^word\/(charts\/chart\d+\.xml|charts\/_rels\/chart\d+\.xml\.rels|embeddings\/.+\.xlsx)$/u;

/**
 * The charts as the Word library writes them, under the names that they have in a presentation. Those of the slide library do not keep to the
 * schema (a third axis that is not there, marks after labels, values without a number) and could say neither dashes nor labels.
 */
async function chartParts(charts: readonly ProjectionChart[]): Promise<Record<string, Uint8Array>> {
  const children = charts.map((chart) => chartParagraph(chart, { letters: LETTERS }));
  const packed = await Packer.toArrayBuffer(new Document({ sections: [{ children }] }));
  const parts = Object.entries(unzipSync(new Uint8Array(packed))).flatMap(([name, bytes]) => {
    const found = CHART_PART.exec(name)?.[1];
    if (found === undefined) return [];
    return [[`ppt/${found}`, found.endsWith(".xml") ? withChineseFont(bytes) : bytes] as const];
  });
  return Object.fromEntries(parts);
}

/** The library names a font for Latin letters alone. */
function withChineseFont(chart: Uint8Array): Uint8Array {
  return strToU8(
    strFromU8(chart).replaceAll('<a:ea typeface="+mn-ea"/>', `<a:ea typeface="${LETTERS.font}"/>`),
  );
}
