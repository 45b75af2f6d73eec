import type { OverrideGroup } from "../projection/analysis/contribution.ts";
import { scenarioDifference } from "./resolve-scenarios.ts";
import type { ScenarioId } from "./scenario.ts";
import type { ScenarioStudy } from "./scenario-study.ts";

/**
 * What two scenarios suppose differently of a series and of all that it needs, a group a series: what can explain the
 * difference between them. Series that it does not need explain nothing and are left out.
 */
export function overrideGroups(
  study: ScenarioStudy,
  series: number,
  from: ScenarioId,
  to: ScenarioId,
): readonly OverrideGroup[] {
  const needed = study.neededBy(series);
  return scenarioDifference(study.resolved, from, to)
    .filter((each) => needed.has(each.series))
    .map((each) => ({ name: study.nameOf(each.series), plans: [each] }));
}
