import { fitsLimits } from "#exchange/archive/archive.ts";
import { PLAN_FILE_LIMITS } from "#exchange/archive/archive-limits.ts";
import { writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { type RawDatabase, takeRawDatabase, withPlansAlone } from "../db/raw-database.ts";
import { WorkbenchDatabase } from "../db/workbench-database.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import type { PackedPlans, PackRequest } from "../../workers/plan-packing-messages.ts";
import { writeBackupBook } from "./backup-book.ts";
import { courseMarks } from "./course-marks.ts";
import { lineageOf } from "./lineage.ts";
import { readOwnPlans } from "./read-own-plans.ts";

/** Reads plans from a database and writes them as the bytes of a backup or of a plan file. */
export async function packPlans(
  { database, what }: PackRequest,
  watch: TaskWatch = {},
): Promise<PackedPlans> {
  if (what.kind === "raw") return packRaw(database, watch);
  const db = new WorkbenchDatabase(database);
  try {
    await db.open();
    const only = what.kind === "export" ? what.only : null;
    const { stored, documents, sequence, entry } = await readOwnPlans(db, only, watch);
    const plans = stored.map(({ plan }) => plan);
    if (what.kind === "export") {
      const lineage = new Map<string, readonly string[]>();
      for (const plan of plans) lineage.set(plan.id, await lineageOf(db, plan));
      const bytes = await writePlanArchive({ plans, workbench: null, lineage });
      return { sequence, plans: plans.length, isStripped: false, bytes };
    }
    const books = new Map(stored.map(({ plan, book }) => [plan.id, book]));
    const marks = await courseMarks(db, sequence);
    const book = { store: what.store, sequence, entry, marks, plans: books, documents };
    const workbench = writeBackupBook(book);
    const bytes = await writePlanArchive({ plans, workbench });
    return { sequence, plans: plans.length, isStripped: false, bytes };
  } finally {
    db.close();
  }
}

/**
 * Packs a database of another version as it lies there. Where that is too large, what the planner's plans do not need is left out: it is then as
 * large as any other backup.
 */
async function packRaw(database: string, { onBegun }: TaskWatch): Promise<PackedPlans> {
  const raw = await takeRawDatabase(database, onBegun);
  const sequences = (raw.rows["journal"] ?? []).map(({ sequence }) => Number(sequence));
  const whole = await packWhole(raw);
  return {
    sequence: sequences.at(-1) ?? 0,
    plans: (raw.rows["plans"] ?? []).filter(({ origin }) => origin === "own").length,
    isStripped: whole === null,
    bytes: whole ?? (await writePlanArchive({ plans: [], workbench: withPlansAlone(raw) })),
  };
}

/** A raw database as an archive; `null` where it is larger than what is read again, or than one text may be. */
async function packWhole(workbench: RawDatabase): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const bytes = await writePlanArchive({ plans: [], workbench });
    return fitsLimits(bytes, PLAN_FILE_LIMITS) ? bytes : null;
  } catch (error) {
    // No text can be longer than half a thousand million signs.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
