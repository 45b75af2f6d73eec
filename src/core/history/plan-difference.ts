import { applyChanges, invertChanges } from "../command/apply-changes.ts";
import { cellContent, fieldKey } from "../command/cell-content.ts";
import { removeIndicators } from "../command/edit-rows.ts";
import { narrativeDifference } from "../command/edit-narrative.ts";
import { scenarioTreeDifference } from "../command/scenario-difference.ts";
import type { CellChange, DroppedChange, PlanChange, RowChange } from "../command/plan-change.ts";
import { changedRow } from "../command/row-record.ts";
import type { IndicatorId } from "../plan/ids.ts";
import { observedRow } from "../plan/observation-table.ts";
import type { DroppedIndicator, Field, Indicator, Plan } from "../plan/plan.ts";
import { sameValue } from "../same-value.ts";
import { reorderRows } from "./reorder-rows.ts";

/**
 * The net changes that make the rows of one state of a plan those of another, with all that is said about them: none where a cell holds
 * the same in both, whatever happened in between. What is left out of the predecessor comes first, then rows go, then rows move, then cells and rows change, then rows come; scenarios, drivers and the text are last.
 * Title and other facts of the plan itself are no changes of rows.
 */
export function planDifference(from: Plan, to: Plan): readonly PlanChange[] {
  const leaving = changesWithout(from, to);
  const arriving = changesWithout(to, from);
  const wanted = applyChanges(to, arriving);
  let current = applyChanges(from, leaving);
  const moves = reorderRows(rowIds(current), rowIds(wanted));
  current = applyChanges(current, moves);
  const cells = wanted.indicators.flatMap((_, row) => cellChanges(current, wanted, row));
  current = applyChanges(current, cells);
  const rows = wanted.indicators.flatMap((_, row) => rowChanges(current, wanted, row));
  const dropped = droppedChanges(from.dropped, to.dropped);
  const beside = [...scenarioTreeDifference(from, to), ...narrativeDifference(from.narrative, to.narrative)];
  return [...dropped, ...leaving, ...moves, ...cells, ...rows, ...invertChanges(arriving), ...beside];
}

/** The changes that make one list of what is left out another one: nothing where both are the same, else all anew. */
function droppedChanges(
  from: readonly DroppedIndicator[],
  to: readonly DroppedIndicator[],
): readonly DroppedChange[] {
  if (sameValue(from, to)) return [];
  const kind = "dropped";
  const go = from.map(
    (item, at) => ({ kind, indicator: item.indicator, before: { at, item }, after: null }) as const,
  );
  const come = to.map(
    (item, at) => ({ kind, indicator: item.indicator, before: null, after: { at, item } }) as const,
  );
  return [...go.reverse(), ...come];
}

const rowIds = (plan: Plan) => plan.indicators.map(({ id }) => id);

/** The changes that take out of a plan the rows that another state has not, or about which it states something else. */
function changesWithout(plan: Plan, other: Plan): readonly RowChange[] {
  const [here, there] = [companions(plan), companions(other)];
  const known = new Set(rowIds(other));
  const indicators = rowIds(plan).filter((id) => !known.has(id) || here.get(id) !== there.get(id));
  return indicators.length === 0 ? [] : removeIndicators(plan, { type: "removeIndicators", indicators });
}

/** What names the statements and settled disagreements about each row. */
function companions({ statements, disagreements }: Plan): ReadonlyMap<IndicatorId | null, string> {
  const found = new Map<IndicatorId | null, string>();
  const note = (indicator: IndicatorId | null, name: string) =>
    found.set(indicator, `${found.get(indicator) ?? ""}\n${name}`);
  for (const { indicator, id } of statements) note(indicator, id);
  for (const { indicator, year, official } of disagreements) note(indicator, `${year} ${official}`);
  return found;
}

function cellChanges(from: Plan, to: Plan, row: number): readonly CellChange[] {
  const [a, b] = [from.indicators[row], to.indicators[row]];
  if (a === undefined || b === undefined) return [];
  return fieldsOf(from, to, row, a, b).flatMap((field) => {
    const [before, after] = [cellContent(from, row, field), cellContent(to, row, field)];
    return sameValue(before, after) ? [] : [{ kind: "cell", indicator: b.id, field, before, after } as const];
  });
}

const TEXTS: readonly Field[] = (["name", "unit", "attribute", "department", "category"] as const).map(
  (kind) => ({ kind }),
);

/** The cells that hold something in either state of a row. */
function fieldsOf(from: Plan, to: Plan, row: number, a: Indicator, b: Indicator): readonly Field[] {
  const observed = [...observedRow(from.observations, row), ...observedRow(to.observations, row)];
  const inOneState = a === b ? [] : [a, b];
  const fields: Field[] = [
    ...(a === b ? [] : TEXTS),
    ...[...observed, ...inOneState.flatMap(({ sources }) => sources)].map(
      ({ year }) => ({ kind: "observation", year }) as const,
    ),
    ...inOneState.flatMap(({ targets }) => targets.map(({ year }) => ({ kind: "target", year }) as const)),
    ...inOneState.flatMap(({ rejected }) => rejected.map(({ field }) => field)),
  ];
  return [...new Map(fields.map((field) => [fieldKey(field), field])).values()];
}

function rowChanges(from: Plan, to: Plan, row: number): readonly RowChange[] {
  const [a, b] = [from.indicators[row], to.indicators[row]];
  if (a === undefined || b === undefined || sameValue(a, b)) return [];
  return [{ kind: "row", indicator: b.id, before: changedRow(from, row, a), after: changedRow(to, row, b) }];
}
