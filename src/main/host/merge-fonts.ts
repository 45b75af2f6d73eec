import { encodeCharacters, fontCharacters } from "./font-characters.ts";
import { readSfnt, writeSfnt, type SfntTables } from "./sfnt.ts";

interface Glyphs {
  /** One entry of `glyf` a glyph; an empty one draws nothing. */
  readonly outlines: readonly Buffer[];
  /** Advance width and left side bearing, four bytes a glyph. */
  readonly metrics: Buffer;
}

/**
 * Joins unhinted TrueType fonts of one family and weight into one font that holds the characters of all; where two have
 * the same character the first wins. Kerning and other layout tables are left out. The fonts must have the same units per em.
 */
export function mergeFonts(fonts: readonly Buffer[]): Buffer {
  const parts = fonts.map(readSfnt);
  const [first] = parts;
  if (first === undefined) throw new Error("There is no font to merge");
  if (new Set(parts.map((tables) => table(tables, "head").readUInt16BE(18))).size > 1)
    throw new Error("The fonts have different units per em");
  const characters = new Map<number, number>();
  const outlines: Buffer[] = [];
  const metrics: Buffer[] = [];
  for (const part of parts) {
    const base = outlines.length;
    for (const [point, glyph] of fontCharacters(part))
      if (!characters.has(point)) characters.set(point, base + glyph);
    const glyphs = glyphsOf(part);
    outlines.push(...glyphs.outlines.map((outline) => withComponentsMoved(outline, base)));
    metrics.push(glyphs.metrics);
  }
  return writeSfnt(
    new Map([
      ...["OS/2", "name"].map((tag): [string, Buffer] => [tag, table(first, tag)]),
      ["post", emptyNames(table(first, "post"))],
      ["cmap", encodeCharacters(characters)],
      ["glyf", Buffer.concat(outlines)],
      ["loca", offsets(outlines)],
      ["hmtx", Buffer.concat(metrics)],
      ["head", mergedHead(parts)],
      ["hhea", mergedHorizontalHeader(parts, outlines.length)],
      ["maxp", mergedLimits(parts, outlines.length)],
    ]),
  );
}

function table(tables: SfntTables, tag: string): Buffer {
  const content = tables.get(tag);
  if (content === undefined) throw new Error(`The font has no table ${tag}`);
  return content;
}

function glyphsOf(tables: SfntTables): Glyphs {
  const count = table(tables, "maxp").readUInt16BE(4);
  const loca = table(tables, "loca");
  const glyf = table(tables, "glyf");
  const long = table(tables, "head").readInt16BE(50) === 1;
  const offset = (index: number) => (long ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index));
  return {
    outlines: Array.from({ length: count }, (_, glyph) =>
      padded(glyf.subarray(offset(glyph), offset(glyph + 1))),
    ),
    metrics: fullMetrics(table(tables, "hmtx"), table(tables, "hhea").readUInt16BE(34), count),
  };
}

const padded = (outline: Buffer): Buffer => Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]);

/** `hmtx` may leave out the repeated advance of its last glyphs; this writes it for each. */
function fullMetrics(hmtx: Buffer, full: number, count: number): Buffer {
  const metrics = Buffer.alloc(4 * count);
  hmtx.copy(metrics, 0, 0, 4 * full);
  for (let glyph = full; glyph < count; glyph += 1) {
    metrics.writeUInt16BE(hmtx.readUInt16BE(4 * (full - 1)), 4 * glyph);
    metrics.writeInt16BE(hmtx.readInt16BE(4 * full + 2 * (glyph - full)), 4 * glyph + 2);
  }
  return metrics;
}

const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

/** A composite outline names its parts by glyph number, which merging moves by `base`. */
function withComponentsMoved(outline: Buffer, base: number): Buffer {
  if (base === 0 || outline.length === 0 || outline.readInt16BE(0) >= 0) return outline;
  const moved = Buffer.from(outline);
  for (let at = 10; ; ) {
    const flags = moved.readUInt16BE(at);
    moved.writeUInt16BE(moved.readUInt16BE(at + 2) + base, at + 2);
    if ((flags & MORE_COMPONENTS) === 0) return moved;
    at += 4 + (flags & ARGUMENTS_ARE_WORDS ? 4 : 2);
    at += flags & HAS_SCALE ? 2 : flags & HAS_TWO_SCALES ? 4 : flags & HAS_MATRIX ? 8 : 0;
  }
}

function offsets(outlines: readonly Buffer[]): Buffer {
  const loca = Buffer.alloc(4 * (outlines.length + 1));
  let end = 0;
  outlines.forEach((outline, glyph) => {
    end += outline.length;
    loca.writeUInt32BE(end, 4 * (glyph + 1));
  });
  return loca;
}

function mergedHead(parts: readonly SfntTables[]): Buffer {
  const heads = parts.map((part) => table(part, "head"));
  const head = Buffer.from(heads[0] ?? []);
  const bounds: readonly (readonly [number, (...values: number[]) => number])[] = [
    [36, Math.min],
    [38, Math.min],
    [40, Math.max],
    [42, Math.max],
  ];
  for (const [at, choose] of bounds)
    head.writeInt16BE(choose(...heads.map((other) => other.readInt16BE(at))), at);
  head.writeInt16BE(1, 50);
  return head;
}

function mergedHorizontalHeader(parts: readonly SfntTables[], count: number): Buffer {
  const headers = parts.map((part) => table(part, "hhea"));
  const header = Buffer.from(headers[0] ?? []);
  header.writeUInt16BE(Math.max(...headers.map((other) => other.readUInt16BE(10))), 10);
  for (const at of [12, 14])
    header.writeInt16BE(Math.min(...headers.map((other) => other.readInt16BE(at))), at);
  header.writeInt16BE(Math.max(...headers.map((other) => other.readInt16BE(16))), 16);
  header.writeUInt16BE(count, 34);
  return header;
}

function mergedLimits(parts: readonly SfntTables[], count: number): Buffer {
  const limits = parts.map((part) => table(part, "maxp"));
  const merged = Buffer.from(limits[0] ?? []);
  for (let at = 6; at + 2 <= merged.length; at += 2)
    merged.writeUInt16BE(Math.max(...limits.map((other) => other.readUInt16BE(at))), at);
  merged.writeUInt16BE(count, 4);
  return merged;
}

/** Version 3 of `post` has no glyph names. */
function emptyNames(post: Buffer): Buffer {
  const head = Buffer.from(post.subarray(0, 32));
  head.writeUInt32BE(0x00030000, 0);
  return head;
}
