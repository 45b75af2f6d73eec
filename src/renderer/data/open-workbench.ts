import { createStore, type StoreApi } from "zustand/vanilla";
import type { Backup } from "#bridge/backup.ts";
import type { DesktopBridge, Reply } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import { err, ok, type Result } from "#core/result.ts";
import { backUpBeforeUpgrade } from "./backup/back-up-before-upgrade.ts";
import { openDatabase } from "./db/open-database.ts";
import { type Found, probeDatabase, readPatiently } from "./db/probe-database.ts";
import { DATABASE_NAME, SCHEMA_VERSION, type WorkbenchDatabase } from "./db/workbench-database.ts";
import { DexieWorkbenchStore } from "./dexie-workbench-store.ts";
import type { JournalBridge } from "./journal/journal-mirror.ts";
import { type TakenUp, takeUpWaiting } from "./journal/take-up-waiting.ts";
import { isWaitingStore } from "./journal/waiting-journal.ts";
import type { OpenError } from "./open-error.ts";
import type { AskFork } from "./recovery/fork/fork-question.ts";
import { judgeStart } from "./recovery/judge-start.ts";
import { canBeRebuilt } from "./recovery/rebuild-database.ts";
import { recoverDatabase, type RecoveryBridge, type RecoveryNeeds } from "./recovery/recover-database.ts";
import type { Recovery, RecoveryError } from "./recovery/recovery.ts";
import { Strangers } from "./recovery/strangers/strangers.ts";
import { PlanRepository } from "./repositories/plan-repository.ts";
import type { ConnectionState } from "./save-state.ts";
import { bundledSeeds, type SeedBundle } from "./seeding/seed-bundle.ts";
import { seedDatabase } from "./seeding/seed-database.ts";
import { storageErrorOf } from "./storage-failure.ts";
import type { WorkbenchStore } from "./workbench-store.ts";

/** The methods of the machine that the store calls. */
export type StoreBridge = JournalBridge &
  RecoveryBridge &
  Pick<DesktopBridge, "listBackups" | "writeBackup" | "compactJournal" | "diskSpace" | "emptyDatabase">;

/** What the store needs from outside: the machine, the clock (ms since the epoch) and fresh unique ids. */
export interface WorkbenchNeeds {
  readonly bridge: StoreBridge;
  readonly now: () => number;
  readonly newId: () => string;
  /** The plans that ship with the program, unless others are to take their place. */
  readonly seeds?: SeedBundle;
  /** Name of the database, unless it is the planner's. */
  readonly database?: string;
  /** Asks the planner where two courses of the database cannot both stand; without it this database's own stands. */
  readonly ask?: AskFork;
}

/**
 * Opens the planner's database after comparing it with what the machine keeps: what is missing comes back first. Then puts the
 * bundled plans in when they are missing or of an older version, and gives the store. One window does this at a time.
 */
export function openWorkbench(needs: WorkbenchNeeds): Promise<Result<WorkbenchStore, OpenError>> {
  const name = needs.database ?? DATABASE_NAME;
  return navigator.locks.request(`${name}-start`, () => openInTurn(name, needs));
}

async function openInTurn(name: string, needs: WorkbenchNeeds): Promise<Result<WorkbenchStore, OpenError>> {
  const looked = await look(name, needs);
  if (!looked.ok) return looked;
  const connection: StoreApi<ConnectionState> = createStore(() => ({ kind: "open" }));
  const opened = await openDatabase(name, (because) => {
    connection.setState({ kind: "closed", because }, true);
  });
  if (!opened.ok) return opened;
  const db = opened.value;
  const prepared = await prepare(db, needs, looked.value);
  if (!prepared.ok) {
    db.close();
    return prepared;
  }
  return ok(new DexieWorkbenchStore({ ...prepared.value, bridge: needs.bridge, connection }));
}

/**
 * Looks at the database, and keeps one of an older version before it is upgraded. One that cannot be read in whole for that counts as damaged where the
 * machine holds every entry of it; else it stays as it is.
 */
async function look(name: string, needs: WorkbenchNeeds): Promise<Result<RecoveryNeeds, OpenError>> {
  // The machine is asked first: an entry reaches it after the database, so that a database that seems to lack some really does.
  const heads = await needs.bridge.journalHeads();
  const found = await readPatiently(() => probeDatabase(name, SCHEMA_VERSION));
  const looked = await compare(name, needs, { heads, found });
  if (!looked.ok || !found.ok || found.value.kind === "absent") return looked;
  const { store, last } = found.value;
  const kept = await backUpBeforeUpgrade(name, found.value, needs.bridge);
  if (kept.ok) return looked;
  const own = heads.ok ? heads.value.find((head) => head.store === store && head.last >= last) : undefined;
  if (kept.error.kind !== "corrupt" || !heads.ok || own === undefined) return kept;
  const ownFirst = [own, ...heads.value.filter((head) => head !== own)];
  return compare(name, needs, { heads: { ok: true, value: ownFirst }, found: kept });
}

/** What a start sees: the machine's journals, and the database or why it cannot be used. */
interface Sight {
  readonly heads: Reply<readonly JournalHead[]>;
  readonly found: Result<Found, OpenError>;
}

