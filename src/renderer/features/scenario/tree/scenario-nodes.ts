import type { Scenario, ScenarioId } from "#core/scenario/scenario.ts";
import type { ScenarioTree } from "#core/scenario/scenario-tree.ts";

/** A scenario at its place in the tree, as it is shown from above. */
export interface ScenarioNode {
  readonly scenario: Scenario;
  /** From 1. */
  readonly depth: number;
  /** Its place among those with the same parent, from 1, and how many these are. */
  readonly place: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
}

/** The scenarios from above, each before those that inherit from it. */
export function scenarioNodes({ scenarios, root }: ScenarioTree): readonly ScenarioNode[] {
  const below = (parent: ScenarioId | null) => scenarios.filter((each) => each.parent === parent);
  const nodes = (list: readonly Scenario[], depth: number): readonly ScenarioNode[] =>
    list.flatMap((scenario, at) => {
      const children = below(scenario.id);
      const node = {
        scenario,
        depth,
        place: at + 1,
        siblings: list.length,
        hasChildren: children.length > 0,
      };
      return [node, ...nodes(children, depth + 1)];
    });
  return nodes(
    scenarios.filter(({ id }) => id === root),
    1,
  );
}
