import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { gridRows } from "../row-order.ts";

/** Where rows are put: before or after one that stays. */
export interface RowDrop {
  readonly row: IndicatorId;
  readonly side: "before" | "after";
}

/**
 * The command that puts rows, in the order given, where a planner sees them dropped; `null` where that changes nothing. Grouped,
 * they take the field of the row that they are dropped beside, in the same step.
 */
export function moveRows(
  plan: Plan,
  rows: readonly IndicatorId[],
  drop: RowDrop,
  grouped: boolean,
): Command | null {
  const before = beforeOf(plan, rows, drop);
  const fields = grouped ? fieldCommands(plan, rows, drop.row) : [];
  const move: Command = { type: "moveIndicators", indicators: rows, before };
  const wanted = wantedOrder(plan, rows, drop, grouped);
  const simple = [...(changes(plan, move) ? [move] : []), ...fields];
  // A field whose first row has left it may now come after another one: then the plan takes over the whole order.
  const all: Command = { type: "moveIndicators", indicators: wanted, before: null };
  const commands = isOrder(after(plan, simple), wanted, grouped) ? simple : [...fields, all];
  const [first] = commands;
  if (first === undefined) return null;
  // Fields alone are a batch too: they are no typed ones, with which rows stay where they are.
  return commands.length === 1 && first.type === "moveIndicators" ? first : { type: "batch", commands };
}

/**
 * Where rows go by one step up or down among those that are shown; `null` at the end. Grouped, the step over the line of a
 * field only takes them over into the field beside.
 */
export function stepDrop(
  plan: Plan,
  shown: readonly IndicatorId[],
  rows: readonly IndicatorId[],
  { step, grouped }: { readonly step: 1 | -1; readonly grouped: boolean },
): RowDrop | null {
  const moving = new Set(rows);
  const places = shown.flatMap((id, at) => (moving.has(id) ? [at] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return null;
  const beside = step === 1 ? shown[last + 1] : shown[first - 1];
  if (beside === undefined) return null;
  const fields = new Map(plan.indicators.map(({ id, category }) => [id, category]));
  const crosses = grouped && rows.some((id) => fields.get(id) !== fields.get(beside));
  const passes = step === 1 ? "after" : "before";
  const joins = step === 1 ? "before" : "after";
  return { row: beside, side: crosses ? joins : passes };
}

function beforeOf(plan: Plan, rows: readonly IndicatorId[], { row, side }: RowDrop): IndicatorId | null {
  if (side === "before") return row;
  const moving = new Set(rows);
  const at = plan.indicators.findIndex(({ id }) => id === row);
  return plan.indicators.slice(at + 1).find(({ id }) => !moving.has(id))?.id ?? null;
}

function fieldCommands(plan: Plan, rows: readonly IndicatorId[], beside: IndicatorId): readonly Command[] {
  const field = plan.indicators.find(({ id }) => id === beside)?.category ?? null;
  const moving = new Set(rows);
  const edits = plan.indicators
    .filter(({ id, category }) => moving.has(id) && category !== field)
    .map(({ id }) => ({ indicator: id, field: { kind: "category" as const }, text: field ?? "" }));
  return edits.length === 0 ? [] : [{ type: "editCells", edits }];
}

/** The order that the planner sees after the drop. */
function wantedOrder(
  plan: Plan,
  rows: readonly IndicatorId[],
  { row, side }: RowDrop,
  grouped: boolean,
): readonly IndicatorId[] {
  const moving = new Set(rows);
  const rest = orderOf(plan, grouped).filter((id) => !moving.has(id));
  const at = rest.indexOf(row) + (side === "after" ? 1 : 0);
  return [...rest.slice(0, at), ...rows, ...rest.slice(at)];
}

function orderOf(plan: Plan, grouped: boolean): readonly IndicatorId[] {
  return gridRows(plan, { grouped, held: new Map() }).map(({ id }) => id);
}

function isOrder(plan: Plan, wanted: readonly IndicatorId[], grouped: boolean): boolean {
  const order = orderOf(plan, grouped);
  return wanted.every((id, at) => order[at] === id);
}

function changes(plan: Plan, command: Command): boolean {
  const applied = applyCommand(plan, command);
  return applied.ok && applied.value.length > 0;
}

function after(plan: Plan, commands: readonly Command[]): Plan {
  const applied = applyCommand(plan, { type: "batch", commands });
  return applied.ok ? applyChanges(plan, applied.value) : plan;
}
