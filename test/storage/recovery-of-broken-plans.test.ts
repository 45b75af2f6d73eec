import { Dexie } from "dexie";
import { expect, test } from "vitest";
import { readArchive, writeArchive } from "#exchange/archive/archive.ts";
import { BACKUP_LIMITS } from "#exchange/archive/archive-limits.ts";
import type { MemoryMachine } from "./memory-machine.ts";
import { openStore, planOf, valueOf } from "./open-for-test.ts";
import { backUp, historyGoesOn, PLAN, saved, worked, workOf } from "./worked-machine.ts";

/** The newest backup of a machine, in which the plan of this title lost its indicators; its checksums are right. */
async function breakInNewest({ backups }: MemoryMachine, title: string) {
  const [newest] = backups;
  if (newest === undefined) throw new Error("There is no backup");
  const entries = new Map(valueOf(await readArchive(newest.bytes, () => true, BACKUP_LIMITS)));
  for (const [name, content] of entries) {
    const data = JSON.parse(new TextDecoder().decode(content)) as Record<string, unknown>;
    if (data["title"] !== title) continue;
    delete data["indicators"];
    entries.set(name, new TextEncoder().encode(JSON.stringify(data)));
  }
  newest.bytes = await writeArchive(entries);
  return newest.backup;
}

/** Cuts the journals of a machine down to the entries from one number up to another, both included. */
function keepEntries({ journals }: MemoryMachine, from: number, to: number): void {
  for (const [name, held] of journals)
    journals.set(
      name,
      held.filter(({ sequence }) => sequence >= from && sequence <= to),
    );
}

const OTHER = "另一稿（改）";

test("where each backup holds another plan broken, both come back whole behind a shortened journal, with undo", async () => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  valueOf(await backUp(store));
  const older = await breakInNewest(machine, OTHER);
  valueOf(await store.execute(draft, typed(2, "30")));
  valueOf(await backUp(store));
  const newer = await breakInNewest(machine, "草案");
  valueOf(await store.execute(draft, typed(2, "31")));
  await saved(store);
  const work = await workOf(store);
  await store.close();
  keepEntries(machine, older.sequence + 1, Infinity);
  await Dexie.delete(database);

  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({
    ...{ plans: 2, edits: 1, gap: null, unproven: false, backupAt: newer.at },
    carried: [{ title: "草案", kind: "whole", backupAt: older.at }],
  });
  expect(await workOf(next)).toEqual(work);
  await historyGoesOn(next, draft);
  await saved(next);
  const before = await workOf(next);
  await next.close();
  expect(machine.journals.size).toBe(1);
  const again = await openStore(database, seeds, machine.bridge);
  expect(again.recovery).toBeNull();
  expect(await workOf(again)).toEqual(before);
});

test.each(["an older backup", "the journal"])(
  "a backup that goes further than the journal is taken with a plan from %s, where that was not changed since",
  async (place) => {
    const { machine, store, draft, database, seeds } = await worked();
    const other = (await store.readLibrary()).find(({ title }) => title === OTHER);
    if (other === undefined) throw new Error("The other draft is missing");
    valueOf(await backUp(store));
    const older = machine.backups[0]?.backup;
    valueOf(await store.renameDraft(other.id, "改了又改"));
    valueOf(await backUp(store));
    const newer = await breakInNewest(machine, "草案");
    await saved(store);
    const files = (await workOf(store)).map(({ file }) => file);
    await store.close();
    keepEntries(machine, place === "the journal" ? 1 : 11, 11);
    if (place === "the journal") machine.backups.splice(1);
    await Dexie.delete(database);

    const next = await openStore(database, seeds, machine.bridge);
    expect(next.recovery).toMatchObject({
      ...{ plans: 2, edits: 0, gap: null, unproven: false, backupAt: newer.at },
      carried: [
        { title: "草案", kind: "whole", backupAt: place === "the journal" ? null : (older?.at ?? NaN) },
      ],
    });
    expect((await workOf(next)).map(({ file }) => file)).toEqual(files);
    // Entry 12 is gone; 13 leads to what the backup holds of it. Journal and database end as one, so the next start finds nothing to bring together.
    const numbers = () => [...machine.journals.values()].map((held) => held.slice(-2).map((e) => e.sequence));
    await expect.poll(numbers).toEqual([[11, 13]]);
    await next.close();
    const again = await openStore(database, seeds, machine.bridge);
    expect(again.recovery).toBeNull();
    expect((await again.readPlan(draft))?.title).toBe("草案");
  },
);

