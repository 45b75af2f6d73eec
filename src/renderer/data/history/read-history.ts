import { Dexie } from "dexie";
import type { Seq } from "#core/command/history.ts";
import { cellContent, fieldKey } from "#core/command/cell-content.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import { cellHistory, type CellStep } from "#core/history/cell-history.ts";
import { showContent } from "#core/history/compare-plans.ts";
import type { JournalEntry } from "#core/history/journal-entry.ts";
import { type NamedVersion, namedVersions } from "#core/history/named-versions.ts";
import { planBefore } from "#core/history/plan-before.ts";
import { keysOfCell } from "#core/history/touched-cells.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { changesAbout } from "../db/changes-about.ts";
import type { JournalKind, JournalRow } from "../db/journal-row.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import type { PlanRepository } from "../repositories/plan-repository.ts";
import { readEntryRows } from "../journal/large-entries.ts";
import type { CellName, CellPast, JournalPage } from "./history-store.ts";
import { readEntry } from "./read-entry.ts";

/** What the past of a plan is read from. */
export interface HistoryTools {
  readonly db: WorkbenchDatabase;
  readonly plans: PlanRepository;
}

/** The newest `limit` entries of a plan that changed a cell, its row or its unit. */
export function readCellEntries(
  { db }: HistoryTools,
  plan: PlanId,
  cell: CellName,
  limit: number,
): Promise<JournalPage> {
  return db.transaction("r", [db.journal, db.touches], async () => {
    const begin = await beginOf(db, plan);
    const found = await touchingEntries(db, plan, cell, begin);
    const rows = await readEntryRows(db, found.slice(0, limit));
    const about = rows.map((row) => ({ ...row, changes: changesAbout(row.changes, cell.indicator) }));
    const entries = (await toEntries(db, about)).filter(
      (entry) => "changes" in entry && touches(entry, cell),
    );
    const [first] = await entriesAfter(db, plan, begin - 1)
      .limit(1)
      .primaryKeys();
    const left = Math.max(0, found.length - limit);
    const newest = entries.sort((a, b) => b.seq - a.seq);
    return { entries: newest, total: entries.length + left, first: first ?? null };
  });
}

/** Whether an entry changed a cell: a block is noted for whole rows, and may have left it as it was. */
function touches(
  { changes }: { readonly changes: readonly PlanChange[] },
  { indicator, field }: CellName,
): boolean {
  return changes.some((change) => {
    if (!("indicator" in change) || change.indicator !== indicator) return false;
    if (change.kind !== "cell") return change.kind === "row";
    return change.field.kind === "unit" || fieldKey(change.field) === fieldKey(field);
  });
}

/** The newest `limit` entries of a plan. */
export function readEntries({ db }: HistoryTools, plan: PlanId, limit: number): Promise<JournalPage> {
  return db.transaction("r", db.journal, async () => {
    // Keys and ranges are read at once, a cursor from the end would be asked for each entry.
    const keys = await entriesAfter(db, plan, (await beginOf(db, plan)) - 1).primaryKeys();
    const first = keys.at(-limit) ?? keys[0] ?? 0;
    const rows = limit === 0 ? [] : await entriesAfter(db, plan, first - 1).toArray();
    const entries = (await toEntries(db, rows)).reverse();
    return { entries, total: keys.length, first: keys[0] ?? null };
  });
}

/** A plan as it was after an entry; `null` where it is not there, or was brought back from outside since then. */
export function readPlanAfter({ db, plans }: HistoryTools, id: PlanId, entry: Seq): Promise<Plan | null> {
  return db.transaction("r", [...plans.tables, db.journal], async () => {
    const stored = await plans.read(id);
    if (stored === null || entry < (await beginOf(db, id))) return null;
    const later = await toEntries(db, await entriesAfter(db, id, entry).toArray());
    const then = planBefore(stored.plan, later);
    if (!later.some(({ kind }) => kind === "rename")) return then;
    return { ...then, title: (await titleAfter(db, id, entry)) ?? then.title };
  });
}

/** The named versions of a plan. */
export async function readVersions({ db }: HistoryTools, plan: PlanId): Promise<readonly NamedVersion[]> {
  const begin = await beginOf(db, plan);
  const entries = await readKinds(db, plan, ["version", "renameVersion", "removeVersion"]);
  return namedVersions(entries.filter(({ seq }) => seq >= begin));
}

