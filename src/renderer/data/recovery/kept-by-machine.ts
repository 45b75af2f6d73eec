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
  /** All backups, the newest first. */
  readonly backups: readonly Backup[];
}

/** All that the machine keeps of a store. */
export interface Kept {
  /** The journal as the machine holds it, and behind it what `tail` added. */
  readonly entries: readonly JournalRow[];
  /** The newest good backup, from which the entries behind it are carried out. */
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
}

const NOTHING: Base = { plans: new Map(), sequence: 0, backup: null, documents: [] };

/** Reads what the machine keeps of a store: its journal, with `tail` behind it, and the newest good backup. */
export async function readKept(
  source: RebuildSource,
  tail: readonly JournalRow[] = [],
): Promise<Result<Kept, RecoveryError>> {
  const { store, head } = source;
  const fetched = head === undefined ? ok([]) : await readMachineRows(source.bridge, store, head.base);
  if (!fetched.ok) return fetched;
  const entries = [...fetched.value, ...tail];
  const base = await findBase(source, entries);
  return ok({ entries, base, hasGap: base.sequence < (head?.base ?? 0) });
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

/** The newest backup of the store that can be read whole: one that leaves no hole before the journal, since the newest reaches furthest, else an older one. */
async function findBase(
  { bridge, store, backups }: RebuildSource,
  entries: readonly JournalRow[],
): Promise<Base> {
  for (const backup of backups.filter((each) => each.store === store)) {
    const read = await readBase(bridge, backup, entries);
    if (read.ok) return read.value;
    await bridge.log({ level: "error", message: `The backup ${backup.id} is no good: ${read.error}` });
  }
  return NOTHING;
}

async function readBase(
  bridge: RebuildSource["bridge"],
  backup: Backup,
  entries: readonly JournalRow[],
): Promise<Result<Base, string>> {
  const bytes = await bridge.readBackup(backup.id);
  if (!bytes.ok) return err(bytes.code);
  const read = await readBackupContents(bytes.value);
  if (!read.ok) return err(read.error.kind);
  const { plans, book } = read.value;
  const last = entries.find(({ sequence }) => sequence === book.sequence);
  if (last !== undefined && book.entry !== null && book.entry !== (await entryMark(last)))
    return err("the journal went another way");
  const based = plans.flatMap((plan): [PlanId, ReplayedPlan][] => {
    const known = book.plans.get(plan.id);
    return known === undefined ? [] : [[plan.id, { plan, book: known }]];
  });
  return ok({ plans: new Map(based), sequence: book.sequence, backup, documents: book.documents });
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
