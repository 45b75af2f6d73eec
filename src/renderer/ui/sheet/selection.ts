import { type CellExtent, type CellMove, type CellPlace, moveCell } from "./cell-move.ts";

/** A block of cells by two of its corners: where it was begun, and the corner that Shift and dragging move. */
export interface Block<P = CellPlace> {
  readonly from: P;
  readonly to: P;
}

/**
 * What is selected: the active cell, the block that Shift extends, and the blocks chosen before it with Ctrl. Tab
 * remembers where it set out, so that Enter comes back under it. `P` is how a cell is named: by its place, or by ids
 * that outlive an inserted row.
 */
export interface Selection<P = CellPlace> {
  readonly active: P;
  readonly block: Block<P>;
  readonly others: readonly Block<P>[];
  readonly tabbedFrom: P | null;
}

/** A block by its edges, all four included. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The rows and columns of a grid that can be selected. */
export type Extent = Pick<CellExtent, "rows" | "columns">;

/** One cell alone. */
export function selectCell<P>(place: P): Selection<P> {
  return { active: place, block: { from: place, to: place }, others: [], tabbedFrom: null };
}

/** A whole block, its first corner active. */
export function selectRect(rect: Rect): Selection {
  const from = { row: rect.top, column: rect.left };
  return { ...selectCell(from), block: { from, to: { row: rect.bottom, column: rect.right } } };
}

/** Several blocks, the last of them active; `null` for none. */
export function selectRects(rects: readonly Rect[]): Selection | null {
  const last = rects.at(-1);
  if (last === undefined) return null;
  return { ...selectRect(last), others: rects.slice(0, -1).map((rect) => selectRect(rect).block) };
}

/** Shift with a click, and dragging: the block reaches to the place. */
export function extendTo(selection: Selection, to: CellPlace): Selection {
  return { ...selection, block: { ...selection.block, to }, tabbedFrom: null };
}

/** Ctrl with a click: another block begins; the blocks before it stay. */
export function addCell(selection: Selection, place: CellPlace): Selection {
  return { ...selectCell(place), others: [...selection.others, selection.block] };
}

/** Whole rows, both ends included; the active cell stands in the first column of the row that was named first. */
export function selectRows(from: number, to: number, extent: Extent): Selection {
  const active = { row: from, column: 0 };
  return { ...selectCell(active), block: { from: active, to: { row: to, column: extent.columns - 1 } } };
}

/** Whole columns, both ends included. */
export function selectColumns(from: number, to: number, extent: Extent): Selection {
  const active = { row: 0, column: from };
  return { ...selectCell(active), block: { from: active, to: { row: extent.rows - 1, column: to } } };
}

/** Everything; the active cell stays where it is. */
export function selectAll(selection: Selection, extent: Extent): Selection {
  const to = { row: extent.rows - 1, column: extent.columns - 1 };
  return { ...selectCell(selection.active), block: { from: { row: 0, column: 0 }, to } };
}

/** The rows or columns of the block as a whole (Shift+Space, Ctrl+Space); the active cell stays where it is. */
export function widen(selection: Selection, axis: "rows" | "columns", extent: Extent): Selection {
  const { top, left, bottom, right } = rectOf(selection.block);
  const whole = axis === "rows" ? selectRows(top, bottom, extent) : selectColumns(left, right, extent);
  return { ...whole, active: selection.active };
}

/**
 * A key of the grid. Tab and Enter walk through what is selected where that is more than a cell; `null` where Tab
 * leaves the grid. With `extend` the corner of the block moves instead, and whole rows or columns stay whole; where the
 * active cell was walked away from the corner that the block began at, a new block begins at it.
 */
export function moveSelection(
  selection: Selection,
  move: CellMove,
  extend: boolean,
  extent: CellExtent,
): Selection | null {
  if (extend) {
    const begun = beginAtActive(selection, extent);
    const to = moveCell(begun.block.to, move, extent);
    return to === null ? selection : extendTo(begun, keepWhole(begun.block, to, extent));
  }
  const walk = WALKS[move];
  if (walk !== undefined && !isSingle(selection)) {
    return { ...selection, active: walkOn(selection, walk) };
  }
  const origin = selection.tabbedFrom;
  const home = origin !== null && (move === "enter" || move === "enter-back");
  const start = home ? { ...selection.active, column: origin.column } : selection.active;
  const place = moveCell(start, move, extent);
  if (place === null) return null;
  const tabs = move === "next" || move === "previous";
  return { ...selectCell(place), tabbedFrom: tabs ? (origin ?? selection.active) : null };
}

interface Walk {
  readonly step: 1 | -1;
  readonly byRow: boolean;
}

const WALKS: Readonly<Partial<Record<CellMove, Walk>>> = {
  next: { step: 1, byRow: true },
  previous: { step: -1, byRow: true },
  enter: { step: 1, byRow: false },
  "enter-back": { step: -1, byRow: false },
};

/** The next cell within the selected blocks, round and round: by rows for Tab, by columns for Enter. */
function walkOn({ active, block, others }: Selection, { step, byRow }: Walk): CellPlace {
  const rects = [...others, block].map(rectOf);
  const at = blockAt(rects, active);
  const rect = rects[at] ?? rectOf(block);
  const rows = rect.bottom - rect.top + 1;
  const columns = rect.right - rect.left + 1;
  const [down, right] = [active.row - rect.top, active.column - rect.left];
  const index = (byRow ? down * columns + right : right * rows + down) + step;
  if (index >= 0 && index < rows * columns) {
    return byRow
      ? { row: rect.top + Math.floor(index / columns), column: rect.left + (index % columns) }
      : { row: rect.top + (index % rows), column: rect.left + Math.floor(index / rows) };
  }
  const next = rects[(at + step + rects.length) % rects.length] ?? rect;
  return step === 1 ? { row: next.top, column: next.left } : { row: next.bottom, column: next.right };
}

