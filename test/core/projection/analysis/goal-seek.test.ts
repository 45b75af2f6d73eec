import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { goalSeek } from "#core/projection/analysis/goal-seek.ts";
import { sensitivity } from "#core/projection/analysis/sensitivity.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import { formulaOf, modelOf, planOf, seriesOf } from "../engine/model-of.ts";

const grow = (rate: number) => planOf({ method: "growth", rate, byYear: [] });

/** R&D intensity from R&D expenditure (series 1) and GDP (series 2). */
const intensity = () =>
  new ProjectionEngine(
    modelOf([
      [seriesOf("强度", [], "%"), formulaOf("经费 / 产值 × 100")],
      [seriesOf("经费", [2e8], "亿元"), grow(10)],
      [seriesOf("产值", [100e8], "亿元"), grow(5)],
    ]),
  );
const cell = (series: number) => ({ series, year: 2025, column: 0 });
const rateOf = (series: number) => ({ series, column: 0, parameter: "rate" as const });

describe("goal seek", () => {
  // (L/b)^(1/n) − 1: from 100 to 161.051 in five years is 10 %.
  test("finds growth in closed form", () => {
    const engine = new ProjectionEngine(modelOf([[seriesOf("a", [100]), grow(3)]]));
    const answer = goalSeek(engine, { cell: cell(0), level: 161.051, knob: rateOf(0), low: -50, high: 50 });
    expect(answer).toMatchObject({ kind: "found", how: "closed-form" });
    expect(answer.kind === "found" && answer.setting).toBeCloseTo(10, 9);
    expect(engine.valueAt(cell(0))).toBeCloseTo(100 * 1.03 ** 5, 9);
  });

  test("finds a step and a ceiling in closed form", () => {
    const step = new ProjectionEngine(
      modelOf([[seriesOf("a", [40]), planOf({ method: "step", delta: 1, byYear: [] })]]),
    );
    const delta = { series: 0, column: 0, parameter: "delta" as const };
    expect(goalSeek(step, { cell: cell(0), level: 55, knob: delta, low: -10, high: 10 })).toEqual({
      kind: "found",
      setting: 3,
      value: 55,
      how: "closed-form",
    });
    const curve = new ProjectionEngine(
      modelOf([[seriesOf("a", [40]), planOf({ method: "logistic", ceiling: 100, rate: 0.4 })]]),
    );
    const ceiling = { series: 0, column: 0, parameter: "ceiling" as const };
    const answer = goalSeek(curve, { cell: cell(0), level: 70, knob: ceiling, low: 41, high: 1000 });
    expect(answer).toMatchObject({ kind: "found", how: "closed-form" });
    expect(answer.kind === "found" && answer.value).toBeCloseTo(70, 9);
  });

  // 2·(1+g)^5/1.05^5 = 3 asks for g = (1.5^(1/5))·1.05 − 1.
  test("searches through formulas", () => {
    const engine = intensity();
    const answer = goalSeek(engine, { cell: cell(0), level: 3, knob: rateOf(1), low: 0, high: 50 });
    expect(answer).toMatchObject({ kind: "found", how: "search" });
    expect(answer.kind === "found" && answer.setting).toBeCloseTo((1.5 ** 0.2 * 1.05 - 1) * 100, 9);
  });

  test("says what the ends of the range give when the level is not reachable", () => {
    const answer = goalSeek(intensity(), { cell: cell(0), level: 9, knob: rateOf(1), low: 0, high: 5 });
    expect(answer.kind).toBe("not-reachable");
    if (answer.kind !== "not-reachable") return;
    expect(answer.low.value).toBeCloseTo(2 / 1.05 ** 5, 9);
    expect(answer.high.value).toBeCloseTo(2, 9);
    expect(answer.nearest.setting).toBe(5);
  });

  test("does not take a jump over the level for a solution", () => {
    const engine = new ProjectionEngine(
      modelOf([
        [seriesOf("jump", []), formulaOf("if(a > 100, 10, 1)")],
        [seriesOf("a", [100]), grow(-1)],
      ]),
    );
    expect(goalSeek(engine, { cell: cell(0), level: 5, knob: rateOf(1), low: -5, high: 5 }).kind).toBe(
      "not-reachable",
    );
  });

  const step = (delta: number) => planOf({ method: "step", delta, byYear: [] });
  const stepOf = (series: number) => ({ series, column: 0, parameter: "delta" as const });
  const seekStep = (text: string, base: number, level: number, end: number) =>
    goalSeek(
      new ProjectionEngine(
        modelOf([
          [seriesOf("b", []), formulaOf(text)],
          [seriesOf("a", [base]), step(0)],
        ]),
      ),
      {
        cell: cell(0),
        level,
        knob: stepOf(1),
        low: -end,
        high: end,
      },
    );

  // Base and five steps: setting = (a − base)/5, where the formula turned around gives a.
  test.each([
    ["a level of nano size", "a × 1", 3e-9, 1e-9, 2e-8, (1e-9 - 3e-9) / 5],
    ["a level of a million millions", "a × 3", 1e12, 4.2e12, 1e12, 0.4e12 / 5],
    ["zero from far away", "a × 1.1", 1e12, 0, 1e12, -2e11],
    ["behind a jump over the level", "if(a < 80, 30, a - 70)", 100, 22.2, 10, (92.2 - 100) / 5],
    [
      "between the last look without a value and the first with one",
      "ln(a)",
      1,
      -5,
      1,
      (Math.exp(-5) - 1) / 5,
    ],
  ])("finds %s", (_what, text, base, level, end, setting) => {
    const answer = seekStep(text, base, level, end);
    expect(answer.kind).toBe("found");
    if (answer.kind !== "found") return;
    expect(answer.setting / setting).toBeCloseTo(1, 9);
    expect(Math.abs(answer.value - level)).toBeLessThanOrEqual(1e-10 * Math.max(level, base));
  });

  test("is not content with nearly the level where the level is tiny", () => {
    expect(seekStep("max(a, 0.95 × at(a, 2020))", 1e-9, 0.9e-9, 1e-9).kind).toBe("not-reachable");
  });

  test("does not take a high jump for a steep slope", () => {
    expect(seekStep("if(a > 100.5, 10 ^ 12, 1)", 100, 5, 10).kind).toBe("not-reachable");
  });

  test("finds a level that is reached at an end of the range alone, and everywhere where nothing moves", () => {
    expect(seekStep("a × 1", 100, 150, 10)).toMatchObject({ kind: "found", setting: 10, value: 150 });
    expect(seekStep("a × 1", 100, 50, 10)).toMatchObject({ kind: "found", setting: -10, value: 50 });
    expect(seekStep("a × 0 + 7", 100, 7, 10)).toMatchObject({ kind: "found", setting: -10, value: 7 });
    expect(seekStep("a × 0 + 7", 100, 8, 10)).toMatchObject({ kind: "not-reachable", nearest: { value: 7 } });
  });

  test("steps to nothing in closed form, whatever the base rounds to", () => {
    const engine = new ProjectionEngine(modelOf([[seriesOf("a", [1e12 + 0.1]), step(0)]]));
    const answer = goalSeek(engine, { cell: cell(0), level: 0, knob: stepOf(0), low: -1e12, high: 1e12 });
    expect(answer).toMatchObject({ kind: "found", how: "closed-form" });
  });

  test.each([
    ["a range without end", { low: Number.NEGATIVE_INFINITY }, { kind: "empty-range" }],
    [
      "a knob that the method does not have",
      { knob: { series: 0, column: 0, parameter: "ceiling" as const } },
      { kind: "no-such-knob" },
    ],
    ["a range that is upside down", { low: 5, high: 0 }, { kind: "empty-range" }],
    ["a range that is no number", { low: Number.NaN }, { kind: "empty-range" }],
    ["a cell before the observation", { cell: { series: 0, year: 2019, column: 0 } }, { kind: "no-value" }],
  ])("refuses %s", (_what, change, expected) => {
    const engine = new ProjectionEngine(modelOf([[seriesOf("a", [100]), grow(3)]]));
    const request = { cell: cell(0), level: 120, knob: rateOf(0), low: -50, high: 50, ...change };
    expect(goalSeek(engine, request)).toMatchObject(expected);
  });

  test("its answer reproduces the level, and the engine is as before", () => {
    const engine = intensity();
    const before = engine.evaluation.memory.values.slice();
    fc.assert(
      fc.property(fc.constantFrom(1, 2), fc.double({ min: 0.5, max: 6, noNaN: true }), (series, level) => {
        const answer = goalSeek(engine, { cell: cell(0), level, knob: rateOf(series), low: -30, high: 60 });
        if (answer.kind === "found") expect(answer.value).toBeCloseTo(level, 9);
        else expect(answer.kind).toBe("not-reachable");
        const values = engine.evaluation.memory.values;
        expect(values.slice(0, 3 * 6)).toEqual(before.slice(0, 3 * 6));
      }),
    );
  });
});

test("sensitivity turns one knob at a time and puts the strongest first", () => {
  const engine = intensity();
  const effects = sensitivity(engine, cell(0), [
    { knob: rateOf(2), low: 4, high: 6 },
    { knob: rateOf(1), low: 5, high: 15 },
    { knob: { series: 0, column: 0, parameter: "ceiling" }, low: 1, high: 2 },
  ]);
  const value = (expenditure: number, output: number) =>
    (2 * (1 + expenditure / 100) ** 5) / (1 + output / 100) ** 5;
  expect(effects.map(({ range }) => range.knob.series)).toEqual([1, 2, 0]);
  expect(effects[0]?.low.value).toBeCloseTo(value(5, 5), 9);
  expect(effects[0]?.high.value).toBeCloseTo(value(15, 5), 9);
  expect(effects[1]?.low.value).toBeCloseTo(value(10, 4), 9);
  expect(effects[2]?.spread).toBe(0);
  expect(engine.valueAt(cell(0))).toBeCloseTo(value(10, 5), 9);
});
