import { Dexie } from "dexie";
import { expect, test } from "vitest";
import { indicatorId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import { LONG_JOURNAL } from "#renderer/data/journal/compact-long-journal.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { freshName, openStore, planOf, valueOf } from "./open-for-test.ts";
import { backUp, historyGoesOn, PLAN, saved, worked, workOf } from "./worked-machine.ts";

test("the newest backup and the entries behind it bring a deleted database back, also where the journal begins later", async () => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  valueOf(await store.execute(draft, typed(2, "30")));
  expect(valueOf(await backUp(store))).toMatchObject({ kind: "written", backup: { plans: 2, sequence: 12 } });
  valueOf(await store.execute(draft, typed(2, "31")));
  await saved(store);
  const work = await workOf(store);
  await store.close();
  for (const [name, entries] of machine.journals) {
    machine.journals.set(
      name,
      entries.filter(({ sequence }) => sequence > 11),
    );
  }
  await Dexie.delete(database);
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({
    because: "missing",
    edits: 1,
    plans: 2,
    backupAt: 1_900_000_000_000,
  });
  expect(await workOf(next)).toEqual(work);
  await historyGoesOn(next, draft);
});

test("a backup alone brings the plans back, and the numbers of entries go on growing", async () => {
  const { machine, store, draft, database, seeds, typed, work } = await worked();
  valueOf(await backUp(store));
  await store.close();
  machine.journals.clear();
  await Dexie.delete(database);
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({ because: "missing", edits: 0, plans: 2, through: null });
  expect((await workOf(next)).map(({ file }) => file)).toEqual(work.map(({ file }) => file));
  expect(await next.readHistory(draft)).toMatchObject({ canUndo: false, canRedo: false });
  valueOf(await next.execute(draft, typed(2, "7")));
  await expect
    .poll(() => [...machine.journals.values()].flat().map(({ sequence, after }) => [sequence, after]))
    .toEqual([
      [12, null],
      [13, 12],
      [14, 13],
    ]);
});

test("a database built from a backup that goes further than the journal is whole at the next start, here and in the other shell", async () => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  const other = freshName();
  const shell = await openStore(other, seeds, machine.bridge);
  await shell.close();
  const late = valueOf(await store.createCopy(PLAN.id, "后来的稿"));
  const gone = (await store.readLibrary()).find(({ title }) => title === "另一稿（改）");
  if (gone === undefined) throw new Error("The other draft is missing");
  valueOf(await store.execute(draft, typed(2, "30")));
  valueOf(await store.renameDraft(draft, "改名的草案"));
  valueOf(await store.removeDraft(gone.id));
  valueOf(await backUp(store));
  await saved(store);
  const work = (await workOf(store)).map(({ file }) => file);
  await store.close();
  // What the second shell has not seen is cut off.
  for (const [name, entries] of machine.journals) machine.journals.set(name, entries.slice(0, 11));
  await Dexie.delete(database);
  const built = await openStore(database, seeds, machine.bridge);
  expect(built.recovery).toMatchObject({ because: "missing", plans: 2, unproven: false });
  expect((await workOf(built)).map(({ file }) => file)).toEqual(work);
  // Entries 12 to 15 are gone; four others lead to what the backup holds of them.
  const numbers = () => [...machine.journals.values()].map((held) => held.slice(11).map((e) => e.sequence));
  await expect.poll(numbers).toEqual([[16, 17, 18, 19]]);
  await built.close();
  for (const name of [database, other, other]) {
    const next = await openStore(name, seeds, machine.bridge);
    expect(next.recovery?.because).toBe(name === database || next.recovery === null ? undefined : "behind");
    expect((await workOf(next)).map(({ file }) => file)).toEqual(work);
    expect(await next.readPlan(late)).not.toBeNull();
    await next.close();
  }
});

test("a long journal is shortened after a second backup; undo and history stay whole, and a lost database comes back", async () => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  const first = async (opened: WorkbenchStore) => (await opened.readEntries(draft, 100)).entries.at(-1);
  const oldest = await first(store);
  machine.journalBytes = LONG_JOURNAL;
  valueOf(await backUp(store));
  expect([...machine.journals.values()].map((held) => held.length)).toEqual([11]);
  valueOf(await store.execute(draft, typed(2, "30")));
  await saved(store);
  valueOf(await backUp(store));
  await expect
    .poll(() => [...machine.journals.values()].flat().map(({ sequence, after }) => [sequence, after]))
    .toEqual([[12, 11]]);
  expect(await first(store)).toEqual(oldest);
  while ((await store.readHistory(draft))?.canUndo === true) valueOf(await store.undo(draft));
  const { values } = (await planOf(store, draft)).observations;
  expect([...values].filter((value) => !Number.isNaN(value))).toEqual([9]);
  await saved(store);
  const work = await workOf(store);
  await store.close();
  const again = await openStore(database, seeds, machine.bridge);
  expect(again.recovery).toBeNull();
  await again.close();
  await Dexie.delete(database);
  const next = await openStore(database, seeds, machine.bridge);
  expect((await workOf(next)).map(({ file }) => file)).toEqual(work.map(({ file }) => file));
});

