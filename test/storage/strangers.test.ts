import { Dexie } from "dexie";
import { expect, test } from "vitest";
import type { PlanId } from "#core/plan/ids.ts";
import { hasNews, mergeIncoming, setBeside } from "#renderer/data/backup/incoming-plans.ts";
import type { Stranger } from "#renderer/data/recovery/strangers/judge-strangers.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { buildPlan } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import { freshName, openStore, openWithDraft, planOf, valueOf, type WithDraft } from "./open-for-test.ts";

const PLAN = buildPlan("p", 4);

const saved = (store: WorkbenchStore) =>
  expect.poll(() => store.saveState.getState().kind, { timeout: 5_000 }).toBe("saved");

async function stranger(store: WorkbenchStore): Promise<Stranger> {
  const found = await store.strangers.find();
  expect(found).toHaveLength(1);
  const [only] = found;
  if (only === undefined) throw new Error("No stranger was found");
  return only;
}

/** What a look at the only stranger shows: its plans that hold something new, beside those here. */
async function look(store: WorkbenchStore) {
  const read = valueOf(await store.strangers.read(await stranger(store)));
  return { ...read, news: (await setBeside(store, read)).filter(hasNews) };
}

/** All numbers of a plan; the first, 9, it was built with. */
async function numbersIn(store: WorkbenchStore, draft: PlanId): Promise<readonly number[]> {
  const { values } = (await planOf(store, draft)).observations;
  return [...values].filter((value) => !Number.isNaN(value));
}

const titlesIn = async (store: WorkbenchStore) =>
  (await store.readLibrary()).filter(({ origin }) => origin === "own").map(({ title }) => title);

/** One data folder with two databases which never met: each was made on a machine of its own, and then one's files were copied to the other's. */
async function twoMachines() {
  const [here, there] = [memoryMachine(), memoryMachine()];
  const ours = await openWithDraft(PLAN, here.bridge);
  valueOf(await ours.store.execute(ours.draft, ours.typed(0, "10")));
  const theirs = await openWithDraft(PLAN, there.bridge);
  valueOf(await theirs.store.renameDraft(theirs.draft, "旧机的草案"));
  valueOf(await theirs.store.execute(theirs.draft, theirs.typed(1, "21")));
  for (const { store } of [ours, theirs]) {
    await saved(store);
    await store.close();
  }
  for (const [store, entries] of there.journals) here.journals.set(store, entries);
  here.backups.push(...there.backups);
  const open = ({ database, seeds }: WithDraft) => openStore(database, seeds, here.bridge);
  return { machine: here, ours, theirs, open };
}

test("another database's work is found and told, comes in with what was chosen, and is met then, until it goes on", async () => {
  const { machine, ours, theirs, open } = await twoMachines();
  const store = await open(ours);
  const found = await stranger(store);
  expect(found).toMatchObject({ met: 0, last: 3 });
  expect(await store.strangers.survey(found)).toMatchObject({ titles: ["旧机的草案"] });
  const { news, isIncomplete } = await look(store);
  expect(isIncomplete).toBe(false);
  expect(news.map(({ kind, plan }) => [kind, plan.title])).toEqual([["absent", "旧机的草案"]]);
  valueOf(await store.takeIn(news.map(({ plan }) => ({ plan, how: { kind: "add" } as const }))));
  await store.strangers.meet(found);
  expect(await store.strangers.find()).toEqual([]);
  expect((await titlesIn(store)).sort()).toEqual(["旧机的草案", "草案"]);
  expect(await numbersIn(store, theirs.draft)).toEqual([9, 21]);
  await saved(store);
  await store.close();

  const other = await open(theirs);
  valueOf(await other.execute(theirs.draft, theirs.typed(2, "32")));
  await saved(other);
  await other.close();
  const again = await open(ours);
  const moved = await stranger(again);
  expect(moved).toMatchObject({ store: found.store, met: 3, last: 4 });
  expect(await again.strangers.survey(moved)).toMatchObject({ titles: ["旧机的草案"] });
  const [only] = (await look(again)).news;
  if (only?.kind !== "different") throw new Error("The plan does not differ");
  // Both came of the state that was taken in: nothing is in dispute.
  const { plan, conflicts } = mergeIncoming(only, () => "ours");
  expect(conflicts).toEqual([]);
  valueOf(await again.takeIn([{ plan, how: { kind: "merge", seen: only.here } }]));
  expect(await numbersIn(again, theirs.draft)).toEqual([9, 21, 32]);
  await again.strangers.meet(moved);
  await again.close();
  expect(await (await open(ours)).strangers.find()).toEqual([]);
  expect(machine.journals.size).toBe(2);
});

test("a plan that went on here since it was taken in holds nothing new there", async () => {
  const { ours, theirs, open } = await twoMachines();
  const store = await open(ours);
  const found = await stranger(store);
  const { news } = await look(store);
  valueOf(await store.takeIn(news.map(({ plan }) => ({ plan, how: { kind: "add" } as const }))));
  valueOf(await store.execute(theirs.draft, theirs.typed(3, "43")));
  expect((await look(store)).news).toEqual([]);
  await store.strangers.meet(found);
  await saved(store);
  await store.close();
  // And the other one finds what came of it here.
  const other = await open(theirs);
  const there = await look(other);
  expect(there.news.map(({ kind, plan }) => [kind, plan.title])).toEqual([
    ["absent", "草案"],
    ["different", "旧机的草案"],
  ]);
});

