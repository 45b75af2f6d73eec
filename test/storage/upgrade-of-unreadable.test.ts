import { Dexie } from "dexie";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type PlanId, planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { SCHEMA_VERSION } from "#renderer/data/db/workbench-database.ts";
import { openWorkbench } from "#renderer/data/open-workbench.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { buildPlan } from "./build-plan.ts";
import { type MemoryMachine, memoryMachine } from "./memory-machine.ts";
import { freshName, openStore, planOf } from "./open-for-test.ts";
import { createPastDatabase, type PastVersion, readNatively } from "./past-version.ts";
import { PAST_VERSIONS } from "./past-versions.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";

const OLD = PAST_VERSIONS.filter(({ version }) => version < SCHEMA_VERSION);
const seeds = await seedBundleOf(2, [buildPlan("enping-13", 4)]);

/** A worker as where none can be loaded: it says so as soon as it gets its task. */
class NoWorker {
  onerror: (event: { readonly message: string }) => void = () => undefined;
  postMessage(): void {
    queueMicrotask(() => this.onerror({ message: "No worker here" }));
  }
  terminate(): void {}
}

beforeEach(() => {
  vi.stubGlobal("Worker", NoWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** From now on no table can be read in whole, with this error. */
function failReading(error: Error) {
  return vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(() => {
    throw error;
  });
}

/** What the browser says of a record that its disk no longer gives. */
const unreadable = () => new DOMException("Internal error retrieving all", "UnknownError");

async function ownPlans(store: WorkbenchStore): Promise<ReadonlyMap<PlanId, Plan>> {
  const own = (await store.readLibrary()).filter(({ origin }) => origin === "own");
  const plans = own.map(async ({ id }) => [planId(id), await planOf(store, planId(id))] as const);
  return new Map(await Promise.all(plans));
}

/** A machine that keeps all of a past database, and the plans of it in this version. */
async function machineWith(past: PastVersion) {
  const machine = memoryMachine();
  const name = freshName();
  await createPastDatabase([past, name]);
  const store = await openStore(name, seeds, machine.bridge);
  const plans = await ownPlans(store);
  await store.close();
  return { machine, plans };
}

/** Opens a database under a machine that can take it away, and counts how often it does. */
function openOver(database: string, { bridge }: MemoryMachine, broken: { readonly mockRestore: () => void }) {
  const emptyDatabase = vi.fn(async () => {
    // It lies aside from here on, where everything can be read that is left.
    broken.mockRestore();
    await Dexie.delete(database);
    return { ok: true, value: { kept: true } } as const;
  });
  const needs = { now: () => 0, newId: () => crypto.randomUUID(), seeds, database };
  return { emptyDatabase, opening: openWorkbench({ ...needs, bridge: { ...bridge, emptyDatabase } }) };
}

test.each(OLD)(
  "a database of version $version is kept before its upgrade where no worker can be had",
  async (past) => {
    const { machine } = await machineWith(past);
    expect(machine.backups.map(({ backup }) => backup.reason)).toEqual(["before-upgrade"]);
  },
);

test.each(OLD)(
  "one of version $version that cannot be read in whole is put aside and built again from what the machine keeps",
  async (past) => {
    const { machine, plans } = await machineWith(past);
    const database = freshName();
    await createPastDatabase([past, database]);
    machine.backups.splice(0);
    const broken = failReading(unreadable());
    const { opening, emptyDatabase } = openOver(database, machine, broken);
    const opened = await opening;
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const store = opened.value;
    expect(emptyDatabase).toHaveBeenCalledOnce();
    expect(store.recovery).toMatchObject({ because: "damaged", aside: true, gap: null });
    expect(await ownPlans(store)).toEqual(plans);
    await store.close();
  },
);

test("one that cannot be read for a moment is read again and upgraded, not taken away", async () => {
  const [past] = OLD.slice(-1);
  if (past === undefined) throw new Error("There is no older version");
  const { machine, plans } = await machineWith(past);
  const database = freshName();
  await createPastDatabase([past, database]);
  machine.backups.splice(0);
  const broken = vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementationOnce(() => {
    throw unreadable();
  });
  const { opening, emptyDatabase } = openOver(database, machine, broken);
  const opened = await opening;
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  expect(emptyDatabase).not.toHaveBeenCalled();
  expect(machine.backups.map(({ backup }) => backup.reason)).toEqual(["before-upgrade"]);
  expect(await ownPlans(opened.value)).toEqual(plans);
  await opened.value.close();
});

test("it stays as it is where the machine does not hold all of its entries", async () => {
  const [past] = OLD.slice(-1);
  if (past === undefined) throw new Error("There is no older version");
  const { machine } = await machineWith(past);
  for (const held of machine.journals.values()) held.pop();
  const database = freshName();
  await createPastDatabase([past, database]);
  const before = await readNatively(database);
  const broken = failReading(unreadable());
  const { opening, emptyDatabase } = openOver(database, machine, broken);
  expect(await opening).toMatchObject({ ok: false, error: { kind: "corrupt", isLost: false } });
  expect(emptyDatabase).not.toHaveBeenCalled();
  broken.mockRestore();
  expect(await readNatively(database)).toEqual(before);
});

test("it stays as it is where something else than the database fails", async () => {
  const [past] = OLD.slice(-1);
  if (past === undefined) throw new Error("There is no older version");
  const { machine } = await machineWith(past);
  const database = freshName();
  await createPastDatabase([past, database]);
  const before = await readNatively(database);
  const broken = failReading(new RangeError("Array buffer allocation failed"));
  const { opening, emptyDatabase } = openOver(database, machine, broken);
  expect(await opening).toMatchObject({ ok: false, error: { kind: "unknown" } });
  expect(emptyDatabase).not.toHaveBeenCalled();
  broken.mockRestore();
  expect(await readNatively(database)).toEqual(before);
});
