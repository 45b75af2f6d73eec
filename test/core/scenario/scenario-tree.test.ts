import { describe, expect, test } from "vitest";
import { scenarioId } from "#core/scenario/scenario.ts";
import { lineage, scenarioTree } from "#core/scenario/scenario-tree.ts";
import { scenario, treeOf } from "./arbitraries.ts";

describe("scenarios form a tree", () => {
  test("in any order, the root wherever it stands", () => {
    const tree = treeOf([scenario("保底", "基准"), scenario("低投资", "保底"), scenario("基准", null)]);
    expect(tree.root).toBe("基准");
    expect(tree.topDown).toEqual([2, 0, 1]);
    expect(lineage(tree, scenarioId("低投资")).map(({ id }) => id)).toEqual(["低投资", "保底", "基准"]);
  });

  test.each([
    ["nothing", [], { kind: "no-root" }],
    ["two roots", [scenario("a", null), scenario("b", null)], { kind: "second-root", scenario: "b" }],
    [
      "a parent that is not there",
      [scenario("a", null), scenario("b", "x")],
      { kind: "unknown-parent", scenario: "b", parent: "x" },
    ],
    [
      "scenarios that inherit from one another",
      [scenario("r", null), scenario("a", "c"), scenario("b", "a"), scenario("c", "b")],
      { kind: "cycle", members: ["a", "c", "b"] },
    ],
    [
      "a scenario that inherits from a cycle",
      [scenario("x", "a"), scenario("a", "b"), scenario("b", "a")],
      { kind: "cycle", members: ["a", "b"] },
    ],
    ["one that inherits from itself", [scenario("a", "a")], { kind: "cycle", members: ["a"] }],
    ["one id twice", [scenario("a", null), scenario("a", "a")], { kind: "same-id", scenario: "a" }],
    ["no name", [{ ...scenario("a", null), name: "　 " }], { kind: "no-name", scenario: "a" }],
    [
      "names that read alike",
      [
        { ...scenario("a", null), name: "情景 A" },
        { ...scenario("b", "a"), name: "情景ａ" },
      ],
      { kind: "same-name", name: "情景ａ", scenarios: ["a", "b"] },
    ],
  ])("refuses %s", (_what, scenarios, error) => {
    expect(scenarioTree(scenarios)).toEqual({ ok: false, error });
  });
});
