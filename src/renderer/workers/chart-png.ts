import type { StyledChart } from "#core/report/chart-look.ts";
import { drawingOption } from "#exchange/chart/chart-drawing.ts";
import { type ChartPlace, lookSize, paperLayout } from "#exchange/chart/chart-look.ts";
import { LIGHT_CHART } from "#exchange/chart/chart-palette.ts";
import { type ExportDensity, exportPixels, pixelsPerMetre } from "#exchange/chart/chart-size.ts";
import { init, setPlatformAPI } from "#exchange/chart/echarts-parts.ts";
import { withPngDensity } from "#exchange/chart/png-density.ts";

/** Keeps a product like 590 × (1843 / 590) from landing a hair below the whole number of pixels. */
const ROUNDING = 1e-6;

/** Draws a chart as a PNG whose density is in the file. Needs a worker whose fonts hold the chart's glyphs, in the family `family`. */
export async function chartPng(
  { drawing, look }: StyledChart,
  { dpi, place }: { readonly dpi: ExportDensity; readonly place: ChartPlace },
  family: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const size = lookSize(look, place);
  const { width, height } = size;
  const pixels = exportPixels(size, dpi);
  const canvas = new OffscreenCanvas(pixels.width, pixels.height);
  setPlatformAPI({ measureText: measuring() });
  const ratio = (pixels.width + ROUNDING) / width;
  const instance = init(canvas, null, { renderer: "canvas", width, height, devicePixelRatio: ratio });
  instance.setOption(drawingOption(drawing, paperLayout(look, family, { halo: true, place })));
  instance.getZr().flush();
  const picture = await exactSize(canvas, pixels).convertToBlob({ type: "image/png" });
  instance.dispose();
  return withPngDensity(new Uint8Array(await picture.arrayBuffer()), pixelsPerMetre(dpi));
}

/** The height follows the width's ratio and may be off by one pixel: the picture is put on a ground of the exact size. */
function exactSize(
  drawn: OffscreenCanvas,
  pixels: { readonly width: number; readonly height: number },
): OffscreenCanvas {
  if (drawn.width === pixels.width && drawn.height === pixels.height) return drawn;
  const exact = new OffscreenCanvas(pixels.width, pixels.height);
  const context = context2d(exact);
  context.fillStyle = LIGHT_CHART.surface;
  context.fillRect(0, 0, pixels.width, pixels.height);
  context.drawImage(drawn, 0, 0);
  return exact;
}

function measuring(): (text: string, font?: string) => { width: number } {
  const context = context2d(new OffscreenCanvas(1, 1));
  return (text, font) => {
    if (font !== undefined) context.font = font;
    return context.measureText(text);
  };
}

function context2d(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser draws no 2D canvas in a worker");
  return context;
}
