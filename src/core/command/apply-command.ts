import { type DirectionOf, higherIsBetter } from "../plan/concept.ts";
import type { IndicatorId } from "../plan/ids.ts";
import type { Field, Indicator, Plan } from "../plan/plan.ts";
import { err, ok, type Result } from "../result.ts";
import { cellContent, fieldKey, showsTheSame } from "./cell-content.ts";
import type { CellChange, CellContent, CellEdit, Command, CommandError } from "./command.ts";
import { printableText } from "./printable-text.ts";
import { emptyContent, readCell } from "./read-cell.ts";
import { type NewContent, unitChanges } from "./unit-changes.ts";

export { applyChanges, invertChanges } from "./apply-changes.ts";

/**
 * The changes that a command makes to a plan, none for cells that already show what was typed. Each changed cell is
 * there once, with its content before and after the whole command; text that cannot be read becomes rejected input. The
 * direction of a concept says in which order 保底 and 力争 are read.
 */
export function applyCommand(
  plan: Plan,
  command: Command,
  directionOf: DirectionOf = higherIsBetter,
): Result<readonly CellChange[], CommandError> {
  if (plan.origin === "bundled") return err({ kind: "read-only" });
  const rows = new Map(plan.indicators.map(({ id }, row) => [id, row]));
  const edits = command.type === "editCell" ? [command] : command.edits;
  const byRow = new Map<number, CellEdit[]>();
  for (const edit of edits) {
    const row = rows.get(edit.indicator);
    if (row === undefined) return err({ kind: "unknown-indicator", indicator: edit.indicator });
    byRow.set(row, [...(byRow.get(row) ?? []), { ...edit, text: printableText(edit.text) }]);
  }
  return ok([...byRow].flatMap(([row, rowEdits]) => rowChanges(plan, row, rowEdits, directionOf)));
}

const UNIT: Field = { kind: "unit" };

function rowChanges(
  plan: Plan,
  row: number,
  edits: readonly CellEdit[],
  directionOf: DirectionOf,
): readonly CellChange[] {
  const indicator = plan.indicators[row];
  if (indicator === undefined) return [];
  const direction = directionOf(indicator.concept);
  // The last edit of a cell counts, and a new unit comes first: the other cells of the block are read in it.
  const last = new Map(edits.map((edit) => [fieldKey(edit.field), edit]));
  const contents = new Map<string, NewContent>();
  const unitEdit = last.get("unit");
  const newUnit = unitEdit === undefined ? null : typedUnit(indicator, unitEdit);
  const unit = newUnit?.text ?? indicator.unit;
  if (newUnit !== null && !showsTheSame(cellContent(plan, row, UNIT), newUnit, unit)) {
    contents.set("unit", { field: UNIT, content: newUnit });
  }
  if (unit !== indicator.unit) {
    for (const change of unitChanges(plan, row, indicator, unit, direction)) {
      contents.set(fieldKey(change.field), change);
    }
  }
  last.delete("unit");
  const inUnit: Indicator = { ...indicator, unit };
  for (const [key, { field, text }] of last) {
    const now = contents.get(key)?.content ?? cellContent(plan, row, field);
    const read = readCell(inUnit, field, text, direction);
    const typed = read.ok ? read.value : emptyContent(field, text);
    if (!showsTheSame(now, typed, unit)) contents.set(key, { field, content: keepEvidence(now, typed) });
  }
  return [...contents.values()].map(({ field, content }) =>
    change(plan, row, indicator.id, { field, content }),
  );
}

/** The unit stays until a new one can be read: the row's values cannot be without. */
function typedUnit(indicator: Indicator, edit: CellEdit): Extract<CellContent, { kind: "text" }> {
  const read = readCell(indicator, edit.field, edit.text);
  if (read.ok && read.value.kind === "text") return read.value;
  return { kind: "text", text: indicator.unit, rejected: edit.text };
}

/** The same value printed with other digits (2.5 as 2.50) is still backed by its document. */
function keepEvidence(now: CellContent, typed: CellContent): CellContent {
  if (now.kind !== "observation" || typed.kind !== "observation") return typed;
  if (now.observation === null || typed.observation?.value !== now.observation.value) return typed;
  return {
    ...typed,
    observation: { ...typed.observation, basis: now.observation.basis },
    source: now.source,
  };
}

function change(plan: Plan, row: number, indicator: IndicatorId, next: NewContent): CellChange {
  return { indicator, field: next.field, before: cellContent(plan, row, next.field), after: next.content };
}
