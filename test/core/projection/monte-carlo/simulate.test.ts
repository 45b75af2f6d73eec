import { describe, expect, test } from "vitest";
import type { Assumption } from "#core/projection/assumption.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import { BAND_PERCENTS } from "#core/projection/monte-carlo/band.ts";
import { drawPart } from "#core/projection/monte-carlo/draw-part.ts";
import { NormalStore } from "#core/projection/monte-carlo/normal-store.ts";
import { prepareSimulation } from "#core/projection/monte-carlo/prepare-simulation.ts";
import { simulate } from "#core/projection/monte-carlo/simulate.ts";
import type { SimulationQuestion } from "#core/projection/monte-carlo/simulation-question.ts";
import { summariseDraws } from "#core/projection/monte-carlo/summarise-draws.ts";
import { answer, driverOf, finish, GROWTH, questionOf, refusal, rowOf } from "./question-of.ts";

const HISTORY = [100, 108, 115, 127, 140, 150];
const STEP: Assumption = { method: "step", delta: 3, byYear: [{ year: 2027, value: 10 }] };
const formula = (text: string): Assumption => ({ method: "formula", text });
const historical = { kind: "historical" } as const;

/** Rows that use every part of a simulation: two correlated drivers, formulas with lags, a shock, a share kept in range. */
const RICH: SimulationQuestion = questionOf(
  [
    rowOf("a", HISTORY, GROWTH),
    rowOf("b", [10, 11], STEP, { shocks: [{ kind: "multiply", from: 2025, to: 2026, amount: 0.5 }] }),
    rowOf("c", [], formula("a / b + prev(a) / 100")),
    rowOf("d", [20], formula("prev(d) × 1.01 + c")),
  ],
  {
    draws: 1500,
    drivers: [driverOf(0, historical), driverOf(1)],
    correlations: [{ a: 0, b: 1, value: 0.6 }],
    bands: [0, 1, 2, 3],
    targets: [
      { series: 3, target: { form: "atLeast", ...level(200) }, year: 2030, base: null, direction: "higher" },
      { series: 0, target: { form: "atLeast", ...level(190) }, year: 2028, base: null, direction: "higher" },
    ],
  },
);

function level(value: number) {
  return { level: { value, unit: "", decimals: null }, wording: "reach" as const };
}

/** The answer when the blocks are shared out at these places, in this order of computing. */
function answerIn(question: SimulationQuestion, cuts: readonly number[], backwards: boolean) {
  const prepared = prepareSimulation(question);
  if (!prepared.ok) throw new Error("a good question");
  const ends = [...cuts, prepared.value.blocks];
  const ranges = ends.map((to, at) => ({ from: at === 0 ? 0 : (ends[at - 1] ?? 0), to }));
  const parts = (backwards ? ranges.toReversed() : ranges).map((range) =>
    // A store of its own, as every worker has.
    finish(drawPart(prepared.value, range, new NormalStore(range.from))),
  );
  return finish(summariseDraws(prepared.value, parts));
}

