import { applyScenarioChanges } from "../command/apply-scenario-changes.ts";
import type { OverrideChange, ScenarioTreeChange } from "../command/plan-change.ts";
import { scenarioTreeDifference } from "../command/scenario-difference.ts";
import type { Plan } from "../plan/plan.ts";
import type { Settling, Versions } from "./settle.ts";

type ScenarioTree = Pick<Plan, "scenarios" | "drivers">;

/** The scenarios and drivers of a merged plan: what both sides set of different series is joined; any other change on both sides is one question, since they hang together. */
export function mergeScenarios({ base, ours, theirs }: Versions<Plan>, settling: Settling): ScenarioTree {
  const here = scenarioTreeDifference(base, ours);
  const there = scenarioTreeDifference(base, theirs);
  if (there.length === 0 || scenarioTreeDifference(ours, theirs).length === 0) return treeOf(ours);
  if (here.length === 0) return treeOf(theirs);
  if (areApart(here, there)) return treeOf(applyScenarioChanges(theirs, here));
  return treeOf(settling.between({ kind: "fact", fact: "scenarios" }) === "ours" ? ours : theirs);
}

const treeOf = ({ scenarios, drivers }: ScenarioTree): ScenarioTree => ({ scenarios, drivers });

function areApart(here: readonly ScenarioTreeChange[], there: readonly ScenarioTreeChange[]): boolean {
  const changes = [...here, ...there];
  if (!changes.every((change) => change.kind === "override")) return false;
  const keyOf = ({ scenario, series }: OverrideChange) => `${scenario}\n${series}`;
  return new Set(changes.map(keyOf)).size === changes.length;
}
