import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spreadLabels } from "#exchange/chart/spread-labels.ts";

describe("labels at line ends", () => {
  test.each([
    ["far enough apart they stay", [20, 60, 100], [20, 60, 100]],
    ["one that would lie on another moves down", [50, 52], [50, 66]],
    ["the order of the lines is kept", [52, 50], [66, 50]],
    ["at the lower edge they move up", [198, 199], [184, 200]],
    ["at the upper edge they move down", [2, 3, 4], [10, 26, 42]],
  ])("%s", (_what, wanted, placed) => {
    expect(spreadLabels(wanted, { gap: 16, least: 10, most: 200 })).toEqual(placed);
  });

  test("never lie on each other where there is room, and stay within it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 10 }), (wanted) => {
        const placed = [...spreadLabels(wanted, { gap: 16, least: 0, most: 300 })].sort((a, b) => a - b);
        for (const [at, place] of placed.entries()) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(300);
          const next = placed[at + 1];
          if (next !== undefined) expect(next - place).toBeGreaterThanOrEqual(16);
        }
      }),
    );
  });
});
