import { expect, test } from "vitest";
import { year } from "#core/plan/ids.ts";
import { cautionOf } from "#renderer/features/grid/cell/caution.ts";
import { disagreementIndex } from "#renderer/features/grid/disagreement-index.ts";
import { planOf } from "../../../core/plan/plan-of.ts";

const plan = planOf([
  { name: "比重", unit: "%", observed: { 2015: "50" }, targets: { 2018: "达到120%", 2020: "达到60%" } },
  { name: "企业", unit: "家", observed: { 2015: "33" }, targets: { 2018: "达到30家", 2020: "达到100家" } },
  { name: "能耗", unit: "吨", observed: { 2015: "90" }, targets: { 2018: "80吨", 2020: "60吨" } },
]);
const source = { plan, predecessor: null, concepts: new Map(), disagreements: disagreementIndex(plan) };
const target = (row: number, at: number) =>
  cautionOf(source, row, { kind: "target", year: year(at), role: "milestone" });

test("a phrase that looks as if a number was meant is told; one that is meant as a phrase is not", () => {
  const own = planOf([{ name: "水平", unit: "项", targets: { 2018: "达到先进水平", 2020: "显著提高" } }]);
  const at = (column: number) =>
    cautionOf({ ...source, plan: own }, 0, { kind: "target", year: year(column), role: "milestone" });
  expect([at(2018), at(2020)]).toEqual([{ kind: "phrase" }, null]);
});

test("a share beyond 100 % and a milestone that turns back are told, and nothing else", () => {
  expect(target(0, 2018)).toEqual({ kind: "share" });
  expect(target(1, 2018)).toEqual({ kind: "back", year: 2018 });
  expect([target(1, 2020), target(2, 2018), target(2, 2020)]).toEqual([null, null, null]);
  expect(cautionOf(source, 0, { kind: "observation", year: year(2015), role: "base" })).toBeNull();
  expect(cautionOf(source, 0, { kind: "name" })).toBeNull();
});
