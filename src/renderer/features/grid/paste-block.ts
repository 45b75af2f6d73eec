import type { CellEdit } from "#core/command/command.ts";
import { fieldOf, type GridColumn } from "./grid-columns.ts";
import type { GridRow } from "./row-order.ts";

/** Where a paste begins: rows and columns from the active cell on, as they are shown. */
export interface PasteArea {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
}

/** Edits of a paste, and how many of the pasted values fell on cells that cannot be edited or outside of the grid. */
export interface PastePlan {
  readonly edits: readonly CellEdit[];
  readonly skipped: number;
}

/** The edits that put a block of text into the grid from its upper left cell on. */
export function pasteEdits(block: readonly (readonly string[])[], area: PasteArea): PastePlan {
  const edits: CellEdit[] = [];
  let skipped = 0;
  block.forEach((line, down) => {
    line.forEach((text, right) => {
      const row = area.rows[down];
      const column = area.columns[right];
      const field = column === undefined ? null : fieldOf(column);
      if (row === undefined || field === null) skipped += 1;
      else edits.push({ indicator: row.id, field, text: text.trim() });
    });
  });
  return { edits, skipped };
}
