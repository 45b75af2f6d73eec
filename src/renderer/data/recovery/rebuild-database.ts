import type { Backup } from "#bridge/backup.ts";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import type { PlanId } from "#core/plan/ids.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { BackupBook } from "../backup/backup-book.ts";
import { readBackupContents } from "../backup/read-backup.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { readJournalRow } from "../db/read-journal-row.ts";
import { journalTables } from "../journal/add-entry.ts";
import { readMachineRows } from "./machine-journal.ts";
import type { RecoveryError } from "./recovery.ts";
import {
  type ReplayedPlans,
  type ReplayTools,
  replayAll,
  writeEntries,
  writeReplayed,
} from "./replay-into.ts";
import type { ReplayedPlan } from "./replay-journal.ts";

/** What a database is built again from. */
export interface RebuildSource {
  readonly bridge: Pick<DesktopBridge, "readJournal" | "readBackup">;
  readonly store: string;
  /** The store's journal on the machine; `undefined` when there is none. */
  readonly head: JournalHead | undefined;
  /** All backups, the newest first. */
  readonly backups: readonly Backup[];
}

/** What a database was built again from. */
export interface Rebuilt {
  /** The whole journal, and how many of its entries were carried out again behind the backup. */
  readonly entries: readonly JournalRow[];
  readonly replayed: number;
  readonly backup: Backup | null;
  readonly unattached: readonly string[];
}

/** What plans were at a point of the journal, as a backup says. */
interface Base {
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
  const based = await findBase(source);
  if (!based.ok) return based;
  const base = based.value;
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
  return ok({ entries, replayed: behind.length, backup: base.backup, unattached });
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

/** The newest backup of the store that can be read whole and leaves no hole before the journal; nothing where that goes back to the first edit. */
async function findBase({
  bridge,
  store,
  head,
  backups,
}: RebuildSource): Promise<Result<Base, RecoveryError>> {
  const reasons: string[] = [];
  const from = head?.base ?? 0;
  for (const backup of backups.filter((each) => each.store === store && each.sequence >= from)) {
    const read = await readBase(bridge, backup);
    if (read.ok) return read;
    reasons.push(`${backup.id}: ${read.error}`);
  }
  if (head?.base === 0) return ok(NOTHING);
  return err({ kind: "not-recovered", detail: `no good backup reaches ${from}. ${reasons.join("; ")}` });
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

interface Replacement {
  readonly store: string;
  readonly mirrored: number;
  readonly rows: readonly JournalRow[];
  readonly plans: ReplayedPlans;
}

/** Puts all of it in place of what is there. The bundled plans go as well: seeding, which follows, puts them in anew. */
function replaceAll(tools: ReplayTools, { store, mirrored, rows, plans }: Replacement): Promise<void> {
  const { db } = tools;
  const tables = [...tools.plans.tables, ...journalTables(db), db.meta];
  return db.transaction("rw", tables, async () => {
    await Promise.all(tables.map((table) => table.clear()));
    await writeReplayed(tools, plans);
    await writeEntries(tools, rows);
    await db.meta.bulkPut([
      { key: "store", value: store },
      { key: "mirrored", value: mirrored },
    ]);
  });
}

async function missingDocuments(
  { db }: ReplayTools,
  documents: BackupBook["documents"],
): Promise<readonly string[]> {
  const there = new Set(await db.documentTexts.toCollection().primaryKeys());
  return documents.filter(({ sha256 }) => !there.has(sha256)).map(({ file }) => file);
}
