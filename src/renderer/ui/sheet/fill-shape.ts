import type { CellPlace } from "./cell-move.ts";
import type { PlacedText } from "./paste-shape.ts";
import { contains, type Rect, sizeOf } from "./selection.ts";

/** A fill: cells whose contents are carried on, and the cells that they go into. */
export interface Fill {
  readonly source: Rect;
  readonly target: Rect;
}

/** One row or column of a fill: places to read from and places to write, both in the order of the fill. */
export interface FillLane {
  readonly known: readonly CellPlace[];
  readonly wanted: readonly CellPlace[];
}

/** The fill that dragging the handle of a block to a cell asks for; `null` while the pointer is within the block. */
export function dragFill(source: Rect, to: CellPlace): Fill | null {
  if (contains(source, to)) return null;
  const down = Math.max(to.row - source.bottom, source.top - to.row, 0);
  const across = Math.max(to.column - source.right, source.left - to.column, 0);
  if (down >= across) {
    const below = to.row > source.bottom;
    const target = below
      ? { ...source, top: source.bottom + 1, bottom: to.row }
      : { ...source, top: to.row, bottom: source.top - 1 };
    return { source, target };
  }
  const behind = to.column > source.right;
  const target = behind
    ? { ...source, left: source.right + 1, right: to.column }
    : { ...source, left: to.column, right: source.left - 1 };
  return { source, target };
}

/**
 * Ctrl+D and Ctrl+R: the first row or column of a block goes into the others; a block of one row or column takes the
 * row above it or the column before it. `null` where there is none.
 */
export function edgeFill(block: Rect, direction: "down" | "right"): Fill | null {
  const { rows, columns } = sizeOf(block);
  if (direction === "down") {
    if (rows > 1)
      return { source: { ...block, bottom: block.top }, target: { ...block, top: block.top + 1 } };
    const above = block.top - 1;
    return above < 0 ? null : { source: { ...block, top: above, bottom: above }, target: block };
  }
  if (columns > 1)
    return { source: { ...block, right: block.left }, target: { ...block, left: block.left + 1 } };
  const before = block.left - 1;
  return before < 0 ? null : { source: { ...block, left: before, right: before }, target: block };
}

/** The rows or columns of a fill. One that goes up or to the left is read backwards, as the series goes on. */
export function fillLanes({ source, target }: Fill): readonly FillLane[] {
  const vertical = source.left === target.left && source.right === target.right;
  const backwards = vertical ? target.bottom < source.top : target.right < source.left;
  const along = (rect: Rect, lane: number): CellPlace[] => {
    const places = vertical
      ? range(rect.top, rect.bottom).map((row) => ({ row, column: lane }))
      : range(rect.left, rect.right).map((column) => ({ row: lane, column }));
    return backwards ? places.reverse() : places;
  };
  const lanes = vertical ? range(source.left, source.right) : range(source.top, source.bottom);
  return lanes.map((lane) => ({ known: along(source, lane), wanted: along(target, lane) }));
}

/** The texts of fills that only repeat what they carry on; cells without a text to be carried on (`null`) are left out. */
export function copiedTexts(
  fills: readonly Fill[],
  textAt: (place: CellPlace) => string | null,
): readonly PlacedText[] {
  return fills.flatMap(fillLanes).flatMap(({ known, wanted }) =>
    wanted.flatMap((place, step): readonly PlacedText[] => {
      const from = known[step % known.length];
      const text = from === undefined ? null : textAt(from);
      return text === null ? [] : [{ place, text }];
    }),
  );
}

/** The cells that a fill covers in the end. */
export function filledRect({ source, target }: Fill): Rect {
  return {
    top: Math.min(source.top, target.top),
    left: Math.min(source.left, target.left),
    bottom: Math.max(source.bottom, target.bottom),
    right: Math.max(source.right, target.right),
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
