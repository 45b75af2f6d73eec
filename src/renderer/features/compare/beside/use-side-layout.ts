import { useCallback, useMemo } from "react";
import type { SideRow } from "#core/compare/beside/side-by-side.ts";
import type { GridCell } from "../../../ui/sheet/cell-anchor.ts";
import {
  keepActive,
  type NamedSelection,
  placedSelection,
  type PlacesOfCells,
  placesOfCells,
} from "../../../ui/sheet/cell-places.ts";
import { mapSelection, selectCell, type Selection } from "../../../ui/sheet/selection.ts";
import { useStandingRow } from "../../../ui/sheet/use-standing-row.ts";
import { useStable } from "../../../ui/use-stable.ts";
import { type BesideView, changeBesideView, selectedBeside } from "./beside-session.ts";
import { OWN, type SideColumn, sideColumnId, type SideGroup, sideGroups } from "./side-columns.ts";
import { type SideGridRow, sideGridRows } from "./side-context.ts";
import type { SideStudy } from "./use-side-study.ts";

/** The rows and columns that are shown, what is selected of them, and the active cell. */
export interface SideLayout {
  readonly groups: readonly SideGroup[];
  readonly columns: readonly SideColumn[];
  readonly rows: readonly SideGridRow[];
  readonly places: PlacesOfCells;
  readonly active: GridCell | null;
  /** The row and column of the active cell. */
  readonly row: SideRow | null;
  readonly column: SideColumn | null;
  readonly named: NamedSelection | null;
  /** What is selected at this moment, by places. */
  readonly selection: () => Selection | null;
  readonly select: (selection: Selection) => void;
  readonly activate: (cell: GridCell) => void;
}

/** Where the planner begins: at the draft's own target. */
const FIRST = sideColumnId({ kind: "target", side: OWN });

/** Rows, columns and selection as the view has them; in place of a row that is gone stands its neighbour. */
export function useSideLayout(study: SideStudy, view: BesideView): SideLayout {
  const { table } = study;
  const draft = table.draft.id;
  const groups = useStable(sideGroups(table, view.columns), sameValue);
  const columns = useMemo(() => groups.flatMap((group): readonly SideColumn[] => group.columns), [groups]);
  const allRows = useStable(sideGridRows(table.rows), sameRows);
  const { kept, selection: named } = view;
  const rows = useMemo(
    () => (kept === null ? allRows : allRows.filter(({ id }) => kept.has(id))),
    [allRows, kept],
  );
  const activate = useCallback(
    (cell: GridCell) => changeBesideView(draft, { selection: selectCell(cell) }),
    [draft],
  );
  const row = useStandingRow(rows, named?.active ?? null, activate);
  const column =
    columns.find((candidate) => sideColumnId(candidate) === named?.active.column) ??
    columns.find((candidate) => sideColumnId(candidate) === FIRST) ??
    null;
  const rowId = row?.id ?? null;
  const at = column === null ? null : sideColumnId(column);
  const active = useMemo(
    () => (rowId === null || at === null ? null : { row: rowId, column: at }),
    [rowId, at],
  );
  const places = useMemo(
    () =>
      placesOfCells(
        rows.map(({ id }) => id),
        columns.map(sideColumnId),
      ),
    [rows, columns],
  );
  const selection = useCallback(
    () => placedSelection(places, selectedBeside(draft), active),
    [places, draft, active],
  );
  const select = useCallback(
    (chosen: Selection) => {
      const next = mapSelection(chosen, places.cellAt);
      if (next !== null) changeBesideView(draft, { selection: keepActive(next, selectedBeside(draft)) });
    },
    [draft, places],
  );
  return {
    ...{ groups, columns, rows, places, active, column, named, selection, select, activate },
    row: row === null ? null : (table.rows[row.index] ?? null),
  };
}

function sameRows(a: readonly SideGridRow[], b: readonly SideGridRow[]): boolean {
  return a.length === b.length && a.every(({ id }, at) => id === b[at]?.id);
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
