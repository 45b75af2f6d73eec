import { Dexie } from "dexie";
import { expect, onTestFinished, test } from "vitest";
import type { StoreBridge } from "#renderer/data/open-workbench.ts";
import { holdDatabase } from "./held-database.ts";
import type { MemoryMachine } from "./memory-machine.ts";
import { openStore, valueOf } from "./open-for-test.ts";
import { openNatively } from "./open-natively.ts";
import { historyGoesOn, rowsOf, saved, worked, workOf } from "./worked-machine.ts";

test("a start with all that the machine holds brings nothing back and says nothing", async () => {
  const { machine, store, database, seeds, work } = await worked();
  expect(store.recovery).toBeNull();
  await store.close();
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toBeNull();
  expect(await workOf(next)).toEqual(work);
});

test("a deleted database comes back whole from the machine's journal, with what can be undone and redone", async () => {
  const { machine, store, draft, database, seeds, work, typed } = await worked();
  await store.close();
  const touches = await rowsOf(database, "touches");
  await Dexie.delete(database);
  const next = await openStore(database, seeds, machine.bridge);
  expect(await rowsOf(database, "touches")).toEqual(touches);
  expect(next.recovery).toMatchObject({ because: "missing", edits: 11, plans: 2, backupAt: null });
  expect(await workOf(next)).toEqual(work);
  await historyGoesOn(next, draft);
  valueOf(await next.execute(draft, typed(2, "7")));
  await saved(next);
  expect([...machine.journals.values()].map((held) => held.at(-1)?.sequence)).toEqual([14]);
});

test.each([
  ["deleted", 0],
  ["cut", 7],
])("a machine's journal that was %s while the program was closed gets the rest again", async (_, left) => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  await store.close();
  const whole = [...machine.journals.entries()];
  for (const [name, entries] of whole)
    if (left === 0) machine.journals.delete(name);
    else machine.journals.set(name, entries.slice(0, left));
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toBeNull();
  await expect.poll(() => [...machine.journals.entries()]).toEqual(whole);
  valueOf(await next.execute(draft, typed(2, "7")));
  await saved(next);
  expect([...machine.journals.values()].map((held) => held.length)).toEqual([12]);
});

test("an older state of the database gets the entries behind it", async () => {
  const { machine, store, draft, database, seeds, work } = await worked();
  await store.close();
  const held = [...machine.journals.entries()];
  for (const [name, entries] of held) machine.journals.set(name, entries.slice(0, 5));
  await Dexie.delete(database);
  const old = await openStore(database, seeds, machine.bridge);
  expect(old.recovery?.edits).toBe(5);
  await old.close();
  for (const [name, entries] of held) machine.journals.set(name, entries);
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({ because: "behind", edits: 6, through: { title: null } });
  expect(await workOf(next)).toEqual(work);
  await historyGoesOn(next, draft);
});

test.each([
  ["a plan's record", "plans"],
  ["its indicators", "chunks"],
  ["its tasks", "programmes"],
  ["its scenarios", "scenarios"],
  ["its text", "narratives"],
  ["the names of its indicators", "names"],
  ["entries of the journal", "journal"],
])("a database that lost %s is built again and keeps a copy of what was there", async (_, table) => {
  const { machine, store, draft, database, seeds, work } = await worked();
  await store.close();
  const native = await openNatively(database);
  await new Promise((resolve) => {
    const transaction = native.transaction(table, "readwrite");
    transaction.oncomplete = resolve;
    const rows = transaction.objectStore(table);
    if (table === "journal") rows.delete(4);
    else rows.delete(table === "chunks" ? [draft, 0] : draft);
  });
  native.close();
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({ because: table === "journal" ? "incomplete" : "damaged", plans: 2 });
  expect(await workOf(next)).toEqual(work);
  const aside = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(`${database}-aside-`));
  expect(aside).toHaveLength(1);
  for (const name of aside) await Dexie.delete(name);
});

test("entries that the machine did not get survive the rebuilding of a damaged database", async () => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  machine.refuse = "disk-full";
  valueOf(await store.execute(draft, typed(2, "31")));
  const work = await workOf(store);
  await store.close();
  const native = await openNatively(database);
  await new Promise((resolve) => {
    const transaction = native.transaction("chunks", "readwrite");
    transaction.oncomplete = resolve;
    transaction.objectStore("chunks").delete([draft, 0]);
  });
  native.close();
  machine.refuse = null;
  const next = await openStore(database, seeds, machine.bridge);
  expect(await workOf(next)).toEqual(work);
  await expect.poll(() => [...machine.journals.values()].map((held) => held.length)).toEqual([12]);
  for (const name of await Dexie.getDatabaseNames()) if (name.includes("-aside-")) await Dexie.delete(name);
});

