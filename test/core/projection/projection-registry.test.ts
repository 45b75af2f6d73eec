import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GEOMETRIC, LINEAR } from "#core/path/path-shape.ts";
import type { OwnAssumption } from "#core/projection/assumption.ts";
import { checkAssumption, fillLanes, projectSeries } from "#core/projection/projection-registry.ts";

const known = [{ year: 2020, value: 100 }];
/** A straight line of 2 a year with one odd value. */
const bent = [
  { year: 2016, value: 10 },
  { year: 2017, value: 12 },
  { year: 2018, value: 14 },
  { year: 2019, value: 40 },
  { year: 2020, value: 18 },
];

const values = (points: typeof known, assumption: OwnAssumption, until = 2023) => {
  const result = projectSeries({ known: points, until }, assumption);
  return result.ok ? [...result.value] : result.error;
};
const near = (numbers: readonly number[]) =>
  numbers.map((each) => (Number.isNaN(each) ? each : (expect.closeTo(each, 9) as number)));

describe("a method of the registry", () => {
  test.each<[string, typeof known, OwnAssumption, readonly number[]]>([
    ["holds the last value", known, { method: "hold" }, [100, 100, 100]],
    // x_{t−1}·(1+g)
    ["grows", known, { method: "growth", rate: 10, byYear: [] }, [110, 121, 133.1]],
    [
      "grows by another rate in one year",
      known,
      { method: "growth", rate: 10, byYear: [{ year: 2022, value: 0 }] },
      [110, 110, 121],
    ],
    // x_{t−1} + Δ
    ["steps", known, { method: "step", delta: -5, byYear: [{ year: 2021, value: 1 }] }, [101, 96, 91]],
    // Theil–Sen: slopes between the five points have the median 2, so the odd value does not count.
    ["follows the median slope", bent, { method: "trend", fit: "theil-sen", damping: 1 }, [20, 22, 24]],
    // Half of the slope of 2 in the first year, a quarter in the second, an eighth in the third.
    [
      "damps the slope",
      bent.map(({ year, value }) => ({ year, value: year === 2019 ? 16 : value })),
      { method: "trend", fit: "damped", damping: 0.5 },
      [19, 19.5, 19.75],
    ],
    [
      "keeps the whole slope",
      bent.slice(0, 3),
      { method: "trend", fit: "damped", damping: 1 },
      [16, 18, 20, 22, 24],
    ],
    [
      "keeps none of the slope",
      bent.slice(0, 3),
      { method: "trend", fit: "damped", damping: 0 },
      Array(5).fill(14),
    ],
    // K/(1+e^(−r(t−t₀))) with K = 200 through 100: t₀ is 2020, so 200/(1+e^(−r·k)); with r = ln 2 that is 200/(1+2^−k).
    [
      "bends towards a ceiling",
      known,
      { method: "logistic", ceiling: 200, rate: Math.LN2 },
      [200 / 1.5, 200 / 1.25, 200 / 1.125],
    ],
    [
      "goes straight to a target and stays there",
      known,
      { method: "toTarget", shape: LINEAR, year: 2022, level: 140, held: [], aim: null },
      [120, 140, 140],
    ],
    [
      "spreads anew between held years",
      known,
      {
        method: "toTarget",
        shape: LINEAR,
        year: 2023,
        level: 160,
        held: [{ year: 2022, value: 110 }],
        aim: null,
      },
      [105, 110, 160],
    ],
    [
      "fills the gaps between typed values and none after them",
      known,
      { method: "series", values: [{ year: 2022, value: 120 }] },
      [110, 120, Number.NaN],
    ],
  ])("%s", (_what, points, assumption, expected) => {
    expect(values(points, assumption)).toEqual(near(expected));
  });

  // Far below the ceiling x_t = x_0·e^(rt); a ceiling of 10³¹⁸ times the last value must not run over.
  test("bends from next to nothing", () => {
    const start = [{ year: 2020, value: 1e-300 }];
    const path = values(start, { method: "logistic", ceiling: 1e18, rate: Math.LN2 });
    if (!Array.isArray(path)) throw new Error("no path");
    expect(path.map((value) => value / 1e-300)).toEqual(near([2, 4, 8]));
    const steep = values(start, { method: "logistic", ceiling: 1e18, rate: 20 }, 2100);
    expect(Array.isArray(steep) && steep.at(-1)).toBe(1e18);
  });

  // The milestones of Taishan's R&D intensity (its lines 122 and 141: 1.54 in 2015, 2.1 in 2017, 2.5 in 2020).
  test("takes a path through a milestone", () => {
    const path = values(
      [{ year: 2015, value: 1.54 }],
      {
        method: "toTarget",
        shape: GEOMETRIC,
        year: 2020,
        level: 2.5,
        held: [{ year: 2017, value: 2.1 }],
        aim: null,
      },
      2020,
    );
    const growth = (from: number, to: number, years: number) => (to / from) ** (1 / years);
    const early = growth(1.54, 2.1, 2);
    const late = growth(2.1, 2.5, 3);
    expect(path).toEqual(near([1.54 * early, 2.1, 2.1 * late, 2.1 * late ** 2, 2.5]));
  });

  test.each<[string, typeof known, OwnAssumption, object]>([
    ["no observation", [], { method: "hold" }, { kind: "no-observation" }],
    [
      "too few for a trend",
      bent.slice(0, 2),
      { method: "trend", fit: "linear", damping: 1 },
      { kind: "too-few-observations", needed: 3, found: 2 },
    ],
    [
      "a value of zero under a logarithm",
      [...bent.slice(0, 3), { year: 2021, value: 0 }],
      { method: "trend", fit: "log-linear", damping: 1 },
      { kind: "base-not-positive", value: 0 },
    ],
    [
      "a ceiling below the last value",
      known,
      { method: "logistic", ceiling: 90, rate: 0.1 },
      { kind: "ceiling-not-above-last", ceiling: 90, last: 100 },
    ],
    [
      "growth below −100 %",
      known,
      { method: "growth", rate: -101, byYear: [] },
      { kind: "out-of-range", name: "rate", value: -101 },
    ],
    [
      "growth of one year that is no number",
      known,
      { method: "growth", rate: 1, byYear: [{ year: 2021, value: Number.NaN }] },
      { kind: "out-of-range", name: "rate", value: Number.NaN },
    ],
    [
      "a target that is not ahead",
      known,
      { method: "toTarget", shape: LINEAR, year: 2020, level: 1, held: [], aim: null },
      { kind: "target-not-ahead", year: 2020 },
    ],
    [
      "a held year outside the path",
      known,
      {
        method: "toTarget",
        shape: LINEAR,
        year: 2022,
        level: 1,
        held: [{ year: 2022, value: 3 }],
        aim: null,
      },
      { kind: "path", error: { kind: "held-outside", year: 2022 } },
    ],
    ["no typed values", known, { method: "series", values: [] }, { kind: "no-typed-values" }],
  ])("says why there is no value: %s", (_what, points, assumption, error) => {
    expect(values(points, assumption)).toEqual(error);
  });

  test("writes only its own lanes, whatever it is fed", () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(0, -1, Number.NaN, Number.POSITIVE_INFINITY));
    const year = fc.integer({ min: 2010, max: 2035 });
    const point = fc.record({ year, value: number });
    const points = fc.array(point, { maxLength: 4 });
    const assumption = fc.oneof(
      fc.record({ method: fc.constant("hold" as const) }),
      fc.record({ method: fc.constant("growth" as const), rate: number, byYear: points }),
      fc.record({ method: fc.constant("step" as const), delta: number, byYear: points }),
      fc.record({
        method: fc.constant("trend" as const),
        fit: fc.constantFrom(
          "linear" as const,
          "log-linear" as const,
          "theil-sen" as const,
          "damped" as const,
        ),
        damping: number,
      }),
      fc.record({ method: fc.constant("logistic" as const), ceiling: number, rate: number }),
      fc.record({
        method: fc.constant("toTarget" as const),
        aim: fc.constant(null),
        shape: fc.constantFrom(LINEAR, GEOMETRIC),
        year,
        level: number,
        held: points,
      }),
      fc.record({ method: fc.constant("series" as const), values: points }),
    );
    fc.assert(
      fc.property(assumption, fc.integer({ min: 0, max: 5 }), (each, count) => {
        const lanes = new Float64Array(3 + 2 * count).fill(7);
        const ground = { known: bent, until: 2020 + count };
        const wrong =
          checkAssumption(ground, each) ??
          fillLanes(ground, each, { values: lanes, at: 2, stride: 2, count });
        const own = (lane: number) => wrong === null && lane >= 2 && lane % 2 === 0 && lane < 2 + 2 * count;
        expect([...lanes].filter((value, lane) => !own(lane) && value !== 7)).toEqual([]);
        if (wrong === null) expect([...lanes].filter((value, lane) => own(lane) && value === 7)).toEqual([]);
      }),
    );
  });
});