test("a database that was built again over a hole does not ask about its own origin, until the other shell goes on there", async () => {
  const machine = memoryMachine();
  const { store, draft, database, seeds, typed } = await openWithDraft(PLAN, machine.bridge);
  const other = freshName();
  valueOf(await store.execute(draft, typed(0, "10")));
  expect(await store.backUp("manual")).toMatchObject({ ok: true });
  valueOf(await store.execute(draft, typed(1, "21")));
  valueOf(await store.execute(draft, typed(2, "32")));
  await saved(store);
  await store.close();
  await (await openStore(other, seeds, machine.bridge)).close();
  for (const [name, entries] of machine.journals) machine.journals.set(name, entries.slice(3));
  await Dexie.delete(database);
  const rebuilt = await openStore(database, seeds, machine.bridge);
  expect(rebuilt.recovery?.gap).toEqual({ from: 3, to: 3, unfit: 0 });
  expect(await rebuilt.strangers.find()).toEqual([]);
  await expect.poll(() => machine.journals.size).toBe(2);
  await rebuilt.close();

  const shell = await openStore(other, seeds, machine.bridge);
  valueOf(await shell.execute(draft, typed(3, "43")));
  await saved(shell);
  await shell.close();
  const asked = await openStore(database, seeds, machine.bridge);
  expect(await stranger(asked)).toMatchObject({ met: 4, last: 5 });
  const { news, isIncomplete } = await look(asked);
  // Of the other shell's journal the machine lacks entry 3 as well.
  expect(isIncomplete).toBe(true);
  const [only] = news;
  if (only?.kind !== "different") throw new Error("The plan does not differ");
  const { plan, conflicts } = mergeIncoming(only, () => "ours");
  expect(conflicts).toEqual([]);
  valueOf(await asked.takeIn([{ plan, how: { kind: "merge" } }]));
  expect(await numbersIn(asked, draft)).toEqual([9, 10, 32, 43]);
});

test("which others were met stays known when a damaged database is built again", async () => {
  const { ours, open } = await twoMachines();
  const store = await open(ours);
  await store.strangers.meet(await stranger(store));
  await store.close();
  const native = new Dexie(ours.database);
  await native.open();
  await native.table("names").delete(ours.draft);
  native.close();
  const mended = await open(ours);
  expect(mended.recovery?.because).toBe("damaged");
  expect(await mended.strangers.find()).toEqual([]);
  for (const name of await Dexie.getDatabaseNames()) if (name.includes("-aside-")) await Dexie.delete(name);
});

test("a store of which only backups are left is found once and read from them, and a journal of waiting edits is none", async () => {
  const { machine, ours, theirs, open } = await twoMachines();
  const other = await open(theirs);
  expect(await other.backUp("manual")).toMatchObject({ ok: true });
  await other.close();
  const store = await open(ours);
  const found = await stranger(store);
  machine.journals.delete(found.store);
  machine.journals.set(`${found.store}-0123456789ab-waiting`, [{ sequence: 1, after: null, json: "{}" }]);
  await store.close();
  const next = await open(ours);
  const byBackup = await stranger(next);
  expect(byBackup).toMatchObject({ store: found.store, met: 0, last: 3 });
  expect(await next.strangers.survey(byBackup)).toMatchObject({ titles: ["旧机的草案"] });
  expect((await look(next)).news.map(({ plan }) => plan.title)).toEqual(["旧机的草案"]);
  await next.strangers.meet(byBackup);
  expect(await next.strangers.find()).toEqual([]);
});

test.each<[string, (machine: ReturnType<typeof memoryMachine>, store: string) => void, string]>([
  [
    "an entry of a newer program",
    ({ journals }, store) =>
      journals.set(store, [
        ...(journals.get(store) ?? []),
        { sequence: 4, after: 3, json: '{"kind":"later"}' },
      ]),
    "entry 4 cannot be read",
  ],
  [
    "only a damaged backup",
    ({ journals, backups }, store) => {
      journals.delete(store);
      const backup = { id: "b", store, sequence: 3, plans: 1, at: 0, size: 1, reason: "manual" } as const;
      backups.push({ backup: { ...backup, verifiedAt: null, places: ["own"] }, bytes: new Uint8Array(8) });
    },
    "No backup",
  ],
])("%s of another database is said, and nothing is taken for met", async (_, spoil, detail) => {
  const { machine, ours, theirs, open } = await twoMachines();
  const [, name] = [...machine.journals.keys()];
  if (name === undefined) throw new Error("The other journal is missing");
  spoil(machine, name);
  const store = await open(ours);
  const found = await stranger(store);
  const read = await store.strangers.read(found);
  expect(read.ok ? null : read.error).toMatchObject({ kind: "not-recovered" });
  expect(JSON.stringify(read)).toContain(detail);
  expect(await stranger(store)).toEqual(found);
  expect(await store.readPlan(theirs.draft)).toBeNull();
});
