import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges } from "#core/command/apply-command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import { refitChanges } from "#core/history/refit-changes.ts";
import type { Plan } from "#core/plan/plan.ts";
import { changesOf, walk } from "../command/arbitraries.ts";

/** Each command of a walk as its changes, with the state that it was given on and one that other commands made of it. */
const steps = walk.map(({ plan, commands }) => {
  let current = plan;
  return commands.map((command, at) => {
    const before = current;
    const changes = changesOf(before, command);
    current = applyChanges(before, changes);
    const others = commands
      .slice(at + 1)
      .reduce((other, next) => applyChanges(other, changesOf(other, next)), before);
    return { before, changes, after: current, others };
  });
});

function refitted(plan: Plan, changes: readonly PlanChange[]): Plan | null {
  const fitted = refitChanges(plan, changes);
  return fitted.ok ? applyChanges(plan, fitted.value) : null;
}

/** What a plan holds, whatever the order of its rows. */
const contents = ({ indicators, statements }: Plan) => ({
  rows: new Map(indicators.map((indicator) => [indicator.id, indicator])),
  count: [indicators.length, statements.length],
});

describe("laws of changes that are made to another state", () => {
  test("on the state that they were made on they come to the same", () => {
    fc.assert(
      fc.property(steps, (walked) => {
        for (const { before, changes, after } of walked) expect(refitted(before, changes)).toEqual(after);
      }),
      { numRuns: 200 },
    );
  });

  test("carried out again they are refused or leave the same rows, in whatever order", () => {
    fc.assert(
      fc.property(steps, (walked) => {
        for (const { changes, after } of walked)
          expect(contents(refitted(after, changes) ?? after)).toEqual(contents(after));
      }),
      { numRuns: 200 },
    );
  });

  test("on any other state they fit or are refused, and no row is there twice", () => {
    fc.assert(
      fc.property(steps, (walked) => {
        for (const { changes, others } of walked) {
          const ids = (refitted(others, changes) ?? others).indicators.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