describe("a simulation", () => {
  test("is the same bit for bit however its blocks are shared out", () => {
    const whole = answer(RICH);
    for (const cuts of [[], [1], [3], [2, 4], [1, 2, 3, 4, 5]]) {
      expect(answerIn(RICH, cuts, false)).toEqual(whole);
      expect(answerIn(RICH, cuts, true)).toEqual(whole);
    }
  });

  test("refuses parts that leave a block out or hold one twice", () => {
    const prepared = prepareSimulation(RICH);
    if (!prepared.ok) throw new Error("a good question");
    const part = (from: number, to: number) =>
      finish(drawPart(prepared.value, { from, to }, new NormalStore()));
    for (const parts of [[], [part(0, 3)], [part(0, 3), part(4, 6)], [part(0, 3), part(2, 6)]]) {
      expect(() => finish(summariseDraws(prepared.value, parts))).toThrow(RangeError);
    }
  });

  test("gives another seed other draws, and more draws the same first ones", () => {
    const quantiles = (rest: Partial<SimulationQuestion>) => answer({ ...RICH, ...rest }).bands[2]?.quantiles;
    expect(quantiles({ seed: 1 })).not.toEqual(quantiles({}));
    expect(quantiles({})).toEqual(quantiles({}));
    const first = (draws: number) => answer({ ...RICH, draws }).attainments[0]?.convergence.slice(0, 2);
    expect(first(5000)).toEqual(first(600)?.slice(0, 2));
  });

  test("gives a driver the same draws whatever else is uncertain", () => {
    const rows = [rowOf("a", HISTORY, GROWTH), rowOf("b", [10], STEP)];
    const alone = answer(questionOf(rows)).bands;
    const second = answer(questionOf(rows, { drivers: [driverOf(1), driverOf(0)] })).bands;
    expect(second).toEqual(alone);
  });

  test("with no uncertainty is the engine's own projection", () => {
    const certain = { kind: "normal", sd: 0 } as const;
    const question = { ...RICH, drivers: [driverOf(0, certain), driverOf(1, certain)] };
    const engine = new ProjectionEngine(question.model);
    for (const { series, firstYear, quantiles } of answer(question).bands) {
      const expected = Array.from(quantiles, (_, at) =>
        engine.valueAt({ series, year: firstYear + Math.floor(at / BAND_PERCENTS.length), column: 0 }),
      );
      expect(quantiles.length).toBe(expected.length);
      for (const [at, value] of expected.entries()) {
        if (Number.isNaN(value)) expect(quantiles[at]).toBeNaN();
        else expect(quantiles[at]).toBeCloseTo(value, 8);
      }
    }
  });

  test("computes many series a few columns at a time with the same result", () => {
    const rows = [rowOf("a", HISTORY, GROWTH), rowOf("b", [], formula("a × 2"))];
    const padding = Array.from({ length: 3000 }, (_, at) => rowOf(`p${at}`, [1], { method: "hold" }));
    const rest = { bands: [0, 1], draws: 300 };
    expect(answer(questionOf([...rows, ...padding], rest))).toEqual(answer(questionOf(rows, rest)));
  });

  test("draws from an observation before the first year of the model", () => {
    const rows = [rowOf("a", [], GROWTH), rowOf("b", [], formula("a × 1"))];
    const early = rows.map(
      ([series, plan], at) =>
        [at === 0 ? { ...series, known: [{ year: 2017, value: 100 }] } : series, plan] as const,
    );
    const { bands } = answer(
      questionOf(early, { drivers: [driverOf(0, { kind: "normal", sd: 0 })], bands: [0, 1] }),
    );
    // 100·1.08³ in 2020.
    for (const { firstYear, quantiles } of bands) {
      expect(firstYear).toBe(2020);
      expect(quantiles.length).toBe(11 * BAND_PERCENTS.length);
      expect(quantiles[2]).toBeCloseTo(100 * 1.08 ** 3, 9);
    }
  });
});

describe("a question that has no answer says why", () => {
  const rows = [rowOf("a", HISTORY, GROWTH), rowOf("b", [0], GROWTH)];
  test.each<[string, Partial<SimulationQuestion>, unknown]>([
    ["no draws", { draws: 0 }, { kind: "draws-out-of-range", draws: 0, min: 100, max: 1_000_000 }],
    ["one draw", { draws: 1 }, { kind: "draws-out-of-range", draws: 1, min: 100, max: 1_000_000 }],
    ["half a draw", { draws: 100.5 }, { kind: "draws-out-of-range", draws: 100.5, min: 100, max: 1_000_000 }],
    ["NaN draws", { draws: NaN }, { kind: "draws-out-of-range", draws: NaN, min: 100, max: 1_000_000 }],
    ["a broken seed", { seed: -1 }, { kind: "seed-out-of-range", seed: -1 }],
    ["a series that is not there", { bands: [2] }, { kind: "unknown-series", series: 2 }],
    ["a driver twice", { drivers: [driverOf(0), driverOf(0)] }, { kind: "driver-twice", series: 0 }],
    [
      "more than fits",
      { draws: 1_000_000, bands: Array<number>(7).fill(0) },
      { kind: "too-large", numbers: 35_000_000, max: 2 ** 25 },
    ],
    [
      "a driver of nothing",
      { drivers: [driverOf(0), driverOf(1)] },
      {
        kind: "driver",
        driver: 1,
        error: { kind: "projection", error: { kind: "base-not-positive", value: 0 } },
      },
    ],
  ])("%s", (_, rest, error) => {
    expect(refusal(questionOf(rows, rest))).toEqual(error);
  });
});

describe("the steps of a simulation", () => {
  test("tell the draws that are done, and are short", () => {
    const steps = simulate(RICH, new NormalStore());
    const done: number[] = [];
    for (let step = steps.next(); step.done !== true; step = steps.next()) done.push(step.value.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBe(RICH.draws);
    // A step for each block of the six, and one for each year of each band.
    expect(done.length).toBeGreaterThan(6);
  });

  test("may use the room of an earlier question", () => {
    const store = new NormalStore();
    answer({ ...RICH, draws: 4000, seed: 3 }, store);
    expect(answer(RICH, store)).toEqual(answer(RICH));
    expect(answer(RICH, store)).toEqual(answer(RICH));
  });

  test("leave nothing behind when they are given up", () => {
    const store = new NormalStore();
    const steps = simulate(RICH, store);
    steps.next();
    expect(answer(RICH, store)).toEqual(answer(RICH));
  });
});
