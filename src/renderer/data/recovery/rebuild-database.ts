import type { Backup } from "#bridge/backup.ts";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import type { PlanId } from "#core/plan/ids.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { BackupBook } from "../backup/backup-book.ts";
import { readBackupContents } from "../backup/read-backup.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { readJournalRow } from "../db/read-journal-row.ts";
import { readMachineRows } from "./machine-journal.ts";
import type { RecoveryError } from "./recovery.ts";
import { missingDocuments, replaceAll } from "./replace-all.ts";
import { type ReplayedPlans, type ReplayTools, replayAll } from "./replay-into.ts";
import { rebuildOverGap } from "./rebuild-over-gap.ts";
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

/** Edits that neither a backup nor the journal holds any more, by their numbers, both included; and whether later ones did not fit without them. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly unfit: number;
}

/** What a database was built again from. */
export interface Rebuilt {
  /** The whole journal, and how many of its entries were carried out again behind the backup. */
  readonly entries: readonly JournalRow[];
  readonly replayed: number;
  readonly backup: Backup | null;
  readonly unattached: readonly string[];
  readonly gap: Gap | null;
}

/** What plans were at a point of the journal, as a backup says. */
export interface Base {
  readonly plans: ReadonlyMap<PlanId, ReplayedPlan>;
  readonly sequence: number;
  readonly backup: Backup | null;
  readonly documents: BackupBook["documents"];
}

const NOTHING: Base = { plans: new Map(), sequence: 0, backup: null, documents: [] };

/**
 * Builds the planner's own plans and the journal again, from the newest good backup and the entries behind it, in one
 * transaction that replaces what the database holds of them. Entries that the database alone has are kept when they can be read.
 */
export async function rebuildDatabase(
  tools: ReplayTools,
  source: RebuildSource,
): Promise<Result<Rebuilt, RecoveryError>> {
  const { store, head } = source;
  const fetched = head === undefined ? ok([]) : await readMachineRows(source.bridge, store, head.base);
  if (!fetched.ok) return fetched;
  const entries = [...fetched.value, ...(await ownTail(tools, head, store))];
  const base = await findBase(source);
  if (base.sequence < (head?.base ?? 0)) return ok(await rebuildOverGap(tools, { base, entries, store }));
  const parents = new Map(entries.map(({ sequence, parent }) => [sequence, parent]));
  const behind = entries.filter(({ sequence }) => sequence > base.sequence);
  const replayed = await replayAll({
    before: (id) => Promise.resolve(base.plans.get(id) ?? null),
    parentOf: (sequence) => Promise.resolve(parents.get(sequence)),
    entries: behind,
  });
  if (!replayed.ok) {
    return err({
      kind: "not-recovered",
      detail: `entry ${replayed.error.sequence}: ${replayed.error.detail}`,
    });
  }
  await replaceAll(tools, {
    store,
    mirrored: head?.last ?? 0,
    rows: withMark(tools, entries, base.sequence),
    plans: withHeldHistory([...base.plans, ...replayed.value], (sequence) => parents.has(sequence)),
  });
  const unattached = await missingDocuments(tools, base.documents);
  return ok({ entries, replayed: behind.length, backup: base.backup, unattached, gap: null });
}

/** Entries that the database of this store holds and the machine does not; none where they cannot be read. */
async function ownTail(
  { db }: ReplayTools,
  head: JournalHead | undefined,
  store: string,
): Promise<readonly JournalRow[]> {
  if ((await db.meta.get("store"))?.value !== store) return [];
  const rows = await db.journal
    .where("sequence")
    .above(head?.last ?? 0)
    .toArray();
  return rows.every((row) => readJournalRow(JSON.stringify(row)) !== null) ? rows : [];
}

/** The newest backup of the store that can be read whole: one that leaves no hole before the journal, since the newest reaches furthest, else an older one. */
async function findBase({ bridge, store, backups }: RebuildSource): Promise<Base> {
  for (const backup of backups.filter((each) => each.store === store)) {
    const read = await readBase(bridge, backup);
    if (read.ok) return read.value;
    await bridge.log({ level: "error", message: `The backup ${backup.id} is no good: ${read.error}` });
  }
  return NOTHING;
}

async function readBase(bridge: RebuildSource["bridge"], backup: Backup): Promise<Result<Base, string>> {
  const bytes = await bridge.readBackup(backup.id);
  if (!bytes.ok) return err(bytes.code);
  const read = await readBackupContents(bytes.value);
  if (!read.ok) return err(read.error.kind);
  const { plans, book } = read.value;
  const based = plans.flatMap((plan): [PlanId, ReplayedPlan][] => {
    const known = book.plans.get(plan.id);
    return known === undefined ? [] : [[plan.id, { plan, book: known }]];
  });
  return ok({ plans: new Map(based), sequence: book.sequence, backup, documents: book.documents });
}

/** Plans whose history names only entries that are there: what was edited before the journal begins can no longer be undone. */
function withHeldHistory(
  plans: readonly (readonly [PlanId, ReplayedPlan | null])[],
  isHeld: (sequence: number) => boolean,
): ReplayedPlans {
  const held = plans.map(([id, replayed]) => {
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

/** The journal of the rebuilt database; where it ends before the backup does, a mark keeps the numbers growing. */
function withMark(
  { now }: ReplayTools,
  entries: readonly JournalRow[],
  reached: number,
): readonly JournalRow[] {
  if ((entries.at(-1)?.sequence ?? 0) >= reached) return entries;
  const mark = { sequence: reached + 1, plan: "", kind: "rebuild", revision: 0, at: now() } as const;
  const unset = { command: null, changes: [], parent: null, target: null, title: null, planFile: null };
  return [...entries, { ...unset, ...mark }];
}
