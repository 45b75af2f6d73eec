import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import {
  inheritedPlan,
  resolveScenarios,
  resolveSeries,
  scenarioDifference,
} from "#core/scenario/resolve-scenarios.ts";
import { dropOverrides, redundantOverrides, setOverride } from "#core/scenario/edit-scenarios.ts";
import { DEFAULT_PLAN, PLAN_PARTS, scenarioId } from "#core/scenario/scenario.ts";
import { lineage, scenarioOf, type ScenarioTree } from "#core/scenario/scenario-tree.ts";
import { seriesOf } from "../projection/engine/model-of.ts";
import { anyTree, scenario, SERIES, treeOf } from "./arbitraries.ts";

const grow = (rate: number) => ({ method: "growth", rate, byYear: [] }) as const;
const anyPlace = fc.tuple(anyTree, fc.nat(), fc.constantFrom(...SERIES)).map(([tree, at, series]) => {
  const { id } = tree.scenarios[at % tree.scenarios.length] ?? scenarioOf(tree, tree.root);
  return { tree, id, series };
});

function engineOf(tree: ScenarioTree): ProjectionEngine {
  const { plans, columns } = resolveScenarios(tree, SERIES);
  return new ProjectionEngine({
    firstYear: 2020,
    lastYear: 2026,
    columns: columns.length,
    series: SERIES.map((name, at) => seriesOf(name, [10 + at])),
    plans,
  });
}
const bits = (engine: ProjectionEngine) =>
  [...engine.evaluation.memory.values].map((value) => (Object.is(value, -0) ? "-0" : String(value)));

describe("resolved scenarios", () => {
  test("a child overrides part by part and inherits the rest", () => {
    const tree = treeOf([
      scenario("基准", null, { a: { assumption: grow(5), clamp: true } }),
      scenario("力争", "基准", { a: { assumption: grow(8) } }),
    ]);
    expect(resolveSeries(tree, "a")).toEqual([
      { ...DEFAULT_PLAN, assumption: grow(5), clamp: true },
      { ...DEFAULT_PLAN, assumption: grow(8), clamp: true },
    ]);
  });

  test("scenarios that suppose the same share the object, and the engine computes them together", () => {
    const tree = treeOf([
      scenario("基准", null, { a: { assumption: grow(5) } }),
      scenario("保底", "基准"),
      scenario("力争", "基准", { a: { assumption: grow(8) } }),
      scenario("再力争", "基准", { a: { assumption: grow(8) } }),
      scenario("同基准", "基准", { a: { assumption: grow(5) } }),
    ]);
    expect(engineOf(tree).model.series[0]?.groups.map(({ columns }) => columns)).toEqual([
      [0, 1, 4],
      [2, 3],
    ]);
    expect(engineOf(tree).model.series[1]?.groups.map(({ columns }) => columns)).toEqual([[0, 1, 2, 3, 4]]);
  });

  test("tells what another scenario supposes otherwise", () => {
    const tree = treeOf([
      scenario("基准", null),
      scenario("力争", "基准", { b: { assumption: grow(8) }, c: { clamp: false } }),
    ]);
    const difference = scenarioDifference(
      resolveScenarios(tree, SERIES),
      scenarioId("基准"),
      scenarioId("力争"),
    );
    expect(difference).toEqual([{ series: 1, plan: { ...DEFAULT_PLAN, assumption: grow(8) } }]);
  });
});

describe("laws of inheritance", () => {
  test("every part is that of the nearest scenario of the lineage that sets it", () => {
    fc.assert(
      fc.property(anyPlace, ({ tree, id, series }) => {
        const plan = resolveSeries(tree, series)[tree.scenarios.findIndex((each) => each.id === id)];
        for (const part of PLAN_PARTS) {
          const setter = lineage(tree, id).find(({ overrides }) => part in (overrides.get(series) ?? {}));
          expect(plan?.[part]).toEqual((setter?.overrides.get(series) ?? DEFAULT_PLAN)[part]);
        }
      }),
    );
  });

  test("an override equal to the inherited value changes nothing, bit for bit, and is told as such", () => {
    fc.assert(
      fc.property(anyPlace, fc.constantFrom(...PLAN_PARTS), ({ tree, id, series }, part) => {
        const plain = dropOverrides(tree, [{ scenario: id, series, part }]);
        const inherited = inheritedPlan(plain, scenarioOf(plain, id), series);
        const set = setOverride(plain, id, series, structuredClone({ [part]: inherited[part] }));
        expect(redundantOverrides(set, id)).toContainEqual({ scenario: id, series, part });
        expect(engineOf(set).model.series.map(({ groups }) => groups.map(({ columns }) => columns))).toEqual(
          engineOf(plain).model.series.map(({ groups }) => groups.map(({ columns }) => columns)),
        );
        expect(bits(engineOf(set))).toEqual(bits(engineOf(plain)));
        expect(dropOverrides(set, [{ scenario: id, series, part }])).toEqual(plain);
      }),
    );
  });

  test("dropping what is redundant changes no value", () => {
    fc.assert(
      fc.property(anyPlace, ({ tree, id }) => {
        const lean = dropOverrides(tree, redundantOverrides(tree, id));
        expect(redundantOverrides(lean, id)).toEqual([]);
        expect(bits(engineOf(lean))).toEqual(bits(engineOf(tree)));
      }),
    );
  });
});
