import { Dexie } from "dexie";
import { expect, test } from "vitest";
import { readPlanArchive, writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { buildPlan } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import { openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";

/** A backup as a former program wrote it. */
async function withoutMarks(bytes: Uint8Array) {
  const { plans, workbench } = valueOf(await readPlanArchive(bytes));
  const book = typeof workbench === "object" ? workbench : {};
  return writePlanArchive({ plans, workbench: { ...book, entry: null, marks: [] } });
}

test("a backup that the journal cannot be compared with is taken only where nothing else is left, and that is said", async () => {
  const machine = memoryMachine();
  const { store, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  valueOf(await store.execute(draft, typed(0, "12")));
  valueOf(await store.execute(draft, typed(1, "13")));
  await expect.poll(() => [...machine.journals.values()].map((held) => held.length)).toEqual([3]);
  expect(await store.backUp("manual")).toMatchObject({ ok: true });
  const made = await planOf(store, draft);
  await store.close();
  for (const held of machine.backups) held.bytes = await withoutMarks(held.bytes);

  await Dexie.delete(database);
  const whole = await openStore(database, seeds, machine.bridge);
  expect(whole.recovery).toMatchObject({ backupAt: null, unproven: false });
  await whole.close();

  for (const [name, entries] of machine.journals) machine.journals.set(name, entries.slice(1));
  await Dexie.delete(database);
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({ backupAt: machine.backups[0]?.backup.at, gap: null, unproven: true });
  expect(await planOf(next, draft)).toEqual(made);
});
