import { expect, test } from "vitest";
import type { Backup } from "#bridge/backup.ts";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import { BACKUP_RESERVE_BYTES } from "#bridge/disk-space.ts";
import type { Command } from "#core/command/command.ts";
import { planId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { exportDatabase } from "#renderer/data/backup/export-database.ts";
import { type BackupContents, readBackupContents } from "#renderer/data/backup/read-backup.ts";
import { SCHEMA_VERSION } from "#renderer/data/db/workbench-database.ts";
import { openWorkbench } from "#renderer/data/open-workbench.ts";
import { PlanRepository } from "#renderer/data/repositories/plan-repository.ts";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { buildPlan } from "./build-plan.ts";
import { type MemoryMachine, memoryMachine } from "./memory-machine.ts";
import { freshName, openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";
import { createPastDatabase, readNatively } from "./past-version.ts";
import { PAST_VERSIONS } from "./past-versions.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";

const MANY = 201;

/** Types a value for 2016 into each of the first rows, as one edit. */
function typedInto({ indicators }: Plan, rows: number, text: string): Command {
  const field = { kind: "observation", year: year(2016) } as const;
  return {
    type: "editCells",
    edits: indicators.slice(0, rows).map(({ id }) => ({ indicator: id, field, text })),
  };
}

async function newest({ backups }: MemoryMachine): Promise<BackupContents & { readonly backup: Backup }> {
  const [made] = backups;
  if (made === undefined) throw new Error("There is no backup");
  return { ...valueOf(await readBackupContents(made.bytes)), backup: made.backup };
}

test("before an edit of a whole block a backup is made, of what was there before it", async () => {
  const machine = memoryMachine();
  const { store, draft } = await openWithDraft(buildPlan("p", MANY), machine.bridge);
  const before = await planOf(store, draft);
  valueOf(await store.execute(draft, typedInto(before, MANY - 1, "5")));
  expect(machine.backups).toHaveLength(0);

  const small = await planOf(store, draft);
  valueOf(await store.execute(draft, typedInto(before, MANY, "7")));
  await expect.poll(() => machine.backups).toHaveLength(1);
  const { plans, backup } = await newest(machine);
  expect(backup.reason).toBe("before-bulk-edit");
  expect(plans).toEqual([small]);
  expect(await planOf(store, draft)).not.toEqual(small);
});

test("a block as part of several commands counts, and a backup that the last one is equal to is not made again", async () => {
  const machine = memoryMachine();
  const { store, draft } = await openWithDraft(buildPlan("p", MANY), machine.bridge);
  expect((await store.backUp("manual")).ok).toBe(true);
  const half = Math.ceil(MANY / 2);
  const plan = await planOf(store, draft);
  const block: Command = {
    type: "batch",
    commands: [typedInto(plan, half, "1"), typedInto(plan, half, "2")],
  };
  const reasons = () => machine.backups.map(({ backup }) => backup.reason);
  valueOf(await store.execute(draft, block));
  expect(reasons()).toEqual(["manual"]);
  valueOf(await store.execute(draft, block));
  await expect.poll(reasons).toEqual(["before-bulk-edit", "manual"]);
});

test("before a former state is restored a backup is made; that it fails does not hold the restore up", async () => {
  const machine = memoryMachine();
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 2), machine.bridge);
  const state = await planOf(store, draft);
  valueOf(await store.execute(draft, typed(0, "12")));
  const edited = await planOf(store, draft);
  valueOf(await store.execute(draft, { type: "restore", state, entry: 1 }));
  await expect.poll(() => machine.backups).toHaveLength(1);
  expect((await newest(machine)).plans).toEqual([edited]);

  machine.refuse = "disk-full";
  valueOf(await store.execute(draft, { type: "restore", state: edited, entry: 2 }));
  expect(await planOf(store, draft)).toEqual(edited);
  await expect.poll(() => store.backupState.getState()).toEqual({ kind: "failed", code: "disk-full" });
  machine.refuse = null;
});

test("a backup that is stopped is none", async () => {
  const machine = memoryMachine();
  const { store } = await openWithDraft(buildPlan("p", 2), machine.bridge);
  const ending = new AbortController();
  const made = store.backUp("manual", { signal: ending.signal });
  ending.abort();
  expect(await made).toMatchObject({ ok: false });
  expect(machine.backups).toHaveLength(0);
  expect((await store.backUp("manual")).ok).toBe(true);
  expect(machine.backups).toHaveLength(1);
});

const OLD = PAST_VERSIONS.filter(({ version }) => version < SCHEMA_VERSION);

test.each(OLD)(
  "a database of version $version is kept as it lies there before it is upgraded, and comes back from that",
  async (past) => {
    const name = freshName();
    await createPastDatabase([past, name]);
    const machine = memoryMachine();
    const seeds = await seedBundleOf(2, [buildPlan("enping-13", 4)]);
    const store = await openStore(name, seeds, machine.bridge);
    await store.close();
    expect(machine.backups.map(({ backup }) => backup.reason)).toEqual(["before-upgrade"]);
    const { plans, book, backup } = await newest(machine);
    const own = past.rows["plans"]?.filter((row) => "origin" in row && row.origin === "own");
    expect(backup).toMatchObject({ plans: own?.length, sequence: past.rows["journal"]?.length });
    expect(book.sequence).toBe(past.rows["journal"]?.length);
    const db = new WorkbenchDatabase(name);
    await db.open();
    const repository = new PlanRepository(db);
    expect(plans).toHaveLength(own?.length ?? 0);
    for (const plan of plans) {
      expect((await repository.read(plan.id))?.plan).toEqual(plan);
      const file = past.planFiles[plan.id];
      if (file !== undefined) expect(readPlanFile(file, "own")).toEqual({ ok: true, value: plan });
    }
    db.close();
  },
);

