import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellExtent, CellMove, CellPlace } from "#renderer/ui/sheet/cell-move.ts";
import { pressSelection } from "#renderer/ui/sheet/press-selection.ts";
import {
  addCell,
  cellsOf,
  countCells,
  extendTo,
  isSingle,
  mapSelection,
  moveSelection,
  type Rect,
  rectOf,
  rectsAround,
  rectsOf,
  selectAll,
  selectCell,
  selectColumns,
  type Selection,
  selectRect,
  selectRects,
  selectRows,
  widen,
} from "#renderer/ui/sheet/selection.ts";

const extent: CellExtent = { rows: 32, columns: 10, page: 20, isFilled: () => true };
const at = (row: number, column: number): CellPlace => ({ row, column });
const rect = (top: number, left: number, bottom: number, right: number): Rect => ({
  top,
  left,
  bottom,
  right,
});
/** The selection after some moves; Tab must not leave the grid. */
const after = (selection: Selection, ...moves: readonly CellMove[]): Selection =>
  moves.reduce((now, move) => {
    const next = moveSelection(now, move, false, extent);
    if (next === null) throw new Error(`${move} left the grid`);
    return next;
  }, selection);
const block = selectRect(rect(2, 3, 3, 4));

describe("Tab and Enter", () => {
  test.each([
    [["next", "next", "next", "enter"], at(6, 2)],
    [["next", "previous", "enter"], at(6, 2)],
    [["next", "enter", "next", "enter"], at(7, 2)],
    [["next", "enter-back"], at(4, 2)],
    [["next", "down"], at(6, 3)],
    [["next", "left", "enter"], at(6, 2)],
  ] as const)("%j from (5, 2) lead to %o", (moves, place) => {
    expect(after(selectCell(at(5, 2)), ...moves).active).toEqual(place);
  });

  test("walk through a selected block and round, the block staying", () => {
    const tabs = Array.from({ length: 5 }, (_, n) => after(block, ...Array<CellMove>(n).fill("next")).active);
    expect(tabs).toEqual([at(2, 3), at(2, 4), at(3, 3), at(3, 4), at(2, 3)]);
    const enters = Array.from(
      { length: 5 },
      (_, n) => after(block, ...Array<CellMove>(n).fill("enter")).active,
    );
    expect(enters).toEqual([at(2, 3), at(3, 3), at(2, 4), at(3, 4), at(2, 3)]);
    expect(after(block, "previous").active).toEqual(at(3, 4));
    expect(rectsOf(after(block, "next", "enter"))).toEqual([rect(2, 3, 3, 4)]);
  });

  test("walk on in the next of several blocks", () => {
    const two = selectRects([rect(0, 0, 0, 1), rect(5, 5, 5, 5)]);
    if (two === null) throw new Error("no blocks");
    expect(two.active).toEqual(at(5, 5));
    expect(after(two, "next").active).toEqual(at(0, 0));
    expect(after(two, "next", "next", "next").active).toEqual(at(5, 5));
  });

  test("leave the grid behind its last cell", () => {
    expect(moveSelection(selectCell(at(31, 9)), "next", false, extent)).toBeNull();
  });
});

