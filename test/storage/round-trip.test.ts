import * as fc from "fast-check";
import { expect, test } from "vitest";
import { planId, year } from "#core/plan/ids.ts";
import { withObservation } from "#core/plan/observation-table.ts";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { PlanRepository } from "#renderer/data/repositories/plan-repository.ts";
import { anyPlan } from "./arbitrary-plan.ts";
import { buildPlan } from "./build-plan.ts";
import { freshName } from "./open-for-test.ts";

test("whatever plan is put in, the same plan comes out", async () => {
  const db = new WorkbenchDatabase(freshName());
  await db.open();
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      const writer = new PlanRepository(db);
      await db.transaction("rw", writer.tables, () => writer.put(plan, { generation: "g", at: 1 }));
      const read = await new PlanRepository(db).read(plan.id);
      expect(read?.plan).toEqual(plan);
    }),
    { numRuns: 50 },
  );
  db.close();
});

test("a plan is one record, and a chunk for every 200 indicators with their values in the years that have any", async () => {
  const db = new WorkbenchDatabase(freshName());
  await db.open();
  const built = buildPlan("p", 450);
  const value = { value: 12, basis: "estimated", decimals: null } as const;
  const plan = { ...built, observations: withObservation(built.observations, 401, year(2019), value) };
  const repository = new PlanRepository(db);
  await db.transaction("rw", repository.tables, () => repository.put(plan, { generation: "g", at: 1 }));
  const rows = await db.plans.toArray();
  expect(rows).toHaveLength(1);
  expect(rows[0]?.years).toEqual([2015, 2016, 2019]);
  const chunks = await db.chunks.toArray();
  expect(chunks.map(({ indicators }) => indicators.length)).toEqual([200, 200, 50]);
  expect(chunks.map(({ years }) => years)).toEqual([[2015], [], [2019]]);
  expect(chunks.map(({ values }) => values)).toEqual([
    new Float64Array(200).fill(Number.NaN).with(0, 9),
    new Float64Array(),
    new Float64Array(50).fill(Number.NaN).with(1, 12),
  ]);
  expect(chunks.map(({ statuses }) => statuses.length)).toEqual([200, 0, 50]);
  expect(JSON.stringify(chunks)).not.toContain("undefined");
  db.close();
});

test.each([
  ["too few values", { values: new Float64Array(2) }, "chunk p/0: 2 and 3 values for 3 cells"],
  [
    "too few marks beside the values",
    { statuses: new Uint8Array(2) },
    "chunk p/0: 3 and 2 values for 3 cells",
  ],
  ["values of a year that the plan has not", { years: [2014] }, "chunk p/0: values of 2014"],
])("%s are reported, not shown", async (_, damage, told) => {
  const db = new WorkbenchDatabase(freshName());
  await db.open();
  const repository = new PlanRepository(db);
  await db.transaction("rw", repository.tables, () =>
    repository.put(buildPlan("p", 3), { generation: "g", at: 1 }),
  );
  await db.chunks.update(["p", 0], damage);
  await expect(new PlanRepository(db).read(planId("p"))).rejects.toThrow(told);
  db.close();
});
