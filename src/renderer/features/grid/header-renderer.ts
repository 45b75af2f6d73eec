import type { IHeaderComp, IHeaderParams } from "ag-grid-community";
import type { GridContext, MarkedHeader } from "./grid-context.ts";
import type { GridRow } from "./row-order.ts";

interface HeaderLines {
  readonly title: string;
  /** Without it the title is for screen readers only: the column is too narrow for a word. */
  readonly titled: boolean;
  readonly role: string | null;
  /** Whether rows are sorted by the column. */
  readonly sorted: "ascending" | "descending" | null;
  /** What says that rows are filtered by the column; `null` where they are not. */
  readonly filtered: string | null;
  readonly context: GridContext;
}

type Params = IHeaderParams<GridRow, GridContext> & HeaderLines;

/** A header of two lines, year and role, that is tinted while its column holds the active cell. */
export class HeaderRenderer implements IHeaderComp, MarkedHeader {
  readonly #root = document.createElement("div");
  #column: string | null = null;
  #context: GridContext | null = null;
  #cell: HTMLElement | null = null;

  init(params: Params): void {
    this.#root.className = "header-lines";
    this.#column = params.column.getColId();
    this.#context = params.context;
    this.#cell = params.eGridHeader;
    this.refresh(params);
    this.#context.addHeader(this.#column, this);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: Params): boolean {
    const title = document.createElement("span");
    title.textContent = params.title;
    if (!params.titled) title.className = "visually-hidden";
    const role = document.createElement("small");
    role.textContent = params.role ?? "";
    this.#root.replaceChildren(title, ...(params.role === null ? [] : [role]), ...marks(params));
    if (params.sorted === null) this.#cell?.removeAttribute("aria-sort");
    else this.#cell?.setAttribute("aria-sort", params.sorted);
    return true;
  }

  mark(active: boolean): void {
    this.#cell?.classList.toggle("active-column", active);
  }

  destroy(): void {
    if (this.#column !== null) this.#context?.removeHeader(this.#column, this);
  }
}

function marks({ sorted, filtered }: HeaderLines): readonly HTMLElement[] {
  const made: HTMLElement[] = [];
  if (sorted !== null) {
    const arrow = document.createElement("span");
    arrow.className = `header-mark ${sorted}`;
    arrow.setAttribute("aria-hidden", "true");
    made.push(arrow);
  }
  if (filtered !== null) {
    const funnel = document.createElement("span");
    funnel.className = "header-mark funnel";
    funnel.setAttribute("role", "img");
    funnel.setAttribute("aria-label", filtered);
    made.push(funnel);
  }
  return made;
}
