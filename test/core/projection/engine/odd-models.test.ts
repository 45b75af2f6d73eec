import { describe, expect, test } from "vitest";
import type { Assumption } from "#core/projection/assumption.ts";
import type { ProjectionModel, SeriesPlan } from "#core/projection/engine/projection-model.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import { formulaOf, modelOf, planOf, seriesOf } from "./model-of.ts";

const hold = planOf({ method: "hold" });
const YEARS = [2020, 2021, 2022, 2023, 2024, 2025];

/** Every cell has a finite value or a reason; returns the values of a series in the last year. */
function lastValue(model: ProjectionModel, series: number, engine = new ProjectionEngine(model)): number {
  for (const at of model.series.keys()) {
    for (let column = 0; column < model.columns; column += 1) {
      for (let year = model.firstYear; year <= model.lastYear; year += 1) {
        const place = { series: at, year, column };
        expect(engine.explain(place) === null).toBe(Number.isFinite(engine.valueAt(place)));
      }
    }
  }
  return engine.valueAt({ series, year: model.lastYear, column: 0 });
}

/** v = `inner` put so many times into a formula, beside its value reckoned from the inside out. */
function nested(levels: number, wrap: (inner: string) => string, reckon: (inner: number) => number) {
  let [text, value] = ["a", 0.5];
  for (let level = 0; level < levels; level += 1) [text, value] = [wrap(text), reckon(value)];
  return { text, value };
}

describe("a deeply nested formula", () => {
  test.each([
    ["on the right of a product", 60, (x: string) => `a - a*(${x})`, (x: number) => 0.5 - 0.5 * x],
    [
      "on the right of a comparison, a sum and a product",
      63,
      (x: string) => `1<a+a*(${x})`,
      (x: number) => (1 < 0.5 + 0.5 * x ? 1 : 0),
    ],
    [
      "as the last part of a choice",
      63,
      (x: string) => `if(a<0,a,a<1+a*${x})`,
      (x: number) => (0.5 < 1 + 0.5 * x ? 1 : 0),
    ],
    [
      "as the second part of a maximum",
      63,
      (x: string) => `max(-a,a*${x})`,
      (x: number) => Math.max(-0.5, 0.5 * x),
    ],
  ])("%s is computed and leaves the constants of others alone", (_what, levels, wrap, reckon) => {
    const { text, value } = nested(levels, wrap, reckon);
    const model = modelOf([
      [seriesOf("a", [0.5]), hold],
      [seriesOf("x", []), formulaOf(text)],
      [seriesOf("y", []), formulaOf("a × 7 + 3")],
    ]);
    expect(lastValue(model, 1)).toBe(value);
    expect(lastValue(model, 2)).toBe(6.5);
  });
});

describe("an observation after the last year of a model", () => {
  const known = [2028, 2029, 2030].map((year, k) => ({ year, value: 1 + k }));
  const shocked = { ...planOf({ method: "step", delta: 1, byYear: [] }), clamp: true };
  const assumptions: readonly Assumption[] = [
    { method: "growth", rate: 1, byYear: [{ year: 2031, value: 4 }] },
    { method: "step", delta: 1, byYear: [{ year: 2024, value: 4 }] },
    { method: "trend", fit: "theil-sen", damping: 1 },
    { method: "logistic", ceiling: 9, rate: 1 },
    { method: "toTarget", shape: { kind: "linear" }, year: 2032, level: 5, held: [], aim: null },
    { method: "series", values: [{ year: 2022, value: 4 }] },
    { method: "formula", text: "b" },
  ];
  test.each([shocked, ...assumptions.map(planOf)])(
    "leaves nothing to project: $assumption.method",
    (plan) => {
      const late = { ...seriesOf("late", []), range: { min: 0, max: 1 }, known };
      expect(
        lastValue(
          modelOf([
            [late, plan],
            [seriesOf("b", [2]), hold],
          ]),
          1,
        ),
      ).toBe(2);
    },
  );
});

