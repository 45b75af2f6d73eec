import { assertNever } from "#core/assert-never.ts";
import type { Arrangement, ColumnFilter, RowSort } from "../../../data/views/arrangement.ts";
import { type CellSource, cellView } from "../cell-view.ts";
import { columnId, type GridColumn } from "../grid-columns.ts";
import { plainText, type GridWords, printCell } from "../printed-cell.ts";
import type { GridRow } from "../row-order.ts";
import { passesFilter } from "../row-status.ts";
import { rowKey, type RowValue, rowValue } from "./row-value.ts";

/**
 * What filters and sort of an arrangement come to when they are chosen. They hold until they are chosen again: a row must not
 * vanish or move away while it is being mended, and rows that come later are shown.
 */
export interface Arranged {
  /** Ids of the rows that a filter keeps back. */
  readonly leftOut: ReadonlySet<string>;
  /** The place of each row in the sort, by id; `null` in the order of the plan. */
  readonly ranks: ReadonlyMap<string, number> | null;
}

/** All rows, in the order of the plan. */
export const NOT_ARRANGED: Arranged = { leftOut: new Set(), ranks: null };

/** Reckons filters and sort over the rows of a plan; `words` are those that a reader sees and so may look for. */
export function arrangeRows(
  source: CellSource,
  columns: readonly GridColumn[],
  arrangement: Arrangement,
  words: GridWords,
): Arranged {
  const { status, filters, sort } = arrangement;
  const byId = new Map(columns.map((column) => [columnId(column), column]));
  const leftOut = new Set<string>();
  const conditions = filters.flatMap((filter) => {
    const column = byId.get(filter.column);
    return column === undefined ? [] : [{ filter, column }];
  });
  source.plan.indicators.forEach(({ id }, index) => {
    const passes =
      passesFilter(source.plan, index, status) &&
      conditions.every(({ filter, column }) => holds(source, index, column, filter, words));
    if (!passes) leftOut.add(id);
  });
  const column = sort === null ? undefined : byId.get(sort.column);
  return { leftOut, ranks: sort === null || column === undefined ? null : ranks(source, column, sort) };
}

/** The rows of a plan as arranged: those that are left, in the order of the sort; new ones stand below the row before them. */
export function arrangedRows(rows: readonly GridRow[], { leftOut, ranks }: Arranged): readonly GridRow[] {
  const left = leftOut.size === 0 ? rows : rows.filter(({ id }) => !leftOut.has(id));
  if (ranks === null) return left;
  let before = -1;
  const ranked = left.map((row) => {
    before = ranks.get(row.id) ?? before;
    return { row, rank: before };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ row }) => row);
}

function holds(
  source: CellSource,
  index: number,
  column: GridColumn,
  filter: ColumnFilter,
  words: GridWords,
): boolean {
  const view = cellView(source, index, column);
  switch (filter.kind) {
    case "contains":
      return fold(plainText(printCell(view, column, words))).includes(fold(filter.text));
    case "blank":
    case "filled":
      return (view.kind === "blank" || view.kind === "no-department") === (filter.kind === "blank");
    case "error":
      return view.kind === "rejected" || (view.kind === "growth" && view.growth.kind === "rejected");
    case "among":
      return filter.values.includes(rowKey(view));
    default:
      return assertNever(filter);
  }
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase();

/** Words as a Chinese dictionary sorts them, by their sound; 第2 before 第10. */
const BY_SOUND = new Intl.Collator("zh-CN-u-co-pinyin", { numeric: true });

function ranks(
  { plan, ...source }: CellSource,
  column: GridColumn,
  sort: RowSort,
): ReadonlyMap<string, number> {
  const rows = plan.indicators.map(({ id }, index) => ({
    id,
    value: column.kind === "number" ? index : rowValue({ plan, ...source }, index, column),
  }));
  const order = rows.sort((a, b) => compareValues(a.value, b.value, sort.descending));
  return new Map(order.map(({ id }, rank) => [id, rank]));
}

/** Numbers, then words; what holds nothing comes last, whichever way is sorted. */
function compareValues(a: RowValue, b: RowValue, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const way = descending ? -1 : 1;
  if (typeof a === "number" && typeof b === "number") return way * (a - b);
  if (typeof a === "string" && typeof b === "string") return way * BY_SOUND.compare(a, b);
  return way * (typeof a === "number" ? -1 : 1);
}
