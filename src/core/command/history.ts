import { err, ok, type Result } from "../result.ts";
import type { CommandError } from "./command.ts";

/** Number of an entry in a plan's journal. */
export type Seq = number;

/**
 * Where a plan stands in its journal: `undo` is the entry that undo takes back (`null` at the start), `redo` the
 * entries that redo brings again, nearest first. Each entry of an edit stores the `undo` of its time as its parent.
 */
export interface EditHistory {
  readonly undo: Seq | null;
  readonly redo: readonly Seq[];
}

/** The history of a plan that nobody has edited. */
export const EMPTY_HISTORY: EditHistory = { undo: null, redo: [] };

/** The history after a new edit `seq`, whose parent is the former `undo`; what could be redone is gone. */
export function afterDo(_history: EditHistory, seq: Seq): EditHistory {
  return { undo: seq, redo: [] };
}

/** The history after taking back its `undo` entry; `parent` is the one stored with that entry. */
export function afterUndo(history: EditHistory, parent: Seq | null): Result<EditHistory, CommandError> {
  if (history.undo === null) return err({ kind: "nothing-to-undo" });
  return ok({ undo: parent, redo: [history.undo, ...history.redo] });
}

/** The history after bringing back the nearest undone entry. */
export function afterRedo(history: EditHistory): Result<EditHistory, CommandError> {
  const [next, ...rest] = history.redo;
  return next === undefined ? err({ kind: "nothing-to-redo" }) : ok({ undo: next, redo: rest });
}
