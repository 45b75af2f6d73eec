/** A cell's place among the rows and navigable columns that are shown. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key moves the active cell; `edge-…` is Ctrl with an arrow, `enter` and `next` are Enter and Tab. */
export type CellMove =
  | "up"
  | "down"
  | "left"
  | "right"
  | "next"
  | "previous"
  | "enter"
  | "enter-back"
  | "row-start"
  | "row-end"
  | "first"
  | "last"
  | "edge-up"
  | "edge-down"
  | "edge-left"
  | "edge-right"
  | "page-up"
  | "page-down";

/** What moves stay in: the cells that are shown, how many rows one screen shows, and which cells hold something. */
export interface CellExtent {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
  readonly isFilled: (place: CellPlace) => boolean;
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
): CellPlace {
  switch (move) {
    case "up":
    case "enter-back":
      return { row: row - 1, column };
    case "down":
    case "enter":
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
    case "edge-up":
      return { row: edge(row, -1, extent.rows, (at) => extent.isFilled({ row: at, column })), column };
    case "edge-down":
      return { row: edge(row, 1, extent.rows, (at) => extent.isFilled({ row: at, column })), column };
    case "edge-left":
      return { row, column: edge(column, -1, extent.columns, (at) => extent.isFilled({ row, column: at })) };
    case "edge-right":
      return { row, column: edge(column, 1, extent.columns, (at) => extent.isFilled({ row, column: at })) };
    case "page-up":
      return { row: row - extent.page, column };
    case "page-down":
      return { row: row + extent.page, column };
  }
}

/**
 * Where Ctrl with an arrow stops: inside a filled region at its end, else at the next filled cell, and where nothing
 * follows at the edge of the grid.
 */
function edge(from: number, step: 1 | -1, count: number, isFilled: (at: number) => boolean): number {
  const inside = (at: number) => at >= 0 && at < count;
  let at = from + step;
  if (!inside(at)) return from;
  if (isFilled(from) && isFilled(at)) {
    while (inside(at + step) && isFilled(at + step)) at += step;
    return at;
  }
  while (inside(at) && !isFilled(at)) at += step;
  return inside(at) ? at : step === 1 ? count - 1 : 0;
}

function clamp(value: number, count: number): number {
  return Math.min(Math.max(value, 0), count - 1);
}
