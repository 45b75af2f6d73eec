import { useCallback, useMemo, useState } from "react";
import type { GridCell } from "../../../ui/sheet/cell-anchor.ts";
import {
  keepActive,
  type NamedSelection,
  placedSelection,
  type PlacesOfCells,
  placesOfCells,
} from "../../../ui/sheet/cell-places.ts";
import { mapSelection, selectCell, type Selection } from "../../../ui/sheet/selection.ts";
import { useStable } from "../../../ui/use-stable.ts";
import { type AssumptionColumn, assumptionColumns, columnId } from "./assumption-columns.ts";
import type { AssumptionRow, AssumptionSheet } from "./assumption-sheet.ts";

/** The rows and columns of the sheet, and what is selected of them. */
export interface AssumptionLayout {
  readonly columns: readonly AssumptionColumn[];
  readonly places: PlacesOfCells;
  readonly named: NamedSelection | null;
  readonly active: GridCell | null;
  readonly row: AssumptionRow | null;
  readonly column: AssumptionColumn | null;
  readonly selection: () => Selection | null;
  readonly select: (selection: Selection) => void;
}

const sameYears = (a: readonly number[], b: readonly number[]): boolean => a.join(" ") === b.join(" ");

/** Keeps the selection of the sheet; its active row is the series that the room is about. */
export function useAssumptionLayout(
  { rows, years: reckoned }: AssumptionSheet,
  series: string,
  onSeries: (series: string) => void,
): AssumptionLayout {
  const years = useStable(reckoned, sameYears);
  const columns = useMemo(() => assumptionColumns(years), [years]);
  const [kept, keep] = useState<NamedSelection | null>(null);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const places = useMemo(() => placesOfCells(ids, columns.map(columnId)), [ids, columns]);
  const at = columns.find((each) => columnId(each) === kept?.active.column) ?? columns[1] ?? null;
  const row = rows.find(({ id }) => id === series) ?? rows[0] ?? null;
  const rowId = row?.id ?? null;
  const columnAt = at === null ? null : columnId(at);
  const active = useMemo(
    () => (rowId === null || columnAt === null ? null : { row: rowId, column: columnAt }),
    [rowId, columnAt],
  );
  // The series may have been chosen elsewhere: then what was selected around another row says nothing.
  const named = kept?.active.row === rowId ? kept : null;
  const selection = useCallback(() => placedSelection(places, named, active), [places, named, active]);
  const select = useCallback(
    (chosen: Selection) => {
      const next = mapSelection(chosen, places.cellAt);
      if (next === null) return;
      keep((before) => keepActive(next, before));
      if (next.active.row !== series) onSeries(next.active.row);
    },
    [places, series, onSeries],
  );
  return {
    ...{ columns, places, active, row, column: at, selection, select },
    named: named ?? (active === null ? null : selectCell(active)),
  };
}
