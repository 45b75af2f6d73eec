import type { SeriesOverride } from "../scenario/scenario.ts";
import { scenarioId } from "../scenario/scenario.ts";
import { type ScenarioTree, scenarioTree } from "../scenario/scenario-tree.ts";
import type { WorkedExample } from "./worked-examples.ts";

/** The scenarios of an example as a tree: the first is the root; `nameOf` names them in the reader's language. */
export function exampleTree({ id, scenarios }: WorkedExample, nameOf: (key: string) => string): ScenarioTree {
  const [first] = scenarios;
  const tree = scenarioTree(
    scenarios.map(({ key, assumptions }) => ({
      id: scenarioId(key),
      name: nameOf(key),
      note: null,
      parent: key === first?.key ? null : scenarioId(first?.key ?? ""),
      overrides: new Map(
        assumptions.map(([series, assumption]): [string, SeriesOverride] => [series, { assumption }]),
      ),
    })),
  );
  if (!tree.ok) throw new Error(`The scenarios of the example ${id} are no tree: ${tree.error.kind}`);
  return tree.value;
}