test("a plan whose last edits only the broken copy held comes back as it was before, and the others as that backup has them", async () => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  const late = valueOf(await store.createCopy(PLAN.id, "后来的稿"));
  valueOf(await backUp(store));
  const older = machine.backups[0]?.backup;
  valueOf(await store.execute(draft, typed(0, "20")));
  await saved(store);
  const reached = await planOf(store, draft);
  valueOf(await store.execute(draft, typed(2, "30")));
  valueOf(await store.renameDraft(late, "改名的稿"));
  valueOf(await backUp(store));
  const newer = await breakInNewest(machine, "草案");
  await saved(store);
  await store.close();
  // Entry 12 begins the late plan and 13 is the first edit behind the older backup; 14 and 15 are in the newer backup alone.
  keepEntries(machine, 13, 13);
  const journals = new Map(machine.journals);
  await Dexie.delete(database);

  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({
    ...{ plans: 3, gap: null, unproven: false, backupAt: newer.at },
    carried: [{ title: "草案", kind: "earlier", backupAt: older?.at }],
  });
  expect(await planOf(next, draft)).toEqual(reached);
  expect((await next.readPlan(late))?.title).toBe("改名的稿");
  valueOf(await next.execute(draft, typed(1, "40")));
  await saved(next);
  await next.close();
  // The old journal stays as it is beside that of the new name.
  expect(machine.journals.size).toBe(2);
  for (const [name, held] of journals) expect(machine.journals.get(name)).toEqual(held);
  const again = await openStore(database, seeds, machine.bridge);
  expect(again.recovery).toBeNull();
});

test("a plan that is broken in every backup is named, and the others come back", async () => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  valueOf(await backUp(store));
  await breakInNewest(machine, "草案");
  const kept = (await workOf(store)).find(({ file }) => file.title === OTHER);
  valueOf(await store.execute(draft, typed(2, "30")));
  valueOf(await backUp(store));
  const newer = await breakInNewest(machine, "草案");
  valueOf(await store.execute(draft, typed(2, "31")));
  await saved(store);
  await store.close();
  keepEntries(machine, 12, Infinity);
  await Dexie.delete(database);

  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({
    ...{ plans: 1, gap: null, unproven: false, backupAt: newer.at },
    carried: [{ title: "草案", kind: "gone", backupAt: null }],
  });
  expect((await workOf(next)).map(({ file }) => file)).toEqual([kept?.file]);
  await next.close();
  const again = await openStore(database, seeds, machine.bridge);
  expect(again.recovery).toBeNull();
});

test("an older whole backup is taken where the journal leads from it as far", async () => {
  const { machine, store, draft, database, seeds, typed } = await worked();
  valueOf(await backUp(store));
  const older = machine.backups[0]?.backup;
  valueOf(await store.execute(draft, typed(2, "30")));
  valueOf(await backUp(store));
  await breakInNewest(machine, "草案");
  await saved(store);
  const work = await workOf(store);
  await store.close();
  keepEntries(machine, 11, Infinity);
  await Dexie.delete(database);
  const next = await openStore(database, seeds, machine.bridge);
  expect(next.recovery).toMatchObject({ edits: 1, gap: null, backupAt: older?.at, carried: [] });
  expect(await workOf(next)).toEqual(work);
});
