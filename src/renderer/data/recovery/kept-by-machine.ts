import { err, ok, type Result } from "#core/result.ts";
import type { JournalRow } from "../db/journal-row.ts";
import {
  type BackupState,
  type Base,
  furthestFirst,
  readBackupState,
  type RebuildSource,
} from "./backup-state.ts";
import { carryBroken } from "./carry-broken.ts";
import { readMachineRows } from "./machine-journal.ts";
import type { RecoveryError } from "./recovery.ts";
import { replayAll, type ReplayedPlans } from "./replay-into.ts";

/** All that the machine keeps of a store. */
export interface Kept {
  /** The journal as the machine holds it, and behind it what only the database has. */
  readonly entries: readonly JournalRow[];
  /** The good backup that reaches furthest, from which the entries behind it are carried out. */
  readonly base: Base;
  /** Whether neither holds all that came between the two, of all plans or of one that is broken in the backup. */
  readonly hasGap: boolean;
}

const NOTHING: Base = {
  plans: new Map(),
  sequence: 0,
  backup: null,
  documents: [],
  isProven: true,
  carried: [],
};

/** Reads what the machine keeps of a store: its journal, with what `tailBehind` its last entry gives, and the good backup that reaches furthest. */
export async function readKept(
  source: RebuildSource,
  tailBehind: (last: JournalRow | undefined) => Promise<readonly JournalRow[]> = () => Promise.resolve([]),
): Promise<Result<Kept, RecoveryError>> {
  const { store, head } = source;
  const fetched = head === undefined ? ok([]) : await readMachineRows(source.bridge, store, head.base);
  if (!fetched.ok) return fetched;
  const entries = [...fetched.value, ...(await tailBehind(fetched.value.at(-1)))];
  const base = await findBase(source, entries);
  if (!base.ok) return base;
  return ok({ entries, base: base.value, hasGap: leavesHole(base.value, head?.base ?? 0) });
}

/** Every plan as the backup and the entries behind it leave it; there must be no gap between the two. */
export async function foldKept({ entries, base }: Kept): Promise<Result<ReplayedPlans, RecoveryError>> {
  const parents = new Map(entries.map(({ sequence, parent }) => [sequence, parent]));
  const replayed = await replayAll({
    before: (id) => Promise.resolve(base.plans.get(id) ?? null),
    parentOf: (sequence) => Promise.resolve(parents.get(sequence)),
    entries: entries.filter(({ sequence }) => sequence > base.sequence),
  });
  if (replayed.ok) return ok(new Map([...base.plans, ...replayed.value]));
  const { sequence, detail } = replayed.error;
  return err({ kind: "not-recovered", detail: `entry ${sequence}: ${detail}` });
}

/** Whether edits are missing between a base and a journal whose first entry follows `reach`: of all plans, or of one that its backup holds broken. */
export function leavesHole({ sequence, carried }: Base, reach: number): boolean {
  return sequence < reach || carried.some(({ kind }) => kind !== "whole");
}

/**
 * The backup of the store that reaches furthest among those that can be read whole, that the journal goes through, and that leave no hole before it. Where none
 * does, the beginning of the journal, then one that cannot be compared with the journal, then one that leaves a hole. One with broken plans is taken only where
 * it goes further than any of these with the journal behind it; {@link carryBroken} then looks for these plans elsewhere.
 */
export async function findBase(
  source: RebuildSource,
  entries: readonly JournalRow[],
): Promise<Result<Base, RecoveryError>> {
  const { bridge, head } = source;
  const reach = head?.base ?? 0;
  let best: { readonly base: Base; readonly rank: number } = { base: NOTHING, rank: reach === 0 ? 3 : -1 };
  let partial: BackupState | null = null;
  for (const backup of furthestFirst(source)) {
    // Those that follow leave a hole, and a larger one.
    if (backup.sequence < reach && (best.rank > 0 || partial !== null)) break;
    const read = await readBackupState(bridge, backup, entries);
    if (!read.ok) return read;
    if (read.value === null) continue;
    const { base, broken } = read.value;
    if (!base.isProven)
      await bridge.log({ level: "warn", message: `The journal does not tell of the backup ${backup.id}` });
    if (broken.size > 0) {
      if (base.isProven) partial ??= read.value;
      continue;
    }
    const rank = rankOf(base, reach);
    if (rank > best.rank || rank === 3) best = { base, rank };
    if (rank === 3) break;
  }
  if (partial === null) return ok(best.base);
  const rank = rankOf(partial.base, reach);
  const end = Math.max(best.base.sequence, entries.at(-1)?.sequence ?? 0);
  const goesFurther = rank > best.rank || (rank === best.rank && partial.base.sequence > end);
  return goesFurther ? carryBroken(source, entries, partial) : ok(best.base);
}

/** That it leaves no hole counts more than that the journal goes through it. */
const rankOf = ({ sequence, isProven }: Base, reach: number) =>
  (sequence >= reach ? 2 : 0) + (isProven ? 1 : 0);

/** Plans whose history names only entries that are there: what was edited before the journal begins can no longer be undone. */
export function withHeldHistory(plans: ReplayedPlans, isHeld: (sequence: number) => boolean): ReplayedPlans {
  const held = [...plans].map(([id, replayed]) => {
    if (replayed === null) return [id, null] as const;
    const { undo, redo } = replayed.book.history;
    const gone = redo.findIndex((sequence) => !isHeld(sequence));
    const history = {
      undo: undo !== null && isHeld(undo) ? undo : null,
      redo: gone < 0 ? redo : redo.slice(0, gone),
    };
    return [id, { ...replayed, book: { ...replayed.book, history } }] as const;
  });
  return new Map(held);
}
