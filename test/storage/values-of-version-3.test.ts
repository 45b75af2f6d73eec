import { expect, test } from "vitest";
import { EMPTY_HISTORY } from "#core/command/history.ts";
import { planId, year } from "#core/plan/ids.ts";
import { withObservations } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import { summarise } from "#core/plan/summary.ts";
import { toNamesRow } from "#renderer/data/db/names-row.ts";
import { toProgrammeRow } from "#renderer/data/db/programme-row.ts";
import { toScenariosRow } from "#renderer/data/db/scenario-row.ts";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { toChunkRows, toPlanRow } from "#renderer/data/repositories/plan-mapping.ts";
import { PlanRepository } from "#renderer/data/repositories/plan-repository.ts";
import { buildPlan } from "./build-plan.ts";
import { VERSION_3 } from "./database-of-version-3.ts";
import { freshName } from "./open-for-test.ts";
import { createPastDatabase } from "./past-version.ts";

const CHUNK = 200;

/** A plan of version 3 as it lay in its database: all of its values in its record, and none in its chunks. */
async function laidOut(plan: Plan, values = [...plan.observations.values]): Promise<string> {
  const revisions = Array.from({ length: Math.ceil(plan.indicators.length / CHUNK) }, () => 7);
  const book = {
    ...{ generation: "g", revision: 7, chunkRevisions: revisions, scenariosRevision: 7 },
    ...{ narrativeRevision: 0, namesRevision: 0 },
    ...{ history: EMPTY_HISTORY, lastEditAt: null, createdAt: 1, updatedAt: 2 },
  };
  const without = (row: object, names: readonly string[]) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
  const { summary, ...kept } = toPlanRow(plan, book, summarise(plan));
  const { ids, names } = toNamesRow(plan.id, plan.indicators, "g");
  const record = {
    ...without(kept, ["narrativeRevision", "namesRevision"]),
    summary: { ...summary, indicatorNames: { ids, names } },
  };
  const rows = {
    plans: [{ ...record, values, statuses: [...plan.observations.status] }],
    chunks: toChunkRows(plan, revisions).map((row) => without(row, ["years", "values", "statuses"])),
    programmes: [toProgrammeRow(plan, "g")],
    scenarios: [toScenariosRow(plan, "g")],
  };
  const name = freshName();
  await createPastDatabase([{ ...VERSION_3, rows, planFiles: {} }, name]);
  return name;
}

/** A plan with values in some years of some rows, and in some chunks none. */
function planWithValues(rows: number): Plan {
  const plan = buildPlan("p", rows);
  const updates = plan.indicators.flatMap((_, row) =>
    Math.floor(row / CHUNK) === 1
      ? []
      : [2014, 2017, 2019 + Math.floor(row / CHUNK)].map((value) => ({
          ...{ row, year: year(value) },
          observation: { value: row + value / 1e4, basis: "stated", decimals: row % 3 } as const,
        })),
  );
  return { ...plan, observations: withObservations(plan.observations, updates) };
}

test("the values of a plan of version 3 are in the chunks of their rows afterwards", async () => {
  const plan = planWithValues(850);
  const db = new WorkbenchDatabase(await laidOut(plan));
  await db.open();
  expect((await new PlanRepository(db).read(planId("p")))?.plan).toEqual(plan);
  const chunks = await db.chunks.toArray();
  expect(chunks).toEqual(toChunkRows(plan, [7, 7, 7, 7, 7]));
  expect(await db.plans.get("p")).not.toHaveProperty("values");
  db.close();
});

test("a record of version 3 that lacks values is told when its plan is opened, and keeps no one from the others", async () => {
  const plan = planWithValues(450);
  const db = new WorkbenchDatabase(await laidOut(plan, [...plan.observations.values].slice(0, -1)));
  await db.open();
  await expect(new PlanRepository(db).read(planId("p"))).rejects.toThrow("chunk p/2");
  expect(await new PlanRepository(db).readListed()).toMatchObject([
    { head: { id: "p" }, names: plan.indicators.map(({ id, name }) => ({ id, name })) },
  ]);
  db.close();
});
