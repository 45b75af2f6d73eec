/** Which columns a grid begins with: the planning table (规划表), or those for one task (目标编制, 历史, 年度分解, 责任). */
export const COLUMN_SETS = ["all", "targets", "history", "yearly", "duty"] as const;

/** One set of columns. */
export type ColumnSet = (typeof COLUMN_SETS)[number];

/** Which rows a grid shows: all, or those that still lack or break something. */
export const ROW_FILTERS = ["all", "no-base", "rejected", "no-department"] as const;

/** One filter of rows by what they lack. */
export type RowFilter = (typeof ROW_FILTERS)[number];

/** A condition on what a column shows; `among` holds keys, such as a department's name or `""` for none. */
export type ColumnFilter =
  | { readonly kind: "contains"; readonly column: string; readonly text: string }
  | { readonly kind: "blank" | "filled" | "error"; readonly column: string }
  | { readonly kind: "among"; readonly column: string; readonly values: readonly string[] };

/** By which column rows are sorted. */
export interface RowSort {
  readonly column: string;
  readonly descending: boolean;
}

/**
 * How a grid shows a plan; the plan itself knows nothing of it. Columns are named by their ids, and names that a plan has no
 * column for mean nothing in it, so that one arrangement can serve several plans.
 */
export interface Arrangement {
  readonly columnSet: ColumnSet;
  /** Observation columns that the planner has added and that may still be empty. */
  readonly addedYears: readonly number[];
  readonly hidden: readonly string[];
  /** Columns that the planner has moved, in their order; empty for that of the set. */
  readonly order: readonly string[];
  /** In px, of columns whose width the planner has set. */
  readonly widths: Readonly<Record<string, number>>;
  /** The last column that does not scroll; `null` where only the row numbers stay. */
  readonly frozenColumn: string | null;
  /** How many of the first rows, as they are shown, do not scroll. */
  readonly frozenRows: number;
  readonly status: RowFilter;
  /** All of them must hold; at most one a column. */
  readonly filters: readonly ColumnFilter[];
  /** `null` is the order of the plan. */
  readonly sort: RowSort | null;
  /** Whether the rows of a field stand together. */
  readonly grouped: boolean;
}

/** How a plan is shown before the planner has arranged anything. */
export const PLAIN_ARRANGEMENT: Arrangement = {
  columnSet: "all",
  addedYears: [],
  hidden: [],
  order: [],
  widths: {},
  frozenColumn: "name",
  frozenRows: 0,
  status: "all",
  filters: [],
  sort: null,
  grouped: true,
};

/** An arrangement under a name, of one plan or (`plan` is `null`) of all. */
export interface SavedView {
  readonly id: string;
  readonly plan: string | null;
  readonly name: string;
  readonly arrangement: Arrangement;
}