test.each(OLD)(
  "a database of version $version stays as it is when it cannot be kept before",
  async (past) => {
    const name = freshName();
    await createPastDatabase([past, name]);
    const before = await readNatively(name);
    const machine = memoryMachine();
    machine.refuse = "disk-full";
    const seeds = await seedBundleOf(2, [buildPlan("enping-13", 4)]);
    const needs = { bridge: machine.bridge, now: () => 0, newId: () => crypto.randomUUID(), seeds };
    const refused = await openWorkbench({ ...needs, database: name });
    expect(refused).toEqual({
      ok: false,
      error: { kind: "not-kept", code: "disk-full", needed: expect.any(Number) as number },
    });
    expect(await readNatively(name)).toEqual(before);
    // Once there is room the same start makes it.
    machine.refuse = null;
    const again = await openWorkbench({ ...needs, database: name });
    await valueOf(again).close();
    const size = machine.backups[0]?.backup.size ?? 0;
    expect(refused).toMatchObject({ error: { needed: size + BACKUP_RESERVE_BYTES } });
  },
);

/** A text that hardly packs: signs by chance, each of three bytes. */
function noise(signs: number): string {
  const pieces: string[] = [];
  const drawn = new Uint16Array(8_192);
  for (let done = 0; done < signs; done += drawn.length)
    pieces.push(
      String.fromCharCode(...crypto.getRandomValues(drawn).map((each) => 0x4e00 + (each & 0x3fff))),
    );
  return pieces.join("");
}

test("a database too large for one backup is kept without the texts of originals, with all of its plans, and an export of it says so", {
  timeout: 180_000,
}, async () => {
  const [past] = OLD.slice(-1);
  if (past === undefined) throw new Error("There is no older version");
  const name = freshName();
  const [attached] = past.rows["documentTexts"] ?? [];
  const texts = [{ ...attached, text: noise(28 * 1024 * 1024) }];
  await createPastDatabase([{ ...past, rows: { ...past.rows, documentTexts: texts } }, name]);
  const saveFile: DesktopBridge["saveFile"] = () =>
    Promise.resolve({ ok: true, value: { kind: "saved", handle: "h", name: "n", folder: "f" } });
  const exported = await exportDatabase({ saveFile }, "data", name);
  expect(exported).toMatchObject({ ok: true, value: { kind: "saved", isStripped: true } });
  const machine = memoryMachine();
  const store = await openStore(name, await seedBundleOf(2, [buildPlan("enping-13", 4)]), machine.bridge);
  const own = (await store.readLibrary()).filter(({ origin }) => origin === "own");
  const { plans, book, backup } = await newest(machine);
  expect(backup).toMatchObject({ reason: "before-upgrade", plans: own.length });
  expect(backup.size).toBeLessThan(1_000_000);
  expect(book.sequence).toBe(past.rows["journal"]?.length);
  expect(book.documents).toHaveLength(1);
  expect(new Map(plans.map((plan) => [plan.id, plan]))).toEqual(
    new Map(await Promise.all(own.map(async ({ id }) => [id, await planOf(store, planId(id))] as const))),
  );
});

test("what was kept before an upgrade is enough when journal and database are gone", async () => {
  const [past] = OLD;
  if (past === undefined) throw new Error("There is no older version");
  const name = freshName();
  await createPastDatabase([past, name]);
  const machine = memoryMachine();
  const seeds = await seedBundleOf(2, [buildPlan("enping-13", 4)]);
  const store = await openStore(name, seeds, machine.bridge);
  const own = (await store.readLibrary())
    .filter(({ origin }) => origin === "own")
    .map(({ id }) => planId(id));
  const before = await Promise.all(own.map((id) => planOf(store, id)));
  await store.close();
  machine.journals.clear();
  const again = await openStore(freshName(), seeds, machine.bridge);
  expect(again.recovery).toMatchObject({ plans: own.length });
  expect(await Promise.all(own.map((id) => planOf(again, id)))).toEqual(before);
});

test("nothing overtakes an edit that waits for its backup: what is typed after it stays, and undo takes it back", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", MANY), memoryMachine().bridge);
  const before = await planOf(store, draft);
  const block = store.execute(draft, typedInto(before, MANY, "5"));
  expect(store.saveState.getState().kind).toBe("saving");
  const small = store.execute(draft, typed(0, "12"));
  valueOf(await block);
  valueOf(await small);
  const both = await planOf(store, draft);
  valueOf(await store.execute(draft, typed(0, "13")));
  valueOf(await store.undo(draft));
  expect(await planOf(store, draft)).toEqual(both);

  const again = store.execute(draft, typedInto(before, MANY, "7"));
  const undone = store.undo(draft);
  valueOf(await again);
  valueOf(await undone);
  expect(await planOf(store, draft)).toEqual(both);
});

test("a machine side that breaks off in the middle of a backup fails that one, is told, and stops none of the next", async () => {
  const machine = memoryMachine();
  const { writeBackup } = machine.bridge;
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  machine.bridge.writeBackup = () => Promise.reject(new Error("The pipe is closed"));
  expect(await store.backUp("manual")).toMatchObject({ ok: false, code: "internal" });
  expect(store.backupState.getState()).toEqual({ kind: "failed", code: "internal" });
  machine.bridge.writeBackup = writeBackup;
  valueOf(await store.execute(draft, typed(0, "1")));
  expect((await store.backUp("manual")).ok).toBe(true);
  expect(store.backupState.getState()).toMatchObject({ kind: "done" });
  expect(machine.backups).toHaveLength(1);
});
