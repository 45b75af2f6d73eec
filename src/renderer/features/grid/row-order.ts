import type { IndicatorId } from "#core/plan/ids.ts";
import { ofRows } from "#core/plan/of-rows.ts";
import type { Indicator, Plan } from "#core/plan/plan.ts";

/** One row of the grid: its indicator, that indicator's row in the plan's tables, and its number from 1 in the planning table. */
export interface GridRow {
  readonly id: IndicatorId;
  readonly index: number;
  readonly number: number;
}

/** Fields by row that rows stand in, other than the plan says: a row whose field was just typed stays where it is. */
export type HeldCategories = ReadonlyMap<string, string | null>;

/** Whether rows of a field stand together, and those that stand in another one than theirs. */
export interface RowGrouping {
  readonly grouped: boolean;
  readonly held: HeldCategories;
}

/** The rows of a plan, as far as their order depends on them. */
export interface RowCategories {
  readonly indicators: readonly Pick<Indicator, "id" | "category">[];
}

const categoriesOfRows = ofRows(
  (a, b) => a.id === b.id && a.category === b.category,
  (indicators): RowCategories => ({ indicators }),
);

/** What the order of a plan's rows depends on; the same as long as no row comes, goes, moves, or gets another field. */
export function rowCategories({ indicators }: Pick<Plan, "indicators">): RowCategories {
  return categoriesOfRows(indicators);
}

/**
 * Rows in the order of a planning table: fields in the order they first appear, indicators as the plan lists them. Not grouped
 * they are as the plan lists them.
 */
export function gridRows(
  plan: RowCategories,
  { grouped, held }: RowGrouping = { grouped: true, held: new Map() },
): readonly GridRow[] {
  const places = plan.indicators.map((_, index) => index);
  const order = grouped ? groupedOrder(plan, held) : places;
  return order.flatMap((index, position) => {
    const indicator = plan.indicators[index];
    return indicator === undefined ? [] : [{ id: indicator.id, index, number: position + 1 }];
  });
}

function groupedOrder(plan: RowCategories, held: HeldCategories): readonly number[] {
  const groups = new Map<string | null, number[]>();
  plan.indicators.forEach(({ id, category }, index) => {
    const field = held.has(id) ? (held.get(id) ?? null) : category;
    const group = groups.get(field);
    if (group === undefined) groups.set(field, [index]);
    else group.push(index);
  });
  return [...groups.values()].flat();
}

/** Whether two row lists show the same rows in the same order: the grid need not lay itself out anew then. */
export function sameRows(a: readonly GridRow[], b: readonly GridRow[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, index, number }, at) => {
      const other = b[at];
      return other !== undefined && other.id === id && other.index === index && other.number === number;
    })
  );
}

/** Whether the row at `at` begins a new group: the first row shown, or one of another field than the row before it. */
export function startsGroup(plan: RowCategories, shown: readonly GridRow[], at: number): boolean {
  const categoryOf = (row: GridRow | undefined) =>
    row === undefined ? undefined : (plan.indicators[row.index]?.category ?? null);
  return at === 0 || categoryOf(shown[at - 1]) !== categoryOf(shown[at]);
}
