import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valueAxis } from "#exchange/chart/value-axis.ts";

describe("value axis", () => {
  test("ticks Taishan's R&D intensity in halves and does not start at zero", () => {
    expect(valueAxis([0.94, 1.54, 2.1, 2.5], 4, 0.25)).toEqual({ min: 0.5, max: 3, step: 0.5, decimals: 1 });
  });

  test("a single value has room on both sides", () => {
    const axis = valueAxis([33], 5, 0.25);
    expect(axis.min).toBeLessThan(33);
    expect(axis.max).toBeGreaterThan(33);
  });

  test("all zero still has a height", () => {
    const axis = valueAxis([0, 0], 5, 0.25);
    expect(axis.max).toBeGreaterThan(axis.min);
  });

  test("holds every value, between ends that are multiples of the step", () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
        const axis = valueAxis(values, 5, 0.25);
        expect(axis.min).toBeLessThanOrEqual(Math.min(...values) + axis.step * 1e-6);
        expect(axis.max).toBeGreaterThanOrEqual(Math.max(...values) - axis.step * 1e-6);
        for (const end of [axis.min, axis.max]) {
          const steps = end / axis.step;
          expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6 * Math.max(1, Math.abs(steps)));
        }
      }),
      { examples: [[[-999999999999.9971, -999999999999.9958]]] },
    );
  });

  test("values that are never negative never bring a negative axis", () => {
    const value = fc.double({ min: 0, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
        expect(valueAxis(values, 5, 0.25).min).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
