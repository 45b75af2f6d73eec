import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges } from "#core/command/apply-command.ts";
import { comparePlans } from "#core/history/compare-plans.ts";
import { disputedBase } from "#core/merge/disputed-base.ts";
import { conflictKey, type Side } from "#core/merge/merge-conflict.ts";
import { mergePlans } from "#core/merge/merge-plans.ts";
import type { Plan } from "#core/plan/plan.ts";
import { changesOf, walk } from "../command/arbitraries.ts";

/** Two states of a plan whose common one nobody knows. */
const apart = walk.map(({ plan, commands }) => {
  const half = Math.floor(commands.length / 2);
  const carryOut = (from: readonly (typeof commands)[number][]) =>
    from.reduce((current, command) => applyChanges(current, changesOf(current, command)), plan);
  return { ours: carryOut(commands.slice(0, half)), theirs: carryOut(commands.slice(half)) };
});

const merged = (ours: Plan, theirs: Plan, side: Side) =>
  mergePlans({ base: disputedBase(ours, theirs), ours, theirs }, () => side);

/** What the rows and cells of a plan show. */
const cellsOf = (from: Plan, to: Plan) =>
  comparePlans(from, to)
    .indicators.flatMap(({ differences }) => differences)
    .filter(({ kind }) => kind === "cell" || kind === "added" || kind === "removed");

describe("two states without a common one", () => {
  test("merge into whichever side is chosen throughout", () => {
    fc.assert(
      fc.property(apart, ({ ours, theirs }) => {
        expect(cellsOf(merged(ours, theirs, "ours").plan, ours)).toEqual([]);
        expect(cellsOf(merged(ours, theirs, "theirs").plan, theirs)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("make every cell and row that differs a choice, whichever side is which", () => {
    fc.assert(
      fc.property(apart, ({ ours, theirs }) => {
        const { conflicts } = merged(ours, theirs, "ours");
        expect(conflicts.length > 0 || cellsOf(ours, theirs).length === 0).toBe(true);
        const other = merged(theirs, ours, "theirs").conflicts;
        expect(other.map(conflictKey).sort()).toEqual(conflicts.map(conflictKey).sort());
      }),
      { numRuns: 200 },
    );
  });

  test("that are the same merge into that without a question", () => {
    fc.assert(
      fc.property(walk, ({ plan }) => {
        expect(merged(plan, structuredClone(plan), "theirs")).toEqual({ plan, conflicts: [] });
      }),
      { numRuns: 100 },
    );
  });

  test("leave nothing behind of what stood for the unknown", () => {
    fc.assert(
      fc.property(apart, fc.func(fc.boolean()), ({ ours, theirs }, pick) => {
        const base = disputedBase(ours, theirs);
        const { plan } = mergePlans({ base, ours, theirs }, (conflict) =>
          pick(conflictKey(conflict)) ? "ours" : "theirs",
        );
        expect(JSON.stringify(plan)).not.toContain("\\u0000");
      }),
      { numRuns: 150 },
    );
  });
});
