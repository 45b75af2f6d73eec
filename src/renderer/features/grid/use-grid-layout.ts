import { useCallback, useMemo } from "react";
import type { Year } from "#core/plan/ids.ts";
import type { CellPlace } from "../../ui/sheet/cell-move.ts";
import { mapSelection, selectCell, type Selection } from "../../ui/sheet/selection.ts";
import type { EvidenceSource } from "./evidence-view.ts";
import { columnId, type GridColumn, gridColumns } from "./grid-columns.ts";
import type { ActiveCell } from "./grid-context.ts";
import {
  changeGridView,
  type NamedSelection,
  namedSelection,
  type Picked,
  selectNamed,
  useActiveName,
  useGridView,
} from "./grid-session.ts";
import { type GridRow, gridRows, sameRows } from "./row-order.ts";
import { passesFilter, type RowFilter } from "./row-status.ts";
import { useStable } from "./use-stable.ts";

/** Where the cells that can be chosen stand: row and column numbers of the sheet, from 0. */
export interface CellPlaces {
  readonly rows: readonly GridRow[];
  /** The shown columns without the row numbers. */
  readonly columns: readonly GridColumn[];
  readonly columnIds: readonly string[];
  readonly placeOf: (cell: ActiveCell) => CellPlace | null;
  readonly cellAt: (place: CellPlace) => ActiveCell | null;
}

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
  readonly places: CellPlaces;
  /** What is selected at this moment, by places. */
  readonly selection: () => Selection | null;
  readonly select: (selection: Selection) => void;
  readonly choose: (filter: RowFilter) => void;
  readonly hide: (hidden: ReadonlySet<string>) => void;
  readonly addYear: (year: Year) => void;
}

/** Rows, columns and the active cell as the session has them; a cell that is gone falls back to the first name. */
export function useGridLayout({ plan, predecessor }: EvidenceSource): GridLayout {
  const { picked, addedYears, hidden, kept, filter } = useGridView(plan.id);
  const last = useActiveName(plan.id);
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
  const places = useMemo(() => cellPlaces(rows, columns), [rows, columns]);
  const selection = useCallback(
    () => placedSelection(places, namedSelection(plan.id), active),
    [plan.id, places, active],
  );
  const select = useCallback(
    (chosen: Selection) => {
      const named = mapSelection(chosen, places.cellAt);
      if (named !== null) selectNamed(plan.id, keepActive(named, namedSelection(plan.id)));
    },
    [plan.id, places],
  );
  return {
    ...{ allColumns, columns, rows, filter, hidden, active, picked, row, column },
    ...{ places, selection, select },
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

/** A selection by the places of its cells; without one, and where its active cell is gone, the cell that stands in. */
export function placedSelection(
  { placeOf }: CellPlaces,
  named: NamedSelection | null,
  active: ActiveCell | null,
): Selection | null {
  const placed = named === null ? null : mapSelection(named, placeOf);
  if (placed !== null) return placed;
  const place = active === null ? null : placeOf(active);
  return place === null ? null : selectCell(place);
}

// Who shows the active cell alone need not look again while the selection around it grows.
function keepActive(next: NamedSelection, before: NamedSelection | null): NamedSelection {
  const same = before?.active.row === next.active.row && before.active.column === next.active.column;
  return same ? { ...next, active: before.active } : next;
}

/** The places of the cells that are shown. */
export function cellPlaces(rows: readonly GridRow[], shown: readonly GridColumn[]): CellPlaces {
  const columns = shown.filter(({ kind }) => kind !== "number");
  const columnIds = columns.map(columnId);
  const rowAt = new Map<string, number>(rows.map(({ id }, at) => [id, at]));
  const columnAt = new Map(columnIds.map((id, at) => [id, at]));
  return {
    ...{ rows, columns, columnIds },
    placeOf: (cell) => {
      const [row, column] = [rowAt.get(cell.row), columnAt.get(cell.column)];
      return row === undefined || column === undefined ? null : { row, column };
    },
    cellAt: ({ row, column }) => {
      const [at, id] = [rows[row], columnIds[column]];
      return at === undefined || id === undefined ? null : { row: at.id, column: id };
    },
  };
}

const isName = ({ kind }: GridColumn) => kind === "name";

function sameColumns(a: readonly GridColumn[], b: readonly GridColumn[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
