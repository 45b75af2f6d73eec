import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mixingOf, type Correlation } from "#core/projection/monte-carlo/correlation.ts";
import { type DrawnParameter, drawParameter } from "#core/projection/monte-carlo/drawn-parameter.ts";
import { driverPathOf } from "#core/projection/monte-carlo/driver-path-of.ts";
import { historicalVolatility } from "#core/projection/monte-carlo/historical-volatility.ts";
import { normalShareBelow } from "#core/projection/monte-carlo/normal-distribution.ts";
import { fillStandardNormals } from "#core/projection/monte-carlo/standard-normals.ts";
import type { Distribution } from "#core/projection/monte-carlo/uncertainty.ts";
import type { Assumption } from "#core/projection/assumption.ts";
import { GROWTH, knownOf } from "./question-of.ts";

const COUNT = 100_000;
const NORMALS = new Float64Array(COUNT);
fillStandardNormals(NORMALS, { seed: 5, stream: 0, year: 2026, block: 0 });

function drawn(parameter: DrawnParameter, normals = NORMALS): Float64Array {
  const out = new Float64Array(normals.length);
  drawParameter(parameter, normals, 0, out);
  return out;
}

describe("the normal distribution function", () => {
  // Tables of the normal distribution, and the complementary error function of Python's math module beyond them.
  test.each([
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [1.6448536269514722, 0.95],
    [1.959963984540054, 0.975],
    [-0.6744897501960817, 0.25],
    [-3, 0.0013498980316300946],
    [-6, 9.865876450376981e-10],
    [-8.5, 9.479534822203318e-18],
    [9, 1],
  ])("of %f is %f", (z, share) => {
    expect(Math.abs(normalShareBelow(z) / share - 1)).toBeLessThan(1e-13);
  });
});

