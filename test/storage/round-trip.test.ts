import * as fc from "fast-check";
import { expect, test } from "vitest";
import { planId } from "#core/plan/ids.ts";
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

test("a plan is one record with its values in one Float64Array, and a chunk for every 200 indicators", async () => {
  const db = new WorkbenchDatabase(freshName());
  await db.open();
  const plan = buildPlan("p", 450);
  const repository = new PlanRepository(db);
  await db.transaction("rw", repository.tables, () => repository.put(plan, { generation: "g", at: 1 }));
  const rows = await db.plans.toArray();
  expect(rows).toHaveLength(1);
  expect(rows[0]?.values).toBeInstanceOf(Float64Array);
  expect(rows[0]?.values).toHaveLength(450 * 2);
  expect(rows[0]?.statuses).toBeInstanceOf(Uint8Array);
  const chunks = await db.chunks.toArray();
  expect(chunks.map(({ indicators }) => indicators.length)).toEqual([200, 200, 50]);
  expect(JSON.stringify(chunks)).not.toContain("undefined");
  db.close();
});

test("a record that is not what the program wrote is reported, not shown", async () => {
  const db = new WorkbenchDatabase(freshName());
  await db.open();
  const repository = new PlanRepository(db);
  await db.transaction("rw", repository.tables, () =>
    repository.put(buildPlan("p", 3), { generation: "g", at: 1 }),
  );
  await db.plans.update("p", { values: new Float64Array(2) });
  await expect(new PlanRepository(db).read(planId("p"))).rejects.toThrow("2 values for 6 cells");
  db.close();
});
