import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import { conflictKey } from "#core/merge/merge-conflict.ts";
import { mergePlans } from "#core/merge/merge-plans.ts";
import { indicatorId, year } from "#core/plan/ids.ts";
import type { Field, Plan } from "#core/plan/plan.ts";
import { changesOf, walk } from "../command/arbitraries.ts";
import { planOf } from "../plan/plan-of.ts";

const carryOut = (plan: Plan, commands: readonly Command[]): Plan =>
  commands.reduce((current, command) => applyChanges(current, changesOf(current, command)), plan);

/** A common state and what two planners made of it. */
const forked = fc.tuple(walk, fc.nat({ max: 6 }), fc.nat({ max: 6 })).map(([{ plan, commands }, a, b]) => {
  const base = carryOut(plan, commands.slice(0, Math.min(a, b)));
  const rest = commands.slice(Math.min(a, b));
  const half = Math.floor(rest.length / 2);
  return { base, ours: carryOut(base, rest.slice(0, half)), theirs: carryOut(base, rest.slice(half)) };
});

describe("laws of merging", () => {
  test("a side that did nothing adds nothing", () => {
    fc.assert(
      fc.property(forked, ({ base, ours }) => {
        expect(mergePlans({ base, ours, theirs: base })).toEqual({ plan: ours, conflicts: [] });
        expect(mergePlans({ base, ours: base, theirs: ours })).toEqual({ plan: ours, conflicts: [] });
      }),
      { numRuns: 300 },
    );
  });

  test("two that did the same merge into that", () => {
    fc.assert(
      fc.property(forked, ({ base, ours }) => {
        expect(mergePlans({ base, ours, theirs: structuredClone(ours) })).toEqual({
          plan: ours,
          conflicts: [],
        });
      }),
      { numRuns: 200 },
    );
  });

  test("which side is which matters only for the choice", () => {
    let clean = 0;
    fc.assert(
      fc.property(forked, ({ base, ours, theirs }) => {
        const one = mergePlans({ base, ours, theirs }, () => "ours");
        const other = mergePlans({ base, ours: theirs, theirs: ours }, () => "theirs");
        expect(other.plan).toEqual(one.plan);
        expect(other.conflicts.map(conflictKey).sort()).toEqual(one.conflicts.map(conflictKey).sort());
        if (one.conflicts.length === 0) {
          clean += 1;
          expect(mergePlans({ base, ours: theirs, theirs: ours }).plan).toEqual(one.plan);
        }
      }),
      { numRuns: 500 },
    );
    expect(clean).toBeGreaterThan(100);
  });

  test("a merged plan that is merged again with either side stays", () => {
    fc.assert(
      fc.property(forked, ({ base, ours, theirs }) => {
        const { plan, conflicts } = mergePlans({ base, ours, theirs });
        fc.pre(conflicts.length === 0);
        expect(mergePlans({ base: theirs, ours: plan, theirs }).plan).toEqual(plan);
        expect(mergePlans({ base: ours, ours, theirs: plan }).plan).toEqual(plan);
      }),
      { numRuns: 300 },
    );
  });
});

const enterprises = indicatorId("enping-13/row-1");
const spending = indicatorId("enping-13/row-2");
const target: Field = { kind: "target", year: year(2020) };
const base = planOf([
  { name: "高新技术企业", unit: "家", observed: { 2015: "10" }, targets: { 2020: "达到33家" } },
  { name: "研发投入", unit: "亿元", observed: { 2015: "2.3" }, targets: { 2020: "达到5亿元" } },
]);
const edit = (indicator: typeof enterprises, field: Field, text: string): Command => ({
  type: "editCell",
  indicator,
  field,
  text,
});

describe("merging what two planners did", () => {
  test("takes cells that only one of them changed, also in one row", () => {
    const ours = carryOut(base, [edit(enterprises, target, "达到40家")]);
    const theirs = carryOut(base, [
      edit(enterprises, { kind: "department" }, "科工商务局"),
      edit(spending, target, "达到6亿元"),
    ]);
    const { plan, conflicts } = mergePlans({ base, ours, theirs });
    expect(conflicts).toEqual([]);
    const wanted = carryOut(base, [
      edit(enterprises, target, "达到40家"),
      edit(enterprises, { kind: "department" }, "科工商务局"),
      edit(spending, target, "达到6亿元"),
    ]);
    expect(plan).toEqual(wanted);
  });

  test("names a cell that both changed, and takes the chosen side", () => {
    const ours = carryOut(base, [edit(enterprises, target, "达到40家")]);
    const theirs = carryOut(base, [edit(enterprises, target, "达到50家")]);
    const merged = mergePlans({ base, ours, theirs });
    expect(merged.conflicts).toMatchObject([{ kind: "cell", indicator: enterprises, field: target }]);
    expect(merged.plan).toEqual(ours);
    expect(mergePlans({ base, ours, theirs }, () => "theirs").plan).toEqual(theirs);
  });

  test("keeps a unit and the numbers measured in it together", () => {
    const ours = carryOut(base, [{ type: "changeUnit", indicator: spending, unit: "万元", how: "relabel" }]);
    const theirs = carryOut(base, [edit(spending, target, "达到6亿元")]);
    const merged = mergePlans({ base, ours, theirs });
    expect(merged.conflicts).toEqual([{ kind: "measure", indicator: spending }]);
    expect(merged.plan).toEqual(ours);
    expect(mergePlans({ base, ours, theirs }, () => "theirs").plan).toEqual(theirs);
  });

  test("asks about a row that one took out and the other changed; its statements stay with it", () => {
    const ours = carryOut(base, [{ type: "removeIndicators", indicators: [spending] }]);
    const theirs = carryOut(base, [edit(spending, target, "达到6亿元")]);
    const merged = mergePlans({ base, ours, theirs }, () => "theirs");
    expect(merged.conflicts).toEqual([{ kind: "row", indicator: spending, goneIn: "ours" }]);
    expect(merged.plan).toEqual(theirs);
    expect(mergePlans({ base, ours, theirs }).plan).toEqual(ours);
  });

  test("puts rows that both added where each had them, and keeps a move of one side", () => {
    const row = (id: string, name: string) => ({
      ...{ id: indicatorId(id), concept: null, name, unit: "家", attribute: "unspecified" as const },
      ...{ department: null, category: null },
    });
    const ours = carryOut(base, [
      { type: "addIndicators", rows: [row("new-a", "甲")], before: spending },
      { type: "moveIndicators", indicators: [enterprises], before: null },
    ]);
    const theirs = carryOut(base, [{ type: "addIndicators", rows: [row("new-b", "乙")], before: null }]);
    const { plan, conflicts } = mergePlans({ base, ours, theirs });
    expect(conflicts).toEqual([]);
    expect(plan.indicators.map(({ name }) => name)).toEqual(["甲", "研发投入", "乙", "高新技术企业"]);
  });
});
