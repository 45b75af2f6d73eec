import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, invertChanges } from "#core/command/apply-command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { changesOf, walk } from "./arbitraries.ts";

describe("laws of editing", () => {
  test("undo after do gives the same plan, and redo after undo the edited one", () => {
    fc.assert(
      fc.property(walk, ({ plan, commands }) => {
        const states = [plan];
        const done: (readonly PlanChange[])[] = [];
        for (const next of commands) {
          const now = states.at(-1) ?? plan;
          const changes = changesOf(now, next);
          done.push(changes);
          states.push(applyChanges(now, changes));
        }
        let now = states.at(-1) ?? plan;
        for (const [step, changes] of [...done.entries()].reverse()) {
          const before = applyChanges(now, invertChanges(changes));
          expect(before).toEqual(states[step]);
          expect(applyChanges(before, changes)).toEqual(now);
          now = before;
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a command that is given twice leaves the plan as it was after the first time", () => {
    fc.assert(
      fc.property(walk, ({ plan, commands }) => {
        let now = plan;
        for (const next of commands.filter(({ type }) => type !== "batch")) {
          now = applyChanges(now, changesOf(now, next));
          expect(applyChanges(now, changesOf(now, next))).toEqual(now);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("an edited plan is a sound plan file", () => {
    fc.assert(
      fc.property(walk, ({ plan, commands }) => {
        const edited = commands.reduce((now, next) => applyChanges(now, changesOf(now, next)), plan);
        const json = JSON.stringify(writePlanFile(edited));
        expect(readPlanFile(JSON.parse(json), "own")).toEqual({ ok: true, value: edited });
      }),
      { numRuns: 500 },
    );
  });

  test("no command changes the plan that it is given", () => {
    fc.assert(
      fc.property(walk, ({ plan, commands }) => {
        const copy = structuredClone(plan);
        for (const next of commands) applyChanges(plan, changesOf(plan, next));
        expect(plan).toEqual(copy);
      }),
    );
  });
});
