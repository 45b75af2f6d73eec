import { describe, expect, test } from "vitest";
import { pasteShape } from "#renderer/ui/sheet/paste-shape.ts";
import type { Rect } from "#renderer/ui/sheet/selection.ts";

const extent = { rows: 10, columns: 6 };
const rect = (top: number, left: number, bottom: number, right: number): Rect => ({
  top,
  left,
  bottom,
  right,
});
const two = [
  ["a", "b"],
  ["c", "d"],
];
/** The texts by place, as `row,column text`. */
const laid = (block: readonly (readonly string[])[], ...targets: readonly Rect[]) => {
  const { texts, rects, beyond } = pasteShape(block, targets, extent);
  return { texts: texts.map(({ place, text }) => `${place.row},${place.column} ${text}`), rects, beyond };
};

describe("a pasted block", () => {
  test("goes in once from one selected cell on", () => {
    expect(laid(two, rect(1, 1, 1, 1))).toEqual({
      texts: ["1,1 a", "1,2 b", "2,1 c", "2,2 d"],
      rects: [rect(1, 1, 2, 2)],
      beyond: 0,
    });
  });

  test("of one value goes into every selected cell", () => {
    expect(laid([["x"]], rect(0, 0, 0, 1), rect(4, 4, 5, 4)).texts).toEqual([
      ...["0,0 x", "0,1 x", "4,4 x", "5,4 x"],
    ]);
  });

  test("repeats in a selection that is a whole number of times as large", () => {
    expect(laid([["a"], ["b"]], rect(0, 0, 3, 1)).texts).toEqual([
      ...["0,0 a", "0,1 a", "1,0 b", "1,1 b", "2,0 a", "2,1 a", "3,0 b", "3,1 b"],
    ]);
  });

  test.each([
    ["a row over a column of cells", [["a", "b", "c"]], rect(0, 0, 4, 0), rect(0, 0, 4, 2)],
    ["a row over a wider block", [["a", "b"]], rect(1, 1, 3, 4), rect(1, 1, 3, 4)],
    ["a row over narrower cells", [["a", "b", "c"]], rect(0, 0, 4, 1), rect(0, 0, 4, 2)],
    ["a column over a row of cells", [["a"], ["b"]], rect(2, 0, 2, 3), rect(2, 0, 3, 3)],
    ["a block over one of its rows' height, twice as wide", two, rect(0, 0, 0, 3), rect(0, 0, 1, 3)],
    ["a block over a column twice as high", two, rect(0, 0, 3, 0), rect(0, 0, 3, 1)],
    ["a block where one axis does not fit", two, rect(0, 0, 4, 3), rect(0, 0, 1, 1)],
  ] as const)("goes by each axis: %s", (_, block, target, covered) => {
    expect(laid(block, target).rects).toEqual([covered]);
  });

  test("of one row is in every row of the chosen column", () => {
    expect(laid([["a", "b"]], rect(0, 0, 2, 0)).texts).toEqual([
      ...["0,0 a", "0,1 b", "1,0 a", "1,1 b", "2,0 a", "2,1 b"],
    ]);
  });

  test("goes in once where it does not fit a whole number of times", () => {
    expect(laid(two, rect(0, 0, 2, 1)).rects).toEqual([rect(0, 0, 1, 1)]);
    expect(laid(two, rect(0, 0, 0, 0)).rects).toEqual([rect(0, 0, 1, 1)]);
  });

  test("counts what falls beyond the last column, and keeps rows below the last one", () => {
    const { texts, rects, beyond } = laid(two, rect(9, 5, 9, 5));
    expect(texts).toEqual(["9,5 a", "10,5 c"]);
    expect(rects).toEqual([rect(9, 5, 10, 5)]);
    expect(beyond).toBe(2);
  });

  test("without cells puts nothing anywhere", () => {
    expect(laid([], rect(0, 0, 1, 1))).toEqual({ texts: [], rects: [], beyond: 0 });
  });
});
