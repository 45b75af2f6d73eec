import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cumulativeGrowth, cumulativeSum } from "#core/path/cumulative-growth.ts";
import { requiredGrowth } from "#core/path/growth.ts";

describe("requiredGrowth", () => {
  // (L/b)^(1/n) − 1 by 30-digit decimal arithmetic: Enping 9 → 33 in 5 years; Taishan's R&D intensity 2.5 → 2.92 in 5 years.
  test.each([
    [9, 33, 5, false, 0.2967441161, null],
    [2.5, 2.92, 5, true, 0.0315459269, 0.084],
    [33, 33, 5, false, 0, null],
    [4, 1, 2, false, -0.5, null],
  ])("from %d to %d in %d years", (base, level, years, share, rate, points) => {
    const growth = requiredGrowth({ base, level, years, share });
    if (!growth.ok) throw new Error(growth.error.kind);
    expect(growth.value.rate).toBeCloseTo(rate, 9);
    if (points === null) expect(growth.value.pointsPerYear).toBeNull();
    else expect(growth.value.pointsPerYear).toBeCloseTo(points, 12);
  });

  test.each([
    [{ base: null, level: 33, years: 5, share: false }, { kind: "no-base" }],
    [{ base: 9, level: null, years: 5, share: false }, { kind: "no-level" }],
    [{ base: 9, level: 33, years: 0, share: false }, { kind: "no-years" }],
    [
      { base: 0, level: 33, years: 5, share: false },
      { kind: "not-positive", which: "base", pointsPerYear: null },
    ],
    [
      { base: 0, level: 10, years: 5, share: true },
      { kind: "not-positive", which: "base", pointsPerYear: 2 },
    ],
    [
      { base: 9, level: -1, years: 5, share: false },
      { kind: "not-positive", which: "level", pointsPerYear: null },
    ],
  ])("%j has none and says why", (input, error) => {
    expect(requiredGrowth(input)).toEqual({ ok: false, error });
  });

  test("is never NaN or infinite", () => {
    const value = fc.option(fc.double({ min: -1e15, max: 1e15 }));
    fc.assert(
      fc.property(value, value, fc.integer({ min: -3, max: 50 }), (base, level, years) => {
        const growth = requiredGrowth({ base, level, years, share: true });
        if (growth.ok) expect(Number.isFinite(growth.value.rate)).toBe(true);
      }),
    );
  });
});

describe("cumulativeGrowth", () => {
  test("finds the growth with which a base adds up to a total", () => {
    // 10·1.1 + 10·1.21 + 10·1.331 = 36.41
    const growth = cumulativeGrowth(10, 36.41, 3);
    expect(growth.ok && growth.value).toBeCloseTo(0.1, 12);
  });

  test("finds a growth of any size", () => {
    const growth = cumulativeGrowth(1e-300, 1e300, 5);
    if (!growth.ok) throw new Error(growth.error.kind);
    expect(cumulativeSum(1e-300, growth.value, 5) / 1e300).toBeCloseTo(1, 12);
  });

  test("undoes cumulativeSum", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.9, max: 3, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        (rate, years, base) => {
          const growth = cumulativeGrowth(base, cumulativeSum(base, rate, years), years);
          expect(growth.ok && growth.value).toBeCloseTo(rate, 6);
        },
      ),
    );
  });

  test.each([
    [0, 10, 3, { kind: "not-positive", which: "base", pointsPerYear: null }],
    [10, 0, 3, { kind: "not-positive", which: "level", pointsPerYear: null }],
    [10, 10, 0, { kind: "no-years" }],
    [5e-324, 1e308, 1, { kind: "not-positive", which: "base", pointsPerYear: null }],
  ])("says why a base of %d has no growth to %d in %d years", (base, total, years, error) => {
    expect(cumulativeGrowth(base, total, years)).toEqual({ ok: false, error });
  });
});
