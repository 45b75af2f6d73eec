/** The tables of a TrueType font by their four-letter tags, as views of its bytes. */
export function sfntTables(font: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const count = view.getUint16(4);
  return new Map(
    Array.from({ length: count }, (_, index): [string, Uint8Array] => {
      const entry = 12 + 16 * index;
      const start = view.getUint32(entry + 8);
      const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
      return [tag, font.subarray(start, start + view.getUint32(entry + 12))];
    }),
  );
}
