import { applyChanges, invertChanges } from "#core/command/apply-command.ts";
import type { Command, CommandError } from "#core/command/command.ts";
import {
  isScenarioTreeChange,
  isTableChange,
  type PlanChange,
  type RowChange,
} from "#core/command/plan-change.ts";
import { afterDo, afterRedo, afterUndo, type EditHistory } from "#core/command/history.ts";
import { refitWhatFits, type WhatFits } from "#core/history/refit-changes.ts";
import type { IndicatorId, PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { readChanges } from "../db/change-row.ts";
import { toCommandRow } from "../db/command-row.ts";
import type { JournalKind } from "../db/journal-row.ts";
import { editedPlan } from "../edited-plan.ts";
import { DamagedRecordError } from "../repositories/plan-mapping.ts";
import type { PlanRepository, StoredPlan, Touched } from "../repositories/plan-repository.ts";
import { addEntry, journalTables, type JournalTools } from "./add-entry.ts";
import { readEntryRows } from "./large-entries.ts";

/** What a change of the database works with. */
export interface EditTools extends JournalTools {
  readonly plans: PlanRepository;
}

/** What an edit changed, or why it cannot be. */
export type Edited = Result<readonly PlanChange[], CommandError>;

/**
 * One edit: reads the plan again inside the transaction, so that edits from two windows both land. `waited` names it where the database
 * refused it before.
 */
export function executeCommand(
  tools: EditTools,
  id: PlanId,
  command: Command,
  waited?: string,
): Promise<Edited> {
  return inTransaction(tools, id, async (stored) => {
    const edited = editedPlan(stored.plan, command);
    if (!edited.ok) return edited;
    const { changes, plan } = edited.value;
    if (changes.length === 0) return ok(changes);
    const { history } = stored.book;
    const entry = { kind: "do", changes, plan, command, parent: history.undo, target: null } as const;
    const written: Written = waited === undefined ? entry : { ...entry, waited };
    await write(tools, stored, written, (sequence) => afterDo(history, sequence));
    return ok(changes);
  });
}

/**
 * One edit in place of another: where that one was the last, it is taken back in the same transaction, so that one undo leads to
 * before both. Else the edit comes on top.
 */
export function executeInstead(
  tools: EditTools,
  id: PlanId,
  former: Command,
  command: Command,
): Promise<Edited> {
  const { db, plans } = tools;
  return db.transaction("rw", [...plans.tables, ...journalTables(db)], async () => {
    if ((await lastChanges(tools, id, former)) !== null) await undoEdit(tools, id);
    return executeCommand(tools, id, command);
  });
}

/** What a command changed where it is the last edit of a plan; `null` where it is not. */
export async function lastChanges(
  tools: EditTools,
  id: PlanId,
  command: Command,
): Promise<readonly PlanChange[] | null> {
  const last = (await tools.plans.read(id))?.book.history.undo ?? null;
  const [row] = last === null ? [] : await readEntryRows(tools.db, [last]);
  const isIt = JSON.stringify(row?.command) === JSON.stringify(toCommandRow(command));
  return last === null || !isIt ? null : (await readEdit(tools, last)).changes;
}

/**
 * One waiting edit by its changes: they are fitted to the plan as it is. Cells whose rows are gone are told and keep nothing else from coming; an edit of nothing
 * else, and one that speaks of other things that are no longer there, is refused.
 */
export function executeChanges(
  tools: EditTools,
  id: PlanId,
  changes: readonly PlanChange[],
  waited: string,
): Promise<Result<WhatFits, CommandError>> {
  return inTransaction(tools, id, async (stored) => {
    const { history } = stored.book;
    const fitted = refitWhatFits(stored.plan, changes);
    if (!fitted.ok) return fitted;
    const [gone] = fitted.value.gone;
    if (gone !== undefined && fitted.value.gone.length === changes.length)
      return err({ kind: "unknown-indicator", indicator: gone.indicator });
    if (fitted.value.changes.length === 0) return fitted;
    const plan = applyChanges(stored.plan, fitted.value.changes);
    const made = { kind: "do", changes: fitted.value.changes, plan } as const;
    const entry = { ...made, parent: history.undo, target: null, waited };
    await write(tools, stored, entry, (sequence) => afterDo(history, sequence));
    return fitted;
  });
}

/** Takes back the entry that the plan's history names. */
export function undoEdit(tools: EditTools, id: PlanId): Promise<Edited> {
  return inTransaction(tools, id, async (stored) => {
    const { history } = stored.book;
    if (history.undo === null) return err({ kind: "nothing-to-undo" });
    const entry = await readEdit(tools, history.undo);
    const after = afterUndo(history, await ifHeld(tools, entry.parent));
    if (!after.ok) return after;
    const changes = invertChanges(entry.changes);
    const plan = applyChanges(stored.plan, changes);
    await write(tools, stored, { kind: "undo", changes, plan, target: history.undo }, () => after.value);
    return ok(changes);
  });
}

/** Brings back the entry that was undone last. */
export function redoEdit(tools: EditTools, id: PlanId): Promise<Edited> {
  return inTransaction(tools, id, async (stored) => {
    const after = afterRedo(stored.book.history);
    if (!after.ok) return after;
    const target = after.value.undo;
    if (target === null) return err({ kind: "nothing-to-redo" });
    const { changes } = await readEdit(tools, target);
    const plan = applyChanges(stored.plan, changes);
    await write(tools, stored, { kind: "redo", changes, plan, target }, () => after.value);
    return ok(changes);
  });
}

function inTransaction<T>(
  tools: EditTools,
  id: PlanId,
  edit: (stored: StoredPlan) => Promise<Result<T, CommandError>>,
): Promise<Result<T, CommandError>> {
  const { db, plans } = tools;
  return db.transaction("rw", [...plans.tables, ...journalTables(db)], async () => {
    const stored = await plans.read(id);
    if (stored === null) return err({ kind: "unknown-plan" });
    if (stored.plan.origin !== "own") return err({ kind: "read-only" });
    return await edit(stored);
  });
}

async function readEdit(
  tools: EditTools,
  sequence: number,
): Promise<{ readonly changes: readonly PlanChange[]; readonly parent: number | null }> {
  const [row] = await readEntryRows(tools.db, [sequence]);
  if (row === undefined) throw new DamagedRecordError(`journal entry ${sequence}: missing`);
  const changes = readChanges(row.changes);
  if (!changes.ok) throw new DamagedRecordError(`journal entry ${sequence}: ${changes.error}`);
  return { changes: changes.value, parent: row.parent };
}

/** An entry that undo reaches next; a database that was built again from a backup holds none from before it. */
async function ifHeld({ db }: EditTools, sequence: number | null): Promise<number | null> {
  if (sequence === null) return null;
  return (await db.journal.where("sequence").equals(sequence).count()) > 0 ? sequence : null;
}

interface Written {
  readonly kind: Extract<JournalKind, "do" | "undo" | "redo">;
  readonly changes: readonly PlanChange[];
  /** After them. */
  readonly plan: Plan;
  readonly command?: Command;
  readonly parent?: number | null;
  readonly target: number | null;
  readonly waited?: string;
}

/** Writes the journal entry, the plan's record and the chunks of the changed indicators. */
async function write(
  tools: EditTools,
  stored: StoredPlan,
  written: Written,
  historyAfter: (sequence: number) => EditHistory,
): Promise<void> {
  const { plan, changes } = written;
  const { book } = stored;
  const at = tools.now();
  const revision = book.revision + 1;
  const entry = {
    plan: plan.id,
    kind: written.kind,
    command: written.command === undefined ? null : toCommandRow(written.command),
    changes,
    parent: written.parent ?? null,
    target: written.target,
    revision,
    at,
    ...(written.waited === undefined ? {} : { waited: written.waited }),
  };
  await addEntry(tools, entry, (sequence) => {
    const next = { ...book, revision, history: historyAfter(sequence), lastEditAt: at, updatedAt: at };
    return tools.plans.update(plan, next, touchedParts(stored.plan, changes), sequence);
  });
}

/** What records differ after the changes: a row that comes, goes or moves shifts all rows below it. */
function touchedParts(plan: Plan, changes: readonly PlanChange[]): Touched {
  const indicators: IndicatorId[] = [];
  let from = Number.POSITIVE_INFINITY;
  for (const change of changes) {
    if (!isTableChange(change) || change.kind === "dropped") continue;
    if (change.kind === "move") from = Math.min(from, change.from, change.to);
    else if (change.kind === "cell" || (change.before !== null && change.after !== null)) {
      indicators.push(change.indicator);
    } else from = Math.min(from, shiftedFrom(plan, change));
  }
  const narrative = changes.some(({ kind }) => kind === "narrative");
  return { indicators, from, scenarios: changes.some(isScenarioTreeChange), narrative };
}

/** The first row that another one's coming or going shifts; statements that come or go shift those of all rows. */
function shiftedFrom(plan: Plan, { before, after }: RowChange): number {
  const record = before ?? after;
  if (record === null) return Number.POSITIVE_INFINITY;
  return record.statements.length + record.disagreements.length > 0
    ? 0
    : Math.min(record.at, plan.indicators.length);
}
