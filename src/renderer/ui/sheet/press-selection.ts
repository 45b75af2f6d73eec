import type { CellPlace } from "./cell-move.ts";
import {
  addCell,
  beginAtActive,
  type Extent,
  extendTo,
  selectAll,
  selectCell,
  selectColumns,
  type Selection,
  selectRows,
} from "./selection.ts";
import type { SheetTarget } from "./sheet-geometry.ts";
import type { HeldKeys } from "./sheet-pointer.ts";

/** The cell, or the first one of a header's row or column. */
export function targetCell(target: SheetTarget): CellPlace | null {
  switch (target.kind) {
    case "cell":
      return target.place;
    case "row":
      return { row: target.row, column: 0 };
    case "column":
      return { row: 0, column: target.column };
    case "corner":
    case "handle":
      return null;
  }
}

/** The selection after a press on a cell or header. */
export function pressSelection(
  selection: Selection | null,
  target: SheetTarget,
  held: HeldKeys,
  extent: Extent,
): Selection | null {
  switch (target.kind) {
    case "cell":
      if (selection === null) return selectCell(target.place);
      if (held.shift) return extendTo(beginAtActive(selection, extent), target.place);
      return held.ctrl ? addCell(selection, target.place) : selectCell(target.place);
    case "row":
      return withHeld(selection, held, selectRows(target.row, target.row, extent), (from) =>
        selectRows(from.row, target.row, extent),
      );
    case "column":
      return withHeld(selection, held, selectColumns(target.column, target.column, extent), (from) =>
        selectColumns(from.column, target.column, extent),
      );
    case "corner":
      return selection === null ? null : selectAll(selection, extent);
    case "handle":
      return selection;
  }
}

function withHeld(
  selection: Selection | null,
  held: HeldKeys,
  alone: Selection,
  reaching: (from: CellPlace) => Selection,
): Selection {
  if (selection === null) return alone;
  if (held.shift) return reaching(selection.block.from);
  return held.ctrl ? { ...alone, others: [...selection.others, selection.block] } : alone;
}