describe("a model", () => {
  test.each<[string, Partial<ProjectionModel>]>([
    ["without series", { series: [], plans: [] }],
    ["without columns", { columns: 0, plans: [[], []] }],
    ["whose years are the wrong way round", { firstYear: 2025, lastYear: 2020 }],
  ])("%s has no values and throws nothing", (_what, change) => {
    const list = [
      [seriesOf("a", [1]), hold],
      [seriesOf("b", []), formulaOf("a + prev(a) + at(a, 2020)")],
    ] as const;
    const model = { ...modelOf(list), ...change };
    const engine = new ProjectionEngine(model);
    expect(engine.valueAt({ series: 0, year: 2022, column: 0 })).toBeNaN();
    if (model.series.length > 0) expect(engine.setPlans(1, model.plans[1] ?? [])).toEqual([]);
  });

  test("has no cells outside its years", () => {
    const engine = new ProjectionEngine(
      modelOf([
        [seriesOf("a", [1]), hold],
        [seriesOf("b", []), formulaOf("a")],
      ]),
    );
    for (const series of [0, 1]) {
      for (const year of [2019, 2026, Number.NaN]) {
        expect(engine.explain({ series, year, column: 0 })).toEqual({ kind: "outside-years" });
      }
    }
  });

  test("does not guess which of two series with one id is meant", () => {
    const model = modelOf([
      [seriesOf("a", [1]), hold],
      [seriesOf("a", [2]), hold],
      [seriesOf("x", []), formulaOf("a")],
    ]);
    const gap = new ProjectionEngine(model).explain({ series: 2, year: 2025, column: 0 });
    expect(gap).toMatchObject({ kind: "formula", error: { kind: "ambiguous-name", name: "a" } });
  });

  test.each(["sum", "if", "上年", "亿元", "家", "2020", "1e5", "%", "-", "__proto__", "constructor"])(
    "reads %s in brackets as the name of a series",
    (name) => {
      const named = { ...seriesOf("z", [3]), names: [name] };
      expect(
        lastValue(
          modelOf([
            [named, hold],
            [seriesOf("x", []), formulaOf(`[${name}] + 1`)],
          ]),
          1,
        ),
      ).toBe(4);
    },
  );

  // When every name was compared with all before it, this took longer than a test may.
  test("with twenty thousand series of one name is computed in the time of a test", () => {
    const list = Array.from(
      { length: 20_000 },
      (_, k) => [{ ...seriesOf(`s${k}`, [1]), names: ["同名"] }, hold] as const,
    );
    expect(new ProjectionEngine(modelOf(list)).valueAt({ series: 19_999, year: 2025, column: 0 })).toBe(1);
  });

  test("computes a chain of 20 000 formulas, and marks 5 000 members of a cycle until it is cut", () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, k): readonly [ReturnType<typeof seriesOf>, SeriesPlan] =>
        k === 0 ? [seriesOf("s0", [1]), hold] : [seriesOf(`s${k}`, []), formulaOf(`s${k - 1} + 1`)],
    );
    const long = new ProjectionEngine(modelOf([...chain].reverse()));
    expect(long.valueAt({ series: 0, year: 2025, column: 0 })).toBe(20_000);
    const count = 5000;
    const ring = Array.from(
      { length: count },
      (_, k) => [seriesOf(`s${k}`, []), formulaOf(`s${(k + 1) % count} + 1`)] as const,
    );
    const engine = new ProjectionEngine(modelOf(ring));
    expect(engine.explain({ series: 7, year: 2025, column: 0 })).toMatchObject({ kind: "cycle" });
    const values = YEARS.map((year) => ({ year, value: 1 }));
    expect(engine.setPlans(0, [planOf({ method: "series", values })])).toHaveLength(count);
    expect(engine.valueAt({ series: 1, year: 2025, column: 0 })).toBe(count);
  });

  // 10^305 件 a person are 10^309 a 万人, which no number is.
  test("says of a value that runs over in base units that it is too large, not that it is missing", () => {
    const model = modelOf([
      [seriesOf("c", [1e305], "万件/人"), hold],
      [seriesOf("d", [], "万件/人"), formulaOf("c + c")],
    ]);
    const gap = new ProjectionEngine(model).explain({ series: 1, year: 2025, column: 0 });
    expect(gap).toMatchObject({ kind: "value", gap: { kind: "too-large" } });
  });
});
