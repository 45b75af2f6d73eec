import type { DirectionOf } from "../plan/concept.ts";
import type { IndicatorId, StatementId } from "../plan/ids.ts";
import type { Field, Indicator, Plan } from "../plan/plan.ts";
import { err, ok, type Result } from "../result.ts";
import { cellContent, fieldKey, showsTheSame } from "./cell-content.ts";
import type { CellContent, CellEdit, Command, CommandError } from "./command.ts";
import type { CellChange } from "./plan-change.ts";
import { printableText } from "./printable-text.ts";
import { emptyContent, readCell } from "./read-cell.ts";
import { type NewContent, unitChanges, type UnitChangeWay } from "./unit-changes.ts";

/** After so many cells a step of {@link editCellsInSteps} ends: on a slow machine some milliseconds. */
const STEP = 200;

/**
 * The changes that edits of cells make, none for cells that already show what was typed. Each changed cell is there once, with its
 * content before and after all of them; text that cannot be read becomes rejected input. A plan that is not the planner's
 * own and rows that are not there refuse. Each step gives how many edits it came through.
 */
export function* editCellsInSteps(
  plan: Plan,
  edits: readonly CellEdit[],
  directionOf: DirectionOf,
): Generator<number, Result<readonly CellChange[], CommandError>> {
  const wanted = new Set(edits.map(({ indicator }) => indicator));
  const rows = new Map<IndicatorId, number>();
  plan.indicators.forEach(({ id }, row) => {
    if (wanted.has(id)) rows.set(id, row);
  });
  const byRow = new Map<number, CellEdit[]>();
  for (const edit of edits) {
    const row = rows.get(edit.indicator);
    if (row === undefined) return err({ kind: "unknown-indicator", indicator: edit.indicator });
    const rowEdits = byRow.get(row) ?? [];
    const text = printableText(edit.text);
    rowEdits.push(text === edit.text ? edit : { ...edit, text });
    byRow.set(row, rowEdits);
  }
  const changes: CellChange[] = [];
  let sinceStep = 0;
  for (const [row, rowEdits] of byRow) {
    for (const each of rowChanges(plan, row, rowEdits, directionOf)) changes.push(each);
    sinceStep += rowEdits.length;
    if (sinceStep < STEP) continue;
    yield sinceStep;
    sinceStep = 0;
  }
  return ok(changes);
}

/** The changes that a new unit makes to a row: to its unit, and to all that is measured in it. */
export function changeUnit(
  plan: Plan,
  edit: { readonly indicator: IndicatorId; readonly unit: string; readonly how: UnitChangeWay },
  directionOf: DirectionOf,
): Result<readonly CellChange[], CommandError> {
  const row = plan.indicators.findIndex(({ id }) => id === edit.indicator);
  const indicator = plan.indicators[row];
  if (indicator === undefined) return err({ kind: "unknown-indicator", indicator: edit.indicator });
  const typed = typedUnit(indicator, { ...edit, field: UNIT, text: edit.unit });
  if (typed.rejected !== null || typed.text === indicator.unit) return ok([]);
  const unit = typed.text ?? "";
  const direction = directionOf(indicator.concept);
  const contents = [
    { field: UNIT, content: typed },
    ...unitChanges(plan, row, indicator, { unit, direction, how: edit.how }),
  ];
  return ok(contents.map((next) => change(plan, row, indicator.id, next)));
}

/** The change of what backs a value; none where the cell holds no value or no such statement speaks of the row. */
export function cite(
  plan: Plan,
  { indicator: id, field, statement }: Extract<Command, { readonly type: "cite" }>,
): Result<readonly CellChange[], CommandError> {
  const row = plan.indicators.findIndex((indicator) => indicator.id === id);
  if (row < 0) return err({ kind: "unknown-indicator", indicator: id });
  const speaksOfIt = plan.statements.some((each) => each.id === statement && each.indicator === id);
  if (statement !== null && !speaksOfIt) return ok([]);
  const before = cellContent(plan, row, field);
  const content = backed(before, statement);
  return ok(content === null ? [] : [change(plan, row, id, { field, content })]);
}

function backed(content: CellContent, statement: StatementId | null): CellContent | null {
  if (content.kind === "observation") {
    if (content.observation === null || content.source === statement) return null;
    const basis = statement === null ? "estimated" : "stated";
    return { ...content, observation: { ...content.observation, basis }, source: statement };
  }
  if (content.kind !== "target" || content.planned === null) return null;
  return content.planned.statement === statement
    ? null
    : { ...content, planned: { ...content.planned, statement } };
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
    const how = unitEdit?.unitChange ?? "convert";
    for (const change of unitChanges(plan, row, indicator, { unit, direction, how })) {
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
  return {
    kind: "cell",
    indicator,
    field: next.field,
    before: cellContent(plan, row, next.field),
    after: next.content,
  };
}
