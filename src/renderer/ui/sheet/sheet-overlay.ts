import { contains, type Rect, rectOf, type Selection } from "./selection.ts";
import type { ColumnBox, RowBox, SheetGeometry } from "./sheet-geometry.ts";

/** What is drawn over the cells of a grid. */
export interface SheetMarks {
  readonly selection: Selection | null;
  /** Blocks that wait to be moved, in a dashed frame. */
  readonly cut: readonly Rect[];
  /** What the handle is being dragged over. */
  readonly preview: Rect | null;
  /** Whether the block has a handle to fill from. */
  readonly handle: boolean;
}

interface Piece {
  readonly className: string;
  readonly part: Part;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The sides on which the block goes on in another part, so that the frame is open there. */
  readonly open: readonly ("open-left" | "open-right" | "open-top" | "open-bottom")[];
}

/** The four parts of a grid of which rows or columns do not scroll. */
type Part = `${"frozen" | "scrolled"} rows, ${"frozen" | "scrolled"} columns`;

/** The layers over the columns of one set of rows. */
interface Layers {
  readonly frozen: HTMLElement;
  readonly scrolled: HTMLElement;
}

/**
 * Draws the frames of what is selected over a grid: as many elements as there are blocks, whatever their size. The
 * elements lie in the part of the page that scrolls, so that frames stay on their cells without any work.
 */
export class SheetOverlay {
  readonly #geometry: SheetGeometry;
  readonly #rows: Readonly<Record<"frozen" | "scrolled", Layers>> = { frozen: layers(), scrolled: layers() };
  readonly #handle = layer("sheet-handle");
  #marks: SheetMarks = { selection: null, cut: [], preview: null, handle: false };

  constructor(geometry: SheetGeometry) {
    this.#geometry = geometry;
    for (const rows of ["frozen", "scrolled"] as const) {
      const { frozen, scrolled } = this.#rows[rows];
      geometry.canvas[rows].append(frozen, scrolled);
    }
  }

  draw(marks: SheetMarks): void {
    this.#marks = marks;
    this.redraw();
  }

