import type { StyledChart } from "#core/report/chart-look.ts";
import { base64 } from "#exchange/base64.ts";
import { lookSize } from "#exchange/chart/chart-look.ts";
import { chartSvg } from "#exchange/chart/chart-svg.ts";
import { readPdfFont } from "#exchange/pdf/pdf-font.ts";
import { svgToPdf } from "#exchange/pdf/svg-to-pdf.ts";
import { answerOnce } from "./answer-once.ts";
import type { ChartExportRequest, ChartFont } from "./chart-export-messages.ts";
import { chartPng } from "./chart-png.ts";
import type { TaskWatch } from "./one-shot-worker.ts";

declare const self: DedicatedWorkerGlobalScope;

answerOnce<ChartExportRequest, ChartFiles>(self, answer, (files) => files.map(({ buffer }) => buffer));

/** A file a chart. */
type ChartFiles = readonly Uint8Array<ArrayBuffer>[];

async function answer(request: ChartExportRequest, watch: TaskWatch): Promise<ChartFiles> {
  const { charts, kind, fonts } = request;
  if (kind === "png") await loadFonts(fonts);
  const files: Uint8Array<ArrayBuffer>[] = [];
  for (const chart of charts) {
    watch.onProgress?.({ done: files.length, of: charts.length });
    files.push(await draw(chart, request));
  }
  return files;
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

async function loadFonts(fonts: readonly ChartFont[]): Promise<void> {
  for (const { family, weight, bytes } of fonts) {
    self.fonts.add(await new FontFace(family, bytes, { weight: String(weight) }).load());
  }
}
