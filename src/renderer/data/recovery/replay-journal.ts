import { assertNever } from "#core/assert-never.ts";
import { applyChanges } from "#core/command/apply-command.ts";
import { afterDo, afterRedo, afterUndo, EMPTY_HISTORY, type EditHistory } from "#core/command/history.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { readChanges } from "../db/change-row.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { parseJson } from "../db/read-journal-row.ts";
import type { PlanBook } from "../repositories/plan-mapping.ts";

/** A plan as its entries leave it, with what the database keeps about it. */
export interface ReplayedPlan {
  readonly plan: Plan;
  readonly book: PlanBook;
}

/** An entry that does not follow from those before it; `detail` is for the copyable details, in English. */
export interface ReplayError {
  readonly sequence: number;
  readonly detail: string;
}

/** The parent that a `do` entry was stored with; `undefined` when there is no such entry. */
export type ParentOf = (sequence: number) => number | null | undefined;

/**
 * A plan after an entry of the journal; `null` stands for no plan, before its first entry and after it was removed.
 * Replaying the entries of a plan from its first one on leads to what the database held after the last.
 */
export function replayEntry(
  before: ReplayedPlan | null,
  entry: JournalRow,
  parentOf: ParentOf,
): Result<ReplayedPlan | null, ReplayError> {
  const { kind } = entry;
  if (kind === "create") return created(entry);
  if (kind === "rebuild") return ok(before);
  if (before === null) return refuse(entry, `${kind} of a plan that is not there`);
  switch (kind) {
    case "remove":
      return ok(null);
    case "version":
    case "renameVersion":
    case "removeVersion":
      return ok(before);
    case "rename":
      return ok({
        plan: { ...before.plan, title: entry.title ?? before.plan.title },
        book: { ...before.book, revision: entry.revision, updatedAt: entry.at },
      });
    case "do":
    case "undo":
    case "redo": {
      const history = historyAfter(before.book.history, entry, parentOf);
      return history.ok ? edited(before, entry, history.value) : history;
    }
    default:
      return assertNever(kind);
  }
}

/** A plan after an entry, whatever can be undone in it: for where entries before this one are missing. */
export function replayContent(
  before: ReplayedPlan | null,
  entry: JournalRow,
): Result<ReplayedPlan | null, ReplayError> {
  const { kind } = entry;
  const edits = kind === "do" || kind === "undo" || kind === "redo";
  return edits && before !== null
    ? edited(before, entry, EMPTY_HISTORY)
    : replayEntry(before, entry, () => null);
}

function created(entry: JournalRow): Result<ReplayedPlan, ReplayError> {
  const plan = readPlanFile(parseJson(entry.planFile ?? ""), "own");
  if (!plan.ok) return refuse(entry, `its plan cannot be read: ${JSON.stringify(plan.error)}`);
  const { revision, at } = entry;
  const book = { revision, history: EMPTY_HISTORY, lastEditAt: null, createdAt: at, updatedAt: at };
  return ok({ plan: plan.value, book });
}

function historyAfter(
  history: EditHistory,
  entry: JournalRow,
  parentOf: ParentOf,
): Result<EditHistory, ReplayError> {
  if (entry.kind === "do") return ok(afterDo(history, entry.sequence));
  const next = entry.kind === "redo" ? afterRedo(history) : undone(history, entry.target, parentOf);
  return next.ok ? next : refuse(entry, next.error.kind);
}

/** After a shortened journal what undo reaches next may not be known any more; then the entry itself says what it took back. */
function undone(history: EditHistory, target: number | null, parentOf: ParentOf) {
  const undo = history.undo ?? target;
  return afterUndo({ ...history, undo }, undo === null ? null : (parentOf(undo) ?? null));
}

function edited(
  { plan, book }: ReplayedPlan,
  entry: JournalRow,
  history: EditHistory,
): Result<ReplayedPlan, ReplayError> {
  const changes = readChanges(entry.changes);
  if (!changes.ok) return refuse(entry, changes.error);
  const { revision, at } = entry;
  try {
    const after = applyChanges(plan, changes.value);
    return ok({ plan: after, book: { ...book, revision, history, lastEditAt: at, updatedAt: at } });
  } catch (error) {
    // The core throws on a change of a row that is not there; here the journal is at fault, not the program.
    if (error instanceof RangeError) return refuse(entry, error.message);
    throw error;
  }
}

const refuse = ({ sequence }: JournalRow, detail: string) => err({ sequence, detail });
