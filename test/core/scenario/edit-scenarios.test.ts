import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addScenario,
  dropOverrides,
  rebaseScenario,
  removeScenario,
  renameScenario,
  setOverride,
} from "#core/scenario/edit-scenarios.ts";
import { resolveScenarios } from "#core/scenario/resolve-scenarios.ts";
import { type ScenarioId, scenarioId } from "#core/scenario/scenario.ts";
import { scenarioOf, type ScenarioTree } from "#core/scenario/scenario-tree.ts";
import { anyTree, scenario, SERIES, treeOf } from "./arbitraries.ts";

const grow = (rate: number) => ({ method: "growth", rate, byYear: [] }) as const;
const root = scenarioId("基准");
const low = scenarioId("保底");
const high = scenarioId("力争");
const lower = scenarioId("低投资");
const tree = treeOf([
  scenario(low, root, { a: { assumption: grow(3) } }),
  scenario(root, null, { a: { assumption: grow(5) } }),
  scenario(high, root, { a: { assumption: grow(8) }, b: { clamp: true } }),
  scenario(lower, low, { a: { assumption: grow(8) }, b: { assumption: grow(1) } }),
]);
const plansOf = (each: ScenarioTree, id: ScenarioId) => {
  const { plans, columns } = resolveScenarios(each, SERIES);
  return plans.map((list) => list[columns.indexOf(id)]);
};

describe("edits of a tree", () => {
  test("rebase keeps the overrides and reports those that the new parent makes superfluous", () => {
    const moved = rebaseScenario(tree, lower, high);
    if (!moved.ok) throw new Error(moved.error.kind);
    expect(scenarioOf(moved.value.tree, lower).overrides).toEqual(scenarioOf(tree, lower).overrides);
    expect(moved.value.redundant).toEqual([{ scenario: lower, series: "a", part: "assumption" }]);
    const lean = dropOverrides(moved.value.tree, moved.value.redundant);
    expect(scenarioOf(lean, lower).overrides).toEqual(new Map([["b", { assumption: grow(1) }]]));
    expect(plansOf(lean, lower)).toEqual(plansOf(moved.value.tree, lower));
  });

  test.each([
    ["below its own descendant", low, lower, { kind: "cycle", members: [low, lower] }],
    ["below itself", low, low, { kind: "cycle", members: [low] }],
    ["the root below its descendant", root, lower, { kind: "cycle", members: [low, root, lower] }],
    [
      "below one that is not there",
      low,
      scenarioId("x"),
      { kind: "unknown-parent", scenario: low, parent: "x" },
    ],
  ])("rebase refuses to go %s", (_what, id, parent, error) => {
    expect(rebaseScenario(tree, id, parent)).toEqual({ ok: false, error });
  });

  test("a removed scenario leaves what it supposed to its children", () => {
    const rest = removeScenario(setOverride(tree, low, "c", { clamp: true }), low);
    if (!rest.ok) throw new Error(rest.error.kind);
    expect(scenarioOf(rest.value, lower)).toEqual(
      scenario(lower, root, { a: { assumption: grow(8) }, b: { assumption: grow(1) }, c: { clamp: true } }),
    );
  });

  test("the root stays while others inherit from it", () => {
    expect(removeScenario(tree, root).ok).toBe(false);
    expect(removeScenario(treeOf([scenario("a", null)]), scenarioId("a"))).toEqual({
      ok: false,
      error: { kind: "no-root" },
    });
  });

  test("names stay apart", () => {
    const error = { kind: "same-name", name: "力争", scenarios: [low, high] };
    expect(renameScenario(tree, low, "力争")).toMatchObject({ ok: false, error });
    expect(renameScenario(tree, low, "底线")).toMatchObject({ ok: true });
    expect(addScenario(tree, { ...scenario("新", low), name: "基准" })).toMatchObject({ ok: false });
    expect(addScenario(tree, scenario("新", low))).toMatchObject({ ok: true });
  });
});

describe("laws of edits", () => {
  const anyPair = fc.tuple(anyTree, fc.nat(), fc.nat()).map(([each, a, b]) => ({
    tree: each,
    id: each.scenarios[a % each.scenarios.length]?.id ?? each.root,
    other: each.scenarios[b % each.scenarios.length]?.id ?? each.root,
  }));

  test("rebase and back is identity", () => {
    fc.assert(
      fc.property(anyPair, ({ tree: before, id, other }) => {
        const { parent } = scenarioOf(before, id);
        const there = rebaseScenario(before, id, other);
        if (!there.ok || parent === null) return;
        const back = rebaseScenario(there.value.tree, id, parent);
        expect(back.ok && back.value.tree).toEqual(before);
      }),
    );
  });

  test("removing a scenario changes what no other supposes", () => {
    fc.assert(
      fc.property(anyPair, ({ tree: before, id }) => {
        const after = removeScenario(before, id);
        if (!after.ok) return;
        for (const each of after.value.scenarios)
          expect(plansOf(after.value, each.id)).toEqual(plansOf(before, each.id));
      }),
    );
  });
});
