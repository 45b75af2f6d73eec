import type { SideRow } from "#core/compare/beside/side-by-side.ts";
import type { GridCell } from "../../../ui/sheet/cell-anchor.ts";
import { type PrintedSide, printSide, type SideWords } from "./printed-side.ts";
import type { SideColumn } from "./side-columns.ts";

/** A row of the grid: which one of the table, by an id that stays while the plan is edited. */
export interface SideGridRow {
  readonly id: string;
  readonly index: number;
}

/** The rows of the grid; those of the superior plan have ids of their own. */
export function sideGridRows(rows: readonly SideRow[]): readonly SideGridRow[] {
  return rows.map(({ indicator, mine }, index) => ({
    id: mine === null ? `missing:${indicator.id}` : indicator.id,
    index,
  }));
}

/** What cells are printed from at this moment. */
export interface SideReading {
  readonly rows: readonly SideRow[];
  readonly words: SideWords;
}

/** What the cells of the grid share: they read it when they are drawn, so that nothing is copied into rows. */
export class SideContext {
  #reading: SideReading;
  #active: GridCell | null = null;

  constructor(reading: SideReading) {
    this.#reading = reading;
  }

  read(reading: SideReading): void {
    this.#reading = reading;
  }

  activate(active: GridCell | null): void {
    this.#active = active;
  }

  isActiveRow(row: string | undefined): boolean {
    return this.#active !== null && this.#active.row === row;
  }

  /** Whether the row is the first that only the superior plan has. */
  startsMissing(index: number): boolean {
    const { rows } = this.#reading;
    return rows[index]?.mine === null && rows[index - 1]?.mine !== null;
  }

  print({ index }: SideGridRow, column: SideColumn): PrintedSide | null {
    const row = this.#reading.rows[index];
    return row === undefined ? null : printSide(row, column, this.#reading.words);
  }
}
