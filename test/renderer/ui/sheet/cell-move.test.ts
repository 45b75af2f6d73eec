import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CellMove, type CellPlace, moveCell } from "#renderer/ui/sheet/cell-move.ts";

const extent = { rows: 32, columns: 10, page: 20, isFilled: () => true };

describe("a move of the active cell", () => {
  test.each([
    ["up", { row: 0, column: 3 }, { row: 0, column: 3 }],
    ["down", { row: 30, column: 3 }, { row: 31, column: 3 }],
    ["right", { row: 4, column: 9 }, { row: 4, column: 9 }],
    ["page-down", { row: 5, column: 1 }, { row: 25, column: 1 }],
    ["page-up", { row: 5, column: 1 }, { row: 0, column: 1 }],
    ["row-end", { row: 5, column: 1 }, { row: 5, column: 9 }],
    ["first", { row: 5, column: 1 }, { row: 0, column: 0 }],
    ["last", { row: 5, column: 1 }, { row: 31, column: 9 }],
    ["next", { row: 4, column: 9 }, { row: 5, column: 0 }],
    ["previous", { row: 5, column: 0 }, { row: 4, column: 9 }],
  ] as const)("%s from %o leads to %o", (move, from, to) => {
    expect(moveCell(from, move, extent)).toEqual(to);
  });

  test("leaves the grid behind the last cell and before the first", () => {
    expect(moveCell({ row: 31, column: 9 }, "next", extent)).toBeNull();
    expect(moveCell({ row: 0, column: 0 }, "previous", extent)).toBeNull();
  });

  test("stays among the cells that are there", () => {
    const moves: readonly CellMove[] = [
      ...(["up", "down", "left", "right", "enter", "enter-back", "page-up", "page-down"] as const),
      ...(["edge-up", "edge-down", "edge-left", "edge-right"] as const),
    ];
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 50 }),
      columns: fc.integer({ min: 1, max: 20 }),
      page: fc.integer({ min: 1, max: 30 }),
    });
    const filled = fc.func(fc.boolean());
    fc.assert(
      fc.property(
        sizes,
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...moves),
        filled,
        (size, down, right, move, fill) => {
          const isFilled = ({ row, column }: CellPlace) => fill(row, column);
          const from = { row: down % size.rows, column: right % size.columns };
          const to = moveCell(from, move, { ...size, isFilled });
          expect(to?.row).toBeGreaterThanOrEqual(0);
          expect(to?.row).toBeLessThan(size.rows);
          expect(to?.column).toBeGreaterThanOrEqual(0);
          expect(to?.column).toBeLessThan(size.columns);
        },
      ),
    );
  });

  test("has nowhere to go in a grid without rows", () => {
    expect(moveCell({ row: 0, column: 0 }, "down", { ...extent, rows: 0 })).toBeNull();
  });
});

describe("Ctrl with an arrow", () => {
  // One column: filled from 1 to 3, at 6, and from 8 to the end at 9.
  const column = [false, true, true, true, false, false, true, false, true, true];
  const filled = { rows: 10, columns: 1, page: 5, isFilled: ({ row }: CellPlace) => column[row] === true };

  // Excel, Ctrl+↓ and Ctrl+↑ in the same column of A1:A10.
  test.each([
    ["edge-down", 1, 3],
    ["edge-down", 3, 6],
    ["edge-down", 6, 8],
    ["edge-down", 8, 9],
    ["edge-down", 0, 1],
    ["edge-down", 9, 9],
    ["edge-up", 9, 8],
    ["edge-up", 8, 6],
    ["edge-up", 6, 3],
    ["edge-up", 3, 1],
    ["edge-up", 1, 0],
  ] as const)("%s from row %i stops in row %i", (move, from, to) => {
    expect(moveCell({ row: from, column: 0 }, move, filled)).toEqual({ row: to, column: 0 });
  });

  test("goes to the edge of the grid where nothing is filled", () => {
    const empty = { rows: 5, columns: 4, page: 5, isFilled: () => false };
    expect(moveCell({ row: 2, column: 1 }, "edge-down", empty)).toEqual({ row: 4, column: 1 });
    expect(moveCell({ row: 2, column: 1 }, "edge-right", empty)).toEqual({ row: 2, column: 3 });
    expect(moveCell({ row: 2, column: 1 }, "edge-up", empty)).toEqual({ row: 0, column: 1 });
  });
});
