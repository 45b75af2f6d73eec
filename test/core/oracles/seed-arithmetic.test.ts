import { describe, expect, test } from "vitest";
import { levelOf } from "#core/indicator/evaluate-target.ts";
import { parseTarget } from "#core/indicator/parse-target.ts";
import { parseUnit } from "#core/indicator/unit.ts";
import { cumulativeGrowth, cumulativeSum } from "#core/path/cumulative-growth.ts";
import { requiredGrowth } from "#core/path/growth.ts";
import { year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import { planModel } from "#core/scenario/plan-model.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";
import { RATES, RISES, TECHNICAL_UPGRADE } from "../../oracles/seed-arithmetic.ts";
import { scenario, treeOf } from "../scenario/arbitraries.ts";

const digitsOf = (value: number) => String(value).split(".")[1]?.length ?? 0;

describe("the documents' own arithmetic", () => {
  test.each(RISES)("$quote ($file, line $line)", ({ indicator, kind, by, later, earlier, ...rise }) => {
    const [id = ""] = indicator.split("/");
    const plan = seedPlan(id);
    const row = plan.indicators.findIndex((each) => each.id === indicator);
    const unit = plan.indicators[row]?.unit ?? "";
    expect(observationAt(plan.observations, row, year(rise.year))?.value).toBe(
      earlier * parseUnit(unit).factor,
    );
    // The later value comes back, as exactly as the earlier one is printed.
    const moves = {
      units: { method: "step", delta: by * parseUnit(unit).factor, byYear: [] },
      percent: { method: "growth", rate: by, byYear: [] },
      times: { method: "growth", rate: (by - 1) * 100, byYear: [] },
    } as const;
    const known = [{ year: rise.year, value: earlier * parseUnit(unit).factor }];
    const engine = new ProjectionEngine({
      firstYear: rise.year,
      lastYear: rise.year + 1,
      columns: 1,
      series: [{ id: indicator, names: [], unit, range: null, known }],
      plans: [[{ assumption: moves[kind], shocks: [], clamp: false }]],
    });
    const found = engine.valueAt({ series: 0, year: rise.year + 1, column: 0 }) / parseUnit(unit).factor;
    const slack = kind === "units" ? 1e-9 : (0.5 / 10 ** digitsOf(earlier)) * (later / earlier);
    expect(Math.abs(found - later)).toBeLessThanOrEqual(slack);
  });

  test.each(RATES)("$quote ($file, line $line): $percent % a year", ({ base, level, years, percent }) => {
    const growth = requiredGrowth({ base, level, years, share: false });
    expect(growth.ok ? Number((growth.value.rate * 100).toFixed(1)) : null).toBe(percent);
  });

  test("研发经费年均增幅达 12% leads from 78.57亿元 to what the row of rates says (Jiangmen)", () => {
    const target = parseTarget("年均增长12%", "亿元", "higher");
    if (!target.ok) throw new Error(target.error.kind);
    const level = levelOf(target.value, { year: 2020, value: 78.57e8 }, 2025);
    expect(level.ok ? level.value.level / 1e8 : null).toBeCloseTo(78.57 * 1.12 ** 5, 9);
    expect(Number((78.57 * 1.12 ** 5).toFixed(3))).toBe(RATES.at(-1)?.level);
  });

  test(`${TECHNICAL_UPGRADE.quote}: the base follows`, () => {
    const { base, percent, total, years } = TECHNICAL_UPGRADE;
    expect(cumulativeSum(base, percent / 100, years)).toBeCloseTo(total, 3);
    const growth = cumulativeGrowth(base, total, years);
    expect(growth.ok ? growth.value * 100 : null).toBeCloseTo(percent, 3);
  });

  test("a model of the plan holds what follows from its statements: Enping's R&D intensity of 2010", () => {
    const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));
    const { model } = planModel(seedPlan("enping-13"), concepts, treeOf([scenario("基准", null)]));
    const engine = new ProjectionEngine(model);
    const series = model.series.findIndex(({ id }) => id === "enping-13/rd-intensity");
    expect(engine.valueAt({ series, year: 2010, column: 0 })).toBe(0.28);
    expect(engine.explain({ series, year: 2012, column: 0 })).toEqual({ kind: "not-observed" });
  });
});
