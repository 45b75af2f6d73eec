import type { ChartDrawing } from "#core/report/chart-drawing.ts";
import type { ChartLook } from "#core/report/chart-look.ts";
import { drawingOption } from "./chart-drawing.ts";
import { type ChartPlace, lookSize, paperLayout } from "./chart-look.ts";
import type { ChartSize } from "./chart-size.ts";
import { init } from "./echarts-parts.ts";

/** One embedded font face: its family name, weight and WOFF2 bytes as base64. */
export interface EmbeddedFont {
  readonly family: string;
  readonly weight: 400 | 600;
  readonly base64: string;
}

/** Rules for the pointer that the library writes into drawings; in a file they mean nothing. */
const POINTER_RULES = /<style ?><!\[CDATA\[[\s\S]*?\]\]>\s*<\/style>/u;
const FONT_RULES = /<defs><style>@font-face[\s\S]*?<\/style><\/defs>/u;

/** A drawing without its embedded glyphs, for places that keep only shapes and text, such as a clipboard. */
export const withoutFonts = (svg: string): string => svg.replace(FONT_RULES, "");

/**
 * Draws a chart as a standalone SVG document: size in millimetres, real text, the glyphs it needs embedded, so that it
 * reads the same on a machine without Chinese fonts. Runs without a DOM.
 */
export function chartSvg(
  drawing: ChartDrawing,
  look: ChartLook,
  fonts: readonly EmbeddedFont[],
  place: ChartPlace = "alone",
): string {
  const size = lookSize(look, place);
  const { width, height } = size;
  const instance = init(null, null, { renderer: "svg", ssr: true, width, height });
  instance.setOption(
    drawingOption(drawing, paperLayout(look, fonts[0]?.family ?? "sans-serif", { halo: false, place })),
  );
  const drawn = instance.renderToSVGString();
  instance.dispose();
  return withPhysicalSize(drawn.replace(POINTER_RULES, ""), size, fonts);
}

function withPhysicalSize(svg: string, size: ChartSize, fonts: readonly EmbeddedFont[]): string {
  const faces = fonts
    .map(
      (font) =>
        `@font-face{font-family:'${font.family}';font-weight:${font.weight};src:url(data:font/woff2;base64,${font.base64}) format('woff2')}`,
    )
    .join("");
  const style = faces === "" ? "" : `<defs><style>${faces}</style></defs>`;
  const head = /^<svg [^>]*>/u;
  if (!head.test(svg)) throw new Error("The drawn chart does not start with an svg element");
  return svg.replace(
    head,
    () =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" baseProfile="full" ` +
      `width="${size.widthMm}mm" height="${size.heightMm}mm" viewBox="0 0 ${size.width} ${size.height}">${style}`,
  );
}
