import { afterEach, expect, test, vi } from "vitest";
import { indicatorId, planId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { openWorkbench } from "#renderer/data/open-workbench.ts";
import { bundledSeeds, type SeedBundle } from "#renderer/data/seeding/seed-bundle.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { buildPlan } from "./build-plan.ts";
import { freshName, keepingBridge, openStore, planOf, valueOf } from "./open-for-test.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";
import { watchWrites } from "./watch-writes.ts";

const now = () => 1_800_000_000_000;

function open(database: string, seeds: SeedBundle) {
  const newId = () => crypto.randomUUID();
  return openWorkbench({ bridge: keepingBridge(), now, newId, seeds, database });
}

async function plansOf(store: WorkbenchStore): Promise<readonly Plan[]> {
  const entries = await store.readLibrary();
  return Promise.all(entries.map(({ id }) => planOf(store, id)));
}

afterEach(() => {
  vi.restoreAllMocks();
});

test("a second start puts nothing in: the database is as after the first", async () => {
  const database = freshName();
  const seeds = await seedBundleOf(1, [buildPlan("p", 3), buildPlan("q", 201)]);
  const texts = vi.fn(seeds.texts);
  const first = await openStore(database, { ...seeds, texts });
  const library = await first.readLibrary();
  const plans = await plansOf(first);
  await first.close();
  const second = await openStore(database, { ...seeds, texts });
  expect(await second.readLibrary()).toEqual(library);
  expect(await plansOf(second)).toEqual(plans);
  expect(texts).toHaveBeenCalledTimes(1);
});

test("a new version replaces bundled plans, drops those it no longer has, and leaves the planner's own", async () => {
  const database = freshName();
  const one = await openStore(database, await seedBundleOf(1, [buildPlan("p", 3), buildPlan("gone", 2)]));
  const draft = valueOf(await one.createCopy(planId("gone"), "我的草案"));
  const indicator = (await planOf(one, draft)).indicators[0]?.id ?? indicatorId("");
  const field = { kind: "observation", year: year(2016) } as const;
  valueOf(await one.execute(draft, { type: "editCell", indicator, field, text: "12" }));
  const edited = await planOf(one, draft);
  expect((await planOf(one, planId("p"))).title).toBe("p规划");
  await one.close();

  const renamed = { ...buildPlan("p", 5), title: "p规划（修订）" };
  const two = await openStore(database, await seedBundleOf(2, [renamed]));
  expect((await two.readLibrary()).map(({ id }) => id)).toEqual(["p", draft]);
  const replaced = await planOf(two, planId("p"));
  expect(replaced.title).toBe("p规划（修订）");
  expect(replaced.indicators).toHaveLength(5);
  expect(await planOf(two, draft)).toEqual(edited);
  expect(await two.readHistory(draft)).toMatchObject({ canUndo: true });
});

test("an older program leaves the bundled plans of a newer one", async () => {
  const database = freshName();
  const newer = await openStore(database, await seedBundleOf(2, [buildPlan("p", 3)]));
  await newer.close();
  const older = await openStore(database, await seedBundleOf(1, [buildPlan("old", 3)]));
  expect((await older.readLibrary()).map(({ id }) => id)).toEqual(["p"]);
});

test("when the last plan cannot be written, none is there, and the next start puts all in", async () => {
  const database = freshName();
  const seeds = await seedBundleOf(1, [buildPlan("p", 3), buildPlan("q", 3)]);
  watchWrites(({ table, row, transaction }) => {
    const last = typeof row === "object" && row !== null && "id" in row && row.id === "q";
    if (table === "plans" && last) transaction.abort();
  });
  const failed = await open(database, seeds);
  expect(failed.ok).toBe(false);
  vi.restoreAllMocks();

  const counts = await countRows(database);
  expect(counts).toEqual({ plans: 0, chunks: 0, journal: 0 });
  const store = await openStore(database, seeds);
  expect((await store.readLibrary()).map(({ id }) => id)).toEqual(["p", "q"]);
});

test("a seed file with a wrong hash is refused by name, and nothing is put in", async () => {
  const database = freshName();
  const seeds = await seedBundleOf(1, [buildPlan("p", 3), buildPlan("q", 3)]);
  const texts = async () => {
    const right = await seeds.texts();
    return { ...right, "plans/q.json": right["plans/q.json"]?.replace("2016", "2017") ?? "" };
  };
  expect(await open(database, { ...seeds, texts })).toEqual({
    ok: false,
    error: { kind: "seed-hash", file: "plans/q.json" },
  });
  expect(await countRows(database)).toEqual({ plans: 0, chunks: 0, journal: 0 });
});

test("a broken seed file is refused with its file, place and reason", async () => {
  const plan = { ...buildPlan("p", 2), superior: planId("not-there") };
  const result = await open(freshName(), await seedBundleOf(1, [plan]));
  expect(result).toMatchObject({
    ok: false,
    error: { kind: "seed-invalid", file: "plans/p.json", path: "superior" },
  });
});

test("the plans that ship with the program are in the database as their files say", async () => {
  const texts = await bundledSeeds.texts();
  const store = await openStore(freshName(), bundledSeeds);
  const library = await store.readLibrary();
  const files = Object.keys(texts).filter((path) => path.startsWith("plans/"));
  expect(library.map(({ id }) => `plans/${id}.json`)).toEqual(files.toSorted());
  for (const file of files) {
    const shipped = valueOf(readPlanFile(JSON.parse(texts[file] ?? ""), "bundled"));
    expect(await planOf(store, shipped.id)).toEqual(shipped);
  }
});

async function countRows(database: string): Promise<Record<string, number>> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(database);
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
  const names = ["plans", "chunks", "journal"];
  const counts = names.map(
    (name) =>
      new Promise<readonly [string, number]>((resolve) => {
        const request = db.transaction(name).objectStore(name).count();
        request.onsuccess = () => {
          resolve([name, request.result]);
        };
      }),
  );
  const counted = Object.fromEntries(await Promise.all(counts));
  db.close();
  return counted;
}
