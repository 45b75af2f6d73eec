/** The glyph of each code point that a font holds, from the Unicode subtable (format 4 or 12) of its table `cmap`. */
export function cmapGlyphs(cmap: Uint8Array): ReadonlyMap<number, number> {
  const head = viewOf(cmap);
  const subtables = Array.from({ length: head.getUint16(2) }, (_, index) =>
    viewOf(cmap.subarray(head.getUint32(8 + 8 * index))),
  );
  const wide = subtables.find((subtable) => subtable.getUint16(0) === 12);
  if (wide !== undefined) return new Map(format12(wide));
  const narrow = subtables.find((subtable) => subtable.getUint16(0) === 4);
  return new Map(narrow === undefined ? [] : format4(narrow));
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function* format12(subtable: DataView): Generator<[number, number]> {
  const groups = subtable.getUint32(12);
  for (let group = 0; group < groups; group += 1) {
    const at = 16 + 12 * group;
    const first = subtable.getUint32(at);
    const glyph = subtable.getUint32(at + 8);
    for (let point = first; point <= subtable.getUint32(at + 4); point += 1)
      yield [point, glyph + point - first];
  }
}

function* format4(subtable: DataView): Generator<[number, number]> {
  const bytes = subtable.getUint16(6);
  for (let at = 0; at < bytes; at += 2) {
    const end = subtable.getUint16(14 + at);
    const start = subtable.getUint16(16 + bytes + at);
    const delta = subtable.getUint16(16 + 2 * bytes + at);
    const rangeAt = 16 + 3 * bytes + at;
    const range = subtable.getUint16(rangeAt);
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const listed = range === 0 ? point : subtable.getUint16(rangeAt + range + 2 * (point - start));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) yield [point, glyph];
    }
  }
}
