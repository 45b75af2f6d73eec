import { useCallback, useMemo } from "react";
import type { Year } from "#core/plan/ids.ts";
import type { EvidenceSource } from "./evidence-view.ts";
import { columnId, type GridColumn, gridColumns } from "./grid-columns.ts";
import type { ActiveCell } from "./grid-context.ts";
import { changeGridView, type Picked, useGridView } from "./grid-session.ts";
import { type GridRow, gridRows, sameRows } from "./row-order.ts";
import { passesFilter, type RowFilter } from "./row-status.ts";
import { useStable } from "./use-stable.ts";

/** Which rows and columns are shown, and which cell is active; `row` and `column` are those of the active cell. */
export interface GridLayout {
  readonly allColumns: readonly GridColumn[];
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly filter: RowFilter;
  readonly hidden: ReadonlySet<string>;
  readonly active: ActiveCell | null;
  /** What is chosen in the side pane; `null` once a cell is. */
  readonly picked: Picked | null;
  readonly row: GridRow | null;
  readonly column: GridColumn | null;
  readonly activate: (cell: ActiveCell) => void;
  readonly choose: (filter: RowFilter) => void;
  readonly hide: (hidden: ReadonlySet<string>) => void;
  readonly addYear: (year: Year) => void;
}

/** Rows, columns and the active cell as the session has them; a cell that is gone falls back to the first name. */
export function useGridLayout({ plan, predecessor }: EvidenceSource): GridLayout {
  const { active: last, picked, addedYears, hidden, kept, filter } = useGridView(plan.id);
  const allColumns = useStable(
    gridColumns(plan, { predecessor: plan.origin === "own" ? predecessor : null, addedYears }),
    sameColumns,
  );
  const columns = useMemo(
    () => allColumns.filter((candidate) => !hidden.has(columnId(candidate))),
    [allColumns, hidden],
  );
  const allRows = useStable(gridRows(plan), sameRows);
  const rows = useMemo(() => allRows.filter(({ id }) => kept === null || kept.has(id)), [allRows, kept]);
  const row = rows.find(({ id }) => id === last?.row) ?? rows[0] ?? null;
  const column =
    columns.find((candidate) => columnId(candidate) === last?.column) ?? columns.find(isName) ?? null;
  const rowId = row?.id ?? null;
  const at = column === null ? null : columnId(column);
  const active = useMemo(
    () => (rowId === null || at === null ? null : { row: rowId, column: at }),
    [rowId, at],
  );
  const activate = useCallback(
    (cell: ActiveCell) => changeGridView(plan.id, { active: cell, picked: null }),
    [plan.id],
  );
  return {
    ...{ allColumns, columns, rows, filter, hidden, active, picked, row, column, activate },
    // The rows are kept until a filter is chosen again: a row must not vanish while it is being mended.
    choose: (chosen) => {
      const passing = plan.indicators.filter((_, index) => passesFilter(plan, index, chosen));
      const ids = chosen === "all" ? null : new Set<string>(passing.map(({ id }) => id));
      changeGridView(plan.id, { filter: chosen, kept: ids });
    },
    hide: (next) => changeGridView(plan.id, { hidden: next }),
    addYear: (year) => changeGridView(plan.id, { addedYears: [...addedYears, year] }),
  };
}

const isName = ({ kind }: GridColumn) => kind === "name";

function sameColumns(a: readonly GridColumn[], b: readonly GridColumn[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
