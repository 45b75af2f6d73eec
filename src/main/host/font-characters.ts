import type { SfntTables } from "./sfnt.ts";

/** The glyph of each code point that a font holds, from the Unicode subtable (format 4 or 12) of its `cmap`. */
export function fontCharacters(tables: SfntTables): ReadonlyMap<number, number> {
  const cmap = tables.get("cmap");
  if (cmap === undefined) return new Map();
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(8 + 8 * index)),
  );
  const wide = subtables.find((subtable) => subtable.readUInt16BE(0) === 12);
  if (wide !== undefined) return new Map(format12(wide));
  const narrow = subtables.find((subtable) => subtable.readUInt16BE(0) === 4);
  return new Map(narrow === undefined ? [] : format4(narrow));
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

function* format12(subtable: Buffer): Generator<[number, number]> {
  const groups = subtable.readUInt32BE(12);
  for (let group = 0; group < groups; group += 1) {
    const at = 16 + 12 * group;
    const first = subtable.readUInt32BE(at);
    const glyph = subtable.readUInt32BE(at + 8);
    for (let point = first; point <= subtable.readUInt32BE(at + 4); point += 1)
      yield [point, glyph + point - first];
  }
}

function* format4(subtable: Buffer): Generator<[number, number]> {
  const bytes = subtable.readUInt16BE(6);
  for (let at = 0; at < bytes; at += 2) {
    const end = subtable.readUInt16BE(14 + at);
    const start = subtable.readUInt16BE(16 + bytes + at);
    const delta = subtable.readUInt16BE(16 + 2 * bytes + at);
    const rangeAt = 16 + 3 * bytes + at;
    const range = subtable.readUInt16BE(rangeAt);
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const listed = range === 0 ? point : subtable.readUInt16BE(rangeAt + range + 2 * (point - start));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) yield [point, glyph];
    }
  }
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
