import type { GridApi } from "ag-grid-community";
import type { CellPlace } from "./cell-move.ts";
import type { ColumnBox, RowBox, SheetGeometry, SheetTarget } from "./sheet-geometry.ts";

/** How a grid of AG Grid is a sheet. The Column, Row, Scroll API and Pinned Row modules must be registered. */
export interface AgGridSheet {
  readonly api: GridApi;
  /** The element around the grid. */
  readonly frame: HTMLElement;
  /** Ids of the columns whose cells can be chosen, from left to right; frozen ones first. */
  readonly columnIds: () => readonly string[];
  /** Id of the column that holds row numbers and chooses whole rows; `null` for none. */
  readonly rowHeader: string | null;
}

/** The geometry of a grid of AG Grid, `null` until the grid has drawn its rows' container. */
export function agGridGeometry(sheet: AgGridSheet): SheetGeometry | null {
  const scrolled = sheet.frame.querySelector<HTMLElement>(".ag-grid-scrolling-container");
  const frozen = sheet.frame.querySelector<HTMLElement>(".ag-grid-pinned-top-rows-container");
  const viewport = sheet.frame.querySelector<HTMLElement>(".ag-grid-viewport");
  if (scrolled === null || frozen === null || viewport === null) return null;
  return new AgGridGeometry(sheet, { scrolled, frozen }, viewport);
}

class AgGridGeometry implements SheetGeometry {
  readonly canvas: SheetGeometry["canvas"];
  readonly #viewport: HTMLElement;
  readonly #sheet: AgGridSheet;

  constructor(sheet: AgGridSheet, canvas: SheetGeometry["canvas"], viewport: HTMLElement) {
    this.#sheet = sheet;
    this.canvas = canvas;
    this.#viewport = viewport;
  }

  get columns(): number {
    return this.#sheet.columnIds().length;
  }

  get frozenWidth(): number {
    const frozen = this.#sheet.api.getAllDisplayedColumns().filter((column) => column.isPinnedLeft());
    return frozen.reduce((sum, column) => sum + column.getActualWidth(), 0);
  }

  get frozenHeight(): number {
    return this.#frozenRows === 0 ? 0 : this.canvas.frozen.getBoundingClientRect().height;
  }

  get scrollLeft(): number {
    return this.#viewport.scrollLeft;
  }

  get scrollTop(): number {
    return this.#viewport.scrollTop;
  }

  get sight(): DOMRect {
    const view = this.#viewport.getBoundingClientRect();
    const rows = this.canvas.scrolled.getBoundingClientRect().top + this.#viewport.scrollTop - view.top;
    const head = rows - this.frozenHeight;
    return new DOMRect(view.left, view.top + head, view.width, view.height - head);
  }

  get #frozenRows(): number {
    return this.#sheet.api.getPinnedTopRowCount();
  }

  rowBox(row: number): RowBox {
    const { api } = this.#sheet;
    const below = row - this.#frozenRows;
    const node = below < 0 ? api.getPinnedTopRow(row) : api.getDisplayedRowAtIndex(below);
    return { top: node?.rowTop ?? 0, height: node?.rowHeight ?? 0, frozen: below < 0 };
  }

  columnBox(column: number): ColumnBox | null {
    const found = this.#sheet.api.getColumn(this.#sheet.columnIds()[column] ?? "");
    const left = found?.getLeft() ?? null;
    if (found === null || left === null) return null;
    return { left, width: found.getActualWidth(), frozen: found.isPinnedLeft() };
  }

  hit(target: EventTarget): SheetTarget | null {
    if (!(target instanceof Element)) return null;
    if (target.closest(".sheet-handle") !== null) return { kind: "handle" };
    if (target.closest(".ag-header-cell-resize, button") !== null) return null;
    const element = target.closest(".ag-cell, .ag-header-cell");
    const id = element?.getAttribute("col-id") ?? null;
    if (element === null || id === null) return null;
    const column = this.#sheet.columnIds().indexOf(id);
    const headsRows = id === this.#sheet.rowHeader;
    if (element.classList.contains("ag-header-cell")) {
      if (headsRows) return { kind: "corner" };
      return column < 0 ? null : { kind: "column", column };
    }
    const row = this.#rowOf(element.closest(".ag-row")?.getAttribute("row-index") ?? "");
    if (row === null) return null;
    if (headsRows) return { kind: "row", row };
    return column < 0 ? null : { kind: "cell", place: { row, column } };
  }

  placeAt(x: number, y: number): CellPlace | null {
    const frozenRows = this.#frozenRows;
    const rows = frozenRows + this.#sheet.api.getDisplayedRowCount();
    if (rows === 0 || this.columns === 0) return null;
    const { top: edge, bottom } = this.canvas.frozen.getBoundingClientRect();
    const high = frozenRows > 0 && y < bottom;
    const down = y - (high ? edge : this.canvas.scrolled.getBoundingClientRect().top);
    const row = lastWhere(rows, (at) => {
      const box = this.rowBox(at);
      return box.frozen === high ? box.top <= down || at === frozenRows : box.frozen;
    });
    const left = x - this.#viewport.getBoundingClientRect().left;
    const frozenWidth = this.frozenWidth;
    const frozen = left < frozenWidth;
    const along = frozen ? left : left - frozenWidth + this.scrollLeft;
    const column = lastWhere(this.columns, (at) => {
      const box = this.columnBox(at);
      return box !== null && (box.frozen === frozen ? box.left <= along : box.frozen);
    });
    return { row, column };
  }

  /** The row that an element says it is: frozen ones are counted by themselves, as t-0, t-1, and so are those below them. */
  #rowOf(index: string): number | null {
    const [, frozen, digits] = /^(t-)?(\d+)$/u.exec(index) ?? [];
    if (digits === undefined) return null;
    return Number(digits) + (frozen === undefined ? this.#frozenRows : 0);
  }

  scrollBy(dx: number, dy: number): void {
    this.#viewport.scrollLeft += dx;
    this.#viewport.scrollTop += dy;
  }
}

/** The last index of which an ordered condition holds, 0 where it holds of none. */
function lastWhere(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
