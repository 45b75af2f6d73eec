import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { canonicalJson } from "#exchange/archive/canonical-json.ts";
import { readPlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { sha256Hex } from "#exchange/sha256.ts";
import { SCHEMA_VERSION } from "#renderer/data/db/workbench-database.ts";
import { LibraryRoom } from "../e2e/rooms/library-room.ts";
import {
  filesIn,
  freshMachine,
  removeMachine,
  startWorkbench,
  type Workbench,
} from "../e2e/start-workbench.ts";
import { createPastDatabase, type PastVersion } from "../storage/past-version.ts";
import { PAST_VERSIONS } from "../storage/past-versions.ts";
import { killBrowser } from "./drafting.ts";
import type { TortureRow } from "./torture-row.ts";

/** At how many points of an upgrade the browser is killed. */
const KILLS = { short: 2, full: 10 };

const DATABASE = "wunian";
const REACHED = "torture: this far";

/**
 * Goal 5, in the program itself: a database of every past version is upgraded clean, and the browser is killed in the middle of the
 * upgrade, at points spread over all of its steps, and started again. Each time all that the planner made is the same, by one hash. A
 * database of a newer version is refused, can be exported, and stays as it is.
 */
export async function tortureWithUpgrades(short: boolean): Promise<TortureRow> {
  const kills = short ? KILLS.short : KILLS.full;
  const figures = { versions: 0, steps: 0, killed: 0, refused: 0, different: 0 };
  for (const past of PAST_VERSIONS.filter(({ version }) => version < SCHEMA_VERSION)) {
    figures.versions += 1;
    const clean = await onMachine(past, upgradedCleanly);
    figures.steps += clean.steps;
    for (let kill = 0; kill < kills; kill += 1) {
      const at = Math.floor((kill * clean.steps) / kills);
      const hash = await onMachine(past, (workbench, machine) => killedAt(at, workbench, machine));
      figures.killed += 1;
      if (hash !== clean.hash) figures.different += 1;
    }
  }
  if (await newerIsRefused()) figures.refused += 1;
  const ok = figures.different === 0 && figures.refused === 1;
  return { goal: 5, runs: figures.versions + figures.killed + 1, ok, figures };
}

/** A running program that has a database of a past version instead of its own, and has to be loaded again to see it. */
async function onMachine<T>(
  past: PastVersion,
  run: (workbench: Workbench, machine: string) => Promise<T>,
): Promise<T> {
  const machine = await freshMachine();
  try {
    const workbench = await startWorkbench({ machine });
    await new LibraryRoom(workbench.page).ready();
    // The program lets go of its own when it is asked to.
    await workbench.page.evaluate(
      (name) =>
        new Promise((resolve) => {
          const request = indexedDB.deleteDatabase(name);
          request.onsuccess = resolve;
        }),
      DATABASE,
    );
    await workbench.page.evaluate(createPastDatabase, [past, DATABASE] as const);
    return await run(workbench, machine);
  } finally {
    await removeMachine(machine);
  }
}

async function upgradedCleanly(workbench: Workbench) {
  const { page } = workbench;
  await watchUpgrade(workbench, -1);
  await page.reload();
  await new LibraryRoom(page).ready();
  const steps = Number(await page.evaluate(() => Reflect.get(globalThis, "upgradeSteps") as unknown));
  const hash = await ownContentHash(page);
  await workbench.close();
  return { hash, steps };
}

async function killedAt(at: number, workbench: Workbench, machine: string): Promise<string> {
  await watchUpgrade(workbench, at);
  const reached = workbench.page.waitForEvent("console", (message) => message.text() === REACHED);
  void workbench.page.reload().catch(() => undefined);
  await reached;
  await killBrowser(workbench);
  const again = await startWorkbench({ machine });
  await new LibraryRoom(again.page).ready();
  const hash = await ownContentHash(again.page);
  await again.close();
  return hash;
}

/** From the next loading on counts the native calls of an upgrade; before the one that comes after `stopAt` others the page stands still. */
async function watchUpgrade({ shell }: Workbench, stopAt: number): Promise<void> {
  await shell.context.addInitScript(
    ([stop, word]) => {
      let steps = 0;
      const watched: readonly (readonly [object, string])[] = [
        [IDBDatabase.prototype, "createObjectStore"],
        [IDBObjectStore.prototype, "createIndex"],
        [IDBObjectStore.prototype, "openCursor"],
        [IDBObjectStore.prototype, "getAll"],
        [IDBObjectStore.prototype, "add"],
        [IDBObjectStore.prototype, "put"],
      ];
      for (const [prototype, method] of watched) {
        const native = Reflect.get(prototype, method) as (...args: unknown[]) => unknown;
        Reflect.set(prototype, method, function (this: IDBDatabase | IDBObjectStore, ...args: unknown[]) {
          if (this instanceof IDBDatabase || this.transaction.mode === "versionchange") {
            if (steps === stop) {
              console.log(word);
              const until = performance.now() + 20_000;
              while (performance.now() < until);
            }
            steps += 1;
            Reflect.set(globalThis, "upgradeSteps", steps);
          }
          return native.apply(this, args);
        });
      }
    },
    [stopAt, REACHED] as const,
  );
}

/** Stores with a row or more a plan. */
const OF_PLANS: ReadonlySet<string> = new Set(["chunks", "programmes", "scenarios", "narratives", "names"]);

/** One hash of all that the planner made; the bundled plans come with the program. */
async function ownContentHash(page: Page): Promise<string> {
  const { rows } = await databaseOf(page);
  const own = new Set(rows["plans"]?.flatMap((row) => (row["origin"] === "own" ? [row["id"]] : [])));
  const kept = Object.entries(rows).map(([store, all]) => {
    if (store === "plans") return [store, all.filter(({ origin }) => origin === "own")];
    if (OF_PLANS.has(store)) return [store, all.filter(({ plan }) => own.has(plan))];
    return [store, store === "meta" ? all.filter(({ key }) => key === "store") : all];
  });
  return sha256Hex(canonicalJson(Object.fromEntries(kept)));
}

interface FoundDatabase {
  readonly version: number;
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

async function databaseOf(page: Page): Promise<FoundDatabase> {
  const json = await page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const rows: Record<string, unknown> = {};
    for (const store of db.objectStoreNames) {
      rows[store] = await new Promise((resolve) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      });
    }
    const { version } = db;
    db.close();
    return JSON.stringify({ version, rows }, (_, value: unknown) =>
      value instanceof Float64Array || value instanceof Uint8Array ? [...value] : value,
    );
  }, DATABASE);
  return JSON.parse(json) as FoundDatabase;
}

