import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand, invertChanges } from "#core/command/apply-command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import { comparePlans } from "#core/history/compare-plans.ts";
import type { JournalEntry } from "#core/history/journal-entry.ts";
import { planBefore } from "#core/history/plan-before.ts";
import { planDifference } from "#core/history/plan-difference.ts";
import type { Plan } from "#core/plan/plan.ts";
import { changesOf, walk } from "../command/arbitraries.ts";

/** The states that a walk goes through, and the entry between each two. */
interface Walked {
  readonly states: readonly Plan[];
  readonly entries: readonly JournalEntry[];
}

const walked = fc.tuple(walk, fc.infiniteStream(fc.boolean())).map(([{ plan, commands }, undoes]): Walked => {
  const states = [plan];
  const entries: JournalEntry[] = [];
  const go = (
    changes: readonly PlanChange[],
    deed: Pick<JournalEntry & { kind: "undo" }, "kind" | "target" | "deed"> | null,
  ) => {
    const head = { seq: entries.length + 1, at: 0, author: null };
    entries.push(
      deed === null
        ? { ...head, kind: "do", deed: { type: "editCell", origin: null }, changes }
        : { ...head, ...deed, changes },
    );
    states.push(applyChanges(states.at(-1) ?? plan, changes));
  };
  for (const command of commands) {
    const changes = changesOf(states.at(-1) ?? plan, command);
    go(changes, null);
    if (undoes.next().value === true)
      go(invertChanges(changes), {
        kind: "undo",
        target: entries.length,
        deed: { type: "editCell", origin: null },
      });
  }
  return { states, entries };
});

/** Two states of one walk. */
const twoStates = walked.chain(({ states }) => {
  const state = fc.nat({ max: states.length - 1 });
  return fc.record({ from: state, to: state }).map(({ from, to }) => {
    const [a, b] = [states[from], states[to]];
    if (a === undefined || b === undefined) throw new Error("No such state");
    return { from: a, to: b };
  });
});

describe("laws of history", () => {
  test("walking back over the entries gives each state that the plan had", () => {
    fc.assert(
      fc.property(walked, ({ states, entries }) => {
        const now = states.at(-1);
        if (now === undefined) throw new Error("No state");
        for (const [at, state] of states.entries()) expect(planBefore(now, entries.slice(at))).toEqual(state);
      }),
      { numRuns: 200 },
    );
  });

  test("the difference of two states turns one into the other, and back", () => {
    fc.assert(
      fc.property(twoStates, ({ from, to }) => {
        const changes = planDifference(from, to);
        expect(applyChanges(from, changes)).toEqual(to);
        expect(applyChanges(to, invertChanges(changes))).toEqual(from);
      }),
      { numRuns: 500 },
    );
  });

  test("equal states do not differ, and states whose cells show different things do", () => {
    fc.assert(
      fc.property(twoStates, ({ from, to }) => {
        expect(planDifference(from, structuredClone(from))).toEqual([]);
        expect(comparePlans(to, to).indicators).toEqual([]);
        const seen = (plan: Plan) =>
          plan.indicators.map(({ id, name, unit, rejected }) => [id, name, unit, rejected]);
        const same = JSON.stringify(seen(from)) === JSON.stringify(seen(to));
        if (!same) expect(comparePlans(from, to).indicators).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("a restored state is the former one, once and again", () => {
    fc.assert(
      fc.property(twoStates, ({ from, to }) => {
        const command = { type: "restore", state: from, entry: 1 } as const;
        const restored = applyChanges(to, changesOf(to, command));
        expect(restored).toEqual(from);
        expect(applyCommand(restored, command)).toEqual({ ok: true, value: [] });
      }),
      { numRuns: 200 },
    );
  });
});
