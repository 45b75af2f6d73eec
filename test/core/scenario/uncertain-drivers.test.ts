import { describe, expect, test } from "vitest";
import type { Assumption } from "#core/projection/assumption.ts";
import type { Uncertainty } from "#core/projection/monte-carlo/uncertainty.ts";
import { resolveScenarios } from "#core/scenario/resolve-scenarios.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { uncertainDrivers } from "#core/scenario/uncertain-drivers.ts";
import { scenario, treeOf } from "./arbitraries.ts";

const grow = (rate: number): Assumption => ({ method: "growth", rate, byYear: [] });
const normal: Uncertainty = { distribution: { kind: "normal", sd: 2 }, drawn: "yearly" };
const range: Uncertainty = { distribution: { kind: "triangular", low: 3, mode: 5, high: 8 }, drawn: "once" };
const [root, child] = [scenarioId("基准"), scenarioId("力争")];

function driversOf(
  assumption: Assumption,
  uncertainty: Uncertainty,
  ids = ["a"],
  own: object = { assumption },
) {
  const tree = treeOf([
    scenario("基准", null, { a: { assumption: grow(5), uncertainty } }),
    scenario("力争", "基准", { a: own }),
  ]);
  const series = ids.map((id) => ({ id }));
  return [root, child].map((id) => uncertainDrivers(resolveScenarios(tree, ids), series, id));
}

describe("what is uncertain in a scenario", () => {
  test("a spread goes on around the number that a child sets, from the same stream", () => {
    const [before, after] = driversOf(grow(8), normal);
    expect(before?.drivers).toEqual([
      { series: 0, stream: expect.any(Number) as number, uncertainty: normal },
    ]);
    expect(after).toEqual(before);
  });

  test("the stream is that of the id, whatever stands beside it", () => {
    const [alone] = driversOf(grow(8), normal);
    const [beside] = driversOf(grow(8), normal, ["x", "y", "a"]);
    expect(beside?.drivers[0]).toMatchObject({ series: 2, stream: alone?.drivers[0]?.stream });
  });

  test.each<[string, Assumption, Uncertainty, string]>([
    ["no parameter that could be uncertain", { method: "hold" }, normal, "no-such-parameter"],
    [
      "a spread in percent for a step",
      { method: "step", delta: 1, byYear: [] },
      normal,
      "set-for-another-method",
    ],
    ["a stated range for another number", grow(8), range, "set-for-another-number"],
  ])("%s does nothing and is told", (_what, assumption, uncertainty, reason) => {
    const [before, after] = driversOf(assumption, uncertainty);
    expect(before?.idle).toEqual([]);
    expect(after).toEqual({ drivers: [], idle: [{ series: 0, reason }] });
  });

  // Two words of one FNV-1a hash.
  test("ids that meet in one hash still draw apart", () => {
    const own = { assumption: grow(5), uncertainty: normal };
    const tree = treeOf([scenario("基准", null, { costarring: own, liquid: own })]);
    const ids = ["costarring", "liquid"];
    const { drivers } = uncertainDrivers(
      resolveScenarios(tree, ids),
      ids.map((id) => ({ id })),
      root,
    );
    const [first = 0, second] = drivers.map(({ stream }) => stream);
    expect(second).toBe(first + 1);
  });

  test("a child that sets its own range has it", () => {
    const [, after] = driversOf(grow(8), range, ["a"], { assumption: grow(8), uncertainty: range });
    expect(after).toMatchObject({ drivers: [{ uncertainty: range }], idle: [] });
  });
});
