import { expect, test } from "vitest";
import { SCHEMA_VERSION } from "#renderer/data/db/workbench-database.ts";
import { openWorkbench } from "#renderer/data/open-workbench.ts";
import { buildPlan } from "./build-plan.ts";
import { openNatively } from "./open-natively.ts";
import { freshName, keepingBridge, openStore } from "./open-for-test.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";

const NEWER = SCHEMA_VERSION + 1;

test("a database of a newer program is refused and stays as it is", async () => {
  const database = freshName();
  const newer = await openNatively(database, NEWER * 10, (db, request) => {
    db.createObjectStore("plans", { keyPath: "id" });
    db.createObjectStore("scenarios", { keyPath: "id" });
    request.transaction?.objectStore("plans").put({ id: "draft-1", title: "新版草案" });
  });
  newer.close();
  const seeds = await seedBundleOf(1, [buildPlan("p", 1)]);
  const result = await openWorkbench({
    bridge: keepingBridge(),
    now: () => 0,
    newId: () => crypto.randomUUID(),
    seeds,
    database,
  });
  expect(result).toEqual({
    ok: false,
    error: { kind: "newer-database", found: NEWER, known: SCHEMA_VERSION },
  });

  const after = await openNatively(database);
  expect(after.version).toBe(NEWER * 10);
  expect([...after.objectStoreNames]).toEqual(["plans", "scenarios"]);
  const rows = await new Promise((resolve) => {
    const request = after.transaction("plans").objectStore("plans").getAll();
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
  expect(rows).toEqual([{ id: "draft-1", title: "新版草案" }]);
  after.close();
});

test("a window lets go of the database when a newer program wants it, and says so", async () => {
  const database = freshName();
  const store = await openStore(database, await seedBundleOf(1, [buildPlan("p", 1)]));
  expect(store.connection.getState()).toEqual({ kind: "open" });
  const newer = await openNatively(database, NEWER * 10);
  expect(store.connection.getState()).toEqual({ kind: "closed", because: "newer-program" });
  const [entry] = await Promise.allSettled([store.readLibrary()]);
  expect(entry.status).toBe("rejected");
  newer.close();
});

test("a window says so when the database is deleted under it", async () => {
  const database = freshName();
  const store = await openStore(database, await seedBundleOf(1, [buildPlan("p", 1)]));
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(database).onsuccess = resolve;
  });
  expect(store.connection.getState()).toEqual({ kind: "closed", because: "lost" });
});

test("the database survives closing with its identity", async () => {
  const database = freshName();
  const seeds = await seedBundleOf(1, [buildPlan("p", 1)]);
  const first = keepingBridge();
  const one = await openStore(database, seeds, first);
  await one.createCopy(buildPlan("p", 1).id);
  await expect.poll(() => first.kept.length).toBe(1);
  await one.close();
  const second = keepingBridge();
  const two = await openStore(database, seeds, second);
  await two.createCopy(buildPlan("p", 1).id);
  // The second machine has nothing of it yet.
  await expect.poll(() => second.kept.map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect(second.kept[0]?.store).toBe(first.kept[0]?.store);
});
