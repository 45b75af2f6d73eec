import { type CellSource, type CellView, cellView } from "../cell-view.ts";
import type { GridColumn } from "../grid-columns.ts";
import { rowKey } from "./row-value.ts";

/** One thing that a column holds, as a view of it prints it, and in how many rows. */
export interface FilterValue {
  readonly key: string;
  readonly view: CellView;
  readonly count: number;
}

/** Columns that are filtered by choosing among what they hold. */
export function hasFilterValues({ kind }: GridColumn): boolean {
  return ["category", "unit", "attribute", "department", "evidence"].includes(kind);
}

/** What a column holds, in the order in which the plan first has it; rows without anything come last. */
export function filterValues(source: CellSource, column: GridColumn): readonly FilterValue[] {
  const found = new Map<string, FilterValue>();
  source.plan.indicators.forEach((_, index) => {
    const view = cellView(source, index, column);
    const key = rowKey(view);
    found.set(key, { key, view, count: (found.get(key)?.count ?? 0) + 1 });
  });
  return [...found.values()].sort((a, b) => Number(a.key === "") - Number(b.key === ""));
}
