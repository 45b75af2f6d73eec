import type { GridCell } from "../../ui/sheet/cell-anchor.ts";
import { type CellSource, cellView } from "./cell-view.ts";
import type { GridColumn } from "./grid-columns.ts";
import { type GridWords, type PrintedCell, printCell } from "./printed-cell.ts";
import { type GridRow, startsGroup } from "./row-order.ts";

/** The active cell: a row by its indicator, a column by its id. */
export type ActiveCell = GridCell;

/** What cells are printed from at this moment. */
export interface GridReading {
  readonly source: CellSource;
  readonly words: GridWords;
  /** The rows shown, in their order. */
  readonly rows: readonly GridRow[];
}

/** A header that shows whether its column holds the active cell. */
export interface MarkedHeader {
  mark(active: boolean): void;
}

/** What the cells of a grid share: they read it when they are drawn, so that nothing is copied into rows. */
export class GridContext {
  #reading: GridReading;
  #active: ActiveCell | null = null;
  readonly #headers = new Map<string, MarkedHeader>();

  constructor(reading: GridReading) {
    this.#reading = reading;
  }

  read(reading: GridReading): void {
    this.#reading = reading;
  }

  activate(active: ActiveCell | null): void {
    this.#active = active;
    for (const [column, header] of this.#headers) header.mark(column === active?.column);
  }

  addHeader(column: string, header: MarkedHeader): void {
    this.#headers.set(column, header);
    header.mark(column === this.#active?.column);
  }

  removeHeader(column: string, header: MarkedHeader): void {
    if (this.#headers.get(column) === header) this.#headers.delete(column);
  }

  isActive(row: string | undefined, column: string): boolean {
    return this.#active?.row === row && this.#active?.column === column;
  }

  isActiveRow(row: string | undefined): boolean {
    return this.#active !== null && this.#active.row === row;
  }

  startsGroup(at: number | null): boolean {
    return at !== null && startsGroup(this.#reading.source.plan, this.#reading.rows, at);
  }

  /** What a cell prints; `at` is the row's place among those shown. */
  print(row: GridRow, at: number | null, column: GridColumn): PrintedCell {
    const { source, words } = this.#reading;
    if (column.kind === "category" && !this.startsGroup(at)) {
      return printCell({ kind: "blank" }, column, words);
    }
    const cell = printCell(cellView(source, row.index, column), column, words);
    return column.kind === "number" ? { ...cell, text: String(row.number), tone: "muted" } : cell;
  }
}
