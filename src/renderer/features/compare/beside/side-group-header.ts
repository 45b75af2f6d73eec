import type { IHeaderGroupComp, IHeaderGroupParams } from "ag-grid-community";

/** The heading over a plan's columns or over a year: its name, and a smaller line. */
export interface SideGroupTitle {
  readonly name: string;
  readonly second: string;
}

/** Draws the heading over a group of columns in two lines. */
export class SideGroupHeader implements IHeaderGroupComp {
  readonly #root = document.createElement("div");

  init({ name, second, eGridHeader }: IHeaderGroupParams & SideGroupTitle): void {
    this.#root.className = "side-group-title";
    const title = document.createElement("span");
    title.textContent = name;
    const small = document.createElement("small");
    small.textContent = second;
    this.#root.replaceChildren(title, small);
    eGridHeader.title = second === "" ? name : `${name} ${second}`;
  }

  getGui(): HTMLElement {
    return this.#root;
  }
}
