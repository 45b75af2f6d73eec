import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seriesValue, type SeriesPoint } from "#core/path/extend-series.ts";

const points = (...pairs: readonly (readonly [number, number])[]): readonly SeriesPoint[] =>
  pairs.map(([at, value]) => ({ at, value }));
const value = (...given: Parameters<typeof seriesValue>) => {
  const found = seriesValue(...given);
  if (!found.ok) throw new Error(found.error.kind);
  return found.value;
};

describe("a series that goes on", () => {
  // Expected values: LibreOffice Calc 7.4, FORECAST(at; values; places) and GROWTH(values; places; at).
  test.each([
    ["linear", points([0, 1], [1, 2]), 4, 5],
    ["linear", points([0, 1], [1, 2], [2, 4]), 3, 16 / 3],
    ["linear", points([2020, 33], [2025, 64]), 2030, 95],
    ["geometric", points([0, 2], [1, 4]), 3, 16],
    ["geometric", points([0, 1], [1, 2], [2, 8]), 3, 20.158736798318],
    ["linear", points([3, 7]), 9, 7],
    ["geometric", points([3, 7]), 9, 7],
  ] as const)("%s through %j at %d", (kind, known, at, expected) => {
    expect(value(kind, known, at)).toBeCloseTo(expected, 9);
  });

  test("needs a point, and positive ones for equal ratios", () => {
    expect(seriesValue("linear", [], 1)).toEqual({ ok: false, error: { kind: "no-points" } });
    expect(seriesValue("geometric", points([0, 2], [1, 0]), 2)).toEqual({
      ...{ ok: false, error: { kind: "not-positive", at: 1 } },
    });
  });

  test("goes through two points, and by equal steps or ratios beyond them", () => {
    const number = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 2, max: 8 }), (a, b, n) => {
        const known = points([0, a], [1, b]);
        expect(value("linear", known, n) / (a + (b - a) * n)).toBeCloseTo(1, 6);
        expect(value("geometric", known, n) / (a * (b / a) ** n)).toBeCloseTo(1, 6);
      }),
      { examples: [[33, 40, 2]] },
    );
  });
});
