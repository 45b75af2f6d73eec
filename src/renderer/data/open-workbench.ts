import { createStore, type StoreApi } from "zustand/vanilla";
import { err, ok, type Result } from "#core/result.ts";
import { openDatabase } from "./db/open-database.ts";
import { DATABASE_NAME, type WorkbenchDatabase } from "./db/workbench-database.ts";
import { DexieWorkbenchStore } from "./dexie-workbench-store.ts";
import type { JournalBridge } from "./journal/journal-mirror.ts";
import type { OpenError } from "./open-error.ts";
import { PlanRepository } from "./repositories/plan-repository.ts";
import type { ConnectionState } from "./save-state.ts";
import { bundledSeeds, type SeedBundle } from "./seeding/seed-bundle.ts";
import { seedDatabase } from "./seeding/seed-database.ts";
import { storageErrorOf } from "./storage-failure.ts";
import type { WorkbenchStore } from "./workbench-store.ts";

/** What the store needs from outside: the machine, the clock (ms since the epoch) and fresh unique ids. */
export interface WorkbenchNeeds {
  readonly bridge: JournalBridge;
  readonly now: () => number;
  readonly newId: () => string;
  /** The plans that ship with the program, unless others are to take their place. */
  readonly seeds?: SeedBundle;
  /** Name of the database, unless it is the planner's. */
  readonly database?: string;
}

/** Opens the planner's database, puts the bundled plans in when they are missing or of an older version, and gives the store. */
export async function openWorkbench(needs: WorkbenchNeeds): Promise<Result<WorkbenchStore, OpenError>> {
  const connection: StoreApi<ConnectionState> = createStore(() => ({ kind: "open" }));
  const opened = await openDatabase(needs.database ?? DATABASE_NAME, (because) => {
    connection.setState({ kind: "closed", because }, true);
  });
  if (!opened.ok) return opened;
  const db = opened.value;
  const prepared = await prepare(db, needs);
  if (!prepared.ok) {
    db.close();
    return prepared;
  }
  return ok(new DexieWorkbenchStore({ ...prepared.value, bridge: needs.bridge, connection }));
}

type Prepared = Pick<ConstructorParameters<typeof DexieWorkbenchStore>[0], "tools" | "storeId">;

/** Names the database on its first start and seeds it. */
async function prepare(db: WorkbenchDatabase, needs: WorkbenchNeeds): Promise<Result<Prepared, OpenError>> {
  const tools = { db, plans: new PlanRepository(db), now: needs.now, newId: needs.newId };
  try {
    const storeId = await nameStore(db, needs.newId);
    const seeded = await seedDatabase(tools, needs.seeds ?? bundledSeeds);
    return seeded.ok ? ok({ tools, storeId }) : seeded;
  } catch (error) {
    const failure = storageErrorOf(error);
    if (failure === null) throw error;
    if (failure.reason === "quota") return err({ kind: "quota" });
    if (failure.reason === "corrupt") return err({ kind: "corrupt", dataLoss: failure.detail });
    return err({ kind: "unknown", detail: failure.detail });
  }
}

function nameStore(db: WorkbenchDatabase, newId: () => string): Promise<string> {
  return db.transaction("rw", db.meta, async () => {
    const known = await db.meta.get("store");
    if (known !== undefined) return String(known.value);
    const fresh = newId();
    await db.meta.add({ key: "store", value: fresh });
    return fresh;
  });
}
