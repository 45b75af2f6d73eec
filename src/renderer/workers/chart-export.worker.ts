import { CHART_SIZES } from "#exchange/chart/chart-size.ts";
import { chartSvg } from "#exchange/chart/chart-svg.ts";
import type { ChartExportReply, ChartExportRequest, ChartFont } from "./chart-export-messages.ts";
import { chartPng } from "./chart-png.ts";

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = (event: MessageEvent<ChartExportRequest>) => {
  void answer(event.data).then((reply) => self.postMessage(reply));
};

async function answer(request: ChartExportRequest): Promise<ChartExportReply> {
  try {
    return { ok: true, bytes: await draw(request) };
  } catch (cause) {
    return { ok: false, message: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function draw({ kind, drawing, size, fonts }: ChartExportRequest): Promise<Uint8Array<ArrayBuffer>> {
  if (kind === "svg") {
    const embedded = fonts.map((font) => ({ ...font, base64: base64(font.bytes) }));
    return new TextEncoder().encode(chartSvg(drawing, CHART_SIZES[size], embedded));
  }
  await loadFonts(fonts);
  return chartPng(drawing, CHART_SIZES[size], fonts[0]?.family ?? "sans-serif");
}

async function loadFonts(fonts: readonly ChartFont[]): Promise<void> {
  for (const { family, weight, bytes } of fonts) {
    self.fonts.add(await new FontFace(family, bytes, { weight: String(weight) }).load());
  }
}

/** In pieces, because a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const PIECE = 8192;
  let binary = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(binary);
}
