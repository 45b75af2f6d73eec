import type { CellPlace } from "./cell-move.ts";
import type { TextBlock } from "./read-html-table.ts";
import type { Rect } from "./selection.ts";

/** The texts of the selected cells as one block; `null` where several blocks share neither their columns nor their rows. */
export function copyBlock(rects: readonly Rect[], textOf: (place: CellPlace) => string): TextBlock | null {
  return joined(
    rects,
    rects.map((rect) => linesOf(rect, textOf)),
  );
}

function linesOf(rect: Rect, textOf: (place: CellPlace) => string): string[][] {
  const lines: string[][] = [];
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    const line: string[] = [];
    for (let column = rect.left; column <= rect.right; column += 1) line.push(textOf({ row, column }));
    lines.push(line);
  }
  return lines;
}

/** One block from several that stand in the same columns or in the same rows; `null` where they do not. */
function joined(rects: readonly Rect[], lines: readonly string[][][]): TextBlock | null {
  const [first] = rects;
  if (first === undefined) return null;
  const order = rects.map((rect, at) => ({ rect, lines: lines[at] ?? [] }));
  if (rects.every(({ left, right }) => left === first.left && right === first.right)) {
    return order.sort((a, b) => a.rect.top - b.rect.top).flatMap((part) => part.lines);
  }
  if (rects.every(({ top, bottom }) => top === first.top && bottom === first.bottom)) {
    const parts = order.sort((a, b) => a.rect.left - b.rect.left);
    return (lines[0] ?? []).map((_, row) => parts.flatMap((part) => part.lines[row] ?? []));
  }
  return null;
}
