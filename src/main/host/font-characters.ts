import { cmapGlyphs } from "#exchange/font/cmap-glyphs.ts";
import type { SfntTables } from "./sfnt.ts";

/** The glyph of each code point that a font holds. */
export function fontCharacters(tables: SfntTables): ReadonlyMap<number, number> {
  const cmap = tables.get("cmap");
  return cmap === undefined ? new Map() : cmapGlyphs(cmap);
}

/** A `cmap` table with one format 12 subtable for whole Unicode and one format 4 for readers that know only that. */
export function encodeCharacters(characters: ReadonlyMap<number, number>): Buffer {
  const sorted = [...characters].sort(([a], [b]) => a - b);
  const narrow = encodeFormat4(sorted.filter(([point]) => point < 0xffff));
  const wide = encodeFormat12(sorted);
  const header = Buffer.alloc(4 + 2 * 8);
  header.writeUInt16BE(2, 2);
  [
    [1, header.length],
    [10, header.length + narrow.length],
  ].forEach(([encoding = 0, offset = 0], index) => {
    header.writeUInt16BE(3, 4 + 8 * index);
    header.writeUInt16BE(encoding, 6 + 8 * index);
    header.writeUInt32BE(offset, 8 + 8 * index);
  });
  return Buffer.concat([header, narrow, wide]);
}

function encodeFormat12(characters: readonly (readonly [number, number])[]): Buffer {
  const subtable = Buffer.alloc(16 + 12 * characters.length);
  subtable.writeUInt16BE(12, 0);
  subtable.writeUInt32BE(subtable.length, 4);
  subtable.writeUInt32BE(characters.length, 12);
  characters.forEach(([point, glyph], index) => {
    subtable.writeUInt32BE(point, 16 + 12 * index);
    subtable.writeUInt32BE(point, 20 + 12 * index);
    subtable.writeUInt32BE(glyph, 24 + 12 * index);
  });
  return subtable;
}

/** One segment a character: fonts of a few thousand glyphs stay far below the format's limit of 8 191 segments. */
function encodeFormat4(characters: readonly (readonly [number, number])[]): Buffer {
  const segments = [...characters.slice(0, 8000), [0xffff, 0] as const];
  const bytes = 2 * segments.length;
  const subtable = Buffer.alloc(16 + 4 * bytes);
  const power = Math.floor(Math.log2(segments.length));
  [4, subtable.length, 0, bytes, 2 ** (power + 1), power, bytes - 2 ** (power + 1)].forEach((value, index) =>
    subtable.writeUInt16BE(value, 2 * index),
  );
  segments.forEach(([point, glyph], index) => {
    subtable.writeUInt16BE(point, 14 + 2 * index);
    subtable.writeUInt16BE(point, 16 + bytes + 2 * index);
    subtable.writeUInt16BE((glyph - point) & 0xffff, 16 + 2 * bytes + 2 * index);
  });
  return subtable;
}
