import { Dexie } from "dexie";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { BACKUP_LIMITS, PLAN_FILE_LIMITS } from "#exchange/archive/archive-limits.ts";
import {
  type BrokenPlan,
  type PlanArchive,
  type PlanArchiveError,
  readPlanArchive,
} from "#exchange/plan-file/plan-archive.ts";
import { layOutRawDatabase, type RawDatabase, readRawDatabase } from "../db/raw-database.ts";
import { SCHEMA_VERSION, WorkbenchDatabase } from "../db/workbench-database.ts";
import type { PlanBook } from "../repositories/plan-mapping.ts";
import { type BackupBook, readBackupBook } from "./backup-book.ts";
import { type Ancestors, commonAncestor } from "./lineage.ts";
import { readOwnPlans } from "./read-own-plans.ts";

/** What a backup holds. */
export interface BackupContents {
  readonly plans: readonly Plan[];
  readonly book: BackupBook;
  /** Plans that do not hold together and were left out. */
  readonly broken: readonly BrokenPlan[];
}

/** Why a backup was not read. */
export type BackupError =
  | PlanArchiveError
  /** `detail` is in English. */
  | { readonly kind: "broken-book"; readonly detail: string };

/**
 * Reads a backup whole: every entry is unpacked and compared with its checksum and its hash, every plan passes the schema, and the book
 * knows each. One that was made before an upgrade holds the database of then, which is laid out under a name of its own,
 * upgraded like any other, and read. A plan that does not hold together makes the whole backup one of no use, unless such are to be left out.
 */
export async function readBackupContents(
  bytes: Uint8Array,
  onStep?: () => void,
  brokenPlans: "refuse" | "leave-out" = "refuse",
): Promise<Result<BackupContents, BackupError>> {
  const broken: BrokenPlan[] = [];
  const leaveOut = brokenPlans === "refuse" ? null : (plan: BrokenPlan) => void broken.push(plan);
  const archive = await readPlanArchive(bytes, BACKUP_LIMITS, onStep, leaveOut);
  if (!archive.ok) return archive;
  const { plans, workbench } = archive.value;
  const raw = readRawDatabase(workbench);
  if (raw !== null) return raise(raw, onStep);
  const book = readBackupBook(workbench);
  if (!book.ok) return err({ kind: "broken-book", detail: book.error });
  const unknown = plans.find(({ id }) => !book.value.plans.has(id));
  if (unknown !== undefined)
    return err({ kind: "broken-book", detail: `the book does not know ${unknown.id}` });
  return ok({ plans, book: book.value, broken });
}

/** What a file that a planner exported holds. */
export interface ExportedPlans {
  readonly plans: readonly Plan[];
  /** Where a plan here and its copy in the file have one: the last state that both came of. */
  readonly ancestors: Ancestors;
  /** Plans of a backup that do not hold together, which are not among them. */
  readonly broken: readonly BrokenPlan[];
}

/**
 * Reads a file that a planner exported: plans, or the whole database of a program that could not open it, as it lay there. Plans that are
 * also in the `database` here are given with the state that both copies came of.
 */
export async function readExportedPlans(
  bytes: Uint8Array,
  database: string,
  onStep?: () => void,
): Promise<Result<ExportedPlans, BackupError>> {
  const archive = await readPlanArchive(bytes, PLAN_FILE_LIMITS, onStep);
  if (!archive.ok) return archive;
  const { plans, workbench, lineage } = archive.value;
  const raw = readRawDatabase(workbench);
  if (raw === null)
    return ok({ plans, ancestors: await findAncestors(database, plans, lineage, onStep), broken: [] });
  const raised = await raise(raw, onStep);
  return raised.ok ? ok({ plans: raised.value.plans, ancestors: new Map(), broken: [] }) : raised;
}

/** For plans from outside that are also in the `database` here, the newest state that both copies came of, by what those from outside went through. */
export async function findAncestors(
  database: string,
  plans: readonly Plan[],
  lineage: PlanArchive["lineage"],
  onStep: () => void = () => undefined,
): Promise<Ancestors> {
  const found = new Map<PlanId, Plan>();
  if (lineage === undefined || !(await Dexie.exists(database))) return found;
  const db = new WorkbenchDatabase(database);
  try {
    await db.open();
    for (const { id } of plans) {
      const [here] = (await readOwnPlans(db, id)).stored;
      onStep();
      const common = here && (await commonAncestor(db, here.plan, lineage.get(id) ?? []));
      if (common) found.set(id, common);
      onStep();
    }
    return found;
  } finally {
    db.close();
  }
}

/** How often a word is given while the browser lays out or upgrades a database, in ms. */
const SIGN_OF_LIFE = 1_000;

async function raise(
  raw: RawDatabase,
  onStep: () => void = () => undefined,
): Promise<Result<BackupContents, BackupError>> {
  if (raw.version > SCHEMA_VERSION) return err({ kind: "newer-version", version: raw.version });
  const name = `wunian-reading-${crypto.randomUUID()}`;
  const db = new WorkbenchDatabase(name);
  const alive = setInterval(onStep, SIGN_OF_LIFE);
  try {
    await layOutRawDatabase(name, raw, onStep);
    await db.open();
    const store = (await db.meta.get("store"))?.value;
    const { stored, documents, sequence } = await readOwnPlans(db, null, { onProgress: onStep });
    const books = new Map<string, PlanBook>(stored.map(({ plan, book }) => [plan.id, book]));
    // The upgrade may have written the entries anew, so they tell nothing.
    const unmarked = { entry: null, marks: new Map<number, string>() };
    const book = { store: String(store ?? ""), sequence, ...unmarked, plans: books, documents };
    return ok({ plans: stored.map(({ plan }) => plan), book, broken: [] });
  } finally {
    clearInterval(alive);
    db.close();
    await Dexie.delete(name);
  }
}
