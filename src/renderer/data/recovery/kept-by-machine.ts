import type { Backup } from "#bridge/backup.ts";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import type { PlanId } from "#core/plan/ids.ts";
import { err, ok, type Result } from "#core/result.ts";
import { type BackupBook, entryMark } from "../backup/backup-book.ts";
import { readBackupContents } from "../backup/read-backup.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { readMachineRows } from "./machine-journal.ts";
import type { RecoveryError } from "./recovery.ts";
import { replayAll, type ReplayedPlans } from "./replay-into.ts";
import type { ReplayedPlan } from "./replay-journal.ts";

/** What a database is built again from. */
export interface RebuildSource {
  readonly bridge: Pick<DesktopBridge, "readJournal" | "readBackup" | "log">;
  readonly store: string;
  /** The store's journal on the machine; `undefined` when there is none. */
  readonly head: JournalHead | undefined;
  /** All backups, in any order. */
  readonly backups: readonly Backup[];
}

/** All that the machine keeps of a store. */
export interface Kept {
  /** The journal as the machine holds it, and behind it what only the database has. */
  readonly entries: readonly JournalRow[];
  /** The good backup that reaches furthest, from which the entries behind it are carried out. */
  readonly base: Base;
  /** Whether neither holds what came between the two. */
  readonly hasGap: boolean;
}

/** What plans were at a point of the journal, as a backup says. */
export interface Base {
  readonly plans: ReadonlyMap<PlanId, ReplayedPlan>;
  readonly sequence: number;
  readonly backup: Backup | null;
  readonly documents: BackupBook["documents"];
  /** Whether the journal shows that it went through this state; else it may be one of another course. */
  readonly isProven: boolean;
}

const NOTHING: Base = { plans: new Map(), sequence: 0, backup: null, documents: [], isProven: true };

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
  return ok({ entries, base: base.value, hasGap: base.value.sequence < (head?.base ?? 0) });
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

/**
 * The backup of the store that reaches furthest among those that can be read whole, that the journal goes through, and that leave no hole before it. Where none
 * does, the beginning of the journal, then one that cannot be compared with the journal, then one that leaves a hole.
 */
export async function findBase(
  { bridge, store, head, backups }: RebuildSource,
  entries: readonly JournalRow[],
): Promise<Result<Base, RecoveryError>> {
  const reach = head?.base ?? 0;
  const ofStore = backups.filter((each) => each.store === store);
  let best: { readonly base: Base; readonly rank: number } = { base: NOTHING, rank: reach === 0 ? 3 : -1 };
  for (const backup of ofStore.sort((a, b) => b.sequence - a.sequence || b.at - a.at)) {
    // Those that follow leave a hole, and a larger one.
    if (backup.sequence < reach && best.rank > 0) break;
    const bytes = await bridge.readBackup(backup.id);
    // A backup that another program holds may be the very one without which there is a hole.
    if (!bytes.ok && bytes.code !== "damaged" && bytes.code !== "not-found")
      return err({ kind: "machine", code: bytes.code });
    const read = bytes.ok ? await readBase(backup, bytes.value, entries) : err(bytes.code);
    if (!read.ok) {
      await bridge.log({ level: "error", message: `The backup ${backup.id} is no good: ${read.error}` });
      continue;
    }
    const base = read.value;
    const rank = (base.sequence >= reach ? 2 : 0) + (base.isProven ? 1 : 0);
    if (rank === 3) return ok(base);
    if (!base.isProven)
      await bridge.log({ level: "warn", message: `The journal does not tell of the backup ${backup.id}` });
    if (rank > best.rank) best = { base, rank };
  }
  return ok(best.base);
}

async function readBase(
  backup: Backup,
  bytes: Uint8Array,
  entries: readonly JournalRow[],
): Promise<Result<Base, string>> {
  const read = await readBackupContents(bytes);
  if (!read.ok) return err(read.error.kind);
  const { plans, book } = read.value;
  const isProven = await isOfCourse(book, entries);
  if (isProven === false) return err("the journal went another way");
  const based = plans.flatMap((plan): [PlanId, ReplayedPlan][] => {
    const known = book.plans.get(plan.id);
    return known === undefined ? [] : [[plan.id, { plan, book: known }]];
  });
  const { sequence, documents } = book;
  return ok({ plans: new Map(based), sequence, backup, documents, isProven: isProven ?? false });
}

/** Whether the journal goes through the state of a backup, by the last entry that both should hold; `null` where it cannot be told. */
async function isOfCourse(
  { sequence, entry, marks }: BackupBook,
  entries: readonly JournalRow[],
): Promise<boolean | null> {
  const last = entries.at(-1);
  if (last === undefined) return true;
  const common = sequence > last.sequence ? last : entries.find((each) => each.sequence === sequence);
  if (common === undefined) return null;
  const mark = common.sequence === sequence ? entry : marks.get(common.sequence);
  return mark === undefined || mark === null ? null : mark === (await entryMark(common));
}

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