describe("a drawn parameter", () => {
  // Mean and variance: N(m, s²); (a+b+c)/3 and (a²+b²+c²−ab−ac−bc)/18; (a+b)/2 and (b−a)²/12.
  test.each<[DrawnParameter, number, number]>([
    [{ kind: "normal", mean: 8, sd: 2 }, 8, 4],
    [{ kind: "triangular", low: 5, mode: 8, high: 10 }, 23 / 3, 19 / 18],
    [{ kind: "triangular", low: 5, mode: 5, high: 10 }, 20 / 3, 25 / 18],
    [{ kind: "triangular", low: 5, mode: 10, high: 10 }, 25 / 3, 25 / 18],
    [{ kind: "uniform", low: 5, high: 10 }, 7.5, 25 / 12],
  ])("has mean and variance of its distribution: %o", (parameter, mean, variance) => {
    const draws = drawn(parameter);
    const found = draws.reduce((sum, x) => sum + x, 0) / COUNT;
    const spread = draws.reduce((sum, x) => sum + (x - found) ** 2, 0) / COUNT;
    expect(Math.abs(found - mean)).toBeLessThan(4 * Math.sqrt(variance / COUNT));
    expect(Math.abs(spread / variance - 1)).toBeLessThan(0.02);
  });

  test("stays within its bounds and keeps the order of the normals", () => {
    const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        const [low = 0, mode = 0, high = 0] = [a, b, c].toSorted((x, y) => x - y);
        const sorted = NORMALS.slice(0, 500).sort();
        for (const parameter of [
          { kind: "triangular", low, mode, high },
          { kind: "uniform", low, high },
        ] as const) {
          const draws = [...drawn(parameter, sorted)];
          const slack = 1e-9 * (high - low) + 1e-12 * Math.max(Math.abs(low), Math.abs(high));
          expect(Math.min(...draws)).toBeGreaterThanOrEqual(low - slack);
          expect(Math.max(...draws)).toBeLessThanOrEqual(high + slack);
          expect(draws.every((x, at) => x >= (draws[at - 1] ?? -Infinity) - slack)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("may have no width at all", () => {
    const some = NORMALS.subarray(0, 10);
    expect([...drawn({ kind: "triangular", low: 3, mode: 3, high: 3 }, some)]).toEqual(Array(10).fill(3));
    expect([...drawn({ kind: "uniform", low: 3, high: 3 }, some)]).toEqual(Array(10).fill(3));
    expect([...drawn({ kind: "normal", mean: 3, sd: 0 }, some)]).toEqual(Array(10).fill(3));
  });
});

describe("the volatility of a history", () => {
  // Sample standard deviation of the three changes 2, 4, 6: mean 4, √((4 + 0 + 4)/2) = 2.
  test("is the standard deviation of the yearly steps", () => {
    expect(historicalVolatility(knownOf([10, 12, 16, 22]), "step")).toEqual({ ok: true, value: 2 });
  });

  test("is that of the logarithms for growth", () => {
    const sd = historicalVolatility(knownOf([1, Math.exp(0.02), Math.exp(0.06), Math.exp(0.12)]), "growth");
    expect(sd.ok && sd.value).toBeCloseTo(0.02, 12);
  });

  // A walk of one step a year: changes 2 over 1, 4 over 1, 12 over 3 years have mean 3.6 a year; the squares over the years
  // are 1.6², 0.4², (12 − 10.8)²/3, together 3.2; 3.2/2 = 1.6.
  test("reckons with gaps", () => {
    const known = [
      { year: 2015, value: 10 },
      { year: 2016, value: 12 },
      { year: 2017, value: 16 },
      { year: 2020, value: 28 },
    ];
    const sd = historicalVolatility(known, "step");
    expect(sd.ok && sd.value ** 2).toBeCloseTo(1.6, 12);
  });

  test.each([
    [[1, 2, 3], "growth", { kind: "too-few-observations", needed: 4, found: 3 }],
    [[], "step", { kind: "too-few-observations", needed: 4, found: 0 }],
    [[1, 2, 0, 4], "growth", { kind: "base-not-positive", value: 0 }],
  ] as const)("of %o for %s has a reason to be missing", (values, of, error) => {
    expect(historicalVolatility(knownOf(values), of)).toEqual({ ok: false, error });
  });
});

describe("a driver", () => {
  const LOGISTIC: Assumption = { method: "logistic", ceiling: 200, rate: 0.3 };
  const STEP: Assumption = { method: "step", delta: 1, byYear: [] };
  const normal = (sd: number): Distribution => ({ kind: "normal", sd });

  test.each<[string, readonly number[], Assumption, Distribution, unknown]>([
    ["no observation", [], GROWTH, normal(1), { kind: "projection", error: { kind: "no-observation" } }],
    [
      "a base of zero",
      [0],
      GROWTH,
      normal(1),
      { kind: "projection", error: { kind: "base-not-positive", value: 0 } },
    ],
    [
      "a growth out of range",
      [1],
      { method: "growth", rate: NaN, byYear: [] },
      normal(1),
      { kind: "projection", error: { kind: "out-of-range", name: "rate", value: NaN } },
    ],
    ["a negative spread", [1], GROWTH, normal(-1), { kind: "negative-spread", sd: -1 }],
    ["a spread that is no number", [1], GROWTH, normal(NaN), { kind: "not-a-number", name: "sd" }],
    [
      "bounds the wrong way round",
      [1],
      STEP,
      { kind: "uniform", low: 2, high: 1 },
      { kind: "bounds-reversed", low: 2, high: 1 },
    ],
    [
      "a mode outside of the bounds",
      [1],
      STEP,
      { kind: "triangular", low: 1, mode: 5, high: 2 },
      { kind: "mode-outside-bounds", mode: 5, low: 1, high: 2 },
    ],
    [
      "a growth below −100 %",
      [1],
      GROWTH,
      { kind: "uniform", low: -120, high: 5 },
      { kind: "bound-out-of-range", bound: -120, min: -100, max: 1000 },
    ],
    [
      "a ceiling that never lies above the last value",
      [150],
      LOGISTIC,
      { kind: "uniform", low: 100, high: 150 },
      { kind: "projection", error: { kind: "ceiling-not-above-last", ceiling: 150, last: 150 } },
    ],
    [
      "a ceiling as volatile as its history",
      [1, 2, 3, 4],
      LOGISTIC,
      { kind: "historical" },
      { kind: "no-history-for-ceiling" },
    ],
    [
      "a method without such a parameter",
      [1],
      { method: "hold" },
      normal(1),
      { kind: "not-uncertain", method: "hold" },
    ],
    [
      "too short a history",
      [1, 2, 3],
      GROWTH,
      { kind: "historical" },
      { kind: "projection", error: { kind: "too-few-observations", needed: 4, found: 3 } },
    ],
  ])("with %s has a reason not to be drawn", (_, values, assumption, distribution, error) => {
    const ground = { known: knownOf(values), firstYear: 2020, until: 2030 };
    expect(driverPathOf(ground, assumption, { distribution, drawn: "yearly" })).toEqual({ ok: false, error });
  });

  test("takes any numbers without throwing", () => {
    const number = fc.double();
    const distributions = fc.oneof(
      fc.record({ kind: fc.constant("normal" as const), sd: number }),
      fc.record({ kind: fc.constant("uniform" as const), low: number, high: number }),
      fc.record({ kind: fc.constant("triangular" as const), low: number, mode: number, high: number }),
      fc.constant({ kind: "historical" as const }),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 6 }), number, distributions, (values, rate, distribution) => {
        const ground = { known: knownOf(values.filter(Number.isFinite)), firstYear: 2020, until: 2030 };
        const growth: Assumption = { method: "growth", rate, byYear: [] };
        expect(driverPathOf(ground, growth, { distribution, drawn: "once" }).ok).toBeTypeOf("boolean");
      }),
    );
  });
});

describe("correlations", () => {
  const three = (ab: number, bc: number, ac: number): readonly Correlation[] => [
    { a: 0, b: 1, value: ab },
    { a: 1, b: 2, value: bc },
    { a: 0, b: 2, value: ac },
  ];

  test("are the product of the factor with itself", () => {
    const rate = fc.double({ min: -0.45, max: 0.45, noNaN: true });
    fc.assert(
      // Correlations below ½ are diagonally dominant in three rows, so that they hold together.
      fc.property(rate, rate, rate, (ab, bc, ac) => {
        const mixing = mixingOf(3, three(ab, bc, ac));
        if (!mixing.ok || mixing.value === null) throw new Error("they hold together");
        const rows = mixing.value;
        const product = (i: number, j: number) =>
          (rows[i] ?? new Float64Array()).reduce((sum, x, k) => sum + x * (rows[j]?.[k] ?? 0), 0);
        expect([0, 1, 2].map((i) => product(i, i))).toEqual(
          [1, 1, 1].map((x) => expect.closeTo(x, 12) as number),
        );
        expect([product(0, 1), product(1, 2), product(0, 2)]).toEqual(
          [ab, bc, ac].map((x) => expect.closeTo(x, 12) as number),
        );
      }),
    );
  });

  test("may be complete", () => {
    expect(mixingOf(3, three(1, -1, -1))).toEqual({
      ok: true,
      value: [new Float64Array([1]), new Float64Array([1, 0]), new Float64Array([-1, 0, 0])],
    });
  });

  // With ρ(a,b) = ρ(a,c) = 0.9, ρ(b,c) lies in 0.81 ± (1 − 0.81) = 0.62 … 1.
  test("that cannot hold together name the pair and where it can lie", () => {
    const result = mixingOf(3, three(0.9, 0.1, 0.9));
    const range = { low: expect.closeTo(0.62, 12) as number, high: expect.closeTo(1, 12) as number };
    expect(result).toEqual({
      ok: false,
      error: { kind: "correlations-contradict", a: 2, b: 1, value: 0.1, ...range },
    });
  });

  test.each<[readonly Correlation[], unknown]>([
    [[{ a: 0, b: 3, value: 0 }], { kind: "correlation-unknown-driver", driver: 3 }],
    [[{ a: 1, b: 1, value: 1 }], { kind: "correlation-with-itself", driver: 1 }],
    [[{ a: 0, b: 1, value: 1.01 }], { kind: "correlation-out-of-range", a: 0, b: 1, value: 1.01 }],
    [[{ a: 0, b: 1, value: NaN }], { kind: "correlation-out-of-range", a: 0, b: 1, value: NaN }],
    [
      [
        { a: 0, b: 1, value: 0.1 },
        { a: 1, b: 0, value: 0.2 },
      ],
      { kind: "correlation-twice", a: 1, b: 0 },
    ],
  ])("%o are refused", (correlations, error) => {
    expect(mixingOf(3, correlations)).toEqual({ ok: false, error });
  });
});