test("the backup that reaches furthest is taken, whatever the clock said when it was made", async () => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  valueOf(await backUp(store));
  valueOf(await store.execute(draft, typed(2, "29")));
  valueOf(await store.execute(draft, typed(2, "30")));
  valueOf(await backUp(store));
  valueOf(await store.execute(draft, typed(2, "31")));
  await saved(store);
  const work = await workOf(store);
  await store.close();
  // The journal begins with entry 13, which the newer backup holds; the older one was made while the clock was years ahead.
  for (const [name, entries] of machine.journals)
    machine.journals.set(
      name,
      entries.filter(({ sequence }) => sequence > 12),
    );
  const [newer, older] = machine.backups;
  if (newer === undefined || older === undefined) throw new Error("Two backups are missing");
  const ahead = { ...older, backup: { ...older.backup, at: 2_500_000_000_000 } };
  machine.backups.splice(0, 2, ahead, newer);
  await Dexie.delete(database);
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({ gap: null, unproven: false, edits: 1, backupAt: newer.backup.at });
  expect((await workOf(next)).map(({ file }) => file)).toEqual(work.map(({ file }) => file));
});

test("a damaged backup is passed over for an older one", async () => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  valueOf(await backUp(store));
  valueOf(await store.execute(draft, typed(2, "30")));
  valueOf(await backUp(store));
  await saved(store);
  const work = await workOf(store);
  await store.close();
  for (const held of machine.backups.slice(0, 1)) held.bytes = held.bytes.slice(0, 100);
  await Dexie.delete(database);
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({ edits: 1, backupAt: 1_900_000_000_000 });
  expect(await workOf(next)).toEqual(work);
});

test("where no good backup reaches the beginning of the journal, what is left comes back, and what is missing is said", async () => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  // Entry 11 is the last; the backup of it stays good. 12 and 13 are in the damaged one alone, 14 and 15 in the journal.
  valueOf(await backUp(store));
  const kept = await planOf(store, draft);
  valueOf(await store.execute(draft, typed(0, "20")));
  valueOf(await store.execute(draft, typed(1, "21")));
  valueOf(await backUp(store));
  valueOf(await store.execute(draft, typed(2, "30")));
  const row = (await planOf(store, draft)).indicators[2]?.id;
  if (row === undefined) throw new Error("There is no third row");
  valueOf(
    await store.execute(draft, {
      type: "duplicateIndicators",
      copies: [{ of: row, id: indicatorId(`${draft}/n1`) }],
    }),
  );
  await saved(store);
  await store.close();
  for (const held of machine.backups.slice(0, 1)) held.bytes = held.bytes.slice(0, 100);
  for (const [name, entries] of machine.journals)
    machine.journals.set(
      name,
      entries.filter(({ sequence }) => sequence > 13),
    );
  await Dexie.delete(database);

  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({ edits: 2, plans: 2, gap: { from: 12, to: 13, unfit: 0 } });
  const back = await planOf(next, draft);
  const at = (plan: typeof back, index: number) => observationAt(plan.observations, index, year(2016))?.value;
  expect([at(back, 0), at(back, 1), at(back, 2)]).toEqual([at(kept, 0), at(kept, 1), 30]);
  expect(back.indicators).toHaveLength(4);
  valueOf(await next.execute(draft, typed(0, "40")));
  await saved(next);
  await next.close();
  // The old journal stays, and the next start finds nothing missing.
  expect(machine.journals.size).toBe(2);
  const again = await openStore(database, seeds, machine.bridge);
  expect(again.recovery).toBeNull();
  expect(at(await planOf(again, draft), 0)).toBe(40);
});

const refusal = Promise.resolve({ ok: false, code: "not-writable", message: "EBUSY" } as const);

test.each([
  ["listed", { listBackups: () => refusal }],
  ["read", { readBackup: () => refusal }],
])(
  "where backups cannot be %s, a lost database is not built without them, nor taken for new",
  async (_, held) => {
    const { machine, store, database, seeds, work } = await worked();
    valueOf(await backUp(store));
    await store.close();
    machine.journals.clear();
    await Dexie.delete(database);
    const broken = { ...machine.bridge, ...held };
    await expect(openStore(database, seeds, broken)).rejects.toThrow(
      '{"kind":"machine","code":"not-writable"}',
    );
    const next = await openStore(database, seeds, machine.bridge);
    expect((await workOf(next)).map(({ file }) => file)).toEqual(work.map(({ file }) => file));
  },
);

test("without any backup the plans come back that the journal itself begins", async () => {
  const { machine, store, database, seeds } = await worked();
  const late = valueOf(await store.createCopy(PLAN.id, "后来的稿"));
  const kept = await planOf(store, late);
  await saved(store);
  await store.close();
  for (const [name, entries] of machine.journals)
    machine.journals.set(
      name,
      entries.filter(({ sequence }) => sequence > 4),
    );
  await Dexie.delete(database);
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({ plans: 1, gap: { from: 1, to: 4 } });
  expect(await planOf(next, late)).toEqual(kept);
});
