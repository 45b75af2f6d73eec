import { Dexie } from "dexie";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { jurisdictionCode, planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { readBackupContents } from "#renderer/data/backup/read-backup.ts";
import { planArbitrary } from "../core/plan/arbitraries.ts";
import { buildPlan } from "./build-plan.ts";
import { type MemoryMachine, memoryMachine } from "./memory-machine.ts";
import { freshName, openStore, valueOf } from "./open-for-test.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";
import { IS_FULL, tellRow } from "./torture-run.ts";

/** How many generated plans go round, how many of them at a time, and the rows of the large one. */
const RUN = IS_FULL ? { plans: 500, together: 25, rows: 50_000 } : { plans: 10, together: 5, rows: 500 };

/** The canonical bytes of the plans in the newest backup. */
async function plansIn({ backups }: MemoryMachine): Promise<Uint8Array> {
  const [newest] = backups;
  if (newest === undefined) throw new Error("There is no backup");
  const { plans } = valueOf(await readBackupContents(newest.bytes));
  return writePlanArchive({ plans, workbench: null });
}

/** Backs plans up, wipes the database, brings the plans back, and backs them up again; the canonical bytes of both backups. */
async function roundTrip(plans: readonly Plan[], how: "by itself" | "by hand") {
  const seeds = await seedBundleOf(1, [buildPlan("bundled-13", 2)]);
  const machine = memoryMachine();
  const database = freshName();
  const store = await openStore(database, seeds, machine.bridge);
  valueOf(await store.takeIn(plans.map((plan) => ({ plan, how: { kind: "add" } }))));
  expect((await store.backUp("manual")).ok).toBe(true);
  const before = await plansIn(machine);
  await store.close();
  await Dexie.delete(database);
  machine.journals.clear();

  const there = how === "by itself" ? machine : memoryMachine();
  const again = await openStore(database, seeds, there.bridge);
  if (how === "by hand") {
    const [backup] = machine.backups;
    const held = valueOf(await readBackupContents(backup?.bytes ?? new Uint8Array()));
    valueOf(await again.takeIn(held.plans.map((plan) => ({ plan, how: { kind: "add" } }))));
  }
  expect((await again.backUp("manual")).ok).toBe(true);
  const after = await plansIn(there);
  await again.close();
  return { before, after };
}

const isSame = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

test("a backup, a wiped database, a restore and a backup again give the same bytes", async () => {
  const figures = { plans: 0, rows: 0, different: 0 };
  const made = fc.sample(planArbitrary(), { numRuns: RUN.plans, seed: 6 });
  for (let at = 0; at < made.length; at += RUN.together) {
    const plans = made.slice(at, at + RUN.together).map(
      (plan, index): Plan => ({
        ...renamed(plan, `draft-${at + index}`),
        jurisdiction: jurisdictionCode("440785"),
        origin: "own",
      }),
    );
    const how = (at / RUN.together) % 2 === 0 ? "by itself" : "by hand";
    const { before, after } = await roundTrip(plans, how);
    figures.plans += plans.length;
    if (!isSame(before, after)) figures.different += 1;
  }
  const large: Plan = { ...buildPlan("large", RUN.rows), origin: "own" };
  figures.rows = large.indicators.length;
  const { before, after } = await roundTrip([large], "by itself");
  if (!isSame(before, after)) figures.different += 1;
  tellRow({ goal: 6, runs: figures.plans + 1, ok: figures.different === 0, figures });
  expect(figures).toEqual({ plans: RUN.plans, rows: RUN.rows, different: 0 });
}, 900_000);

/** A generated plan under an id of its own, with all that stands under it. */
function renamed(plan: Plan, id: string): Plan {
  const text = JSON.stringify({ ...plan, observations: null }).replaceAll(`"${plan.id}`, `"${id}`);
  const moved: unknown = JSON.parse(text);
  return { ...plan, ...(moved as Plan), observations: plan.observations, id: planId(id) };
}
