import { err, ok, type Result } from "#core/result.ts";
import { type PlanId, planId } from "#core/plan/ids.ts";
import { touchKeys } from "#core/history/touched-cells.ts";
import { changesSchema } from "../db/change-row.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { journalTables } from "../journal/add-entry.ts";
import type { DraftTools } from "../journal/manage-drafts.ts";
import { type ReplayedPlan, type ReplayError, replayEntry } from "./replay-journal.ts";

/** What replaying works with; the entries bring their authors along. */
export type ReplayTools = Omit<DraftTools, "author">;

/** Plans as a journal leaves them; `null` for one that it removed. */
export type ReplayedPlans = ReadonlyMap<PlanId, ReplayedPlan | null>;

/** Entries that come back, in order, and what their plans were before the first of them. */
export interface Replaying {
  readonly before: (plan: PlanId) => Promise<ReplayedPlan | null>;
  /** The parents of entries before the first one. */
  readonly parentOf: (sequence: number) => Promise<number | null | undefined>;
  readonly entries: readonly JournalRow[];
}

/** Carries out entries one after the other, each on the plan it speaks of. */
export async function replayAll(replaying: Replaying): Promise<Result<ReplayedPlans, ReplayError>> {
  const plans = new Map<PlanId, ReplayedPlan | null>();
  const parents = new Map<number, number | null>();
  for (const entry of replaying.entries) {
    const id = planId(entry.plan);
    const { target } = entry;
    if (target !== null && !parents.has(target)) {
      const parent = await replaying.parentOf(target);
      if (parent !== undefined) parents.set(target, parent);
    }
    const known = plans.get(id);
    const before = known === undefined ? await replaying.before(id) : known;
    const after = replayEntry(before, entry, (sequence) => parents.get(sequence));
    if (!after.ok) return after;
    if (after.value !== before) plans.set(id, after.value);
    parents.set(entry.sequence, entry.parent);
  }
  return ok(plans);
}

/** Writes plans as a journal leaves them. Runs in the caller's transaction. */
export async function writeReplayed(tools: ReplayTools, plans: ReplayedPlans): Promise<void> {
  for (const [id, replayed] of plans) {
    if (replayed === null) await tools.plans.remove(id);
    else await tools.plans.putAs(replayed.plan, replayed.book, tools.newId());
  }
}

/** Writes entries with their numbers and the index of the cells that they touched. Runs in the caller's transaction. */
export async function writeEntries({ db }: ReplayTools, entries: readonly JournalRow[]): Promise<void> {
  const touches = entries.flatMap(({ plan, sequence, changes }) =>
    touchKeys(changesSchema.parse(changes)).map((cell) => ({ plan, cell, sequence })),
  );
  await Promise.all([db.journal.bulkPut(entries), db.touches.bulkPut(touches)]);
}

/**
 * Brings a database up with the entries that follow its last one: plans, journal and the note of what the machine holds, in one
 * transaction. Does nothing when another window was faster.
 */
export async function catchUp(
  tools: ReplayTools,
  entries: readonly JournalRow[],
): Promise<Result<null, ReplayError>> {
  const { db, plans } = tools;
  // A refusal is thrown, so that the transaction does not end with half of it.
  try {
    await db.transaction("rw", [...plans.tables, ...journalTables(db), db.meta], async () => {
      const last = (await db.journal.toCollection().lastKey()) ?? 0;
      const missing = entries.filter(({ sequence }) => sequence > Number(last));
      const end = missing.at(-1);
      if (end === undefined) return;
      const replayed = await replayAll({
        before: (id) => plans.read(id),
        parentOf: async (sequence) => (await db.journal.get(sequence))?.parent,
        entries: missing,
      });
      if (!replayed.ok) throw new RefusedReplay(replayed.error);
      await writeReplayed(tools, replayed.value);
      await writeEntries(tools, missing);
      await db.meta.put({ key: "mirrored", value: end.sequence });
    });
    return ok(null);
  } catch (error) {
    if (error instanceof RefusedReplay) return err(error.reason);
    throw error;
  }
}

class RefusedReplay extends Error {
  override readonly name = "RefusedReplay";
  readonly reason: ReplayError;

  constructor(reason: ReplayError) {
    super(reason.detail);
    this.reason = reason;
  }
}
