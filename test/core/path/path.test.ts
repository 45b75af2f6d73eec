import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pathBetween, roundCounts, roundParts } from "#core/path/path.ts";

describe("pathBetween", () => {
  // 2015: 9, 2020: 34 — equal steps of 5.
  test("moves in equal steps on a linear path", () => {
    const path = pathBetween("linear", { year: 2015, value: 9 }, { year: 2020, value: 34 });
    expect(path.ok && [...path.value]).toEqual([14, 19, 24, 29, 34]);
  });

  test("grows at one rate on a geometric path", () => {
    const path = pathBetween("geometric", { year: 2020, value: 1 }, { year: 2023, value: 8 });
    expect(path.ok && path.value[0]).toBeCloseTo(2, 12);
    expect(path.ok && path.value[1]).toBeCloseTo(4, 12);
  });

  test("ends exactly at the level, on any path", () => {
    const value = fc.double({ min: 0.001, max: 1e12, noNaN: true });
    const shape = fc.constantFrom("linear" as const, "geometric" as const);
    fc.assert(
      fc.property(shape, value, value, fc.integer({ min: 1, max: 30 }), (kind, a, b, years) => {
        const path = pathBetween(kind, { year: 2020, value: a }, { year: 2020 + years, value: b });
        expect(path.ok && path.value.length).toBe(years);
        expect(path.ok && path.value.at(-1)).toBe(b);
      }),
    );
  });

  test.each([
    ["linear", 9, 2015, 33, 2015, { kind: "no-years" }],
    ["geometric", 0, 2015, 33, 2020, { kind: "not-positive", which: "from" }],
    ["geometric", 9, 2015, -1, 2020, { kind: "not-positive", which: "to" }],
  ] as const)("has no %s path from %d (%d) to %d (%d), and says why", (shape, a, from, b, to, error) => {
    const path = pathBetween(shape, { year: from, value: a }, { year: to, value: b });
    expect(path).toEqual({ ok: false, error });
  });
});

describe("rounding", () => {
  test("takes counts to the nearest whole number, halves away from zero", () => {
    expect([...roundCounts(Float64Array.of(1.4, 1.5, -1.5))]).toEqual([1, 2, -2]);
  });

  test("gives the missing ones to the largest remainders", () => {
    // 3.5 + 3.4 + 3.1 = 10: floors add up to 9, the one missing goes to 3.5
    expect([...roundParts(Float64Array.of(3.5, 3.4, 3.1))]).toEqual([4, 3, 3]);
  });

  test("parts add up to the rounded whole", () => {
    const part = fc.integer({ min: 0, max: 1e8 }).map((n) => n / 1000);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 20 }), (parts) => {
        const rounded = roundParts(Float64Array.from(parts));
        const sum = parts.reduce((total, each) => total + each, 0);
        expect(rounded.reduce((total, each) => total + each, 0)).toBe(Math.round(sum));
      }),
    );
  });
});
