import type { Plan } from "../../plan/plan.ts";
import type { Concepts } from "../../scenario/plan-model.ts";
import { proposeScenarios } from "../../scenario/propose-scenarios.ts";
import { scenarioId } from "../../scenario/scenario.ts";
import { type ScenarioTree, scenarioTree } from "../../scenario/scenario-tree.ts";

/** The scenarios by which a report tells the years of a plan: 保底, 基准, 力争 as they are proposed for it. */
export function reportScenarios(plan: Plan, concepts: Concepts): ScenarioTree {
  const proposed = proposeScenarios(plan, concepts, {
    floor: { id: scenarioId("floor"), name: "保底", note: null },
    baseline: { id: scenarioId("baseline"), name: "基准", note: null },
    stretch: { id: scenarioId("stretch"), name: "力争", note: null },
  });
  const tree = scenarioTree(proposed);
  if (!tree.ok) throw new Error(`The proposed scenarios form no tree: ${tree.error.kind}`);
  return tree.value;
}
