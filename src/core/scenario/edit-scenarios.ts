import { ok, type Result } from "../result.ts";
import { inheritedPlan } from "./resolve-scenarios.ts";
import { sameContent } from "./same-content.ts";
import {
  PLAN_PARTS,
  type PlanPart,
  type Scenario,
  type ScenarioId,
  type SeriesOverride,
} from "./scenario.ts";
import { scenarioOf, type ScenarioTree, scenarioTree, type ScenarioTreeError } from "./scenario-tree.ts";

/** A part of a series that a scenario sets. */
export interface OverridePlace {
  readonly scenario: ScenarioId;
  readonly series: string;
  readonly part: PlanPart;
}

/** Adds a scenario behind the others. */
export function addScenario(tree: ScenarioTree, added: Scenario): Result<ScenarioTree, ScenarioTreeError> {
  return scenarioTree([...tree.scenarios, added]);
}

/** Gives a scenario another name. */
export function renameScenario(
  tree: ScenarioTree,
  id: ScenarioId,
  name: string,
): Result<ScenarioTree, ScenarioTreeError> {
  return scenarioTree(replaced(tree, { ...scenarioOf(tree, id), name }));
}

/** Writes what a planner says about a scenario; `null` takes it away. */
export function noteScenario(tree: ScenarioTree, id: ScenarioId, note: string | null): ScenarioTree {
  return withChanged(tree, { ...scenarioOf(tree, id), note });
}

/** Puts a scenario that supposes the same behind another, below the same parent; that of the root below the root. */
export function duplicateScenario(
  tree: ScenarioTree,
  id: ScenarioId,
  copy: Pick<Scenario, "id" | "name">,
): Result<ScenarioTree, ScenarioTreeError> {
  const original = scenarioOf(tree, id);
  const { note, overrides } = original;
  const added = { id: copy.id, name: copy.name, note, parent: original.parent ?? id, overrides };
  return scenarioTree(tree.scenarios.flatMap((each) => (each.id === id ? [each, added] : [each])));
}

/** Sets parts of a series in a scenario; what it sets of other parts stays. */
export function setOverride(
  tree: ScenarioTree,
  id: ScenarioId,
  series: string,
  parts: SeriesOverride,
): ScenarioTree {
  const scenario = scenarioOf(tree, id);
  return withOverride(tree, scenario, series, { ...scenario.overrides.get(series), ...parts });
}

/** Takes overrides back, so that what they stood over is inherited again. */
export function dropOverrides(tree: ScenarioTree, places: readonly OverridePlace[]): ScenarioTree {
  return places.reduce((current, { scenario: id, series, part }) => {
    const scenario = scenarioOf(current, id);
    return withOverride(current, scenario, series, without(scenario.overrides.get(series) ?? {}, part));
  }, tree);
}

/** Overrides of a scenario that say what it would inherit anyway: they can be dropped and nothing changes. */
export function redundantOverrides(tree: ScenarioTree, id: ScenarioId): readonly OverridePlace[] {
  const scenario = scenarioOf(tree, id);
  return [...scenario.overrides].flatMap(([series, own]) => {
    const inherited = inheritedPlan(tree, scenario, series);
    return PLAN_PARTS.filter((part) => part in own && sameContent(own[part], inherited[part])).map(
      (part) => ({
        scenario: id,
        series,
        part,
      }),
    );
  });
}

/**
 * Puts a scenario, with all that inherit from it, below another parent. Its overrides stay as they are; `redundant` are those
 * that its new parent makes superfluous. The root cannot go below its own descendants: that is a cycle.
 */
export function rebaseScenario(
  tree: ScenarioTree,
  id: ScenarioId,
  parent: ScenarioId,
): Result<{ readonly tree: ScenarioTree; readonly redundant: readonly OverridePlace[] }, ScenarioTreeError> {
  const moved = scenarioTree(replaced(tree, { ...scenarioOf(tree, id), parent }));
  return moved.ok ? ok({ tree: moved.value, redundant: redundantOverrides(moved.value, id) }) : moved;
}

/**
 * Removes a scenario. Its children go to its parent and take over what they inherited from it, so that no other scenario
 * changes its values. The root stays as long as others inherit from it: without it they would be two trees.
 */
export function removeScenario(tree: ScenarioTree, id: ScenarioId): Result<ScenarioTree, ScenarioTreeError> {
  const removed = scenarioOf(tree, id);
  return scenarioTree(
    tree.scenarios.flatMap((each) => {
      if (each.id === id) return [];
      if (each.parent !== id) return [each];
      return [{ ...each, parent: removed.parent, overrides: beneath(removed.overrides, each.overrides) }];
    }),
  );
}

/** The overrides of a scenario on top of those it inherited. */
function beneath(
  inherited: Scenario["overrides"],
  own: Scenario["overrides"],
): ReadonlyMap<string, SeriesOverride> {
  const joined = new Map(inherited);
  for (const [series, parts] of own) joined.set(series, { ...joined.get(series), ...parts });
  return joined;
}

function without(parts: SeriesOverride, dropped: PlanPart): SeriesOverride {
  return PLAN_PARTS.filter((part) => part !== dropped && part in parts).reduce<SeriesOverride>(
    (kept, part) => ({ ...kept, [part]: parts[part] }),
    {},
  );
}

function withOverride(
  tree: ScenarioTree,
  scenario: Scenario,
  series: string,
  parts: SeriesOverride,
): ScenarioTree {
  const overrides = new Map(scenario.overrides);
  if (Object.keys(parts).length === 0) overrides.delete(series);
  else overrides.set(series, parts);
  return withChanged(tree, { ...scenario, overrides });
}

/** Overrides and notes have no part in what makes a tree, so there is nothing to check again. */
function withChanged(tree: ScenarioTree, changed: Scenario): ScenarioTree {
  return { ...tree, scenarios: replaced(tree, changed), byId: new Map(tree.byId).set(changed.id, changed) };
}

function replaced(tree: ScenarioTree, changed: Scenario): readonly Scenario[] {
  return tree.scenarios.map((each) => (each.id === changed.id ? changed : each));
}