describe("a block", () => {
  const extended = (selection: Selection, ...moves: readonly CellMove[]) =>
    moves.reduce((now, move) => moveSelection(now, move, true, extent) ?? now, selection);

  test("grows and shrinks from its first cell, which stays active", () => {
    const grown = extended(selectCell(at(5, 5)), "down", "right", "right");
    expect(rectOf(grown.block)).toEqual(rect(5, 5, 6, 7));
    expect(rectOf(extended(grown, "up", "up").block)).toEqual(rect(4, 5, 5, 7));
    expect(grown.active).toEqual(at(5, 5));
    expect(rectOf(extendTo(grown, at(1, 1)).block)).toEqual(rect(1, 1, 5, 5));
  });

  test("begins anew at the cell that Tab or Enter went to", () => {
    const walked = after(selectRect(rect(0, 0, 2, 2)), "next");
    expect(walked.active).toEqual(at(0, 1));
    const grown = extended(walked, "down");
    expect(grown.active).toEqual(at(0, 1));
    expect(rectsOf(grown)).toEqual([rect(0, 1, 1, 1)]);
    const clicked = pressSelection(
      walked,
      { kind: "cell", place: at(3, 3) },
      { shift: true, ctrl: false },
      extent,
    );
    expect(clicked === null ? null : rectsOf(clicked)).toEqual([rect(0, 1, 3, 3)]);
    // Round and back at the corner it is the old block again.
    expect(rectsOf(extended(after(walked, "previous"), "down"))).toEqual([rect(0, 0, 3, 2)]);
  });

  test("begun anew takes the place of the block that was walked through; the others stay", () => {
    const two = extendTo(addCell(extendTo(selectCell(at(0, 0)), at(1, 1)), at(5, 5)), at(6, 6));
    const walked = after(two, "previous", "previous");
    expect(walked.active).toEqual(at(1, 0));
    expect(rectsOf(extended(walked, "right"))).toEqual([rect(5, 5, 6, 6), rect(1, 0, 1, 1)]);
  });

  test.each([
    ["a move", after(block, "down")],
    ["an arrow that cannot move", after(selectRect(rect(0, 0, 4, 4)), "up")],
  ])("is one cell again after %s", (_, selection) => {
    expect(isSingle(selection)).toBe(true);
  });

  test("of whole rows stays whole when it grows, and so does one of whole columns", () => {
    const rows = widen(selectCell(at(5, 4)), "rows", extent);
    expect(rows.active).toEqual(at(5, 4));
    expect(rectOf(extended(rows, "down", "down").block)).toEqual(rect(5, 0, 7, 9));
    expect(rectOf(extended(selectColumns(3, 3, extent), "left").block)).toEqual(rect(0, 2, 31, 3));
    expect(rectOf(selectRows(6, 4, extent).block)).toEqual(rect(4, 0, 6, 9));
  });

  test("of everything keeps the active cell", () => {
    const all = selectAll(selectCell(at(5, 4)), extent);
    expect(all.active).toEqual(at(5, 4));
    expect(countCells(rectsOf(all))).toBe(320);
  });
});

describe("several blocks", () => {
  test("count a cell that lies in two of them once", () => {
    const two = extendTo(addCell(extendTo(selectCell(at(0, 0)), at(2, 2)), at(2, 2)), at(3, 3));
    expect(rectsOf(two)).toEqual([rect(0, 0, 2, 2), rect(2, 2, 3, 3)]);
    expect(countCells(rectsOf(two))).toBe(9 + 4 - 1);
    expect(new Set([...cellsOf(rectsOf(two))].map(({ row, column }) => `${row} ${column}`)).size).toBe(12);
  });

  test("follow their cells by another name, and go with them", () => {
    const named = mapSelection(addCell(selectCell(at(1, 1)), at(3, 3)), ({ row }) =>
      row === 1 ? null : `r${row}`,
    );
    expect(named).toEqual({ active: "r3", block: { from: "r3", to: "r3" }, others: [], tabbedFrom: null });
    expect(mapSelection(selectCell(at(1, 1)), () => null)).toBeNull();
  });
});

test("blocks found around cells hold exactly those cells", () => {
  const cells = fc.uniqueArray(fc.record({ row: fc.nat(7), column: fc.nat(5) }), {
    selector: ({ row, column }) => row * 10 + column,
  });
  const sorted = (places: Iterable<CellPlace>) =>
    [...places].sort((a, b) => a.row - b.row || a.column - b.column);
  fc.assert(
    fc.property(cells, (places) => {
      expect(sorted(cellsOf(rectsAround(places)))).toEqual(sorted(places));
    }),
  );
  expect(rectsAround([at(1, 1), at(2, 1), at(1, 2), at(2, 2)])).toEqual([rect(1, 1, 2, 2)]);
});
