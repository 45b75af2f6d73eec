import { crc32 } from "../crc32.ts";

/** The eight bytes every PNG starts with. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR_END = 8 + 4 + 4 + 13 + 4;
const PHYS_LENGTH = 9;
const UNIT_METRE = 1;

/**
 * A copy of a PNG that states its density: a pHYs chunk right behind the header (PNG specification 11.3.4.3), in
 * pixels a metre. Encoders of browsers write none. Throws on bytes that are not a PNG.
 */
export function withPngDensity(png: Uint8Array, pixelsPerMetre: number): Uint8Array<ArrayBuffer> {
  if (png.length < IHDR_END || SIGNATURE.some((byte, index) => png[index] !== byte))
    throw new Error("Not a PNG");
  const chunk = physChunk(pixelsPerMetre);
  const result = new Uint8Array(png.length + chunk.length);
  result.set(png.subarray(0, IHDR_END));
  result.set(chunk, IHDR_END);
  result.set(png.subarray(IHDR_END), IHDR_END + chunk.length);
  return result;
}

function physChunk(pixelsPerMetre: number): Uint8Array {
  const chunk = new Uint8Array(4 + 4 + PHYS_LENGTH + 4);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, PHYS_LENGTH);
  chunk.set(new TextEncoder().encode("pHYs"), 4);
  view.setUint32(8, pixelsPerMetre);
  view.setUint32(12, pixelsPerMetre);
  view.setUint8(16, UNIT_METRE);
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}
