import { expect, test } from "vitest";
import { scenarioId } from "#core/scenario/scenario.ts";
import { scenarioTree } from "#core/scenario/scenario-tree.ts";
import { overlaidScenarios } from "#renderer/features/scenario/charts/scenario-style.ts";

/** Scenarios by their names, each with its parent; the first is the root. */
function treeOf(...list: readonly (readonly [name: string, parent: string | null])[]) {
  const made = scenarioTree(
    list.map(([name, parent]) => ({
      ...{ id: scenarioId(name), name, note: null, overrides: new Map() },
      parent: parent === null ? null : scenarioId(parent),
    })),
  );
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

const overlaid = (tree: ReturnType<typeof treeOf>, chosen: string) =>
  overlaidScenarios(tree, scenarioId(chosen)).map(({ name }) => name);

test("three scenarios are drawn together, whichever is chosen", () => {
  const tree = treeOf(["even", null], ["faster", "even"], ["richer", "even"]);
  for (const { name } of tree.scenarios) expect(overlaid(tree, name)).toEqual(["even", "faster", "richer"]);
});

test("of more than four the chosen one stays, those it inherits from, and then the first", () => {
  const tree = treeOf(["root", null], ["a", "root"], ["b", "root"], ["c", "root"], ["d", "c"], ["e", "d"]);
  expect(overlaid(tree, "e")).toEqual(["root", "c", "d", "e"]);
  expect(overlaid(tree, "a")).toEqual(["root", "a", "b", "c"]);
});
