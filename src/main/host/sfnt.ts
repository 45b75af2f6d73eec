import { sfntTables } from "#exchange/font/sfnt-tables.ts";

/** The tables of a TrueType font by their four-letter tags. */
export type SfntTables = ReadonlyMap<string, Buffer>;

/** Reads the table directory of a TrueType font. */
export function readSfnt(font: Buffer): SfntTables {
  const buffers = [...sfntTables(font)].map(([tag, { buffer, byteOffset, byteLength }]): [string, Buffer] => [
    tag,
    Buffer.from(buffer, byteOffset, byteLength),
  ]);
  return new Map(buffers);
}

/** Writes a TrueType font from its tables, with their checksums and that of the whole in `head`. */
export function writeSfnt(tables: SfntTables): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + 16 * sorted.length);
  const power = Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(sorted.length, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (sorted.length - 2 ** power), 10);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  let headOffset = 0;
  sorted.forEach(([tag, content], index) => {
    const table = tag === "head" ? withoutChecksum(content) : content;
    if (tag === "head") headOffset = offset;
    const entry = 12 + 16 * index;
    directory.write(tag, entry, "latin1");
    directory.writeUInt32BE(checksum(table), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    const padding = Buffer.alloc(-table.length & 3);
    parts.push(table, padding);
    offset += table.length + padding.length;
  });
  const font = Buffer.concat(parts);
  // The magic number of the TrueType specification, `head`.
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headOffset + 8);
  return font;
}

function withoutChecksum(head: Buffer): Buffer {
  const copy = Buffer.from(head);
  copy.writeUInt32BE(0, 8);
  return copy;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    for (let byte = 0; byte < 4; byte += 1) sum += (bytes[at + byte] ?? 0) * 2 ** (24 - 8 * byte);
  }
  return sum % 2 ** 32;
}
