import type { CellPlace } from "./cell-move.ts";
import type { SheetGeometry, SheetTarget } from "./sheet-geometry.ts";

/** Keys held while the pointer is pressed. */
export interface HeldKeys {
  readonly shift: boolean;
  readonly ctrl: boolean;
}

/** What the pointer does to a sheet. */
export interface SheetPointerHost {
  /** A press with the main button; what is dragged after it comes by `drag` until `release`. */
  press(target: SheetTarget, held: HeldKeys): void;
  /** The pointer has been dragged over another cell. */
  drag(target: SheetTarget, place: CellPlace): void;
  /** The end of a press, dragged or not. */
  release(target: SheetTarget): void;
  /** A press with the second button, before a menu opens. */
  pressSecond(target: SheetTarget): void;
  /** A second click in short order. */
  open(target: SheetTarget): void;
}

/** Px a frame at most while dragging beyond an edge, and px beyond it for each px a frame. */
const EDGE_SPEED = { most: 40, distance: 4 } as const;

/**
 * Follows the pointer over a grid: presses, drags, and scrolling while it is dragged beyond an edge. The grid itself
 * would give the focus to a row and the browser to a cell; the input over the active cell keeps it.
 */
export class SheetPointer {
  readonly #geometry: SheetGeometry;
  readonly #host: SheetPointerHost;
  readonly #listeners = new AbortController();
  #drag: { readonly target: SheetTarget; last: CellPlace | null; x: number; y: number } | null = null;
  #frame = 0;

  constructor(frame: HTMLElement, geometry: SheetGeometry, host: SheetPointerHost) {
    this.#geometry = geometry;
    this.#host = host;
    const { signal } = this.#listeners;
    frame.addEventListener("mousedown", (event) => this.#onPress(event), { signal, capture: true });
    frame.addEventListener("dblclick", (event) => this.#onOpen(event), { signal });
    window.addEventListener("mousemove", (event) => this.#onMove(event), { signal });
    window.addEventListener("mouseup", () => this.#end(), { signal });
    window.addEventListener("blur", () => this.#end(), { signal });
  }

  dispose(): void {
    this.#end();
    this.#listeners.abort();
  }

  #onPress(event: MouseEvent): void {
    const target = event.target === null ? null : this.#geometry.hit(event.target);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.button === 2) this.#host.pressSecond(target);
    if (event.button !== 0) return;
    this.#drag = { target, last: placeOf(target), x: event.clientX, y: event.clientY };
    this.#host.press(target, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey });
  }

  #onOpen(event: MouseEvent): void {
    const target = event.target === null ? null : this.#geometry.hit(event.target);
    if (target !== null) this.#host.open(target);
  }

  #onMove(event: MouseEvent): void {
    const drag = this.#drag;
    if (drag === null) return;
    if (event.buttons === 0) {
      this.#end();
      return;
    }
    drag.x = event.clientX;
    drag.y = event.clientY;
    this.#follow();
    if (this.#frame === 0 && this.#beyond() !== null)
      this.#frame = requestAnimationFrame(() => this.#scroll());
  }

  #follow(): void {
    const drag = this.#drag;
    if (drag === null) return;
    const { left, right, top, bottom } = this.#edges(drag.target);
    const x = Math.min(Math.max(drag.x, left), right - 1);
    const y = Math.min(Math.max(drag.y, top), bottom - 1);
    const place = this.#geometry.placeAt(x, y);
    if (place === null || (place.row === drag.last?.row && place.column === drag.last.column)) return;
    drag.last = place;
    this.#host.drag(drag.target, place);
  }

  #scroll(): void {
    this.#frame = 0;
    const beyond = this.#beyond();
    if (beyond === null) return;
    this.#geometry.scrollBy(beyond.dx, beyond.dy);
    this.#follow();
    this.#frame = requestAnimationFrame(() => this.#scroll());
  }

  /** How far to scroll in a frame; `null` while the pointer is over cells. Headers scroll along their own axis only. */
  #beyond(): { readonly dx: number; readonly dy: number } | null {
    if (this.#drag === null) return null;
    const { target, x, y } = this.#drag;
    const { left, right, top, bottom } = this.#edges(target);
    const dx = target.kind === "row" ? 0 : speed(x, left, right);
    const dy = target.kind === "column" ? 0 : speed(y, top, bottom);
    return dx === 0 && dy === 0 ? null : { dx, dy };
  }

  /** Where cells are seen. A drag among scrolled rows or columns scrolls them back before it reaches the frozen ones. */
  #edges(target: SheetTarget): { left: number; right: number; top: number; bottom: number } {
    const { sight, frozenWidth, frozenHeight, scrollLeft, scrollTop } = this.#geometry;
    const { right, bottom } = sight;
    const column =
      target.kind === "cell" ? target.place.column : target.kind === "column" ? target.column : 0;
    const begunFrozen = this.#geometry.columnBox(column)?.frozen ?? true;
    const row = target.kind === "cell" ? target.place.row : target.kind === "row" ? target.row : 0;
    const begunHigh = this.#geometry.rowBox(row).frozen;
    return {
      left: sight.left + (begunFrozen || scrollLeft === 0 ? 0 : frozenWidth),
      top: sight.top + (begunHigh || scrollTop === 0 ? 0 : frozenHeight),
      ...{ right, bottom },
    };
  }

  #end(): void {
    const drag = this.#drag;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#drag = null;
    if (drag !== null) this.#host.release(drag.target);
  }
}

function speed(at: number, low: number, high: number): number {
  const beyond = at < low ? at - low : at > high ? at - high : 0;
  const px = Math.ceil(Math.abs(beyond) / EDGE_SPEED.distance);
  return Math.sign(beyond) * Math.min(px, EDGE_SPEED.most);
}

function placeOf(target: SheetTarget): CellPlace | null {
  return target.kind === "cell" ? target.place : null;
}
