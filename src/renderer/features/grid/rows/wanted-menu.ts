import { columnId, type GridColumn } from "../grid-columns.ts";
import type { MenuTarget } from "./grid-menu.ts";

/** A menu that was asked for, and where in the window, in px. */
export interface WantedMenu {
  readonly target: MenuTarget;
  readonly at: { readonly x: number; readonly y: number };
}

/** The menu that a press of the second button or of the menu key asks for; `null` where it is not the table's. */
export function wantedMenu(event: MouseEvent, columns: readonly GridColumn[]): WantedMenu | null {
  if (!(event.target instanceof Element)) return null;
  const input = event.target.closest<HTMLElement>(".cell-input");
  if (input !== null) {
    // While a cell is being typed into, the menu is the text field's own.
    if (input.dataset["mode"] !== "ready") return null;
    const { left, bottom } = input.getBoundingClientRect();
    return { target: { kind: "cell" }, at: { x: left, y: bottom } };
  }
  const at = { x: event.clientX, y: event.clientY };
  const id = event.target.closest("[col-id]")?.getAttribute("col-id") ?? null;
  const column = columns.find((each) => columnId(each) === id);
  if (column === undefined) return null;
  if (event.target.closest(".ag-header-cell") !== null)
    return column.kind === "number" ? null : { target: { kind: "header", column }, at };
  return { target: { kind: column.kind === "number" ? "row" : "cell" }, at };
}