/** Compares the database with what the machine keeps, and takes one away that cannot be used while another copy of its content is there. */
async function compare(
  name: string,
  { bridge, ask = () => Promise.resolve(() => "ours" as const) }: WorkbenchNeeds,
  { heads, found }: Sight,
): Promise<Result<RecoveryNeeds, OpenError>> {
  if (!found.ok && found.error.kind !== "corrupt") return found;
  const holdsEntries = found.ok && found.value.kind === "present" && found.value.last > 0;
  const backups = async (): Promise<Result<readonly Backup[], RecoveryError>> => {
    const reply = await bridge.listBackups();
    return reply.ok ? ok(reply.value.backups) : err({ kind: "machine", code: reply.code });
  };
  if (!heads.ok && !holdsEntries) return err({ kind: "machine", code: heads.code });
  const databases = heads.ok ? heads.value.filter(({ store }) => !isWaitingStore(store)) : [];
  const listed = holdsEntries ? ok([]) : await backups();
  if (!listed.ok) return listed;
  const kept = { heads: databases, backups: listed.value };
  const verdict = judgeStart(found.ok ? found.value : "damaged", kept);
  let takenAway: RecoveryNeeds["takenAway"] = null;
  if (!found.ok) {
    if (verdict.kind !== "lost") return found;
    const { store } = verdict;
    const head = databases.find((each) => each.store === store);
    const possible = await canBeRebuilt({ bridge, store, head, backups: listed.value });
    if (!possible.ok) return possible;
    takenAway = await takeAway(name, bridge);
    if (takenAway === null) return found;
  }
  return ok({ bridge, verdict, heads: heads.ok ? heads.value : [], backups, ask, takenAway });
}

/**
 * Takes away a database that cannot be used, with all that the origin keeps there: its files are copied aside first. `null` where that cannot be, and then
 * it stays. One that the browser has lost by itself is gone already, and one of this version that can be opened after all is to be looked at again.
 */
async function takeAway(name: string, bridge: StoreBridge): Promise<RecoveryNeeds["takenAway"]> {
  const found = await probeDatabase(name, SCHEMA_VERSION);
  if (found.ok && found.value.kind === "absent") return { kept: false };
  if (found.ok && found.value.kind === "present" && found.value.version === SCHEMA_VERSION) return null;
  const emptied = await bridge.emptyDatabase();
  return emptied.ok ? emptied.value : null;
}

type Prepared = Pick<
  ConstructorParameters<typeof DexieWorkbenchStore>[0],
  "tools" | "storeId" | "recovery" | "left" | "strangers"
>;

/** Brings the database up to what the machine keeps, names it on its first start and seeds it. */
async function prepare(
  db: WorkbenchDatabase,
  needs: WorkbenchNeeds,
  recovering: RecoveryNeeds,
): Promise<Result<Prepared, OpenError>> {
  const tools = { db, plans: new PlanRepository(db), now: needs.now, newId: needs.newId };
  try {
    const before = await storeBefore(db, recovering);
    const recovered = await recoverDatabase(tools, recovering);
    if (!recovered.ok) return recovered;
    const storeId = await nameStore(db, needs.newId);
    const seeded = await seedDatabase(tools, needs.seeds ?? bundledSeeds);
    if (!seeded.ok) return seeded;
    const former = await formerStore(db);
    const stores = new Set([before, former, storeId].filter((store) => store !== null));
    const editing = { ...tools, author: () => null };
    const left = await takeUpWaiting(editing, needs.bridge, stores, recovering.heads);
    if (former !== null && left.isThrough && left.rest.length === 0) await forgetFormerStore(db);
    const strangers = new Strangers({ db, store: storeId, bridge: needs.bridge, heads: recovering.heads });
    const recovery = withHeldBack(recovered.value, left, needs.now());
    return ok({ tools, storeId, recovery, left, strangers });
  } catch (error) {
    const failure = storageErrorOf(error);
    if (failure === null) throw error;
    if (failure.reason === "quota") return err({ kind: "quota" });
    if (failure.reason === "corrupt")
      return err({ kind: "corrupt", dataLoss: failure.detail, isLost: false });
    return err({ kind: "unknown", detail: failure.detail });
  }
}

/** The name under which the database, or the one that is lost, kept its edits until now; `null` before its first start. */
async function storeBefore(db: WorkbenchDatabase, { verdict }: RecoveryNeeds): Promise<string | null> {
  if (verdict.kind === "lost") return verdict.store;
  const named = await db.meta.get("store");
  return named === undefined ? null : String(named.value);
}

/** The name under which it was lost and something may wait still; a start that ended early may not have taken that up. */
async function formerStore(db: WorkbenchDatabase): Promise<string | null> {
  const noted = await db.meta.get("former");
  return noted === undefined ? null : String(noted.value);
}

async function forgetFormerStore(db: WorkbenchDatabase): Promise<void> {
  try {
    await db.meta.delete("former");
  } catch (error) {
    // As on a full disk: the next start looks under that name once more and finds nothing.
    if (storageErrorOf(error) === null) throw error;
  }
}

/** What came back, together with the edits that former windows held back. */
function withHeldBack(
  recovery: Recovery | null,
  { done, damaged: damagedEdits }: TakenUp,
  at: number,
): Recovery | null {
  if (done + damagedEdits === 0) return recovery;
  if (recovery !== null) return { ...recovery, edits: recovery.edits + done, damagedEdits };
  const rest = { own: 0, plans: 0, backupAt: null, unattached: [], gap: null, unproven: false, aside: false };
  return { because: "behind", edits: done, through: { at, title: null }, damagedEdits, carried: [], ...rest };
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
