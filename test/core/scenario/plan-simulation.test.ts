import { describe, expect, test } from "vitest";
import type { Assumption } from "#core/projection/assumption.ts";
import { contributions } from "#core/projection/analysis/contribution.ts";
import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import { NormalStore } from "#core/projection/monte-carlo/normal-store.ts";
import { simulate } from "#core/projection/monte-carlo/simulate.ts";
import type {
  SimulationQuestion,
  SimulationResult,
} from "#core/projection/monte-carlo/simulation-question.ts";
import type { Uncertainty } from "#core/projection/monte-carlo/uncertainty.ts";
import { conceptId } from "#core/plan/ids.ts";
import { type ModelDriver, planModel } from "#core/scenario/plan-model.ts";
import { planTargets } from "#core/scenario/plan-targets.ts";
import { ratioFormula } from "#core/scenario/ratio-formula.ts";
import { scenarioDifference } from "#core/scenario/resolve-scenarios.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { uncertainDrivers } from "#core/scenario/uncertain-drivers.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";
import { scenario, treeOf } from "./arbitraries.ts";

const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));
const plan = seedPlan("enping-13");
const [root, child] = [scenarioId("基准"), scenarioId("力争")];
const gdp: ModelDriver = {
  id: "gdp",
  name: "地区生产总值",
  unit: "亿元",
  concept: conceptId("gdp"),
  known: [{ year: 2015, value: 2.3e8 / 0.015 }],
};
const grow = (rate: number): Assumption => ({ method: "growth", rate, byYear: [] });
const normal = (sd: number): Uncertainty => ({ distribution: { kind: "normal", sd }, drawn: "yearly" });

/** Enping's R&D intensity out of R&D expenditure and GDP; 力争 spends more on a larger economy. */
function model() {
  const assumption: Assumption = { method: "formula", text: "[enping-13/rd-expenditure] / gdp × 100" };
  const tree = treeOf([
    scenario("基准", null, {
      "enping-13/rd-intensity": { assumption },
      "enping-13/rd-expenditure": { assumption: grow(18), uncertainty: normal(6) },
      gdp: { assumption: grow(8), uncertainty: normal(2) },
    }),
    scenario("力争", "基准", {
      "enping-13/rd-expenditure": { assumption: grow(22) },
      gdp: { assumption: grow(9) },
    }),
  ]);
  return planModel(plan, concepts, tree, [gdp]);
}

describe("from a plan to what its scenarios say", () => {
  test("the formula asked for is the one of the concept", () => {
    expect(ratioFormula(model().series, 0, concepts)?.text).toBe("[enping-13/rd-expenditure] / [gdp] × 100");
  });

  test("what two scenarios suppose otherwise adds up to their difference", () => {
    const { series, resolved, model: built } = model();
    const engine = new ProjectionEngine(built);
    const groups = scenarioDifference(resolved, root, child).map((each) => ({
      name: series[each.series]?.id ?? "",
      plans: [each],
    }));
    const explained = contributions(engine, { series: 0, year: 2020, column: 0 }, groups, () => 0);
    if (!explained.ok) throw new Error(explained.error.groups.join());
    const { from, to, parts } = explained.value;
    expect(groups.map(({ name }) => name)).toEqual(["enping-13/rd-expenditure", "gdp"]);
    expect(from).toBe(engine.valueAt({ series: 0, year: 2020, column: 0 }));
    expect(to).toBe(engine.valueAt({ series: 0, year: 2020, column: 1 }));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(to - from, 12);
    expect(parts.map(Math.sign)).toEqual([1, -1]);
  });

  test("力争 is likelier to reach 达到2.5% than 基准, under the same chances", () => {
    const { series, resolved, model: built } = model();
    const attained = [root, child].map((id, column) => {
      const { drivers, idle } = uncertainDrivers(resolved, series, id);
      expect(idle).toEqual([]);
      expect(drivers.map((driver) => series[driver.series]?.id)).toEqual(["enping-13/rd-expenditure", "gdp"]);
      const targets = planTargets(plan, concepts).filter((target) => target.series === 0);
      const question = {
        model: built,
        column,
        seed: 7,
        draws: 1000,
        drivers,
        correlations: [],
        bands: [0],
        targets,
      };
      const [intensity] = answered(question).attainments;
      return intensity?.probability.ok === true ? intensity.probability.value.value : Number.NaN;
    });
    // ln(2.5 / 1.5) = 0.511; 基准 rises by 5·ln(1.18/1.08) = 0.443, 力争 by 5·ln(1.22/1.09) = 0.563; the spread is about
    // √5·√(0.051² + 0.019²) = 0.12, so 0.511 lies 0.57 of it above the one and 0.44 below the other: 29 % and 67 %.
    expect(attained[0]).toBeGreaterThan(0.23);
    expect(attained[0]).toBeLessThan(0.35);
    expect(attained[1]).toBeGreaterThan(0.61);
    expect(attained[1]).toBeLessThan(0.73);
  });

  test("asks for every target of every row", () => {
    const asked = planTargets(plan, concepts);
    expect(asked).toHaveLength(plan.indicators.reduce((sum, { targets }) => sum + targets.length, 0));
    expect(asked[0]).toMatchObject({
      series: 0,
      year: 2020,
      base: { year: 2015, value: 1.5 },
      direction: "higher",
    });
  });
});

function answered(question: SimulationQuestion): SimulationResult {
  const steps = simulate(question, new NormalStore());
  for (;;) {
    const step = steps.next();
    if (step.done !== true) continue;
    if (!step.value.ok) throw new Error(step.value.error.kind);
    return step.value.value;
  }
}
