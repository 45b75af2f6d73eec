import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { PrintedCell } from "../printed-cell.ts";
import type { GridRow } from "../row-order.ts";

/** The class of the handle by which a row is taken. */
export const GRIP_CLASS = "row-grip";

/** The number of a row, and beside it the handle by which it is dragged; the keys do the same, so screen readers skip it. */
export class RowNumberRenderer implements ICellRendererComp<GridRow> {
  readonly #root = document.createElement("span");
  readonly #text = document.createElement("span");

  init(params: ICellRendererParams<GridRow, PrintedCell>): void {
    const grip = document.createElement("button");
    grip.type = "button";
    grip.tabIndex = -1;
    grip.className = GRIP_CLASS;
    grip.setAttribute("aria-hidden", "true");
    this.#root.className = "cell-content";
    this.#text.className = "cell-text muted";
    this.#root.append(grip, this.#text);
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh({ value }: ICellRendererParams<GridRow, PrintedCell>): boolean {
    this.#text.textContent = value?.text ?? "";
    return true;
  }
}
