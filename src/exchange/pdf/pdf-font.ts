import { cmapGlyphs } from "../font/cmap-glyphs.ts";
import { sfntTables } from "../font/sfnt-tables.ts";
import type { PdfFile, PdfReference } from "./pdf-file.ts";

/** A TrueType font as a PDF file takes it: what letters look like, how wide they are, and which glyph a character has. */
export interface PdfFont {
  readonly weight: 400 | 600;
  /** The glyphs of a text as hexadecimal digits, four a glyph; the empty box where the font lacks a character. */
  readonly encode: (text: string) => string;
  /** Width of a text in parts of the letters' size. */
  readonly width: (text: string) => number;
  /** From the middle of a line of text down to its base line, in parts of the letters' size. */
  readonly middle: number;
  /** Puts the font into a file. */
  readonly embed: (file: PdfFile) => PdfReference;
}

/** Widths and heights in a PDF file are in thousandths of the letters' size. */
const EM = 1000;

/** Reads a TrueType font; throws on bytes that are none. */
export function readPdfFont(bytes: Uint8Array, weight: 400 | 600): PdfFont {
  const tables = sfntTables(bytes);
  const table = (tag: string): Uint8Array => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`The font has no table ${tag}`);
    return found;
  };
  const [head, hhea, hmtx] = ["head", "hhea", "hmtx"].map((tag) => viewOf(table(tag)));
  if (head === undefined || hhea === undefined || hmtx === undefined) throw new Error("Not a TrueType font");
  const scale = EM / head.getUint16(18);
  const glyphs = cmapGlyphs(table("cmap"));
  const measured = hhea.getUint16(34);
  const advance = (glyph: number) => hmtx.getUint16(4 * Math.min(glyph, measured - 1)) * scale;
  const glyphsOf = (text: string) =>
    Array.from(text, (character) => glyphs.get(character.codePointAt(0) ?? 0) ?? 0);
  const [ascent, descent] = [hhea.getInt16(4) * scale, hhea.getInt16(6) * scale];
  const box = [36, 38, 40, 42].map((at) => Math.round(head.getInt16(at) * scale));
  return {
    weight,
    encode: (text) => glyphsOf(text).map(hex).join(""),
    width: (text) => glyphsOf(text).reduce((sum, glyph) => sum + advance(glyph), 0) / EM,
    middle: (ascent + descent) / 2 / EM,
    embed: (file) => {
      const name = `WUNIAN+NotoSansSC-${weight === 600 ? "SemiBold" : "Regular"}`;
      const data = file.stream(`/Length1 ${bytes.length}`, bytes);
      const descriptor = file.object(
        `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${box.join(" ")}] /ItalicAngle 0 ` +
          `/Ascent ${Math.round(ascent)} /Descent ${Math.round(descent)} /CapHeight 733 /StemV ${weight / 5} /FontFile2 ${data} >>`,
      );
      const widths = [...new Set(glyphs.values())]
        .sort((a, b) => a - b)
        .map((glyph) => `${glyph} [${Math.round(advance(glyph))}]`);
      const descendant = file.object(
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ` +
          `/FontDescriptor ${descriptor} /DW ${EM} /W [${widths.join(" ")}] /CIDToGIDMap /Identity >>`,
      );
      const characters = file.stream("", new TextEncoder().encode(characterMap(glyphs)));
      return file.object(
        `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant}] /ToUnicode ${characters} >>`,
      );
    },
  };
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const hex = (glyph: number): string => glyph.toString(16).padStart(4, "0");

/** Entries of a block of a character map (PDF 32000-1, 9.10.3). */
const BLOCK = 100;

/** Which character each glyph stands for, so that text can be searched and copied (PDF 32000-1, 9.10.3). */
function characterMap(glyphs: ReadonlyMap<number, number>): string {
  const lines = [...glyphs].map(([point, glyph]) => `<${hex(glyph)}> <${utf16(point)}>`);
  const blocks = Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, at) => {
    const block = lines.slice(at * BLOCK, (at + 1) * BLOCK);
    return `${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`;
  });
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}

/** A code point in UTF-16, as hexadecimal digits. */
function utf16(point: number): string {
  const text = String.fromCodePoint(point);
  return Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join("");
}
