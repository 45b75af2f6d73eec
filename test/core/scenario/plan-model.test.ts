import { describe, expect, test } from "vitest";
import { conceptId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import type { Assumption } from "#core/projection/assumption.ts";
import { type ModelDriver, planModel, planSeries } from "#core/scenario/plan-model.ts";
import { ratioFormula } from "#core/scenario/ratio-formula.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";
import { planOf } from "../plan/plan-of.ts";
import { scenario, treeOf } from "./arbitraries.ts";

const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));
const root = treeOf([scenario("基准", null)]);

/** Enping line 62: 2.3亿元 were 1.5 % of GDP, which it does not state. */
const gdp: ModelDriver = {
  id: "gdp",
  name: "地区生产总值",
  unit: "亿元",
  concept: conceptId("gdp"),
  known: [{ year: 2015, value: 2.3e8 / 0.015 }],
};

describe("a plan as a model", () => {
  test("runs from the first known year to the last target, rows before drivers", () => {
    const { model, series } = planModel(seedPlan("taishan-13"), concepts, root, [gdp]);
    expect([model.firstYear, model.lastYear, model.columns]).toEqual([2010, 2020, 1]);
    expect(series[0]).toMatchObject({
      id: "taishan-13/rd-intensity",
      unit: "%",
      range: { min: 0, max: 100 },
      row: 0,
    });
    expect(series[0]?.known).toEqual([
      { year: 2011, value: 0.94 },
      { year: 2012, value: 1.01 },
      { year: 2013, value: 1.25 },
      { year: 2014, value: 1.38 },
      { year: 2015, value: 1.54 },
    ]);
    expect(series.at(-1)).toMatchObject({ id: "gdp", row: null });
  });

  test("goes by a provisional base and says so", () => {
    const plan = planOf([{ name: "企业", unit: "家", observed: { 2013: "10" } }]);
    const standsIn: Plan = {
      ...plan,
      indicators: plan.indicators.map((each) => ({
        ...each,
        base: each.base && {
          ...each.base,
          provisional: { value: 20, unit: "家", decimals: 0 },
          provisionalFrom: "estimate",
        },
      })),
    };
    expect(planSeries(standsIn, concepts)[0]).toMatchObject({
      known: [
        { year: 2013, value: 10 },
        { year: 2015, value: 20 },
      ],
      provisional: true,
    });
  });

  test("keeps ranges in base units, and none where the units do not go together", () => {
    const concept = concepts.get(conceptId("gdp"));
    if (concept === undefined) throw new Error("no concept");
    const ranged = new Map([[concept.id, { ...concept, range: { min: 1, max: null } }]]);
    const series = planSeries(planOf([]), ranged, [
      { ...gdp, unit: "万元" },
      { ...gdp, id: "people", unit: "万人" },
    ]);
    expect(series.map(({ range }) => range)).toEqual([{ min: 1e8, max: null }, null]);
  });

  test("a name that a row has itself means that row, not one whose concept is called so", () => {
    const plan = planOf([
      { name: "专利申请量", unit: "件", observed: { 2015: "7" } },
      { name: "申请", unit: "件", observed: { 2015: "8" } },
    ]);
    const patents = {
      ...plan,
      indicators: plan.indicators.map((each, row) =>
        row === 1 ? { ...each, concept: conceptId("patent-applications") } : each,
      ),
    };
    const names = planSeries(patents, concepts).map((each) => each.names);
    expect(names).toEqual([
      ["row-1", "专利申请量"],
      ["row-2", "申请", "patent-applications"],
    ]);
  });

  // Taishan has two indicators of one concept: 年均增长25%左右 and 累计完成110亿元 of 技改投资.
  test("a name that is one series' own does not mean another's concept, and what two share means neither", () => {
    const series = planSeries(seedPlan("taishan-13"), concepts);
    const names = (id: string) => series.find((each) => each.id === `taishan-13/${id}`)?.names ?? [];
    expect(names("technical-upgrade-growth")).toContain("technical-upgrade-growth");
    expect(names("rd-intensity")).toContain("研发经费投入强度");
    const formula = {
      "taishan-13/rd-expenditure": {
        assumption: { method: "formula", text: "industrial-technical-upgrade-investment" },
      },
    } as const;
    const engine = new ProjectionEngine(
      planModel(seedPlan("taishan-13"), concepts, treeOf([scenario("基准", null, formula)])).model,
    );
    expect(engine.explain({ series: 1, year: 2020, column: 0 })).toMatchObject({
      kind: "formula",
      error: { kind: "ambiguous-name" },
    });
  });
});

describe("ratios of a plan's own series", () => {
  test("R&D intensity follows from R&D expenditure and GDP where the scenario asks (Enping)", () => {
    const plan = seedPlan("enping-13");
    const series = planSeries(plan, concepts, [gdp]);
    const at = series.findIndex(({ id }) => id === "enping-13/rd-intensity");
    const assumption = ratioFormula(series, at, concepts);
    expect(assumption?.text).toBe("[enping-13/rd-expenditure] / [gdp] × 100");
    if (assumption === null) return;
    const grow = (rate: number): { assumption: Assumption } => ({
      assumption: { method: "growth", rate, byYear: [] },
    });
    const tree = treeOf([
      scenario("基准", null, { "enping-13/rd-expenditure": grow(20), gdp: grow(8) }),
      scenario("力争", "基准", { "enping-13/rd-intensity": { assumption } }),
    ]);
    const engine = new ProjectionEngine(planModel(plan, concepts, tree, [gdp]).model);
    const value = (column: number) => engine.valueAt({ series: at, year: 2020, column });
    expect(value(0)).toBe(1.5);
    expect(value(1)).toBeCloseTo(1.5 * (1.2 / 1.08) ** 5, 10);
  });

  test("has none without both of its parts", () => {
    const series = planSeries(seedPlan("enping-13"), concepts);
    expect(ratioFormula(series, 0, concepts)).toBeNull();
    const twice = planSeries(seedPlan("enping-13"), concepts, [gdp, { ...gdp, id: "gdp-2", name: "另一个" }]);
    expect(ratioFormula(twice, 0, concepts)).toBeNull();
  });

  test.each(
    [...concepts.values()].filter(({ formula }) => formula !== null).map((concept) => [concept.zh, concept]),
  )("%s has units that go together", (_name, concept) => {
    const parts = [concept.formula?.numerator, concept.formula?.denominator].map((id) =>
      concepts.get(conceptId(id ?? "")),
    );
    const drivers = [concept, ...parts].flatMap((each, k): ModelDriver[] =>
      each === undefined
        ? []
        : [
            {
              id: each.id,
              name: each.zh,
              unit: each.unit,
              concept: each.id,
              known: k === 0 ? [] : [{ year: 2015, value: 3e5 * k }],
            },
          ],
    );
    const plan = planOf([]);
    const assumption = ratioFormula(planSeries(plan, concepts, drivers), 0, concepts);
    if (assumption === null) throw new Error("no formula");
    const tree = treeOf([scenario("基准", null, { [concept.id]: { assumption } })]);
    const engine = new ProjectionEngine(planModel(plan, concepts, tree, drivers).model);
    const place = { series: 0, year: 2020, column: 0 };
    expect(engine.explain(place)).toBeNull();
    // 3e5 over 6e5: half of it is 50 %; half a 件 for each person is 5000 for 1万人.
    expect(engine.valueAt(place)).toBe(concept.quantity === "share" ? 50 : 5000);
  });
});
