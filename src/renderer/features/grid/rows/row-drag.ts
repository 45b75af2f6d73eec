import "./row-drag.css";
import { indicatorId } from "#core/plan/ids.ts";
import type { RowDrop } from "./move-rows.ts";
import { GRIP_CLASS } from "./row-number-renderer.ts";

/** Distance in px from the edge of the rows within which a drag scrolls, and px a frame. */
const EDGE = { distance: 24, step: 10 } as const;

/**
 * Dragging of rows by their handles: a line shows where they would come to stand; Esc and letting go outside of the rows leave
 * everything as it was.
 */
export class RowDrag {
  readonly #frame: HTMLElement;
  readonly #onDrop: (row: string, drop: RowDrop) => void;
  readonly #line = document.createElement("div");
  readonly #listeners = new AbortController();
  #dragged: string | null = null;
  #drop: RowDrop | null = null;
  #at = { x: 0, y: 0 };
  #scrolling = 0;

  constructor(frame: HTMLElement, onDrop: (row: string, drop: RowDrop) => void) {
    this.#frame = frame;
    this.#onDrop = onDrop;
    this.#line.className = "row-drop-line";
    this.#line.setAttribute("aria-hidden", "true");
    const { signal } = this.#listeners;
    frame.addEventListener("mousedown", (event) => this.#begin(event), { signal });
    window.addEventListener("mousemove", (event) => this.#move(event), { signal });
    window.addEventListener("mouseup", () => this.#end(true), { signal });
    window.addEventListener("blur", () => this.#end(false), { signal });
    window.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape" || this.#dragged === null) return;
        event.stopPropagation();
        this.#end(false);
      },
      { signal, capture: true },
    );
  }

  dispose(): void {
    this.#end(false);
    this.#listeners.abort();
  }

  #begin(event: MouseEvent): void {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    if (event.target.closest(`.${GRIP_CLASS}`) === null) return;
    // The input over the active cell keeps the focus.
    event.preventDefault();
    this.#dragged = rowOf(event.target)?.getAttribute("row-id") ?? null;
    this.#frame.classList.toggle("row-dragging", this.#dragged !== null);
  }

  #move(event: MouseEvent): void {
    if (this.#dragged === null) return;
    this.#at = { x: event.clientX, y: event.clientY };
    this.#follow();
    if (this.#scrolling === 0 && this.#edgeStep() !== 0) this.#scroll();
  }

  #follow(): void {
    const row = this.#rowUnderPointer();
    const box = row?.getBoundingClientRect();
    const id = row?.getAttribute("row-id") ?? null;
    if (box === undefined || id === null) {
      this.#drop = null;
      this.#line.remove();
      return;
    }
    const after = this.#at.y > box.top + box.height / 2;
    this.#drop = { row: indicatorId(id), side: after ? "after" : "before" };
    this.#line.style.top = `${(after ? box.bottom : box.top) - this.#frame.getBoundingClientRect().top}px`;
    this.#frame.append(this.#line);
  }

  /** The row at the height of the pointer, wherever it is sideways. */
  #rowUnderPointer(): Element | null {
    const { left, right } = this.#frame.getBoundingClientRect();
    const x = Math.min(Math.max(this.#at.x, left + 4), right - 16);
    const hit = document.elementsFromPoint(x, this.#at.y).find((element) => rowOf(element) !== null);
    return hit === undefined ? null : rowOf(hit);
  }

  #edgeStep(): number {
    const box = this.#viewport()?.getBoundingClientRect();
    if (box === undefined || this.#dragged === null) return 0;
    if (this.#at.y < box.top + EDGE.distance) return -EDGE.step;
    return this.#at.y > box.bottom - EDGE.distance ? EDGE.step : 0;
  }

  #scroll(): void {
    const step = this.#edgeStep();
    this.#scrolling = 0;
    if (step === 0) return;
    this.#viewport()?.scrollBy(0, step);
    this.#follow();
    this.#scrolling = requestAnimationFrame(() => this.#scroll());
  }

  #viewport(): Element | null {
    return this.#frame.querySelector(".ag-grid-viewport");
  }

  #end(dropped: boolean): void {
    const [dragged, drop] = [this.#dragged, this.#drop];
    this.#dragged = null;
    this.#drop = null;
    cancelAnimationFrame(this.#scrolling);
    this.#scrolling = 0;
    this.#line.remove();
    this.#frame.classList.remove("row-dragging");
    if (dropped && dragged !== null && drop !== null) this.#onDrop(dragged, drop);
  }
}

function rowOf(element: Element): Element | null {
  return element.closest(".ag-row");
}