/** The newest changes of a cell of a plan. */
export function readCellPast(
  { db, plans }: HistoryTools,
  id: PlanId,
  at: CellName,
  limit: number,
): Promise<CellPast> {
  return db.transaction("r", [...plans.tables, db.journal, db.touches], async () => {
    const plan = (await plans.read(id))?.plan;
    const row = plan?.indicators.findIndex((indicator) => indicator.id === at.indicator) ?? -1;
    const unit = plan?.indicators[row]?.unit;
    if (plan === undefined || unit === undefined) return { steps: [], more: false };
    const found = await touchingEntries(db, id, at, await beginOf(db, id));
    const entries: JournalEntry[] = [];
    let steps: readonly CellStep[] = [];
    // In parts: few steps are wanted, and an entry that touched the row may have left the cell as it was.
    for (let part = 0; part * PART < found.length && steps.length <= limit; part += 1) {
      const rows = await readEntryRows(db, found.slice(part * PART, (part + 1) * PART));
      // Of a block of thousands of cells only what it says of the row: the rest would take longer to read than all else.
      const about = rows.map((entry) => ({
        ...entry,
        changes: changesAbout(entry.changes, at.indicator),
      }));
      entries.push(...(await toEntries(db, about)));
      steps = cellHistory(entries, at.indicator, at.field, unit);
    }
    if (steps.length > limit) return { steps: steps.slice(0, limit), more: true };
    const created = (await readKinds(db, id, ["create"])).at(-1);
    const oldest = steps.at(-1);
    const first = oldest === undefined ? showContent(cellContent(plan, row, at.field), unit) : oldest.before;
    const began =
      created === undefined || first === null ? [] : [{ entry: created, before: null, after: first }];
    return { steps: [...steps, ...began], more: false };
  });
}

/** Entries that are read at once for the past of a cell. */
const PART = 50;

/** The numbers of the entries from `begin` on that touched a cell, its row or its unit, the newest first. */
async function touchingEntries(
  db: WorkbenchDatabase,
  plan: PlanId,
  { indicator, field }: CellName,
  begin: Seq,
): Promise<readonly Seq[]> {
  const keys = await Promise.all(
    keysOfCell(indicator, field).map((cell) =>
      db.touches
        .where("[plan+cell+sequence]")
        .between([plan, cell, begin], [plan, cell, Dexie.maxKey])
        .primaryKeys(),
    ),
  );
  return [...new Set(keys.flat().map(([, , sequence]) => sequence))].sort((a, b) => b - a);
}

/** The entry with which a plan began; what was before, until it was removed, is the past of another one. 1 where it is not known. */
async function beginOf(db: WorkbenchDatabase, plan: PlanId): Promise<Seq> {
  const keys = await db.journal.where("[plan+kind]").equals([plan, "create"]).primaryKeys();
  return Math.max(1, ...keys);
}

function entriesAfter(db: WorkbenchDatabase, plan: PlanId, entry: Seq) {
  return db.journal.where("[plan+sequence]").between([plan, entry], [plan, Dexie.maxKey], false, true);
}

async function titleAfter(db: WorkbenchDatabase, plan: PlanId, entry: Seq): Promise<string | null> {
  const named = await readKinds(db, plan, ["create", "rename"]);
  const last = named.findLast(({ seq }) => seq <= entry);
  return last !== undefined && "title" in last ? last.title : null;
}

/** The entries of some kinds, in the order of the journal. */
async function readKinds(
  db: WorkbenchDatabase,
  plan: PlanId,
  kinds: readonly JournalKind[],
): Promise<readonly JournalEntry[]> {
  const rows = await db.journal
    .where("[plan+kind]")
    .anyOf(kinds.map((kind) => [plan, kind]))
    .toArray();
  return toEntries(
    db,
    rows.sort((a, b) => a.sequence - b.sequence),
  );
}

/** Entries from their rows; what they took back or brought again is looked up where it is not among them. */
async function toEntries(db: WorkbenchDatabase, rows: readonly JournalRow[]): Promise<JournalEntry[]> {
  const commands = new Map(rows.map(({ sequence, command }) => [sequence, command]));
  const missing = rows.flatMap(({ kind, target }) =>
    target === null || commands.has(target) || (kind !== "undo" && kind !== "redo") ? [] : [target],
  );
  if (missing.length > 0) {
    for (const row of await readEntryRows(db, [...new Set(missing)])) commands.set(row.sequence, row.command);
  }
  return rows.map((row) => readEntry(row, (sequence) => commands.get(sequence) ?? null));
}
