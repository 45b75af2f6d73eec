import { describe, expect, test } from "vitest";
import type { Plan } from "#core/plan/plan.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import type { Assumption } from "#core/projection/assumption.ts";
import { planModel } from "#core/scenario/plan-model.ts";
import { proposeScenarios } from "#core/scenario/propose-scenarios.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";
import { planOf, type RowSketch } from "../plan/plan-of.ts";
import { treeOf } from "./arbitraries.ts";

const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));
const identities = {
  floor: { id: scenarioId("floor"), name: "保底", note: null },
  baseline: { id: scenarioId("baseline"), name: "基准", note: null },
  stretch: { id: scenarioId("stretch"), name: "力争", note: null },
};

/** What the three scenarios set for a row, `undefined` where they inherit. */
function proposed(plan: Plan, row: number): Record<string, Assumption | undefined> {
  const id = plan.indicators[row]?.id ?? "";
  return Object.fromEntries(
    proposeScenarios(plan, concepts, identities).map((each) => [each.id, each.overrides.get(id)?.assumption]),
  );
}

function valuesIn(plan: Plan, indicator: string, year: number): number[] {
  const { model } = planModel(plan, concepts, treeOf(proposeScenarios(plan, concepts, identities)));
  const engine = new ProjectionEngine(model);
  const series = model.series.findIndex(({ id }) => id === `${plan.id}/${indicator}`);
  return [0, 1, 2].map((column) => engine.valueAt({ series, year, column }));
}

describe("the scenarios of a new draft", () => {
  test("stand as 保底, 基准, 力争, and 基准 is the root", () => {
    const scenarios = proposeScenarios(seedPlan("taishan-13"), concepts, identities);
    expect(scenarios.map(({ name, parent }) => [name, parent])).toEqual([
      ["保底", "baseline"],
      ["基准", null],
      ["力争", "baseline"],
    ]);
    expect(treeOf(scenarios).root).toBe("baseline");
  });

  // Taishan, tables 1 and 2: 0.94 (2011) to 1.54 (2015), then 2.1 in 2017 and 2.5 in 2020.
  test("go on as history went, and to the target through its milestone (Taishan R&D intensity)", () => {
    const toTarget = {
      method: "toTarget",
      shape: { kind: "linear" },
      year: 2020,
      level: 2.5,
      held: [{ year: 2017, value: 2.1 }],
    };
    // Both follow the plan's target, each by its own level.
    expect(proposed(seedPlan("taishan-13"), 0)).toEqual({
      floor: { ...toTarget, aim: "floor" },
      baseline: { method: "step", delta: 0.15, byYear: [] },
      stretch: { ...toTarget, aim: "stretch" },
    });
    const [floor, baseline, stretch] = valuesIn(seedPlan("taishan-13"), "rd-intensity", 2020);
    expect([floor, stretch]).toEqual([2.5, 2.5]);
    expect(baseline).toBeCloseTo(1.54 + 5 * 0.15, 12);
  });

  // Jiangmen's special column 1: 1845 in 2020, 2300 in 2023, 2600 in 2025; 205 in 2015 is one value before, no history.
  test("lead to the target where there is too little history (Jiangmen's high-tech enterprises)", () => {
    expect(valuesIn(seedPlan("jiangmen-14"), "high-tech-enterprises", 2023)).toEqual([2300, 2300, 2300]);
    const row = seedPlan("jiangmen-14").indicators.findIndex(({ id }) =>
      id.endsWith("/high-tech-enterprises"),
    );
    // 保底 is what 基准 does; 力争 leads to the same level, and to a stretch level as soon as the target gets one.
    expect(proposed(seedPlan("jiangmen-14"), row)).toMatchObject({
      floor: undefined,
      stretch: { level: 2600, aim: "stretch" },
    });
  });

  test("a sum over the years is reached by growth (Shaoguan: 7100万元 in 2016, 累计6亿元以上 by 2020)", () => {
    const plan = seedPlan("shaoguan-2017");
    const years = [2017, 2018, 2019, 2020].map((year) => valuesIn(plan, "tech-credit-pool-loans", year));
    for (const column of [0, 1, 2]) {
      expect(years.reduce((total, values) => total + (values[column] ?? 0), 0)).toBeCloseTo(6e8, 3);
    }
  });

  const row = (changes: Partial<RowSketch>) =>
    planOf([{ name: "企业", unit: "家", observed: { 2015: "50" }, ...changes }]);

  test("保底 and 力争 part at 保底100家，力争130家", () => {
    const geometric = { method: "toTarget", shape: { kind: "geometric" }, year: 2020, held: [] };
    expect(proposed(row({ targets: { 2020: "保底100家，力争130家" } }), 0)).toEqual({
      floor: undefined,
      baseline: { ...geometric, level: 100, aim: "floor" },
      stretch: { ...geometric, level: 130, aim: "stretch" },
    });
  });

  test.each<[string, Partial<RowSketch>, object]>([
    [
      "a range is wished to its far end",
      { targets: { 2020: "60—70家" } },
      { baseline: { level: 60 }, floor: undefined, stretch: { level: 70 } },
    ],
    [
      "力争 stays with a history that leads further: 8, 16, 32 double a year",
      { observed: { 2013: "8", 2014: "16", 2015: "32" }, targets: { 2020: "达到100家" } },
      { baseline: { method: "growth", rate: 100 }, floor: { level: 100 }, stretch: undefined },
    ],
    [
      "a history from zero goes on by steps",
      { observed: { 2013: "0", 2014: "1", 2015: "5" } },
      { baseline: { method: "step", delta: 2.5 }, floor: undefined, stretch: undefined },
    ],
    [
      "growth of 1900 % a year goes on by steps: from 1 to 400 in two years is 199.5 a year",
      { observed: { 2013: "1", 2014: "50", 2015: "400" } },
      { baseline: { method: "step", delta: 199.5 } },
    ],
    [
      "two values go on where there is no target: 100 to 121 in two years is 10 %",
      { observed: { 2013: "100", 2015: "121" } },
      { baseline: { method: "growth", rate: 10 } },
    ],
    [
      "zero has no rate, so the path to the target is straight",
      { observed: { 2015: "0" }, targets: { 2020: "达到5家" } },
      { baseline: { method: "toTarget", shape: { kind: "linear" } } },
    ],
    [
      "nothing is known, so nothing is proposed",
      { observed: {}, targets: { 2020: "达到5家" } },
      { baseline: undefined, floor: undefined, stretch: undefined },
    ],
    [
      "a sum that would need growth beyond writing is not proposed",
      { targets: { 2020: "累计99999999家" } },
      { baseline: undefined, floor: undefined },
    ],
    [
      "a sum of which a year is not known is not proposed",
      { observed: { 2015: "50", 2017: "60" }, targets: { 2020: "累计完成500家" } },
      { baseline: { method: "growth", rate: Number(((1.2 ** 0.5 - 1) * 100).toPrecision(4)) } },
    ],
  ])("%s", (_what, changes, expected) => {
    expect(proposed(row(changes), 0)).toMatchObject(expected);
  });
});
