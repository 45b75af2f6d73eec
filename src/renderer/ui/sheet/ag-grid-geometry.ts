import type { GridApi } from "ag-grid-community";
import type { CellPlace } from "./cell-move.ts";
import type { ColumnBox, SheetGeometry, SheetTarget } from "./sheet-geometry.ts";

/** How a grid of AG Grid is a sheet. The Column, Row and Scroll API modules must be registered. */
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
  const canvas = sheet.frame.querySelector<HTMLElement>(".ag-grid-scrolling-container");
  const viewport = sheet.frame.querySelector<HTMLElement>(".ag-grid-viewport");
  return canvas === null || viewport === null ? null : new AgGridGeometry(sheet, canvas, viewport);
}

class AgGridGeometry implements SheetGeometry {
  readonly canvas: HTMLElement;
  readonly #viewport: HTMLElement;
  readonly #sheet: AgGridSheet;

  constructor(sheet: AgGridSheet, canvas: HTMLElement, viewport: HTMLElement) {
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

  get scrollLeft(): number {
    return this.#viewport.scrollLeft;
  }

  get sight(): DOMRect {
    const view = this.#viewport.getBoundingClientRect();
    const head = this.canvas.getBoundingClientRect().top + this.#viewport.scrollTop - view.top;
    return new DOMRect(view.left, view.top + head, view.width, view.height - head);
  }

  rowBox(row: number): { readonly top: number; readonly height: number } {
    const node = this.#sheet.api.getDisplayedRowAtIndex(row);
    return { top: node?.rowTop ?? 0, height: node?.rowHeight ?? 0 };
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
    const row = Number(element.closest(".ag-row")?.getAttribute("row-index") ?? Number.NaN);
    if (!Number.isInteger(row)) return null;
    if (headsRows) return { kind: "row", row };
    return column < 0 ? null : { kind: "cell", place: { row, column } };
  }

  placeAt(x: number, y: number): CellPlace | null {
    const rows = this.#sheet.api.getDisplayedRowCount();
    if (rows === 0 || this.columns === 0) return null;
    const top = y - this.canvas.getBoundingClientRect().top;
    const row = lastWhere(rows, (at) => this.rowBox(at).top <= top);
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
