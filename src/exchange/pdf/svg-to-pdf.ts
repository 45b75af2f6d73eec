import { PagePainter } from "./page-painter.ts";
import { PdfFile, pdfNumber, pdfText } from "./pdf-file.ts";
import type { PdfFont } from "./pdf-font.ts";
import { readSvg } from "./svg-tree.ts";

const POINTS_PER_MM = 72 / 25.4;

/** A page of a PDF file: how large it is, in mm, and what it is called. */
export interface PdfPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly title: string;
}

/**
 * Writes a drawing of our charts as a PDF file of one page: shapes as outlines, text as text in embedded fonts. It knows the part of SVG
 * that ECharts draws with, and throws on anything else rather than leave it out.
 */
export function svgToPdf(svg: string, page: PdfPage, fonts: readonly PdfFont[]): Uint8Array<ArrayBuffer> {
  const drawing = readSvg(svg);
  const [, , width = 1, height = 1] = (drawing.attributes["viewBox"] ?? "").split(/\s+/u).map(Number);
  const [w, h] = [page.widthMm * POINTS_PER_MM, page.heightMm * POINTS_PER_MM];
  const painter = new PagePainter(fonts);
  painter.paint(drawing.children);
  // The first matrix turns px from the top left into points from the bottom left.
  const first = [w / width, 0, 0, -h / height, 0, h].map(pdfNumber).join(" ");
  const file = new PdfFile();
  const operators = `${first} cm\n${painter.operators.join("\n")}`;
  const content = file.stream("", new TextEncoder().encode(operators));
  const embedded = fonts.map((font) => `/F${font.weight} ${font.embed(file)}`).join(" ");
  const states = painter.opacities
    .map(([fill, stroke], at) => `/G${at} << /ca ${pdfNumber(fill)} /CA ${pdfNumber(stroke)} >>`)
    .join(" ");
  const pages = file.reserve();
  const leaf = file.object(
    `<< /Type /Page /Parent ${pages} /MediaBox [0 0 ${pdfNumber(w)} ${pdfNumber(h)}] /Contents ${content} ` +
      `/Resources << /Font << ${embedded} >> /ExtGState << ${states} >> >> >>`,
  );
  file.object(`<< /Type /Pages /Count 1 /Kids [${leaf}] >>`, pages);
  const root = file.object(`<< /Type /Catalog /Pages ${pages} /Lang (zh-CN) >>`);
  return file.bytes(root, file.object(`<< /Title ${pdfText(page.title)} /Producer (wunian) >>`));
}
