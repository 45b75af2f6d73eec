import { describe, expect, test } from "vitest";
import { scenarioId } from "#core/scenario/scenario.ts";
import { partOrigin, yearOrigin } from "#core/scenario/scenario-origin.ts";
import { seriesOf } from "../projection/engine/model-of.ts";
import { scenario, treeOf } from "./arbitraries.ts";

const [root, child, leaf] = [scenarioId("基准"), scenarioId("力争"), scenarioId("再力争")];
const tree = treeOf([
  scenario(root, null, {
    a: {
      assumption: { method: "growth", rate: 5, byYear: [{ year: 2023, value: 0 }] },
      shocks: [{ kind: "multiply", from: 2024, to: 2025, amount: 0.9 }],
    },
    c: { assumption: { method: "series", values: [{ year: 2024, value: 7 }] } },
  }),
  scenario(child, root, { a: { clamp: true } }),
  scenario(leaf, child, {
    b: {
      assumption: {
        method: "toTarget",
        aim: null,
        shape: { kind: "linear" },
        year: 2025,
        level: 9,
        held: [{ year: 2023, value: 4 }],
      },
    },
  }),
]);
const a = { ...seriesOf("a", [1, Number.NaN, 3]), range: { min: 0, max: 100 } };

describe("who decided", () => {
  test.each([
    [root, "a", "assumption", { kind: "set-here" }],
    [leaf, "a", "assumption", { kind: "inherited", from: root }],
    [leaf, "a", "clamp", { kind: "inherited", from: child }],
    [child, "a", "clamp", { kind: "set-here" }],
    [root, "a", "clamp", { kind: "default" }],
    [child, "b", "assumption", { kind: "default" }],
    [leaf, "b", "assumption", { kind: "set-here" }],
  ] as const)("in %s of %s the %s", (id, series, part, origin) => {
    expect(partOrigin(tree, id, series, part)).toEqual(origin);
  });
});

describe("where a year comes from", () => {
  const fromRoot = { kind: "inherited", from: root };
  test.each([
    [2020, { kind: "observed" }],
    [2021, { kind: "not-observed" }],
    [2022, { kind: "observed" }],
    [2023, { kind: "typed", assumption: fromRoot, shocks: null, clamp: { kind: "inherited", from: child } }],
    [
      2024,
      { kind: "computed", assumption: fromRoot, shocks: fromRoot, clamp: { kind: "inherited", from: child } },
    ],
    [
      2026,
      { kind: "computed", assumption: fromRoot, shocks: null, clamp: { kind: "inherited", from: child } },
    ],
  ])("%i of a series with observations in 2020 and 2022", (year, origin) => {
    expect(yearOrigin(tree, leaf, a, year)).toEqual(origin);
  });

  const set = { assumption: { kind: "set-here" }, shocks: null, clamp: null };
  test.each([
    ["b", 2022, leaf, { kind: "computed", ...set }],
    ["b", 2023, leaf, { kind: "typed", ...set }],
    ["b", 2025, leaf, { kind: "typed", ...set }],
    ["c", 2024, root, { kind: "typed", ...set }],
    ["c", 2023, child, { kind: "computed", ...set, assumption: fromRoot }],
  ] as const)("%s in %i", (name, year, id, origin) => {
    expect(yearOrigin(tree, id, seriesOf(name, [1]), year)).toEqual(origin);
  });

  test("a scenario that keeps to the range of a series without one keeps to nothing", () => {
    expect(yearOrigin(tree, leaf, { ...a, range: null }, 2023)).toMatchObject({ clamp: null });
  });
});
