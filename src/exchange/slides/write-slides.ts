import { Document, Packer } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import PptxGenJS from "pptxgenjs";
import { titleWithUnit } from "#core/report/chart-drawing.ts";
import { CHART_MM } from "#core/report/chart-look.ts";
import type { Report, ReportChart } from "#core/report/report.ts";
import { base64 } from "../base64.ts";
import { isOfficeChart } from "../chart/office-chart.ts";
import { officeLetters } from "../chart/office-letters.ts";
import { chartPart } from "../word/chart-part.ts";
import { plainXmlText } from "../word/plain-xml-text.ts";
import { chartDescription, chartParagraph } from "../word/word-chart.ts";

/** Inches of a slide of 16:9, as PowerPoint lays it out. */
const SLIDE = { width: 13.333, margin: 0.6 } as const;
const WIDE = { x: SLIDE.margin, w: SLIDE.width - 2 * SLIDE.margin } as const;
const PLOT = { y: 1.2, h: 5.4 } as const;
/** A picture of 16:9, as high as a chart. */
const PICTURE_WIDTH = (PLOT.h * CHART_MM.slide.width) / CHART_MM.slide.height;
const PICTURE = { ...PLOT, x: (SLIDE.width - PICTURE_WIDTH) / 2, w: PICTURE_WIDTH } as const;
const FONT = "微软雅黑";

/**
 * Writes the charts of a report as slides, one a chart, which PowerPoint draws from their numbers and opens for editing. Those that it cannot
 * draw are pictures: PNG files by the id of a chart's block.
 */
export async function writeSlides(
  report: Report,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const charts = report.blocks
    .filter((block): block is ReportChart => block.kind === "chart")
    .map((chart): ReportChart => ({ ...chart, look: { ...chart.look, size: "slide" } }));
  const slides = charts.map((chart) => ({ chart, png: pictureOf(chart, pictures) }));
  const deck = new PptxGenJS();
  deck.layout = "LAYOUT_WIDE";
  deck.title = plainXmlText(report.title);
  deck.author = "五年";
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  for (const slide of slides) addChartSlide(deck, slide);
  if (charts.length === 0) deck.addSlide();
  const written = await deck.write({ outputType: "uint8array" });
  if (!(written instanceof Uint8Array)) throw new Error("The slides came as something else than bytes");
  const parts = { ...unzipSync(written), ...(await chartParts(charts)) };
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

/** The picture of a chart that PowerPoint cannot draw; `null` for the others. */
function pictureOf(
  { id, drawing }: ReportChart,
  pictures: ReadonlyMap<string, Uint8Array>,
): Uint8Array | null {
  if (isOfficeChart(drawing)) return null;
  const png = pictures.get(id);
  if (png === undefined) throw new Error(`There is no picture of ${id}`);
  return png;
}

function addChartSlide(
  deck: PptxGenJS,
  { chart, png }: { readonly chart: ReportChart; readonly png: Uint8Array | null },
): void {
  const { drawing, look } = chart;
  const { font } = officeLetters(look, "slide");
  const slide = deck.addSlide();
  slide.addText(plainXmlText(titleWithUnit(drawing)), {
    ...{ ...WIDE, y: 0.4, h: 0.7 },
    ...{ fontFace: font, fontSize: 26, bold: true, fit: "shrink", color: "1A212B" },
  });
  const altText = chartDescription(chart);
  if (png === null) {
    // Only the frame stays of it; the chart itself is that of the Word library.
    slide.addChart(deck.ChartType.line, [{ name: "", labels: [""], values: [0] }], {
      ...WIDE,
      ...PLOT,
      altText,
    });
  } else {
    slide.addImage({ data: `image/png;base64,${base64(png)}`, ...PICTURE, altText });
  }
  slide.addText(plainXmlText(drawing.chart.source), {
    ...{ ...WIDE, y: 6.75, h: 0.5 },
    ...{ fontFace: font, fontSize: 12, fit: "shrink", color: "5C6775" },
  });
}

const CHART_PART = /^word\/(charts\/chart\d+\.xml|charts\/_rels\/chart\d+\.xml\.rels|embeddings\/.+\.xlsx)$/u;

/**
 * The charts as the Word library writes them, under the names that they have in a presentation. Those of the slide library do not keep to the
 * schema (a third axis that is not there, marks after labels, values without a number) and could say neither dashes nor labels.
 */
async function chartParts(charts: readonly ReportChart[]): Promise<Record<string, Uint8Array>> {
  const children = charts.flatMap((chart) => chartParagraph(chart, officeLetters(chart.look, "slide")) ?? []);
  if (children.length === 0) return {};
  const packed = await Packer.toArrayBuffer(new Document({ sections: [{ children }] }));
  const parts = Object.entries(unzipSync(new Uint8Array(packed))).flatMap(([name, bytes]) => {
    const found = CHART_PART.exec(name)?.[1];
    if (found === undefined) return [];
    return [[`ppt/${found}`, /^charts\/chart/u.test(found) ? chartPart(bytes) : bytes] as const];
  });
  return Object.fromEntries(parts);
}
