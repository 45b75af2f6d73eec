import type { Plan } from "../../plan/plan.ts";
import type { Driver } from "../../scenario/driver.ts";
import type { Concepts } from "../../scenario/plan-model.ts";
import { scenarioId } from "../../scenario/scenario.ts";
import { type ScenarioTree, scenarioTree } from "../../scenario/scenario-tree.ts";
import { shownScenarios } from "../../scenario/shown-scenarios.ts";

/** The scenarios by which a report tells the years of a plan, and the drivers they depend on: what it keeps, else 保底, 基准, 力争 as proposed. */
export function reportScenarios(
  plan: Plan,
  concepts: Concepts,
): { readonly scenarios: ScenarioTree; readonly drivers: readonly Driver[] } {
  const { scenarios, drivers } = shownScenarios(plan, concepts, {
    floor: { id: scenarioId("floor"), name: "保底", note: null },
    baseline: { id: scenarioId("baseline"), name: "基准", note: null },
    stretch: { id: scenarioId("stretch"), name: "力争", note: null },
  });
  const tree = scenarioTree(scenarios);
  if (!tree.ok) throw new Error(`The scenarios of ${plan.id} are no tree: ${tree.error.kind}`);
  return { scenarios: tree.value, drivers };
}
