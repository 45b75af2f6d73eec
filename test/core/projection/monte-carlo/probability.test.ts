import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convergenceOf, probabilityOf } from "#core/projection/monte-carlo/probability.ts";

const of = (attained: number, missed: number) => {
  const result = probabilityOf({ attained, missed });
  if (!result.ok) throw new Error("there is a probability");
  return result.value;
};

describe("a probability from draws", () => {
  // √(0.5·0.5/100) = 0.05; Wilson: ½ ± z/(1 + z²/100)·√(0.0025 + z²/40000) with z² = 3.8415, so ½ ± 1.8875·0.05095.
  test("has a standard error and Wilson's interval", () => {
    const { value, standardError, low, high } = of(50, 50);
    expect([value, standardError]).toEqual([0.5, 0.05]);
    expect([low, high]).toEqual([expect.closeTo(0.40383, 5), expect.closeTo(0.59617, 5)]);
  });

  // At 0 of n Wilson's upper end is z²/(n + z²): 3.8415/103.8415 = 0.03699.
  test.each([
    [0, 100, 0, 0.03699],
    [100, 0, 0.96301, 1],
  ])("keeps an interval where it is sure: %i against %i", (attained, missed, low, high) => {
    const found = of(attained, missed);
    expect(found.standardError).toBe(0);
    expect([found.low, found.high]).toEqual([expect.closeTo(low, 5), expect.closeTo(high, 5)]);
  });

  test("lies within its interval, which shrinks with the draws", () => {
    const count = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(count, count, (attained, missed) => {
        fc.pre(attained + missed > 0);
        const { value, low, high } = of(attained, missed);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        const more = of(4 * attained, 4 * missed);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  test("is none when no draw could be judged", () => {
    expect(probabilityOf({ attained: 0, missed: 0 })).toEqual({
      ok: false,
      error: { kind: "no-judged-draw" },
    });
  });
});

describe("convergence", () => {
  test("is seen after 1, 2, 4, … blocks and after all", () => {
    const tallies = Array.from({ length: 6 }, (_, at) => ({ attained: 100 + at, missed: 156 - at }));
    const points = convergenceOf(tallies, (blocks) => blocks * 256);
    expect(points.map(({ draws }) => draws)).toEqual([256, 512, 1024, 1536]);
    expect(points.at(-1)?.value).toBe((600 + 15) / 1536);
    const errors = points.map(({ standardError }) => standardError);
    expect(errors).toEqual(errors.toSorted((a, b) => b - a));
  });
});
