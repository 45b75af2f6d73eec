import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Command } from "#core/command/command.ts";
import { year } from "#core/plan/ids.ts";
import { observedRow, withObservations, withRows } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import { sameValue } from "#core/same-value.ts";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { PlanRepository } from "#renderer/data/repositories/plan-repository.ts";
import { walk } from "../core/command/arbitraries.ts";
import { buildPlan } from "./build-plan.ts";
import { freshName, openStore, planOf, valueOf } from "./open-for-test.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";

/** Rows among which those of a drawn plan stand: its first two on both sides of the border between two chunks. */
const FILLING = 410;
const PLACES = [200, 199, 5, 399];

/** A drawn plan with so many rows more that it has three chunks; some have values, in years of which others know nothing. */
function spread(plan: Plan): Plan {
  const filling = buildPlan("draft-1", FILLING).indicators;
  const places = new Map(plan.indicators.map((_, row) => [PLACES[row] ?? 0, row]));
  const drawn = (row: number) => places.get(row);
  const count = FILLING + plan.indicators.length;
  let next = 0;
  const indicators = Array.from({ length: count }, (_, row) => {
    const own = drawn(row);
    if (own !== undefined) return plan.indicators[own];
    next += 1;
    return filling[next - 1];
  }).flatMap((indicator) => indicator ?? []);
  const rows = indicators.map((_, row) => {
    const own = drawn(row);
    return own === undefined ? [] : observedRow(plan.observations, own);
  });
  const observations = withObservations(
    withRows(plan.observations, rows),
    [1, 7, 198, 250, 402, 409].map((row) => ({
      ...{ row, year: year(2010 + (row % 4)) },
      observation: { value: row, basis: "stated", decimals: 0 } as const,
    })),
  );
  return { ...plan, indicators, observations };
}

type Turn = Command | "undo" | "redo" | "back to the start";

const turns = walk.chain(({ plan, commands }) =>
  fc.record({
    plan: fc.constant(spread(plan)),
    turns: fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.constantFrom<Turn>(...(commands.length === 0 ? (["redo"] as const) : commands)),
        },
        { weight: 2, arbitrary: fc.constantFrom<Turn>("undo", "redo") },
        { weight: 1, arbitrary: fc.constant<Turn>("back to the start") },
      ),
      { minLength: 5, maxLength: 9 },
    ),
    /** At which turns the second window looks. */
    looks: fc.infiniteStream(fc.boolean()),
  }),
);

test("after whatever edits a plan of several chunks is the same for who made them, who knew it before, and who reads it anew", async () => {
  await fc.assert(
    fc.asyncProperty(turns, async ({ plan, turns: steps, looks }) => {
      const database = freshName();
      const seeds = await seedBundleOf(1, []);
      const store = await openStore(database, seeds);
      const { id } = plan;
      valueOf(await store.takeIn([{ plan, how: { kind: "add" } }]));
      const start = await planOf(store, id);
      const db = new WorkbenchDatabase(database);
      await db.open();
      const second = new PlanRepository(db);
      await second.read(id);
      for (const step of steps) {
        if (step === "undo") await store.undo(id);
        else if (step === "redo") await store.redo(id);
        else if (step === "back to the start")
          valueOf(await store.execute(id, { type: "restore", state: start, entry: 1 }));
        else await store.execute(id, step);
        const shown = await planOf(store, id);
        expect(sameValue((await new PlanRepository(db).read(id))?.plan, shown)).toBe(true);
        const names = shown.indicators.map(({ id: row, name }) => ({ id: row, name }));
        for (const repository of [new PlanRepository(db), second])
          expect(sameValue((await repository.readListed())[0]?.names, names)).toBe(true);
        if (looks.next().value === true) expect(sameValue((await second.read(id))?.plan, shown)).toBe(true);
      }
      expect(sameValue((await second.read(id))?.plan, await planOf(store, id))).toBe(true);
      db.close();
      await store.close();
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
