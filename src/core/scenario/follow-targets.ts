import type { Plan } from "../plan/plan.ts";
import type { Assumption, AssumptionOf } from "../projection/assumption.ts";
import type { Concepts } from "./plan-model.ts";
import { sameContent } from "./same-content.ts";
import type { Scenario, SeriesOverride } from "./scenario.ts";
import { pathToTarget } from "./target-path.ts";
import { type Aim, whatIfGround } from "./what-if.ts";

/**
 * Scenarios with the paths that follow the plan's targets brought up to the targets of the day; their shapes stay. A path whose target is
 * gone keeps the last numbers. What does not change keeps its identity.
 */
export function followTargets(
  plan: Plan,
  concepts: Concepts,
  scenarios: readonly Scenario[],
): readonly Scenario[] {
  const pathOf = targetPaths(plan, concepts);
  const followed = scenarios.map((scenario) => {
    const changed = [...scenario.overrides].flatMap(([series, parts]): [string, SeriesOverride][] => {
      const next = followedAssumption(parts.assumption, (aim) => pathOf(series, aim));
      return next === null ? [] : [[series, { ...parts, assumption: next }]];
    });
    return changed.length === 0
      ? scenario
      : { ...scenario, overrides: new Map([...scenario.overrides, ...changed]) };
  });
  return followed.every((scenario, at) => scenario === scenarios[at]) ? scenarios : followed;
}

/** The assumption as the target has it now; `null` where it says so already or follows no target. */
function followedAssumption(
  assumption: Assumption | undefined,
  pathOf: (aim: Aim) => AssumptionOf["toTarget"] | null,
): Assumption | null {
  if (assumption?.method !== "toTarget" || assumption.aim === null) return null;
  const path = pathOf(assumption.aim);
  if (path === null) return null;
  const next = { ...path, shape: assumption.shape };
  return sameContent(next, assumption) ? null : next;
}

/** The path to each row's target by its level, reckoned once when it is asked for. */
function targetPaths(
  plan: Plan,
  concepts: Concepts,
): (series: string, aim: Aim) => AssumptionOf["toTarget"] | null {
  const rows = new Map<string, number>(plan.indicators.map(({ id }, row) => [id, row]));
  const known = new Map<string, AssumptionOf["toTarget"] | null>();
  return (series, aim) => {
    const key = `${aim} ${series}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const path = targetPath(plan, concepts, rows.get(series) ?? -1, aim);
    known.set(key, path);
    return path;
  };
}

/** The path to the target of the indicator in a row, `null` where it has none with a level. */
export function targetPath(
  plan: Plan,
  concepts: Concepts,
  row: number,
  aim: Aim,
): AssumptionOf["toTarget"] | null {
  const id = plan.indicators[row]?.concept ?? null;
  const concept = id === null ? null : (concepts.get(id) ?? null);
  const ground = whatIfGround(plan, row, concept);
  return ground === null ? null : pathToTarget(ground, aim, concept?.direction ?? "higher");
}
