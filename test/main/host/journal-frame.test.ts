import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crc32 } from "#exchange/crc32.ts";
import { encodeFrame, frameJson, scanFrames } from "#main/host/journal-frame.ts";

const recordArbitrary = fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 8 });

describe("frames", () => {
  // The check value of CRC-32/ISO-HDLC in every catalogue of CRCs.
  test("the checksum is the usual CRC-32", () => {
    expect(crc32(Buffer.from("123456789"))).toBe(0xcbf43926);
  });

  test("whole entries come back, and a cut at any byte loses only the last", () => {
    fc.assert(
      fc.property(recordArbitrary, fc.nat(), (texts, cut) => {
        const records = texts.map((json, index) => ({ sequence: index + 1, after: index || null, json }));
        const frames = records.map(encodeFrame);
        const whole = Buffer.concat(frames);
        const { places, end } = scanFrames(whole);
        expect(end).toBe(whole.length);
        const read = places.map(({ sequence, after, start, length }) => ({
          ...{ sequence, after },
          json: frameJson(whole.subarray(start, start + length)),
        }));
        expect(read).toEqual(records);
        const at = cut % whole.length;
        const complete = frames.filter((_, index) => Buffer.concat(frames.slice(0, index + 1)).length <= at);
        expect(scanFrames(whole.subarray(0, at)).places).toHaveLength(complete.length);
      }),
    );
  });

  test("a changed byte is never taken for an entry", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (json, place, flip) => {
          const frame = encodeFrame({ sequence: 7, after: 6, json });
          const at = place % frame.length;
          frame.writeUInt8(frame.readUInt8(at) ^ flip, at);
          const { places } = scanFrames(frame);
          // Digits of the checksum may change their case only, which is the same number.
          expect(places.length === 0 || (at < 8 && flip === 0x20)).toBe(true);
        },
      ),
    );
  });
});
