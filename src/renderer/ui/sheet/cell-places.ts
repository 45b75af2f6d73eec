import type { GridCell } from "./cell-anchor.ts";
import type { CellPlace } from "./cell-move.ts";
import { mapSelection, type Rect, rectsAround, selectCell, type Selection } from "./selection.ts";

/** A selection whose cells are named by the ids of rows and columns, so that it outlives rows that come and go. */
export type NamedSelection = Selection<GridCell>;

/** Where the cells of a grid stand: row and column numbers of the sheet, from 0, for their ids and back. */
export interface PlacesOfCells {
  readonly columnIds: readonly string[];
  readonly placeOf: (cell: GridCell) => CellPlace | null;
  readonly cellAt: (place: CellPlace) => GridCell | null;
}

/** The places of the cells of rows and columns in the order in which they are shown. */
export function placesOfCells(rowIds: readonly string[], columnIds: readonly string[]): PlacesOfCells {
  const rowAt = new Map(rowIds.map((id, at) => [id, at]));
  const columnAt = new Map(columnIds.map((id, at) => [id, at]));
  return {
    columnIds,
    placeOf: (cell) => {
      const [row, column] = [rowAt.get(cell.row), columnAt.get(cell.column)];
      return row === undefined || column === undefined ? null : { row, column };
    },
    cellAt: ({ row, column }) => {
      const [rowId, columnId] = [rowIds[row], columnIds[column]];
      return rowId === undefined || columnId === undefined ? null : { row: rowId, column: columnId };
    },
  };
}

/** A block by the ids of its rows and columns: it stays these cells when rows are sorted, come or go. */
export interface NamedBlock {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** Some blocks by the ids of their rows and columns. */
export function namedBlocks({ cellAt }: PlacesOfCells, rects: readonly Rect[]): readonly NamedBlock[] {
  return rects.map(({ top, left, bottom, right }) => ({
    rows: idsFrom(top, bottom, (row) => cellAt({ row, column: left })?.row),
    columns: idsFrom(left, right, (column) => cellAt({ row: top, column })?.column),
  }));
}

function idsFrom(
  first: number,
  last: number,
  idAt: (place: number) => string | undefined,
): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, step) => idAt(first + step)).filter(
    (id) => id !== undefined,
  );
}

/** Where the cells of named blocks stand now, as the fewest blocks; cells that are gone or not shown are left out. */
export function rectsOfBlocks({ placeOf }: PlacesOfCells, blocks: readonly NamedBlock[]): readonly Rect[] {
  const places = blocks.flatMap(({ rows, columns }) =>
    rows.flatMap((row) => columns.flatMap((column) => placeOf({ row, column }) ?? [])),
  );
  return rectsAround(places);
}

/** A selection by the places of its cells; without one, and where its active cell is gone, the cell that stands in. */
export function placedSelection(
  { placeOf }: Pick<PlacesOfCells, "placeOf">,
  named: NamedSelection | null,
  active: GridCell | null,
): Selection | null {
  const placed = named === null ? null : mapSelection(named, placeOf);
  if (placed !== null) return placed;
  const place = active === null ? null : placeOf(active);
  return place === null ? null : selectCell(place);
}

/** The next selection with the active cell as the same value where it is the same cell: who shows it alone need not look again. */
export function keepActive(next: NamedSelection, before: NamedSelection | null): NamedSelection {
  const same = before?.active.row === next.active.row && before.active.column === next.active.column;
  return same ? { ...next, active: before.active } : next;
}
