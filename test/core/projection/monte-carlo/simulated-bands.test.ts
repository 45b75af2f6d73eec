import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Assumption } from "#core/projection/assumption.ts";
import { BAND_PERCENTS } from "#core/projection/monte-carlo/band.ts";
import { normalShareBelow } from "#core/projection/monte-carlo/normal-distribution.ts";
import { answer, driverOf, GROWTH, questionOf, refusal, rowOf } from "./question-of.ts";

const HISTORY = [100, 108, 115, 127, 140, 150];
const STEP: Assumption = { method: "step", delta: 3, byYear: [{ year: 2027, value: 10 }] };
const formula = (text: string): Assumption => ({ method: "formula", text });
const historical = { kind: "historical" } as const;

describe("bands", () => {
  /** Density of N(0, 1). */
  const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const Z = [-1.6448536269514722, -0.6744897501960817, 0, 0.6744897501960817, 1.6448536269514722];

  // A quantile of n draws has the standard error √(p(1 − p)/n)/f; on the scale of z it is √(p(1 − p)/n)/φ(z_p).
  test.each<[string, Assumption, "yearly" | "once"]>([
    ["lognormal growth", GROWTH, "yearly"],
    ["lognormal growth drawn once", GROWTH, "once"],
    ["normal steps", STEP, "yearly"],
    ["normal steps drawn once", STEP, "once"],
  ])("of %s lie within four standard errors of the formula", (_, assumption, drawn) => {
    const draws = 40_000;
    const uncertainty = { distribution: historical, drawn };
    const question = questionOf([rowOf("a", HISTORY, assumption)], {
      draws,
      drivers: [{ series: 0, stream: 0, uncertainty }],
    });
    const [band] = answer(question).bands;
    if (band?.closedForm === null || band === undefined) throw new Error("there is a formula");
    const scale = assumption.method === "growth" ? Math.log : (value: number) => value;
    const { quantiles, closedForm } = band;
    for (let year = 0; year < 5; year += 1) {
      const at = (q: number) => scale(closedForm[year * 5 + q] ?? NaN);
      const sd = (at(4) - at(0)) / ((Z[4] ?? 0) - (Z[0] ?? 0));
      expect(sd).toBeGreaterThan(0);
      for (const [q, percent] of BAND_PERCENTS.entries()) {
        const p = percent / 100;
        const error = (sd * Math.sqrt((p * (1 - p)) / draws)) / density(Z[q] ?? 0);
        expect(Math.abs(scale(quantiles[year * 5 + q] ?? NaN) - at(q))).toBeLessThan(4 * error);
      }
    }
  });

  // ln x after k years is N(ln 150 + k·ln 1.08, k·s²); its median after five years is 150·1.08⁵.
  test("have the formula of a lognormal path", () => {
    const [band] = answer(
      questionOf([rowOf("a", HISTORY, GROWTH)], { drivers: [driverOf(0, historical)] }),
    ).bands;
    expect(band?.closedForm?.at(-3)).toBeCloseTo(150 * 1.08 ** 5, 9);
    const logs = [0, 1, 2, 3, 4].map((k) => Math.log((HISTORY[k + 1] ?? 0) / (HISTORY[k] ?? 1)));
    const mean = Math.log(1.5) / 5;
    const sd = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / 4);
    const high = 150 * 1.08 ** 5 * Math.exp(1.6448536269514722 * sd * Math.sqrt(5));
    expect(band?.closedForm?.at(-1)).toBeCloseTo(high, 9);
  });

  test("have no formula where a shock or a limit comes in between", () => {
    const shocks = [{ kind: "add", from: 2026, to: 2026, amount: 1 }] as const;
    const rows = [rowOf("a", HISTORY, GROWTH, { shocks })];
    const [band] = answer(questionOf(rows, { drivers: [driverOf(0, historical)] })).bands;
    expect(band?.closedForm).toBeNull();
  });

  test("of a lognormal path are the same bits alone and through a formula", () => {
    const rows = [rowOf("a", HISTORY, GROWTH), rowOf("b", [], formula("a × 1"))];
    const [alone, through] = answer(
      questionOf(rows, { drivers: [driverOf(0, historical)], bands: [0, 1] }),
    ).bands;
    expect(through?.quantiles.slice(-25)).toEqual(alone?.quantiles);
  });

  test("do not cross, whatever is drawn", () => {
    const number = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(number, fc.double({ min: 0, max: 1e6, noNaN: true }), number, (start, sd, delta) => {
        const rows = [
          rowOf("a", [start], { method: "step", delta, byYear: [] }),
          rowOf("b", [], formula("ln(a) / (a − 3)")),
        ];
        const { bands } = answer(
          questionOf(rows, { draws: 300, drivers: [driverOf(0, { kind: "normal", sd })], bands: [0, 1] }),
        );
        for (const { quantiles, counted, missing } of bands) {
          for (const [year, count] of counted.entries()) {
            const five = [...quantiles.subarray(year * 5, year * 5 + 5)];
            expect(count + (missing[year] ?? 0)).toBe(300);
            expect(five.every((value) => (count > 0 ? Number.isFinite(value) : Number.isNaN(value)))).toBe(
              true,
            );
            if (count > 0) expect(five).toEqual(five.toSorted((a, b) => a - b));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  // ln of a walk from 0 by steps of mean 0 has a value in half of the draws.
  test("count the draws without a value apart", () => {
    const rows = [
      rowOf("a", [0], { method: "step", delta: 0, byYear: [] }),
      rowOf("b", [], formula("ln(a)")),
    ];
    const [band] = answer(questionOf(rows, { draws: 10_000, bands: [1] })).bands;
    const missing = band?.missing.at(-1) ?? 0;
    expect(Math.abs(missing - 5000)).toBeLessThan(4 * 50);
    expect(band?.counted.at(-1)).toBe(10_000 - missing);
  });

  test("have no value at all where a formula is wrong, without harm to others", () => {
    const rows = [
      rowOf("a", HISTORY, GROWTH),
      rowOf("b", [], formula("a +")),
      rowOf("c", [], formula("b + c")),
    ];
    const { bands } = answer(questionOf(rows, { bands: [0, 1, 2] }));
    expect(bands.map(({ missing }) => missing.at(-1))).toEqual([0, 2000, 2000]);
    expect([...(bands[2]?.quantiles ?? [])].every(Number.isNaN)).toBe(true);
  });

  // A ceiling of N(110, 10²) does not lie above 100 in Φ(−1) = 15.9 % of the draws.
  test("have no value for a ceiling below the last value", () => {
    const rows = [rowOf("a", [100], { method: "logistic", ceiling: 110, rate: 0.5 })];
    const drivers = [driverOf(0, { kind: "normal", sd: 10 })];
    const [band] = answer(questionOf(rows, { draws: 10_000, drivers })).bands;
    const share = normalShareBelow(-1);
    expect(Math.abs((band?.missing[0] ?? 0) - 10_000 * share)).toBeLessThan(
      4 * Math.sqrt(10_000 * share * (1 - share)),
    );
  });

  // 10³⁰⁴·11⁷ lies beyond all numbers, and so do the draws above ln MAX: all but Φ((ln MAX − ln 10³⁰⁴ − 7·ln 11)/(s·√7)).
  test("have no value where growth leads beyond all numbers", () => {
    const changes = [1, 2, 1].map((power) => power * Math.LN10);
    const rows = [rowOf("a", [1e300, 1e301, 1e303, 1e304], { method: "growth", rate: 1000, byYear: [] })];
    const [band] = answer(questionOf(rows, { draws: 10_000, drivers: [driverOf(0, historical)] })).bands;
    if (band?.closedForm === null || band === undefined) throw new Error("there is a formula");
    for (const list of [band.quantiles, band.closedForm]) {
      expect([...list].filter((value) => !Number.isFinite(value) && !Number.isNaN(value))).toEqual([]);
    }
    const mean = (4 / 3) * Math.LN10;
    const sd = Math.sqrt(changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / 2);
    const room = Math.log(Number.MAX_VALUE) - Math.log(1e304) - 7 * Math.log(11);
    const share = normalShareBelow(room / (sd * Math.sqrt(7)));
    expect(Math.abs((band.counted.at(-1) ?? 0) - 10_000 * share)).toBeLessThan(
      4 * Math.sqrt(10_000 * share * (1 - share)),
    );
    expect((band.counted.at(-1) ?? 0) + (band.missing.at(-1) ?? 0)).toBe(10_000);
  });

  test("fall to zero and no further under a growth below −100 %", () => {
    const drivers = [driverOf(0, { kind: "normal", sd: 300 })];
    const [band] = answer(questionOf([rowOf("a", [100], GROWTH)], { drivers })).bands;
    expect(Math.min(...(band?.quantiles ?? []))).toBe(0);
  });
});

describe("correlated drivers", () => {
  // The variance of a sum of two N(0, 1) is 2 + 2ρ; that of a sample of n has the relative standard error √(2/n).
  test.each([-1, -0.5, 0, 0.8, 1])("move together as wanted: %f", (value) => {
    const draws = 50_000;
    const walk: Assumption = { method: "step", delta: 0, byYear: [] };
    const rows = [rowOf("a", [0], walk), rowOf("b", [0], walk), rowOf("c", [], formula("a + b"))];
    const one = { kind: "normal", sd: 1 } as const;
    const [band] = answer(
      questionOf(rows, {
        draws,
        drivers: [driverOf(0, one), driverOf(1, one)],
        correlations: [{ a: 0, b: 1, value }],
        bands: [2],
      }),
    ).bands;
    // In 2021, the year after the only observation; c has no observation and begins in 2020.
    const five = band?.quantiles.subarray(5, 10) ?? new Float64Array();
    const sd = ((five[4] ?? 0) - (five[0] ?? 0)) / (2 * 1.6448536269514722);
    expect(Math.abs(sd - Math.sqrt(2 + 2 * value))).toBeLessThan(0.03);
  });

  test("that cannot move together are refused", () => {
    const rows = ["a", "b", "c"].map((id) => rowOf(id, [1], GROWTH));
    const correlations = [
      { a: 0, b: 1, value: 0.9 },
      { a: 0, b: 2, value: 0.9 },
      { a: 1, b: 2, value: -0.9 },
    ];
    const error = refusal(questionOf(rows, { drivers: [0, 1, 2].map((at) => driverOf(at)), correlations }));
    expect(error).toMatchObject({ kind: "correlations-contradict", a: 2, b: 1, value: -0.9 });
  });
});
