import type { CellPlace } from "./cell-move.ts";
import type { TextBlock } from "./read-html-table.ts";
import { type Extent, type Rect, sizeOf } from "./selection.ts";

/** One pasted text and where it goes. */
export interface PlacedText {
  readonly place: CellPlace;
  readonly text: string;
}

/** Where the texts of a pasted block go. */
export interface PasteShape {
  /** Texts within the grid, and below it: those rows are still to be made. */
  readonly texts: readonly PlacedText[];
  /** What the paste covers within the grid's columns; its rows may reach below the grid. */
  readonly rects: readonly Rect[];
  /** How many texts fall beyond the last column. */
  readonly beyond: number;
}

/** The cells of the longest line; a block may have more lines than a call may have arguments. */
export const widthOf = (block: TextBlock): number =>
  block.reduce((most, line) => Math.max(most, line.length), 0);

/**
 * Lays a copied block over what is selected, as spreadsheets do: one value goes into every selected cell; a block
 * repeats along each axis that is selected a whole number of times its size, so that a copied row fills a chosen column
 * of rows. Where more is selected than the block and no whole number of times, it goes in once from the first cell on.
 */
export function pasteShape(block: TextBlock, targets: readonly Rect[], extent: Extent): PasteShape {
  const height = block.length;
  const width = widthOf(block);
  const rects = height === 0 || width === 0 ? [] : targets.map((target) => fitted(target, height, width));
  const texts: PlacedText[] = [];
  let beyond = 0;
  for (const rect of rects) {
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      for (let column = rect.left; column <= rect.right; column += 1) {
        const text = block[(row - rect.top) % height]?.[(column - rect.left) % width] ?? "";
        if (column < extent.columns) texts.push({ place: { row, column }, text });
        else beyond += 1;
      }
    }
  }
  const kept = rects.map((rect) => ({ ...rect, right: Math.min(rect.right, extent.columns - 1) }));
  return { texts, rects: kept, beyond };
}

function fitted(target: Rect, height: number, width: number): Rect {
  const { rows, columns } = sizeOf(target);
  const once = isUneven(rows, height) || isUneven(columns, width);
  const { top, left } = target;
  return {
    ...{ top, left },
    bottom: top + (once ? height : Math.max(rows, height)) - 1,
    right: left + (once ? width : Math.max(columns, width)) - 1,
  };
}

function isUneven(selected: number, size: number): boolean {
  return selected > size && selected % size !== 0;
}
