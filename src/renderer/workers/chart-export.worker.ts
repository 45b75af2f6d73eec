import type { StyledChart } from "#core/report/chart-look.ts";
import { base64 } from "#exchange/base64.ts";
import { chartListing, entryNames } from "#exchange/chart/chart-listing.ts";
import { lookSize } from "#exchange/chart/chart-look.ts";
import { chartSvg } from "#exchange/chart/chart-svg.ts";
import { readPdfFont } from "#exchange/pdf/pdf-font.ts";
import { svgToPdf } from "#exchange/pdf/svg-to-pdf.ts";
import { zipSync } from "fflate";
import { answerOnce } from "./answer-once.ts";
import type { ChartExportRequest, ChartFont, ChartListWords } from "./chart-export-messages.ts";
import { chartPng } from "./chart-png.ts";
import type { TaskWatch } from "./one-shot-worker.ts";

declare const self: DedicatedWorkerGlobalScope;

answerOnce<ChartExportRequest, ChartFiles>(self, answer, (files) => files.map(({ buffer }) => buffer));

/** A file a chart, or one archive of all. */
type ChartFiles = readonly Uint8Array<ArrayBuffer>[];

async function answer(request: ChartExportRequest, watch: TaskWatch): Promise<ChartFiles> {
  const { charts, kind, fonts, list } = request;
  if (kind === "png") await loadFonts(fonts);
  const files: Uint8Array<ArrayBuffer>[] = [];
  for (const chart of charts) {
    watch.onProgress?.({ done: files.length, of: charts.length });
    files.push(await draw(chart, request));
  }
  return list === null ? files : [packed(request, list, files)];
}

async function draw(chart: StyledChart, request: ChartExportRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { drawing, look } = chart;
  const { kind, place, fonts } = request;
  switch (kind) {
    case "svg": {
      const embedded = fonts.map((font) => ({ ...font, base64: base64(font.bytes) }));
      return new TextEncoder().encode(chartSvg(drawing, look, embedded, place));
    }
    case "pdf": {
      const page = { ...lookSize(look, place), title: drawing.chart.title };
      const letters = fonts.map(({ bytes, weight }) => readPdfFont(bytes, weight));
      return svgToPdf(chartSvg(drawing, look, [], place), page, letters);
    }
    case "png":
      return chartPng(chart, request, fonts[0]?.family ?? "sans-serif");
  }
}

/** Pictures are packed as they are: they are compressed already. */
function packed(
  { charts, kind }: ChartExportRequest,
  list: ChartListWords,
  files: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const names = entryNames(
    charts.map(({ drawing }) => drawing.chart.title),
    kind,
  );
  const listing = new TextEncoder().encode(chartListing(charts, names, list));
  const entries = files.map((bytes, at): [string, Uint8Array] => [names[at] ?? "", bytes]);
  return zipSync(Object.fromEntries([[`${list.name}.csv`, listing], ...entries]), {
    level: kind === "svg" ? 6 : 0,
  });
}

async function loadFonts(fonts: readonly ChartFont[]): Promise<void> {
  for (const { family, weight, bytes } of fonts) {
    self.fonts.add(await new FontFace(family, bytes, { weight: String(weight) }).load());
  }
}
