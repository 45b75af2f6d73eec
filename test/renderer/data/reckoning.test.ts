import { expect, test } from "vitest";
import type { Command } from "#core/command/command.ts";
import { type IndicatorId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { editedPlan, isOutcome } from "#renderer/data/edited-plan.ts";
import { Reckoning } from "#renderer/data/reckoning.ts";
import { draft } from "../grid/grid-fixtures.ts";

function idAt(at: number): IndicatorId {
  const indicator = draft.indicators[at % draft.indicators.length];
  if (indicator === undefined) throw new Error("The draft has no rows");
  return indicator.id;
}

/** Every row of the draft gets a target, over and over: a block of so many cells. */
function block(cells: number): Command {
  const edits = Array.from({ length: cells }, (_, at) => ({
    indicator: idAt(at),
    field: { kind: "target", year: year(2025) } as const,
    text: `达到${at + 1}`,
  }));
  return { type: "editCells", edits, origin: "paste" };
}

const shown = (): Plan => draft;

test("an edit of a few cells waits for nothing", () => {
  expect(new Reckoning().ahead(shown, block(20))).toBeNull();
});

test("a large edit tells how far it is, and comes to what it comes to at once", async () => {
  const reckoning = new Reckoning();
  const told: number[] = [];
  reckoning.running.subscribe((running) => {
    if (running !== null) told.push(running.progress.done);
  });
  const command = block(60_000);
  expect(await reckoning.ahead(shown, command)).toBe(true);
  expect(told.length).toBeGreaterThan(2);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  const outcome = editedPlan(draft, command);
  expect(outcome).toEqual(editedPlan(draft, { ...command }));
  expect(outcome.ok && isOutcome(outcome.value.plan, command)).toBe(true);
  expect(isOutcome(draft, command)).toBe(false);
});

test("a large edit is given up when it is stopped, and the edits behind it go on", async () => {
  const reckoning = new Reckoning();
  const large = reckoning.ahead(shown, block(60_000));
  const small = reckoning.ahead(shown, block(1));
  expect(reckoning.stop()).toBe(true);
  expect(await large).toBe(false);
  expect(await small).toBe(true);
  expect(reckoning.stop()).toBe(false);
  expect(reckoning.ahead(shown, block(1))).toBeNull();
});
