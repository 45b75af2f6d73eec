import { contains, type Rect, rectOf, type Selection } from "./selection.ts";
import type { ColumnBox, SheetGeometry } from "./sheet-geometry.ts";

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
  readonly frozen: boolean;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Whether the block goes on in the other part, so that the frame is open there. */
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

/**
 * Draws the frames of what is selected over a grid: as many elements as there are blocks, whatever their size. The
 * elements lie in the part of the page that scrolls, so that frames stay on their cells without any work.
 */
export class SheetOverlay {
  readonly #geometry: SheetGeometry;
  readonly #frozen = layer("sheet-layer frozen");
  readonly #scrolled = layer("sheet-layer scrolled");
  readonly #handle = layer("sheet-handle");
  #marks: SheetMarks = { selection: null, cut: [], preview: null, handle: false };

  constructor(geometry: SheetGeometry) {
    this.#geometry = geometry;
    geometry.canvas.append(this.#frozen, this.#scrolled);
  }

  draw(marks: SheetMarks): void {
    this.#marks = marks;
    this.redraw();
  }

  /** Draws the same anew after columns or rows have changed. */
  redraw(): void {
    const { selection, cut, preview, handle } = this.#marks;
    const pieces: Element[] = [];
    const frozen: Element[] = [];
    const add = (rect: Rect, className: string, hole: Rect | null = null) => {
      for (const piece of this.#pieces(rect, className)) {
        const hollow =
          hole === null ? null : (this.#pieces(hole, "").find((of) => of.frozen === piece.frozen) ?? null);
        (piece.frozen ? frozen : pieces).push(drawn(piece, hollow));
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
    this.#frozen.replaceChildren(...frozen);
    this.#scrolled.replaceChildren(...pieces);
    if (selection !== null && handle && selection.others.length === 0)
      this.#placeHandle(rectOf(selection.block));
    this.scrolled();
  }

  /** Keeps what is scrolled sideways from showing over the frozen columns. */
  scrolled(): void {
    const { frozenWidth, scrollLeft } = this.#geometry;
    this.#scrolled.style.left = `${frozenWidth}px`;
    this.#scrolled.style.clipPath = `inset(-4px -12px -12px ${scrollLeft > 0 ? scrollLeft : -4}px)`;
  }

  dispose(): void {
    this.#frozen.remove();
    this.#scrolled.remove();
  }

  #placeHandle(rect: Rect): void {
    const corner = this.#pieces(rect, "").at(-1);
    if (corner === undefined) return;
    this.#handle.style.left = `${corner.left + corner.width}px`;
    this.#handle.style.top = `${corner.top + corner.height}px`;
    (corner.frozen ? this.#frozen : this.#scrolled).append(this.#handle);
  }

  /** A block in the frozen columns, in the scrolled ones, or in both. */
  #pieces(rect: Rect, className: string): readonly Piece[] {
    const first = this.#geometry.rowBox(rect.top);
    const last = this.#geometry.rowBox(rect.bottom);
    const rows = { top: first.top, height: last.top + last.height - first.top };
    const boxes = range(rect.left, rect.right)
      .map((column) => this.#geometry.columnBox(column))
      .filter((box) => box !== null);
    const parts = [boxes.filter(({ frozen }) => frozen), boxes.filter(({ frozen }) => !frozen)];
    const both = parts.every((part) => part.length > 0);
    return parts.flatMap((part) => {
      const across = spanOf(part);
      if (across === null) return [];
      const { frozen } = across;
      return [{ className, ...rows, ...across, openLeft: both && !frozen, openRight: both && frozen }];
    });
  }
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
  frame.classList.toggle("open-left", piece.openLeft);
  frame.classList.toggle("open-right", piece.openRight);
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
