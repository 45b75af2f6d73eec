/** A cell's place among the rows and navigable columns that are shown. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key moves the active cell. */
export type CellMove =
  | "up"
  | "down"
  | "left"
  | "right"
  | "next"
  | "previous"
  | "row-start"
  | "row-end"
  | "first"
  | "last"
  | "top"
  | "bottom"
  | "page-up"
  | "page-down";

/** The extent that moves stay in; `page` is the number of rows that one screen shows. */
export interface CellExtent {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/**
 * The place after a move. `next` and `previous` go on in the neighbouring row and return `null` beyond the last or
 * first cell, where focus leaves the grid; all other moves stop at the edge.
 */
export function moveCell(from: CellPlace, move: CellMove, extent: CellExtent): CellPlace | null {
  if (extent.rows === 0 || extent.columns === 0) return null;
  if (move === "next" || move === "previous") return alongRows(from, move === "next" ? 1 : -1, extent);
  const place = target(from, move, extent);
  return { row: clamp(place.row, extent.rows), column: clamp(place.column, extent.columns) };
}

function alongRows(from: CellPlace, step: 1 | -1, extent: CellExtent): CellPlace | null {
  const at = from.row * extent.columns + from.column + step;
  if (at < 0 || at >= extent.rows * extent.columns) return null;
  return { row: Math.floor(at / extent.columns), column: at % extent.columns };
}

function target(
  { row, column }: CellPlace,
  move: Exclude<CellMove, "next" | "previous">,
  extent: CellExtent,
) {
  switch (move) {
    case "up":
      return { row: row - 1, column };
    case "down":
      return { row: row + 1, column };
    case "left":
      return { row, column: column - 1 };
    case "right":
      return { row, column: column + 1 };
    case "row-start":
      return { row, column: 0 };
    case "row-end":
      return { row, column: extent.columns - 1 };
    case "first":
      return { row: 0, column: 0 };
    case "last":
      return { row: extent.rows - 1, column: extent.columns - 1 };
    case "top":
      return { row: 0, column };
    case "bottom":
      return { row: extent.rows - 1, column };
    case "page-up":
      return { row: row - extent.page, column };
    case "page-down":
      return { row: row + extent.page, column };
  }
}

function clamp(value: number, count: number): number {
  return Math.min(Math.max(value, 0), count - 1);
}
