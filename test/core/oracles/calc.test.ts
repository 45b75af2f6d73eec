import { describe, expect, test } from "vitest";
import { cumulativeGrowth } from "#core/path/cumulative-growth.ts";
import { requiredGrowth } from "#core/path/growth.ts";
import { pathBetween } from "#core/path/path.ts";
import { GEOMETRIC, LINEAR } from "#core/path/path-shape.ts";
import { goalSeek } from "#core/projection/analysis/goal-seek.ts";
import type { KnobParameter } from "#core/projection/analysis/knob.ts";
import type { OwnAssumption, TrendFit } from "#core/projection/assumption.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import { projectSeries } from "#core/projection/projection-registry.ts";
import { roundProjection } from "#core/scenario/round-projection.ts";
import table from "../../oracles/calc.json" with { type: "json" };
import { formulaOf, modelOf, planOf, seriesOf } from "../projection/engine/model-of.ts";

/** Calc writes 15 digits, and its fits over years around 2000 lose some. */
const DIGITS = 1e-9;
/** Calc stops seeking when it is near. */
const SOUGHT = 1e-6;

function expectNear(found: number, value: number, relative = DIGITS): void {
  expect(Math.abs(found - value)).toBeLessThanOrEqual(relative * Math.max(1e-6, Math.abs(value)));
}

const FITS: readonly TrendFit[] = ["linear", "log-linear", "theil-sen", "damped"];
const samples = new Map(Object.entries(table.samples));

/** The last of so many years after the points. */
function ahead(points: readonly { year: number; value: number }[], years: number, assumption: OwnAssumption) {
  const last = points.at(-1)?.year ?? 0;
  const path = projectSeries({ known: points, until: last + years }, assumption);
  if (!path.ok) throw new Error(path.error.kind);
  return path.value.at(-1) ?? Number.NaN;
}

describe(`as ${table.origin}: trends`, () => {
  test.each(FITS)("%s, over every sample", (fit) => {
    const cases = table.trends.filter((each) => each.fit === fit);
    expect(cases.length).toBeGreaterThan(10);
    for (const { sample, ahead: years, damping, value } of cases) {
      expectNear(ahead(samples.get(sample) ?? [], years, { method: "trend", fit, damping }), value);
    }
  });
});

describe(`as ${table.origin}: growth and paths`, () => {
  test.each(table.requiredGrowth)("required growth, $formula", ({ base, level, years, value }) => {
    const growth = requiredGrowth({ base, level, years, share: false });
    expectNear(growth.ok ? growth.value.rate : Number.NaN, value);
  });

  test.each(table.cumulativeGrowth)("growth by 累计法, $formula", ({ base, total, years, value }) => {
    const growth = cumulativeGrowth(base, total, years);
    // RATE stops iterating when it is near: it has −9e−10 where the rate is 0.
    expect(Math.abs((growth.ok ? growth.value : Number.NaN) - value)).toBeLessThan(1e-8);
  });

  test.each(table.paths)("a $shape path, $formula", ({ base, level, years, k, shape, value }) => {
    const ends = [
      { year: 0, value: base },
      { year: years, value: level },
    ] as const;
    const path = pathBetween(shape === "linear" ? LINEAR : GEOMETRIC, ...ends);
    expectNear(path.ok ? (path.value[k - 1] ?? Number.NaN) : Number.NaN, value);
  });

  test.each(table.growth)("growth, $formula", ({ last, rate, years, value }) => {
    expectNear(ahead([{ year: 2020, value: last }], years, { method: "growth", rate, byYear: [] }), value);
  });

  test.each(table.logistic)("the logistic curve, $formula", ({ last, ceiling, rate, years, value }) => {
    expectNear(ahead([{ year: 2020, value: last }], years, { method: "logistic", ceiling, rate }), value);
  });

  test.each(table.rounding)("rounding, $formula", ({ number, value }) => {
    expect((roundProjection(Float64Array.of(number), "levels")[0] ?? Number.NaN) + 0).toBe(value);
  });
});

describe(`as ${table.origin}: goal seek`, () => {
  const own = (last: number, assumption: OwnAssumption) =>
    modelOf([[seriesOf("a", [last]), planOf(assumption)]]);
  const models = {
    growth: own(1.54, { method: "growth", rate: 1, byYear: [] }),
    step: own(1.54, { method: "step", delta: 1, byYear: [] }),
    ceiling: own(61, { method: "logistic", ceiling: 100, rate: 0.3 }),
    ratio: modelOf([
      [seriesOf("a", [], "%"), formulaOf("rd / gdp × 100")],
      [seriesOf("rd", [2.3e8], "亿元"), planOf({ method: "growth", rate: 1, byYear: [] })],
      [seriesOf("gdp", [2.3e8 / 0.015], "亿元"), planOf({ method: "growth", rate: 8, byYear: [] })],
    ]),
  };
  const knobs: Record<keyof typeof models, [number, KnobParameter]> = {
    growth: [0, "rate"],
    step: [0, "delta"],
    ceiling: [0, "ceiling"],
    ratio: [1, "rate"],
  };

  test.each(["growth", "step", "ceiling", "ratio"] as const)("%s", (what) => {
    const goal = table.goals.find((each) => each.what === what);
    const [series, parameter] = knobs[what];
    const answer = goalSeek(new ProjectionEngine(models[what]), {
      cell: { series: 0, year: 2025, column: 0 },
      level: goal?.goal ?? Number.NaN,
      knob: { series, column: 0, parameter },
      low: what === "ceiling" ? 62 : -50,
      high: 200,
    });
    expectNear(answer.kind === "found" ? answer.setting : Number.NaN, goal?.setting ?? 0, SOUGHT);
  });
});
