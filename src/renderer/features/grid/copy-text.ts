import { type CellSource, cellView } from "./cell-view.ts";
import { editText } from "./edit-text.ts";
import type { GridColumn } from "./grid-columns.ts";
import { type GridWords, plainText, printCell } from "./printed-cell.ts";

/**
 * What copying a cell gives: it can be pasted back, so it is the text of editing where there is one, and nothing for
 * the dash of an empty cell.
 */
export function copyText(source: CellSource, index: number, column: GridColumn, words: GridWords): string {
  const view = cellView(source, index, column);
  if (view.kind === "blank" || view.kind === "no-department") return "";
  return editText(source, index, column) ?? plainText({ ...printCell(view, column, words), boxed: null });
}
