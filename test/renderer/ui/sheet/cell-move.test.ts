import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CellMove, moveCell } from "#renderer/ui/sheet/cell-move.ts";

const extent = { rows: 32, columns: 10, page: 20 };

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
      "up",
      "down",
      "left",
      "right",
      "page-up",
      "page-down",
      "top",
      "bottom",
    ];
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 50 }),
      columns: fc.integer({ min: 1, max: 20 }),
      page: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.constantFrom(...moves), (size, down, right, move) => {
        const to = moveCell({ row: down % size.rows, column: right % size.columns }, move, size);
        expect(to?.row).toBeGreaterThanOrEqual(0);
        expect(to?.row).toBeLessThan(size.rows);
        expect(to?.column).toBeGreaterThanOrEqual(0);
        expect(to?.column).toBeLessThan(size.columns);
      }),
    );
  });

  test("has nowhere to go in a grid without rows", () => {
    expect(moveCell({ row: 0, column: 0 }, "down", { ...extent, rows: 0 })).toBeNull();
  });
});
