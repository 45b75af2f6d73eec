import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConceptId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import { planModel } from "#core/scenario/plan-model.ts";
import { proposeScenarios } from "#core/scenario/propose-scenarios.ts";
import { ratioFormula } from "#core/scenario/ratio-formula.ts";
import { yearOrigin } from "#core/scenario/scenario-origin.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { roundingOf, roundProjection } from "#core/scenario/round-projection.ts";
import { whatIfGround } from "#core/scenario/what-if.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";
import { planArbitrary } from "../plan/arbitraries.ts";
import { treeOf } from "./arbitraries.ts";

const SEEDS = ["enping-13", "taishan-13", "shaoguan-2017", "heshan-14", "jiangmen-14"];
const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));
const identities = {
  floor: { id: scenarioId("floor"), name: "保底", note: null },
  baseline: { id: scenarioId("baseline"), name: "基准", note: null },
  stretch: { id: scenarioId("stretch"), name: "力争", note: null },
};
const anyPlan = fc
  .tuple(
    planArbitrary(),
    fc.array(fc.constantFrom<ConceptId | null>(null, ...concepts.keys()), { maxLength: 4 }),
  )
  .map(
    ([plan, kinds]): Plan => ({
      ...plan,
      indicators: plan.indicators.map((each, row) => ({ ...each, concept: kinds[row] ?? null })),
    }),
  );

/** Every cell has a finite value or a reason, and every year an origin; returns how many have a value. */
function checkCells(plan: Plan): number {
  const tree = treeOf(proposeScenarios(plan, concepts, identities));
  const { model, series } = planModel(plan, concepts, tree);
  const engine = new ProjectionEngine(model);
  let values = 0;
  for (const [at, each] of series.entries()) {
    expect(ratioFormula(series, at, concepts)?.text).not.toBe("");
    for (const [column, { id }] of tree.scenarios.entries()) {
      for (let year = model.firstYear; year <= model.lastYear; year += 1) {
        const place = { series: at, year, column };
        const value = engine.valueAt(place);
        expect(Number.isFinite(value)).toBe(engine.explain(place) === null);
        if (Number.isFinite(value)) values += 1;
        const origin = yearOrigin(tree, id, each, year);
        expect(origin.kind === "observed").toBe(each.known.some((known) => known.year === year));
      }
    }
  }
  return values;
}

describe("any plan", () => {
  test("has three scenarios, a model, and in every cell a value or a reason", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => void checkCells(plan)),
      { numRuns: 200 },
    );
  });

  test.each(SEEDS)("%s too", (id) => {
    expect(checkCells(seedPlan(id))).toBeGreaterThan(50);
  });

  test.each(SEEDS)("保底 reaches the level of every last target of %s that has one", (id) => {
    const plan = seedPlan(id);
    const { model } = planModel(plan, concepts, treeOf(proposeScenarios(plan, concepts, identities)));
    const engine = new ProjectionEngine(model);
    plan.indicators.forEach((indicator, row) => {
      const concept = concepts.get(indicator.concept ?? ("" as ConceptId)) ?? null;
      const { start, target } = whatIfGround(plan, row, concept) ?? { start: null, target: null };
      if (start === null || target === null) return;
      expect(engine.valueAt({ series: row, year: target.planned.year, column: 0 })).toBe(target.level);
    });
  });

  test("the path to Jiangmen's technology SMEs is printed in whole enterprises", () => {
    const plan = seedPlan("jiangmen-14");
    const { model } = planModel(plan, concepts, treeOf(proposeScenarios(plan, concepts, identities)));
    const engine = new ProjectionEngine(model);
    const row = plan.indicators.findIndex(({ id }) => id === "jiangmen-14/tech-smes");
    const indicator = plan.indicators[row];
    if (indicator === undefined) throw new Error("no row");
    const years = [2021, 2022, 2023, 2024, 2025];
    const path = Float64Array.from(years, (year) => engine.valueAt({ series: row, year, column: 0 }));
    const concept = concepts.get(indicator.concept ?? ("" as ConceptId)) ?? null;
    // Column 1 of its table: 1389 in 2020, 1900 in 2023, 2200 in 2025; by equal rates between them.
    const early = (1900 / 1389) ** (1 / 3);
    const late = (2200 / 1900) ** (1 / 2);
    const printed = [1389 * early, 1389 * early ** 2, 1900, 1900 * late, 2200].map(Math.round);
    expect([...roundProjection(path, roundingOf(indicator, concept))]).toEqual(printed);
  });
});