  /** Draws the same anew after columns or rows have changed. */
  redraw(): void {
    const { selection, cut, preview, handle } = this.#marks;
    const frames = new Map<Part, Element[]>(PARTS.map((part) => [part, []]));
    const add = (rect: Rect, className: string, hole: Rect | null = null) => {
      for (const piece of this.#pieces(rect, className)) {
        const hollow =
          hole === null ? null : (this.#pieces(hole, "").find(({ part }) => part === piece.part) ?? null);
        frames.get(piece.part)?.push(drawn(piece, hollow));
      }
    };
    if (selection !== null) {
      const { row, column } = selection.active;
      const active = { top: row, bottom: row, left: column, right: column };
      for (const block of selection.others) add(rectOf(block), "sheet-block other", active);
      const current = rectOf(selection.block);
      add(current, "sheet-block", active);
      if (selection.others.length > 0 || !contains(current, selection.active)) add(active, "sheet-active");
    }
    for (const rect of cut) add(rect, "sheet-cut");
    if (preview !== null) add(preview, "sheet-preview");
    for (const [part, elements] of frames) this.#layer(part).replaceChildren(...elements);
    if (selection !== null && handle && selection.others.length === 0)
      this.#placeHandle(rectOf(selection.block));
    this.scrolled();
  }

  /** Keeps what is scrolled sideways from showing over the frozen columns. */
  scrolled(): void {
    const { frozenWidth, scrollLeft } = this.#geometry;
    for (const { scrolled } of Object.values(this.#rows)) {
      scrolled.style.left = `${frozenWidth}px`;
      scrolled.style.clipPath = `inset(-4px -12px -12px ${scrollLeft > 0 ? scrollLeft : -4}px)`;
    }
  }

  dispose(): void {
    for (const { frozen, scrolled } of Object.values(this.#rows)) {
      frozen.remove();
      scrolled.remove();
    }
  }

  #layer(part: Part): HTMLElement {
    const rows = this.#rows[part.startsWith("frozen") ? "frozen" : "scrolled"];
    return part.endsWith("frozen columns") ? rows.frozen : rows.scrolled;
  }

  #placeHandle(rect: Rect): void {
    const corner = this.#pieces(rect, "").at(-1);
    if (corner === undefined) return;
    this.#handle.style.left = `${corner.left + corner.width}px`;
    this.#handle.style.top = `${corner.top + corner.height}px`;
    this.#layer(corner.part).append(this.#handle);
  }

  /** A block in the parts of the grid that it covers, the last one at its lower right. */
  #pieces(rect: Rect, className: string): readonly Piece[] {
    const rows = this.#spans(rect);
    const boxes = range(rect.left, rect.right)
      .map((column) => this.#geometry.columnBox(column))
      .filter((box) => box !== null);
    const columns = [true, false].flatMap(
      (frozen) => spanOf(boxes.filter((box) => box.frozen === frozen)) ?? [],
    );
    return rows.flatMap(({ top, height, frozen: frozenRows }) =>
      columns.map(({ left, width, frozen: frozenColumns }): Piece => {
        const open = [
          columns.length > 1 ? (frozenColumns ? "open-right" : "open-left") : null,
          rows.length > 1 ? (frozenRows ? "open-bottom" : "open-top") : null,
        ] as const;
        const part = partOf(frozenRows, frozenColumns);
        return { className, part, left, top, width, height, open: open.filter((side) => side !== null) };
      }),
    );
  }

  /** The frozen and the scrolled rows of a block; it may have very many. */
  #spans({ top, bottom }: Rect): readonly RowBox[] {
    const box = (row: number) => this.#geometry.rowBox(row);
    const span = (from: RowBox, to: RowBox): RowBox => ({ ...from, height: to.top + to.height - from.top });
    const [first, last] = [box(top), box(bottom)];
    if (first.frozen === last.frozen) return [span(first, last)];
    let edge = top;
    while (box(edge + 1).frozen) edge += 1;
    return [span(first, box(edge)), span(box(edge + 1), last)];
  }
}

const PARTS: readonly Part[] = [true, false].flatMap((rows) =>
  [true, false].map((columns) => partOf(rows, columns)),
);

function partOf(frozenRows: boolean, frozenColumns: boolean): Part {
  return `${frozenRows ? "frozen" : "scrolled"} rows, ${frozenColumns ? "frozen" : "scrolled"} columns`;
}

function layers(): Layers {
  return { frozen: layer("sheet-layer frozen"), scrolled: layer("sheet-layer scrolled") };
}

function spanOf(boxes: readonly ColumnBox[]): ColumnBox | null {
  const [first] = boxes;
  const last = boxes.at(-1);
  if (first === undefined || last === undefined) return null;
  return { left: first.left, width: last.left + last.width - first.left, frozen: first.frozen };
}

/** A frame with its filling; the active cell is left out of the filling. */
function drawn(piece: Piece, hole: Piece | null): HTMLElement {
  const frame = layer(piece.className);
  frame.classList.add(...piece.open);
  Object.assign(frame.style, {
    left: `${piece.left}px`,
    top: `${piece.top}px`,
    width: `${piece.width}px`,
    height: `${piece.height}px`,
  });
  const filling = layer("sheet-filling");
  if (hole !== null) {
    const [left, top] = [hole.left - piece.left, hole.top - piece.top];
    const [right, bottom] = [left + hole.width, top + hole.height];
    filling.style.clipPath =
      `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${left}px ${top}px, ${right}px ${top}px, ` +
      `${right}px ${bottom}px, ${left}px ${bottom}px, ${left}px ${top}px)`;
  }
  frame.append(filling);
  return frame;
}

function layer(className: string): HTMLElement {
  const made = document.createElement("div");
  made.className = className;
  made.setAttribute("aria-hidden", "true");
  return made;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
