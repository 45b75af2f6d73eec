import { describe, expect, test } from "vitest";
import { dragFill, edgeFill, fillLanes, filledRect } from "#renderer/ui/sheet/fill-shape.ts";
import type { Rect } from "#renderer/ui/sheet/selection.ts";

const rect = (top: number, left: number, bottom: number, right: number): Rect => ({
  top,
  left,
  bottom,
  right,
});
const block = rect(4, 4, 5, 6);

describe("dragging the handle of a block", () => {
  test.each([
    ["down", { row: 8, column: 5 }, rect(6, 4, 8, 6)],
    ["up", { row: 2, column: 5 }, rect(2, 4, 3, 6)],
    ["right", { row: 4, column: 9 }, rect(4, 7, 5, 9)],
    ["left", { row: 4, column: 1 }, rect(4, 1, 5, 3)],
    ["aslant, further down than aside", { row: 9, column: 8 }, rect(6, 4, 9, 6)],
  ])("%s fills the cells on the way", (_, to, target) => {
    const fill = dragFill(block, to);
    expect(fill).toEqual({ source: block, target });
  });

  test("within the block fills nothing", () => {
    expect(dragFill(block, { row: 4, column: 6 })).toBeNull();
  });
});

describe("Ctrl+D and Ctrl+R", () => {
  test.each([
    ["down", block, { source: rect(4, 4, 4, 6), target: rect(5, 4, 5, 6) }],
    ["down", rect(4, 4, 4, 6), { source: rect(3, 4, 3, 6), target: rect(4, 4, 4, 6) }],
    ["right", block, { source: rect(4, 4, 5, 4), target: rect(4, 5, 5, 6) }],
    ["right", rect(4, 4, 5, 4), { source: rect(4, 3, 5, 3), target: rect(4, 4, 5, 4) }],
  ] as const)("%s from %o", (direction, selected, fill) => {
    expect(edgeFill(selected, direction)).toEqual(fill);
  });

  test("have nothing to carry on at the edge of the grid", () => {
    expect(edgeFill(rect(0, 2, 0, 3), "down")).toBeNull();
    expect(edgeFill(rect(2, 0, 3, 0), "right")).toBeNull();
  });
});

test("a fill goes by columns downwards and by rows sideways, backwards where it goes up or to the left", () => {
  const up = fillLanes({ source: rect(4, 4, 5, 4), target: rect(2, 4, 3, 4) });
  expect(up).toEqual([
    {
      known: [
        { row: 5, column: 4 },
        { row: 4, column: 4 },
      ],
      wanted: [
        { row: 3, column: 4 },
        { row: 2, column: 4 },
      ],
    },
  ]);
  const right = fillLanes({ source: rect(0, 0, 1, 0), target: rect(0, 1, 1, 2) });
  expect(right.map(({ wanted }) => wanted)).toEqual([
    [
      { row: 0, column: 1 },
      { row: 0, column: 2 },
    ],
    [
      { row: 1, column: 1 },
      { row: 1, column: 2 },
    ],
  ]);
  expect(filledRect({ source: rect(4, 4, 5, 4), target: rect(2, 4, 3, 4) })).toEqual(rect(2, 4, 5, 4));
});
