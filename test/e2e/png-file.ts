import { inflateSync } from "node:zlib";

/** What a PNG file says of itself, and its pixels, read without any library. */
export interface PngFile {
  readonly width: number;
  readonly height: number;
  /** Pixels a metre, horizontally and vertically; `null` without the chunk pHYs. */
  readonly density: { readonly x: number; readonly y: number } | null;
  readonly bytesPerPixel: number;
  /** Rows from the top, without filters. */
  readonly rows: readonly Uint8Array[];
}

const SIGNATURE = "89504e470d0a1a0a";
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** Reads a PNG of eight bits a channel that is not interlaced; throws on anything else. */
export function readPng(bytes: Buffer): PngFile {
  if (bytes.subarray(0, 8).toString("hex") !== SIGNATURE) throw new Error("not a PNG file");
  const chunks = readChunks(bytes);
  const head = chunks.find(({ type }) => type === "IHDR")?.data;
  if (head === undefined) throw new Error("no IHDR");
  const [depth, colour, , , interlaced] = head.subarray(8);
  const bytesPerPixel = CHANNELS[colour ?? -1];
  if (depth !== 8 || bytesPerPixel === undefined || interlaced !== 0) throw new Error("an unusual PNG file");
  const width = head.readUInt32BE(0);
  const density = chunks.find(({ type }) => type === "pHYs")?.data;
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map((c) => c.data)));
  return {
    width,
    height: head.readUInt32BE(4),
    density: density === undefined ? null : { x: density.readUInt32BE(0), y: density.readUInt32BE(4) },
    bytesPerPixel,
    rows: unfilter(data, width * bytesPerPixel, bytesPerPixel),
  };
}

/** How many pixels of each colour a part of the picture has, the most frequent colour first. */
export function coloursOf(png: PngFile, fromRow = 0, toRow = png.height): readonly [string, number][] {
  const counts = new Map<string, number>();
  for (const row of png.rows.slice(fromRow, toRow)) {
    for (let x = 0; x < row.length; x += png.bytesPerPixel) {
      const colour = Buffer.from(row.subarray(x, x + png.bytesPerPixel)).toString("hex");
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

function readChunks(bytes: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.subarray(at + 4, at + 8).toString("latin1");
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Takes back the five row filters of the PNG specification, section 9. */
function unfilter(data: Buffer, rowBytes: number, step: number): Uint8Array[] {
  const rows: Uint8Array[] = [];
  let above = new Uint8Array(rowBytes);
  for (let at = 0; at < data.length; at += rowBytes + 1) {
    const row = new Uint8Array(data.subarray(at + 1, at + 1 + rowBytes));
    for (let x = 0; x < rowBytes; x += 1) {
      const left = row[x - step] ?? 0;
      const up = above[x] ?? 0;
      row[x] = (row[x] ?? 0) + predicted(data[at] ?? 0, left, up, above[x - step] ?? 0);
    }
    rows.push(row);
    above = row;
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    default:
      return paeth(left, up, corner);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const distances = [left, up, corner].map((value) => Math.abs(guess - value));
  const nearest = Math.min(...distances);
  return [left, up, corner][distances.indexOf(nearest)] ?? 0;
}