/** Which block the active cell was walked into: the last chosen one that holds it. */
function blockAt(rects: readonly Rect[], active: CellPlace): number {
  return Math.max(
    0,
    rects.findLastIndex((rect) => contains(rect, active)),
  );
}

/**
 * The selection as Shift extends it: a block that Tab or Enter walked the active cell through gives way to the cell
 * alone. Whole rows and columns stay.
 */
export function beginAtActive(selection: Selection, extent: Extent): Selection {
  const { active, block, others } = selection;
  const stayed = active.row === block.from.row && active.column === block.from.column;
  if (stayed || hasWholeRows(block, extent) || hasWholeColumns(block, extent)) return selection;
  const blocks = [...others, block];
  const walked = blockAt(blocks.map(rectOf), active);
  return { ...selectCell(active), others: blocks.filter((_, at) => at !== walked) };
}

/** A block that covers all rows or columns goes on doing so when its corner moves along the other axis. */
function keepWhole(block: Block, next: CellPlace, extent: Extent): CellPlace {
  const { to } = block;
  const rows = hasWholeRows(block, extent) && next.row !== to.row;
  const columns = hasWholeColumns(block, extent) && next.column !== to.column;
  return { row: columns ? to.row : next.row, column: rows ? to.column : next.column };
}

function hasWholeRows({ from, to }: Block, extent: Extent): boolean {
  return from.column === 0 && to.column === extent.columns - 1;
}

function hasWholeColumns({ from, to }: Block, extent: Extent): boolean {
  return from.row === 0 && to.row === extent.rows - 1;
}

/** The edges of a block. */
export function rectOf({ from, to }: Block): Rect {
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** The blocks of a selection by their edges, in the order in which they were chosen. */
export function rectsOf(selection: Selection): readonly Rect[] {
  return [...selection.others, selection.block].map(rectOf);
}

/** Whether a rectangle holds a cell. */
export function contains(rect: Rect, { row, column }: CellPlace): boolean {
  return row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
}

/** Whether one of the blocks holds cells of a row. */
export function coversRow(rects: readonly Rect[], row: number): boolean {
  return rects.some(({ top, bottom }) => row >= top && row <= bottom);
}

/** Whether nothing but the active cell is selected. */
export function isSingle({ block, others }: Selection): boolean {
  return others.length === 0 && block.from.row === block.to.row && block.from.column === block.to.column;
}

/** The cells of some blocks, each once, row by row within its block. */
export function* cellsOf(rects: readonly Rect[]): Generator<CellPlace> {
  for (const [at, rect] of rects.entries()) {
    const before = rects.slice(0, at);
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      for (let column = rect.left; column <= rect.right; column += 1) {
        const place = { row, column };
        if (!before.some((other) => contains(other, place))) yield place;
      }
    }
  }
}

/** How many cells some blocks hold, those in several blocks counted once. */
export function countCells(rects: readonly Rect[]): number {
  const [only] = rects;
  if (only !== undefined && rects.length === 1) return sizeOf(only).rows * sizeOf(only).columns;
  return [...cellsOf(rects)].length;
}

/** How many rows and columns a rectangle has. */
export function sizeOf(rect: Rect): { readonly rows: number; readonly columns: number } {
  return { rows: rect.bottom - rect.top + 1, columns: rect.right - rect.left + 1 };
}

/**
 * Names the cells of a selection another way. A block with a corner that has no other name is dropped; without its
 * active cell the selection is gone.
 */
export function mapSelection<P, Q>(
  selection: Selection<P>,
  rename: (cell: P) => Q | null,
): Selection<Q> | null {
  const active = rename(selection.active);
  if (active === null) return null;
  const renameBlock = ({ from, to }: Block<P>): Block<Q> | null => {
    const corners = { from: rename(from), to: rename(to) };
    return corners.from === null || corners.to === null ? null : { from: corners.from, to: corners.to };
  };
  return {
    active,
    block: renameBlock(selection.block) ?? { from: active, to: active },
    others: selection.others.map(renameBlock).filter((block) => block !== null),
    tabbedFrom: selection.tabbedFrom === null ? null : rename(selection.tabbedFrom),
  };
}

/** The fewest blocks, found row by row, that hold exactly these cells: equal runs of neighbouring rows become one. */
export function rectsAround(places: Iterable<CellPlace>): readonly Rect[] {
  const rows = new Map<number, number[]>();
  for (const { row, column } of places) {
    const columns = rows.get(row);
    if (columns === undefined) rows.set(row, [column]);
    else columns.push(column);
  }
  const done: Rect[] = [];
  let open = new Map<string, Rect>();
  for (const [row, columns] of [...rows].sort(([a], [b]) => a - b)) {
    const next = new Map<string, Rect>();
    for (const { left, right } of runs(columns)) {
      const key = `${left}-${right}`;
      const above = open.get(key);
      if (above?.bottom === row - 1) {
        open.delete(key);
        next.set(key, { ...above, bottom: row });
      } else next.set(key, { top: row, bottom: row, left, right });
    }
    done.push(...open.values());
    open = next;
  }
  return [...done, ...open.values()];
}

function runs(columns: readonly number[]): readonly { readonly left: number; readonly right: number }[] {
  const found: { left: number; right: number }[] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && last.right === column - 1) last.right = column;
    else found.push({ left: column, right: column });
  }
  return found;
}
