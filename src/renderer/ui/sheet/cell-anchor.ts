/** A cell of a grid of AG Grid: a row and a column by their ids. */
export interface GridCell {
  readonly row: string;
  readonly column: string;
}

/** The element of a cell, where the grid has drawn it. */
function cellElement(grid: HTMLElement, cell: GridCell): HTMLElement | null {
  const row = `.ag-row[row-id="${CSS.escape(cell.row)}"]`;
  return grid.querySelector<HTMLElement>(`${row} .ag-cell[col-id="${CSS.escape(cell.column)}"]`);
}

/** The headers and the rows that do not scroll. */
const HIGH_ROWS = ".ag-grid-pinned-top-rows";

/** Room that a message needs below its cell, in px, before it opens upwards. */
const POP_HEIGHT = 130;
/** Room that a message needs at the right of its cell's left edge, in px. */
const POP_WIDTH = 300;

/**
 * Lays the anchor over a cell of the grid. `data-away` says that the cell is scrolled out of sight; `data-up` and
 * `data-left` say where a message has room, `--room` how far an entry may grow that way. The anchor stays laid out, as a hidden one would lose the focus.
 */
export function placeAnchor(anchor: HTMLElement, grid: HTMLElement, cell: GridCell): void {
  const element = cellElement(grid, cell);
  anchor.toggleAttribute("data-away", element === null);
  if (element === null) return;
  const frame = grid.getBoundingClientRect();
  const body = grid.querySelector(".ag-grid-viewport")?.getBoundingClientRect() ?? frame;
  const rect = element.getBoundingClientRect();
  // Rows scroll away under the headers and under rows that stay, which lie in one element with them.
  const head = element.closest(HIGH_ROWS) === null ? grid.querySelector(HIGH_ROWS) : null;
  const top = head?.getBoundingClientRect().bottom ?? body.top;
  anchor.style.left = `${rect.left - frame.left}px`;
  anchor.style.top = `${rect.top - frame.top}px`;
  anchor.style.width = `${rect.width}px`;
  anchor.style.height = `${rect.height}px`;
  anchor.toggleAttribute("data-away", rect.bottom <= top || rect.top >= body.bottom);
  anchor.toggleAttribute("data-up", rect.bottom + POP_HEIGHT > body.bottom);
  const isLeft = rect.left + POP_WIDTH > frame.right;
  anchor.toggleAttribute("data-left", isLeft);
  anchor.style.setProperty("--room", `${isLeft ? rect.right - frame.left : frame.right - rect.left}px`);
}
