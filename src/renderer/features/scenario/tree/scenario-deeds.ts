import { rebaseScenario } from "#core/scenario/edit-scenarios.ts";
import { type ScenarioId, scenarioId } from "#core/scenario/scenario.ts";
import { lineage, scenarioOf, type ScenarioTree } from "#core/scenario/scenario-tree.ts";
import type { PlanScenarios } from "../../../data/use-scenarios.ts";

/** What is done to scenarios from the tree; each is one step of undo. */
export interface ScenarioDeeds {
  /** Resolves to the id of the new one. */
  readonly add: (below: ScenarioId, name: string) => ScenarioId;
  readonly duplicate: (scenario: ScenarioId, name: string) => ScenarioId;
  readonly rename: (scenario: ScenarioId, name: string) => void;
  readonly note: (scenario: ScenarioId, note: string) => void;
  readonly rebase: (scenario: ScenarioId, parent: ScenarioId) => void;
  readonly remove: (scenario: ScenarioId) => void;
}

/** The deeds on a plan's scenarios. */
export function scenarioDeeds({ edit, tree }: Pick<PlanScenarios, "edit" | "tree">): ScenarioDeeds {
  const fresh = () => scenarioId(crypto.randomUUID());
  return {
    add: (parent, name) => {
      const id = fresh();
      const scenario = { id, name: freeName(tree, name), note: null, parent, overrides: new Map() };
      edit({ type: "addScenario", scenario });
      return id;
    },
    duplicate: (scenario, name) => {
      const id = fresh();
      edit({ type: "duplicateScenario", scenario, id, name: freeName(tree, name) });
      return id;
    },
    rename: (scenario, name) => edit({ type: "renameScenario", scenario, name }),
    note: (scenario, note) => edit({ type: "noteScenario", scenario, note: note === "" ? null : note }),
    rebase: (scenario, parent) => edit({ type: "rebaseScenario", scenario, parent }),
    remove: (scenario) => edit({ type: "removeScenario", scenario }),
  };
}

/** Scenarios that another one could go below: all but itself, its parent and those that inherit from it. */
export function possibleParents(tree: ScenarioTree, id: ScenarioId): readonly ScenarioId[] {
  const { parent } = scenarioOf(tree, id);
  if (parent === null) return [];
  return tree.scenarios.flatMap(({ id: to }) =>
    to === parent || lineage(tree, to).some((each) => each.id === id) || !rebaseScenario(tree, id, to).ok
      ? []
      : [to],
  );
}

/** The name, with a number behind it where there is such a scenario already. */
function freeName({ scenarios }: ScenarioTree, name: string): string {
  const taken = new Set(scenarios.map((each) => each.name.replace(/\s+/gu, "")));
  let wanted = name;
  for (let number = 2; taken.has(wanted.replace(/\s+/gu, "")); number += 1) wanted = `${name} ${number}`;
  return wanted;
}
