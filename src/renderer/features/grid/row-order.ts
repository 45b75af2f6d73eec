import type { IndicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";

/** One row of the grid: its indicator, that indicator's row in the plan's tables, and the printed number from 1. */
export interface GridRow {
  readonly id: IndicatorId;
  readonly index: number;
  readonly number: number;
}

/** Rows in the order of a planning table: fields in the order they first appear, indicators as the plan lists them. */
export function gridRows(plan: Plan): readonly GridRow[] {
  const groups = new Map<string | null, number[]>();
  plan.indicators.forEach(({ category }, index) => {
    const group = groups.get(category);
    if (group === undefined) groups.set(category, [index]);
    else group.push(index);
  });
  const order = [...groups.values()].flat();
  return order.flatMap((index, position) => {
    const indicator = plan.indicators[index];
    return indicator === undefined ? [] : [{ id: indicator.id, index, number: position + 1 }];
  });
}

/**
 * Whether two row lists show the same indicators of the same table rows, in whatever order: an edit of the field
 * must not move the row away under the planner's hands.
 */
export function sameRows(a: readonly GridRow[], b: readonly GridRow[]): boolean {
  const places = new Map(a.map(({ id, index }) => [id, index]));
  return a.length === b.length && b.every(({ id, index }) => places.get(id) === index);
}

/** Whether the row at `at` begins a new group: the first row shown, or one of another field than the row before it. */
export function startsGroup(plan: Plan, shown: readonly GridRow[], at: number): boolean {
  const categoryOf = (row: GridRow | undefined) =>
    row === undefined ? undefined : (plan.indicators[row.index]?.category ?? null);
  return at === 0 || categoryOf(shown[at - 1]) !== categoryOf(shown[at]);
}
