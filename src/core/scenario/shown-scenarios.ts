import type { Plan } from "../plan/plan.ts";
import { deriveDrivers } from "./derive-drivers.ts";
import type { Driver } from "./driver.ts";
import { followTargets } from "./follow-targets.ts";
import type { Concepts } from "./plan-model.ts";
import { proposeScenarios, type ScenarioIdentities } from "./propose-scenarios.ts";
import type { Scenario } from "./scenario.ts";

/** The scenarios and drivers of a plan as they are shown; `kept` says whether the plan itself holds them. */
export interface ShownScenarios {
  readonly scenarios: readonly Scenario[];
  readonly drivers: readonly Driver[];
  readonly kept: boolean;
}

/**
 * What a plan keeps, with the paths that follow its targets brought up to them; a plan that keeps none shows what is proposed from its own
 * figures, and follows them until the planner edits it.
 */
export function shownScenarios(
  plan: Plan,
  concepts: Concepts,
  identities: ScenarioIdentities,
): ShownScenarios {
  if (plan.scenarios.length === 0) {
    const scenarios = proposeScenarios(plan, concepts, identities);
    return { scenarios, drivers: deriveDrivers(plan, concepts), kept: false };
  }
  const scenarios = followTargets(plan, concepts, plan.scenarios);
  return { scenarios, drivers: plan.drivers, kept: true };
}
