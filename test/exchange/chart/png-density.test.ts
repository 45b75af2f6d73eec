import { crc32, deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { pixelsPerMetre } from "#exchange/chart/chart-size.ts";
import { withPngDensity } from "#exchange/chart/png-density.ts";

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A grey picture of one pixel, put together by the specification. */
function onePixel(): Uint8Array {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from([0, 128]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("density of a PNG", () => {
  test("a pHYs chunk with 11811 pixels a metre and a right checksum stands behind the header", () => {
    const png = Buffer.from(withPngDensity(onePixel(), pixelsPerMetre(300)));
    const expected = Buffer.alloc(9);
    expected.writeUInt32BE(11811, 0);
    expected.writeUInt32BE(11811, 4);
    expected.writeUInt8(1, 8);
    expect(png.subarray(33, 33 + 21)).toEqual(chunk("pHYs", expected));
    expect(png.subarray(54)).toEqual(Buffer.from(onePixel()).subarray(33));
  });

  test("bytes that are no PNG are refused", () => {
    expect(() => withPngDensity(new Uint8Array(64), 11811)).toThrow("Not a PNG");
  });
});
