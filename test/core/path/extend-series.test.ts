import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitSeries, type SeriesKind, type SeriesPoint } from "#core/path/extend-series.ts";

const points = (...pairs: readonly (readonly [number, number])[]): readonly SeriesPoint[] =>
  pairs.map(([at, value]) => ({ at, value }));
const value = (kind: SeriesKind, known: readonly SeriesPoint[], at: number) => {
  const found = fitSeries(kind, known);
  if (!found.ok) throw new Error(found.error.kind);
  return found.value(at);
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
    expect(fitSeries("linear", [])).toEqual({ ok: false, error: { kind: "no-points" } });
    expect(fitSeries("geometric", points([0, 2], [1, 0]))).toEqual({
      ...{ ok: false, error: { kind: "not-positive", at: 1 } },
    });
  });

  test.each(["linear", "geometric"] as const)("%s reads its points once, however far it goes on", (kind) => {
    let read = 0;
    const known = [1, 2, 4].map((number, at) => ({
      at,
      get value() {
        read += 1;
        return number;
      },
    }));
    const series = fitSeries(kind, known);
    if (!series.ok) throw new Error(series.error.kind);
    const fitted = read;
    for (let at = 3; at < 1_000; at += 1) series.value(at);
    expect(read).toBe(fitted);
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
