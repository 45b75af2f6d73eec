import type { ColDef } from "ag-grid-community";
import type { Arrangement } from "../../data/views/arrangement.ts";
import { CellRenderer } from "./cell-renderer.ts";
import type { GridContext } from "./grid-context.ts";
import { columnId, type GridColumn } from "./grid-columns.ts";
import { HeaderRenderer } from "./header-renderer.ts";
import { RowNumberRenderer } from "./rows/row-number-renderer.ts";
import { columnName, type GridWords, type PrintedCell, printHeader } from "./printed-cell.ts";
import type { GridRow } from "./row-order.ts";

/** A column definition of the indicator grid. */
export type IndicatorColDef = ColDef<GridRow, PrintedCell>;

/** What all columns share. */
export const defaultColDef: IndicatorColDef = {
  sortable: false,
  resizable: true,
  suppressMovable: true,
  cellDataType: false,
  cellRenderer: CellRenderer,
  headerComponent: HeaderRenderer,
  equals: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
};

/** What column definitions are made from; `widths` in px by column id are what columns begin with. */
export interface ColumnDefSource {
  readonly words: GridWords;
  readonly widths: ReadonlyMap<string, number>;
  readonly context: GridContext;
  /** Ids of the columns that do not scroll. */
  readonly frozen: ReadonlySet<string>;
  readonly arrangement: Pick<Arrangement, "widths" | "sort" | "filters">;
}

/** The definition of a column. */
export function columnDef(column: GridColumn, source: ColumnDefSource): IndicatorColDef {
  const { words, widths, context, frozen, arrangement } = source;
  const id = columnId(column);
  const { sort, filters } = arrangement;
  return {
    colId: id,
    headerName: columnName(column, words),
    headerComponentParams: {
      ...printHeader(column, words),
      titled: column.kind !== "number",
      sorted: sort?.column === id ? (sort.descending ? "descending" : "ascending") : null,
      filtered: filters.some((filter) => filter.column === id) ? words("arrange.filtered") : null,
      context,
    },
    headerClass: `column-${column.kind} ${columnAlignment(column)}`,
    cellClass: `column-${column.kind} ${columnAlignment(column)}`,
    valueGetter: ({ data }) => (data === undefined ? null : context.print(data, column)),
    cellClassRules: {
      "cell-marked-row": ({ data }) => column.kind === "number" && context.isMarkedRow(data),
      "cell-group-start": ({ data }) => context.hasLineAbove(data),
      "cell-rejected": ({ value }) => value?.tone === "error" && column.kind !== "growth",
    },
    pinned: frozen.has(id) ? "left" : null,
    lockPinned: true,
    ...(column.kind === "name" ? { cellAriaRole: "rowheader" } : {}),
    ...(column.kind === "number" ? { cellRenderer: RowNumberRenderer } : {}),
    ...sizing(column, widths.get(id) ?? DEFAULT_WIDTH, arrangement.widths[id] ?? null),
  };
}

type Alignment = "align-left" | "align-center" | "align-right";

/** How the cells of a column stand. */
export function columnAlignment(column: GridColumn): Alignment {
  switch (column.kind) {
    case "number":
    case "observation":
    case "predecessorTarget":
    case "growth":
      return "align-right";
    case "target":
      return column.role === "final" ? "align-left" : "align-right";
    case "category":
    case "unit":
    case "attribute":
    case "evidence":
      return "align-center";
    case "name":
    case "department":
      return "align-left";
  }
}

/** Width in px of a column that was not there when the widths were reckoned. */
const DEFAULT_WIDTH = 76;
const MIN_WIDTH = 28;

/** A column as wide as the planner has made it, else as its contents need; two of them share the room that is left. */
function sizing(column: GridColumn, width: number, kept: number | null): IndicatorColDef {
  if (column.kind === "number" || column.kind === "evidence")
    return { width, minWidth: MIN_WIDTH, flex: null, resizable: false };
  if (kept !== null) return { width: kept, minWidth: MIN_WIDTH, flex: null };
  if (column.kind === "target" && column.role === "final") return { width, flex: 3, minWidth: width };
  if (column.kind === "department") return { width, flex: 1, minWidth: width, maxWidth: 2 * width };
  return { width, minWidth: MIN_WIDTH, flex: null };
}