/** Whether a database of a newer program is refused in words, comes out as a file, and is what it was afterwards. */
async function newerIsRefused(): Promise<boolean> {
  const machine = await freshMachine();
  try {
    const workbench = await startWorkbench({ machine });
    const { page, exportFolder } = workbench;
    await new LibraryRoom(page).ready();
    await page.evaluate(
      ([name, version]) =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open(name, version);
          request.onupgradeneeded = () => request.result.createObjectStore("later", { keyPath: "id" });
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        }),
      [DATABASE, (SCHEMA_VERSION + 1) * 10] as const,
    );
    const before = await databaseOf(page);
    await page.reload();
    await page.getByRole("button", { name: "导出现有数据…" }).click();
    await page.getByRole("status").filter({ hasText: "已导出" }).waitFor();
    const [file = ""] = await filesIn(exportFolder);
    const read = await readPlanArchive(new Uint8Array(await readFile(join(exportFolder, file))));
    const after = await databaseOf(page);
    await workbench.close();
    const exported = read.ok ? read.value.workbench : null;
    const version = exported !== null && typeof exported === "object" && "version" in exported;
    return (
      version &&
      exported.version === SCHEMA_VERSION + 1 &&
      canonicalJson(after.rows) === canonicalJson(before.rows) &&
      after.version === before.version
    );
  } finally {
    await removeMachine(machine);
  }
}
