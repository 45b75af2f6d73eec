import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SeriesPlan } from "#core/projection/engine/projection-model.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import { formulaOf, modelOf, planOf, seriesOf } from "./model-of.ts";

const YEARS = [2020, 2021, 2022, 2023, 2024, 2025];
const hold = planOf({ method: "hold" });
const grow = (rate: number) => planOf({ method: "growth", rate, byYear: [] });

const rowOf = (engine: ProjectionEngine, series: number, column = 0) =>
  YEARS.map((year) => Number(engine.valueAt({ series, year, column }).toFixed(6)));
const gap = (engine: ProjectionEngine, series: number, year = 2025, column = 0) =>
  engine.explain({ series, year, column });

describe("the engine", () => {
  // R&D intensity from R&D expenditure and GDP: 2 % of 100 亿元 with both growing, 2·1.2^k/1.1^k.
  test("computes a ratio of two growing series in its own unit", () => {
    const engine = new ProjectionEngine(
      modelOf([
        [seriesOf("intensity", [], "%"), formulaOf("rd / gdp × 100")],
        [seriesOf("rd", [2e8], "亿元"), grow(20)],
        [seriesOf("gdp", [100e8], "亿元"), grow(10)],
      ]),
    );
    expect(rowOf(engine, 0)).toEqual(YEARS.map((_, k) => Number((2 * (1.2 / 1.1) ** k).toFixed(6))));
  });

  test("keeps observations and computes a formula after them only", () => {
    const engine = new ProjectionEngine(
      modelOf([
        [seriesOf("a", [1, Number.NaN, 5]), formulaOf("b × 10")],
        [seriesOf("b", [1, 2, 3]), hold],
      ]),
    );
    expect(rowOf(engine, 0)).toEqual([1, Number.NaN, 5, 30, 30, 30]);
    expect(gap(engine, 0, 2021)).toEqual({ kind: "not-observed" });
  });

  // 100 in 2017 with 10 % a year is 146.41 in 2021; what lies outside the years of a model must not reach other series.
  test("goes on from an observation before its first year, and leaves those after its last alone", () => {
    const early = { ...seriesOf("early", []), known: [{ year: 2017, value: 100 }] };
    const late = { ...seriesOf("late", []), known: [{ year: 2027, value: 7 }] };
    const engine = new ProjectionEngine(
      modelOf([
        [seriesOf("a", [1]), hold],
        [early, grow(10)],
        [late, hold],
        [seriesOf("b", [2]), hold],
      ]),
    );
    expect(rowOf(engine, 0)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(rowOf(engine, 1).slice(0, 2)).toEqual([133.1, 146.41]);
    expect(rowOf(engine, 2)).toEqual(Array(6).fill(Number.NaN));
    expect(rowOf(engine, 3)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(gap(engine, 2)).toEqual({ kind: "not-observed" });
  });

  test("computes steps, growth and values held by columns of their own, and shocks beside them", () => {
    const step = planOf({ method: "step", delta: 2, byYear: [] });
    const pushed = { ...step, shocks: [{ kind: "add", from: 2022, to: 2022, amount: 5 } as const] };
    const engine = new ProjectionEngine(
      modelOf(
        [
          [seriesOf("a", [10]), step, hold],
          [seriesOf("b", [10]), step, pushed],
          [seriesOf("c", [10]), step, step],
        ],
        2,
      ),
    );
    expect(rowOf(engine, 0, 0)).toEqual([10, 12, 14, 16, 18, 20]);
    expect(rowOf(engine, 0, 1)).toEqual([10, 10, 10, 10, 10, 10]);
    expect(rowOf(engine, 1, 1)).toEqual([10, 12, 19, 16, 18, 20]);
    expect(rowOf(engine, 2, 1)).toEqual([10, 12, 14, 16, 18, 20]);
    expect(engine.setPlans(2, [step, hold])).toEqual([2]);
    expect(engine.setPlans(2, [step, hold])).toEqual([]);
    expect(rowOf(engine, 2, 1)).toEqual([10, 10, 10, 10, 10, 10]);
    expect(engine.setPlans(2, [formulaOf("a"), hold])).toEqual([]);
    expect(engine.setPlans(2, [formulaOf("a × 2"), hold])).toEqual([2]);
    expect(engine.setPlans(2, [grow(-100), grow(100)])).toEqual([2]);
    expect(rowOf(engine, 2, 0)).toEqual([10, 0, 0, 0, 0, 0]);
    expect(rowOf(engine, 2, 1)).toEqual([10, 20, 40, 80, 160, 320]);
  });

  test("walks series that need each other's year before year by year", () => {
    const engine = new ProjectionEngine(
      modelOf([
        [seriesOf("young", [10]), formulaOf("prev(old) / 2")],
        [seriesOf("old", [20]), formulaOf("prev(young) + prev(old) / 2")],
      ]),
    );
    // By hand: young 10 20/2…, old 20 10+10…
    expect(rowOf(engine, 0).slice(0, 4)).toEqual([10, 10, 10, 10]);
    expect(rowOf(engine, 1).slice(0, 4)).toEqual([20, 20, 20, 20]);
    const fibonacci = new ProjectionEngine(
      modelOf([[seriesOf("f", [1, 1]), formulaOf("prev(f) + prev(f, 2)")]]),
    );
    expect(rowOf(fibonacci, 0)).toEqual([1, 1, 2, 3, 5, 8]);
  });

  test("marks the members of a cycle, computes the rest, and heals when the cycle is cut", () => {
    const model = modelOf([
      [seriesOf("a", []), formulaOf("b + 1")],
      [seriesOf("b", []), formulaOf("a + 1")],
      [seriesOf("c", []), formulaOf("a × 2")],
      [seriesOf("d", [3]), hold],
    ]);
    const engine = new ProjectionEngine(model);
    expect(gap(engine, 0)).toEqual({ kind: "cycle", members: [0, 1] });
    expect(gap(engine, 2)).toEqual({ kind: "needs", series: 0, year: 2025 });
    expect(rowOf(engine, 3)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(engine.setPlans(1, [formulaOf("d")])).toEqual([1, 0, 2]);
    expect(rowOf(engine, 2)).toEqual([8, 8, 8, 8, 8, 8]);
    expect(engine.setPlans(1, [formulaOf("a")])).toEqual([0, 1, 2].sort((x, y) => x - y));
    expect(gap(engine, 1)).toEqual({ kind: "cycle", members: [0, 1] });
  });

  test("takes a cycle of all columns together for none where no column has one", () => {
    const model = modelOf(
      [
        [seriesOf("a", [1]), formulaOf("b + 1"), grow(0)],
        [seriesOf("b", [5]), grow(0), formulaOf("a + 1")],
      ],
      2,
    );
    const engine = new ProjectionEngine(model);
    expect(rowOf(engine, 0, 0)).toEqual([1, 6, 6, 6, 6, 6]);
    expect(rowOf(engine, 1, 1)).toEqual([5, 2, 2, 2, 2, 2]);
  });

  test("pushes by shocks after the method and before formulas that use the series", () => {
    const shocked: SeriesPlan = {
      ...hold,
      shocks: [
        { kind: "multiply", from: 2022, to: 2023, amount: 0.5 },
        { kind: "add", from: 2023, to: 2023, amount: 1 },
      ],
    };
    const engine = new ProjectionEngine(
      modelOf([
        [seriesOf("a", [10]), shocked],
        [seriesOf("b", []), formulaOf("a × 2")],
      ]),
    );
    expect(rowOf(engine, 0)).toEqual([10, 10, 5, 6, 10, 10]);
    expect(rowOf(engine, 1)).toEqual([20, 20, 10, 12, 20, 20]);
  });

  test("keeps a share in its range only where the plan says so", () => {
    const share = { ...seriesOf("s", [90], "%"), range: { min: 0, max: 100 } };
    const engine = new ProjectionEngine(modelOf([[share, grow(10), { ...grow(10), clamp: true }]], 2));
    expect(rowOf(engine, 0, 0)[2]).toBe(108.9);
    expect(rowOf(engine, 0, 1)[2]).toBe(100);
  });

  test.each<[string, SeriesPlan, object]>([
    ["no observation to hold", hold, { kind: "projection", error: { kind: "no-observation" } }],
    ["an unknown name", formulaOf("x"), { kind: "formula", text: "x", error: { kind: "unknown-name" } }],
    ["a division by zero", formulaOf("1 / (z - z)"), { kind: "value", gap: { kind: "divided-by-zero" } }],
    [
      "a look back beyond the first year",
      formulaOf("prev(z, 5) + prev(e)"),
      { kind: "needs", series: 0, year: 2024 },
    ],
    ["a number that runs over", formulaOf("exp(z × 1000)"), { kind: "value", gap: { kind: "too-large" } }],
  ])("says why there is no value: %s", (_what, plan, expected) => {
    const engine = new ProjectionEngine(
      modelOf([
        [seriesOf("e", []), plan],
        [seriesOf("z", [1]), hold],
      ]),
    );
    expect(gap(engine, 0)).toMatchObject(expected);
    expect(rowOf(engine, 1)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

const COUNT = 5;
const names = Array.from({ length: COUNT }, (_, at) => `s${at}`);
const anyName = fc.constantFrom(...names);
const number = fc.double({ min: -50, max: 50, noNaN: true });
const anyPlan = fc.oneof(
  number.map(grow),
  number.map((delta) => planOf({ method: "step", delta, byYear: [] })),
  fc.tuple(anyName, anyName).map(([a, b]) => formulaOf(`${a} + prev(${b}) / 2`)),
  fc.tuple(anyName, anyName).map(([a, b]) => formulaOf(`${a} / ${b} + 1.5`)),
  fc.tuple(anyName, anyName).map(([a, b]) => formulaOf(`at(${a}, 2022) - ${b}`)),
  anyName.map((a) => formulaOf(`prev(${a}) × 1.1`)),
  fc
    .tuple(anyName, anyName)
    .map(([a, b]) => formulaOf(`if(${a} > prev(${b}, 2), ${a} / 2, min(${b}, at(${a}, 2021)))`)),
  fc.tuple(anyName, anyName, number).map(
    ([a, b, amount]): SeriesPlan => ({
      ...formulaOf(`prev(${a}) × 1.2 + ${b} / 3`),
      shocks: [{ kind: "multiply", from: 2021, to: 2024, amount }],
      clamp: true,
    }),
  ),
  number.map((rate): SeriesPlan => ({ ...grow(rate), clamp: true })),
  fc.constantFrom(
    formulaOf("nobody"),
    planOf({ method: "series", values: [] }),
    planOf({ method: "trend", fit: "theil-sen", damping: 1 }),
    planOf({ method: "logistic", ceiling: 40, rate: 0.3 }),
  ),
  fc.tuple(number, number).map(
    ([rate, amount]): SeriesPlan => ({
      ...grow(rate),
      shocks: [{ kind: "add", from: 2022, to: 2023, amount }],
    }),
  ),
);
const anyPlans = fc.oneof(
  anyPlan.map((plan) => [plan, plan]),
  fc.tuple(anyPlan, anyPlan).map(([a, b]) => [a, b]),
);
const known = fc.array(fc.oneof(number, fc.constantFrom(0, Number.NaN)), { maxLength: 3 });

test("after any edits the values are those of the whole model computed anew, bit for bit, and every gap has a reason", () => {
  fc.assert(
    fc.property(
      fc.array(known, { minLength: COUNT, maxLength: COUNT }),
      fc.array(anyPlans, { minLength: COUNT, maxLength: COUNT }),
      fc.array(fc.tuple(fc.nat({ max: COUNT - 1 }), anyPlans), { maxLength: 6 }),
      (observed, plans, edits) => {
        const ranges = [null, { min: -20, max: 60 }, { min: null, max: 5 }];
        const series = names.map((name, at) => ({
          ...seriesOf(name, observed[at] ?? []),
          range: ranges[at % 3] ?? null,
        }));
        const current = plans.map((each) => [...each]);
        const model = (): Parameters<typeof modelOf>[0] =>
          series.map((each, at) => [each, ...(current[at] ?? [])] as const);
        const engine = new ProjectionEngine(modelOf(model(), 2));
        for (const [at, each] of edits) {
          const before = names.map((_, slot) => [rowBits(engine, slot, 0), rowBits(engine, slot, 1)]);
          current[at] = [...each];
          const changed = engine.setPlans(at, each);
          const whole = new ProjectionEngine(modelOf(model(), 2));
          names.forEach((_, slot) => {
            const now = [rowBits(engine, slot, 0), rowBits(engine, slot, 1)];
            expect(now).toEqual([rowBits(whole, slot, 0), rowBits(whole, slot, 1)]);
            expect(changed.includes(slot)).toBe(JSON.stringify(now) !== JSON.stringify(before[slot]));
          });
        }
        for (const column of [0, 1]) {
          for (const year of YEARS) {
            names.forEach((_, slot) => {
              const value = engine.valueAt({ series: slot, year, column });
              expect(Number.isNaN(value) || Number.isFinite(value)).toBe(true);
              expect(engine.explain({ series: slot, year, column }) === null).toBe(Number.isFinite(value));
            });
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

/** Values with the sign of zero, as text. */
function rowBits(engine: ProjectionEngine, series: number, column: number): readonly string[] {
  return YEARS.map((year) => {
    const value = engine.valueAt({ series, year, column });
    return Object.is(value, -0) ? "-0" : String(value);
  });
}
