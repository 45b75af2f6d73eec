import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { IndicatorId } from "#core/plan/ids.ts";
import { useWorkbench } from "../../data/use-workbench.ts";
import type { Arrangement } from "../../data/views/arrangement.ts";
import {
  keepActive,
  placedSelection,
  type PlacesOfCells,
  placesOfCells,
} from "../../ui/sheet/cell-places.ts";
import { mapSelection, selectCell, type Selection } from "../../ui/sheet/selection.ts";
import type { EvidenceSource } from "./evidence-view.ts";
import { columnId, type GridColumn } from "./grid-columns.ts";
import type { ActiveCell } from "./grid-context.ts";
import {
  changeGridView,
  namedSelection,
  type Picked,
  selectNamed,
  useActiveName,
  useGridView,
} from "./grid-session.ts";
import { type GridRow, gridRows, rowCategories, sameRows } from "./row-order.ts";
import { useStable } from "../../ui/use-stable.ts";
import { useStandingRow } from "../../ui/sheet/use-standing-row.ts";
import { arrangedRows, arrangeRows } from "./view/arrange-rows.ts";
import { planColumns } from "./view/plan-columns.ts";
import { shownColumns } from "./view/shown-columns.ts";

/** Where the cells that can be chosen stand: row and column numbers of the sheet, from 0. */
export interface CellPlaces extends PlacesOfCells {
  readonly rows: readonly GridRow[];
  /** The shown columns without the row numbers. */
  readonly columns: readonly GridColumn[];
}

/** Which rows and columns are shown, and which cell is active; `row` and `column` are those of the active cell. */
export interface GridLayout {
  readonly allColumns: readonly GridColumn[];
  /** Of the chosen set, hidden ones too, in their order. */
  readonly orderedColumns: readonly GridColumn[];
  readonly columns: readonly GridColumn[];
  /** Ids of the columns that do not scroll. */
  readonly frozen: ReadonlySet<string>;
  readonly rows: readonly GridRow[];
  /** Those that filters keep back, too. */
  readonly allRows: readonly GridRow[];
  /** How many of the first rows do not scroll; at least one does. */
  readonly frozenRows: number;
  readonly arrangement: Arrangement;
  /** Whether a filter keeps rows back. */
  readonly isFiltered: boolean;
  readonly active: ActiveCell | null;
  /** What is chosen in the side pane; `null` once a cell is. */
  readonly picked: Picked | null;
  readonly row: GridRow | null;
  readonly column: GridColumn | null;
  readonly places: CellPlaces;
  /** What is selected at this moment, by places. */
  readonly selection: () => Selection | null;
  /** `coming` are the rows that an edit under way puts below the last one. */
  readonly select: (selection: Selection, coming?: readonly IndicatorId[]) => void;
  /** Chooses one cell, also one that only comes with the edit under way. */
  readonly activate: (cell: ActiveCell) => void;
  /** Arranges the grid otherwise; filters and sort are reckoned anew when they are among the changes. */
  readonly arrange: (change: Partial<Arrangement>) => void;
}

/** Rows, columns and the active cell as the session has them; a column that is gone falls back to the names. */
export function useGridLayout(source: EvidenceSource): GridLayout {
  const { plan, predecessor } = source;
  const { picked, arrangement, arranged, held } = useGridView(plan.id);
  const last = useActiveName(plan.id);
  const planned = useMemo(
    () => planColumns(plan, predecessor, arrangement),
    [plan, predecessor, arrangement],
  );
  const allColumns = useStable(planned, sameColumns);
  const { ordered, shown, frozen } = useMemo(
    () => shownColumns(allColumns, arrangement),
    [allColumns, arrangement],
  );
  const columns = useStable(shown, sameColumns);
  const grouped = arrangement.grouped;
  const categories = rowCategories(plan);
  const allRows = useMemo(() => gridRows(categories, { grouped, held }), [categories, grouped, held]);
  const rows = useStable(
    useMemo(() => arrangedRows(allRows, arranged), [allRows, arranged]),
    sameRows,
  );
  const stand = useCallback((cell: ActiveCell) => selectNamed(plan.id, selectCell(cell)), [plan.id]);
  const row = useStandingRow(rows, last, stand);
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
    (chosen: Selection, coming: readonly IndicatorId[] = []) => {
      const rowIds = [...places.rows.map(({ id }) => id), ...coming];
      const at = coming.length === 0 ? places : placesOfCells(rowIds, places.columnIds);
      const named = mapSelection(chosen, at.cellAt);
      if (named !== null) selectNamed(plan.id, keepActive(named, namedSelection(plan.id)));
    },
    [plan.id, places],
  );
  const arrange = useArrange(source, arrangement, active);
  return {
    ...{ allColumns, orderedColumns: ordered, columns, frozen, rows, allRows, arrangement },
    ...{ active, picked, row, column, places, selection, select, arrange },
    frozenRows: Math.min(arrangement.frozenRows, Math.max(rows.length - 1, 0)),
    isFiltered: arranged.leftOut.size > 0,
    activate: stand,
  };
}

const RECKONED: readonly (keyof Arrangement)[] = ["status", "filters", "sort"];

function useArrange(
  source: EvidenceSource,
  arrangement: Arrangement,
  active: ActiveCell | null,
): GridLayout["arrange"] {
  const { t } = useTranslation("grid");
  const store = useWorkbench();
  const { plan, predecessor } = source;
  const begun = useRef(arrangement);
  useEffect(() => {
    if (begun.current === arrangement) return;
    begun.current = arrangement;
    // Not an edit: where it cannot be stored, the grid is merely found otherwise next time.
    void store.keepLeft(plan.id, arrangement);
  }, [store, plan.id, arrangement]);
  return (change) => {
    const next = { ...arrangement, ...change };
    const reckoned = RECKONED.some((part) => part in change);
    // The corners of a block may stand anywhere in another order.
    if (reckoned && active !== null) selectNamed(plan.id, selectCell(active));
    changeGridView(plan.id, {
      arrangement: next,
      held: new Map(),
      ...(reckoned ? { arranged: arrangeRows(source, planColumns(plan, predecessor, next), next, t) } : {}),
    });
  };
}

/** The places of the cells that are shown. */
export function cellPlaces(rows: readonly GridRow[], shown: readonly GridColumn[]): CellPlaces {
  const columns = shown.filter(({ kind }) => kind !== "number");
  const columnIds = columns.map(columnId);
  return {
    rows,
    columns,
    ...placesOfCells(
      rows.map(({ id }) => id),
      columnIds,
    ),
  };
}

const isName = ({ kind }: GridColumn) => kind === "name";

function sameColumns(a: readonly GridColumn[], b: readonly GridColumn[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
