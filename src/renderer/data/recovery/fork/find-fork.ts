import type { JournalHead } from "#bridge/journal.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { WorkbenchDatabase } from "../../db/workbench-database.ts";
import { type MachineReader, readMachineTexts, unreadJournal } from "../machine-journal.ts";
import type { RecoveryError } from "../recovery.ts";

/** Up to where the database and the machine's journal of its store hold the same entries, and how many the database has of its own behind that. */
export interface CommonPoint {
  readonly sequence: number;
  readonly own: number;
}

interface Asked {
  readonly db: WorkbenchDatabase;
  readonly bridge: MachineReader;
  readonly head: JournalHead;
}

/**
 * Finds the last entry that both hold word for word. Where both still go on together that is one comparison; else halving finds it, since what is the same
 * at one entry is the same before it. Before the journal's beginning what the machine once acknowledged counts as the same.
 */
export async function findCommonPoint(asked: Asked): Promise<Result<CommonPoint, RecoveryError>> {
  const { db, head } = asked;
  const newest = await db.journal.where("sequence").belowOrEqual(head.last).last();
  if (newest !== undefined && newest.sequence > head.base) {
    const same = await isSame(asked, newest.sequence);
    if (!same.ok) return same;
    if (same.value) return ok(await pointAt(db, newest.sequence));
  }
  const known = await db.journal.where("sequence").belowOrEqual(head.last).primaryKeys();
  const compared = known.filter((sequence) => sequence > head.base);
  let [low, high] = [0, compared.length];
  while (low < high) {
    const probe = (low + high) >> 1;
    const same = await isSame(asked, compared[probe] ?? 0);
    if (!same.ok) return same;
    if (same.value) low = probe + 1;
    else high = probe;
  }
  return ok(await pointAt(db, low > 0 ? (compared[low - 1] ?? 0) : await acknowledged(asked, known)));
}

async function pointAt(db: WorkbenchDatabase, sequence: number): Promise<CommonPoint> {
  return { sequence, own: await db.journal.where("sequence").above(sequence).count() };
}

/** The last entry up to the journal's beginning that the machine acknowledged. */
async function acknowledged({ db, head }: Asked, known: readonly number[]): Promise<number> {
  const mirrored = Number((await db.meta.get("mirrored"))?.value ?? 0);
  return known.filter((sequence) => sequence <= Math.min(head.base, mirrored)).at(-1) ?? 0;
}

async function isSame(
  { db, bridge, head }: Asked,
  sequence: number,
): Promise<Result<boolean, RecoveryError>> {
  const row = await db.journal.get(sequence);
  for await (const batch of readMachineTexts(bridge, head.store, sequence - 1)) {
    if (!batch.ok) return err(unreadJournal(head.store, batch.error));
    const [first] = batch.value;
    // A long entry comes in several pieces, and then the first batch holds no whole one.
    if (first !== undefined) return ok(first.sequence === sequence && first.json === JSON.stringify(row));
  }
  return ok(false);
}
