import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { PrintedSide, SideMark } from "./printed-side.ts";
import type { SideGridRow } from "./side-context.ts";

/** How a mark is drawn in a square of 16, and whether it is filled. */
const DRAWINGS: Readonly<Record<SideMark, { readonly lines: readonly string[]; readonly filled: boolean }>> =
  {
    higher: { lines: ["M8 4.5l5 7H3z"], filled: true },
    lower: { lines: ["M8 11.5l5-7H3z"], filled: true },
    same: { lines: ["M3.5 6h9M3.5 10h9"], filled: false },
    across: { lines: ["M8 1.8l3.6 5H4.4z", "M8 14.2l3.6-5H4.4z"], filled: true },
    block: { lines: ["M8 2.2a5.8 5.8 0 100 11.6A5.8 5.8 0 108 2.2z", "M4 12L12 4"], filled: false },
    warn: { lines: ["M8 2l6.5 11.5h-13z", "M8 6.3v3.4M8 11.2v.7"], filled: false },
    error: {
      lines: ["M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z", "M8 4.8v4M8 10.7v.8"],
      filled: false,
    },
  };

const SVG = "http://www.w3.org/2000/svg";

interface Params extends ICellRendererParams<SideGridRow, PrintedSide> {
  /** What a mark says to a screen reader. */
  readonly markName: (mark: SideMark) => string;
}

/** Draws a printed cell with plain elements: thousands of cells pass by while scrolling. */
export class SideRenderer implements ICellRendererComp<SideGridRow> {
  readonly #root = document.createElement("span");

  init(params: Params): void {
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh({ value, eGridCell, markName }: Params): boolean {
    if (value === null || value === undefined) return false;
    this.#root.className = `side-content ${value.tone}`;
    const parts: Node[] = value.mark === null ? [] : [drawing(value.mark, markName(value.mark))];
    parts.push(span("side-text", value.text));
    if (value.boxed !== null) parts.push(span("side-boxed", value.boxed));
    this.#root.replaceChildren(...parts);
    if (value.tip === null) eGridCell.removeAttribute("title");
    else eGridCell.title = value.tip;
    return true;
  }
}

function span(className: string, text: string): HTMLElement {
  const made = document.createElement("span");
  made.className = className;
  made.textContent = text;
  return made;
}

function drawing(mark: SideMark, name: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon side-mark ${mark}`);
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("width", "12");
  svg.setAttribute("height", "12");
  if (name === "") svg.setAttribute("aria-hidden", "true");
  else {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", name);
  }
  for (const line of DRAWINGS[mark].lines) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", line);
    if (DRAWINGS[mark].filled) path.setAttribute("fill", "currentColor");
    svg.append(path);
  }
  return svg;
}
