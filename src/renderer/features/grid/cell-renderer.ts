import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import { MARK_DRAWINGS } from "./cell-marks.ts";
import type { CellMark, PrintedCell } from "./printed-cell.ts";
import type { GridRow } from "./row-order.ts";

type Params = ICellRendererParams<GridRow, PrintedCell>;

const SVG = "http://www.w3.org/2000/svg";
const MARKS = {
  warn: ["M8 2l6.5 11.5h-13z", "M8 6.3v3.4M8 11.2v.7"],
  error: ["M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z", "M8 4.8v4M8 10.7v.8"],
} as const;

/** Draws a printed cell with plain elements: thousands of cells pass by while scrolling. */
export class CellRenderer implements ICellRendererComp<GridRow> {
  readonly #root = document.createElement("span");

  init(params: Params): void {
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: Params): boolean {
    const cell = params.value;
    if (cell === null || cell === undefined) return false;
    this.#root.className = "cell-content";
    this.#root.replaceChildren(...contents(cell));
    if (cell.tip === null) params.eGridCell.removeAttribute("title");
    else params.eGridCell.title = cell.tip;
    return true;
  }
}

function contents(cell: PrintedCell): readonly Node[] {
  if (cell.dot !== null) return [dot(cell)];
  const parts: Node[] = cell.marks.map(valueMark);
  if (cell.tone === "warn") parts.push(mark("warn"));
  parts.push(element("span", `cell-text ${cell.tone}`, cell.text));
  if (cell.boxed !== null) parts.push(element("span", "cell-boxed", cell.boxed));
  if (cell.second !== null) parts.push(element("span", "cell-second", cell.second));
  if (cell.tone === "error") parts.push(mark("error"));
  if (cell.note !== undefined) parts.push(corner(cell.note));
  return parts;
}

function corner(note: string): HTMLElement {
  const span = element("span", "note-corner", "");
  span.setAttribute("role", "img");
  span.setAttribute("aria-label", note);
  return span;
}

function dot(cell: PrintedCell): HTMLElement {
  const span = element("span", `evidence-dot ${cell.dot ?? "none"}`, "");
  span.setAttribute("role", "img");
  span.setAttribute("aria-label", cell.text);
  span.title = cell.text;
  return span;
}

function element(name: "span", className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function mark(kind: keyof typeof MARKS): SVGElement {
  const svg = drawing(MARKS[kind], 14);
  svg.setAttribute("class", `icon cell-mark ${kind}`);
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

// What is told by italic digits alone still needs a name.
function valueMark({ kind, label }: CellMark): Element {
  const drawn = kind === "estimated" ? document.createElement("span") : drawing(MARK_DRAWINGS[kind], 10);
  drawn.setAttribute("class", `value-mark ${kind}`);
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", label);
  return drawn;
}

function drawing(lines: readonly string[], side: number): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("width", String(side));
  svg.setAttribute("height", String(side));
  for (const line of lines) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", line);
    svg.append(path);
  }
  return svg;
}