test("an entry that cannot be read stops the start and changes nothing", async () => {
  const { machine, store, database, seeds } = await worked();
  await store.close();
  await Dexie.delete(database);
  for (const [name, entries] of machine.journals) {
    const broken = entries.map((entry) =>
      entry.sequence === 3 ? { ...entry, json: '{"kind":"later"}' } : entry,
    );
    machine.journals.set(name, broken);
  }
  await expect(openStore(database, seeds, machine.bridge)).rejects.toThrow("entry 3 cannot be read");
  expect(await Dexie.getDatabaseNames()).toContain(database);
});

test("a journal that the machine cannot read for now is a machine's error, which may pass; one that is damaged is lost", async () => {
  const { machine, store, database, seeds, work } = await worked();
  await store.close();
  await Dexie.delete(database);
  const refusing = (code: "not-writable" | "damaged"): StoreBridge => ({
    ...machine.bridge,
    readJournal: () => Promise.resolve({ ok: false, code, message: "" }),
  });
  await expect(openStore(database, seeds, refusing("damaged"))).rejects.toThrow('"kind":"not-recovered"');
  await expect(openStore(database, seeds, refusing("not-writable"))).rejects.toThrow(
    '{"kind":"machine","code":"not-writable"}',
  );
  const next = await openStore(database, seeds, machine.bridge);
  expect(await workOf(next)).toEqual(work);
  await next.close();
  // A database that is there is compared with the journal, too.
  await expect(openStore(database, seeds, refusing("not-writable"))).rejects.toThrow('"kind":"machine"');
});

test("a database that cannot be opened for a moment is opened a moment later, with what the machine did not get", async () => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  machine.refuse = "disk-full";
  valueOf(await store.execute(draft, typed(2, "31")));
  const work = await workOf(store);
  await store.close();
  const held = holdDatabase(database, 2);
  onTestFinished(held.release);
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toBeNull();
  expect(await workOf(next)).toEqual(work);
});

/** A machine that empties a held database, as the shell does, and notes that it was asked. */
function emptying(machine: MemoryMachine, database: string, kept: boolean | null) {
  const held = holdDatabase(database);
  onTestFinished(held.release);
  const asked: string[] = [];
  const emptyDatabase: StoreBridge["emptyDatabase"] = async () => {
    asked.push(database);
    if (kept === null) return { ok: false, code: "disk-full", message: "" };
    held.release();
    await Dexie.delete(database);
    return { ok: true, value: { kept } };
  };
  return { asked, held, bridge: { ...machine.bridge, emptyDatabase } };
}

test.each([true, false])(
  "a database that cannot be opened is built again; that a copy is kept is said only where it is: %s",
  async (kept) => {
    const { machine, store, database, seeds, work } = await worked();
    await store.close();
    const { bridge, asked } = emptying(machine, database, kept);
    const next = await openStore(database, seeds, bridge);
    expect(asked).toHaveLength(1);
    expect(next.recovery).toMatchObject({ because: "damaged", plans: 2, aside: kept });
    expect(await workOf(next)).toEqual(work);
  },
);

test("a database that cannot be opened stays where no copy of it can be made, or where it cannot be built again", async () => {
  const { machine, store, database, seeds, work } = await worked();
  await store.close();
  const full = emptying(machine, database, null);
  await expect(openStore(database, seeds, full.bridge)).rejects.toThrow('"kind":"corrupt"');
  full.held.release();
  const entries = [...machine.journals.entries()];
  for (const [name, held] of entries)
    machine.journals.set(
      name,
      held.map((entry) => (entry.sequence === 3 ? { ...entry, json: "{}" } : entry)),
    );
  const broken = emptying(machine, database, true);
  await expect(openStore(database, seeds, broken.bridge)).rejects.toThrow("entry 3 cannot be read");
  expect(broken.asked).toEqual([]);
  broken.held.release();
  for (const [name, held] of entries) machine.journals.set(name, held);
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toBeNull();
  expect(await workOf(next)).toEqual(work);
});
