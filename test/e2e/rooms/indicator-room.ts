import type { Locator, Page } from "playwright-core";

/** The room 指标: cells are named by their indicator and their column, as the cell bar names them (2025 目标表述). */
export class IndicatorRoom {
  readonly page: Page;
  readonly main: Locator;
  readonly grid: Locator;
  readonly reason: Locator;
  readonly note: Locator;
  /** The panel 依据. */
  readonly evidence: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main", { name: "指标" });
    this.grid = this.main.getByRole("grid");
    this.reason = this.main.getByRole("alert");
    this.note = this.main.locator(".cell-bar").getByRole("status");
    this.evidence = this.main.getByRole("region", { name: "依据" });
  }

  async show(): Promise<void> {
    await this.page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "指标" }).click();
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.grid.getByRole("rowheader").first().waitFor();
  }

  async cell(indicator: string, column: string): Promise<Locator> {
    const row = await this.#rowId(indicator);
    const id = await this.#columnId(column);
    return this.grid.locator(`[row-id="${row}"] [col-id="${id}"]`);
  }

  async text(indicator: string, column: string): Promise<string> {
    return (await (await this.cell(indicator, column)).innerText()).replace(/\s+/gu, " ").trim();
  }

  async isMarked(indicator: string, column: string): Promise<boolean> {
    const cell = await this.cell(indicator, column);
    return (await cell.locator(".cell-mark.error").count()) === 1;
  }

  /** What the marks of a cell say, in their order. */
  async marks(indicator: string, column: string): Promise<readonly string[]> {
    const marks = (await this.cell(indicator, column)).getByRole("img");
    return marks.evaluateAll((found) => found.map((mark) => mark.getAttribute("aria-label") ?? ""));
  }

  async choose(indicator: string, column: string): Promise<void> {
    await (await this.cell(indicator, column)).click();
  }

  /** Types over a cell by the keyboard and confirms with Enter. */
  async type(indicator: string, column: string, text: string): Promise<void> {
    await this.choose(indicator, column);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  /** Presses on one cell, drags to another and lets go. */
  async drag(from: readonly [string, string], to: readonly [string, string]): Promise<void> {
    const [start, end] = [await this.#middle(...from), await this.#middle(...to)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Drags the handle of what is selected to a cell. */
  async fill(to: readonly [string, string]): Promise<void> {
    const handle = await this.grid.locator(".sheet-handle").boundingBox();
    const end = await this.#middle(...to);
    if (handle === null) throw new Error("Nothing is selected that could be filled");
    await this.page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Selects a block by its corners: a click, and a click with Shift. */
  async select(from: readonly [string, string], to: readonly [string, string]): Promise<void> {
    await this.choose(...from);
    await (await this.cell(...to)).click({ modifiers: ["Shift"] });
  }

  /** What the status bar says of the selected cells. */
  async figures(): Promise<string> {
    const figures = this.page.getByRole("group", { name: "所选单元格" });
    return (await figures.innerText()).replace(/\s+/gu, " ").trim();
  }

  /** Pastes what another program has put on the clipboard into the cell that has the focus. */
  async paste(clipboard: { readonly html?: string; readonly text: string }): Promise<void> {
    await this.page.evaluate(({ html, text }) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      if (html !== undefined) data.setData("text/html", html);
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, clipboard);
  }

  /** What a copy (or a cut) gives to other programs. */
  async taken(how: "copy" | "cut"): Promise<{ readonly html: string; readonly text: string }> {
    return this.page.evaluate((type) => {
      const data = new DataTransfer();
      const event = new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      return { html: data.getData("text/html"), text: data.getData("text/plain") };
    }, how);
  }

  /** The texts of a block, row by row. */
  async texts(
    indicators: readonly string[],
    columns: readonly string[],
  ): Promise<readonly (readonly string[])[]> {
    const rows: string[][] = [];
    for (const indicator of indicators) {
      const row: string[] = [];
      for (const column of columns) row.push(await this.text(indicator, column));
      rows.push(row);
    }
    return rows;
  }

  async #middle(indicator: string, column: string): Promise<{ readonly x: number; readonly y: number }> {
    const box = await (await this.cell(indicator, column)).boundingBox();
    if (box === null) throw new Error(`The cell ${indicator} · ${column} is not in sight`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** The names of the rows that are drawn, from above. */
  async names(): Promise<readonly string[]> {
    const rows = await this.grid.getByRole("rowheader").evaluateAll((cells) =>
      cells.map((cell) => ({
        at: Number(cell.closest("[row-index]")?.getAttribute("row-index") ?? 0),
        name: cell.textContent.trim(),
      })),
    );
    return rows.sort((a, b) => a.at - b.at).map(({ name }) => name);
  }

  /** The names of the columns that are drawn: title and role. */
  async headers(): Promise<readonly string[]> {
    const texts = await this.grid
      .locator(".header-lines")
      .evaluateAll((heads) =>
        heads.map((head) => [...head.children].map((line) => line.textContent.trim()).join(" ")),
      );
    return texts.map((text) => text.trim());
  }

  /** What a screen reader says of the active cell. */
  async active(): Promise<string> {
    return (await this.main.locator(".cell-input").getAttribute("aria-label")) ?? "";
  }

  async openHeaderMenu(column: string): Promise<void> {
    const id = await this.#columnId(column);
    await this.grid.locator(`.ag-header-cell[col-id="${id}"]`).click({ button: "right" });
    await this.page.getByRole("menu", { name: "列菜单" }).waitFor();
  }

  async #rowId(indicator: string): Promise<string> {
    const name = this.grid.getByRole("rowheader", { name: indicator, exact: true });
    const id = await name.evaluate((cell) => cell.closest("[row-id]")?.getAttribute("row-id"));
    if (typeof id !== "string") throw new Error(`There is no row ${indicator}`);
    return id;
  }

  async #columnId(column: string): Promise<string> {
    let header = this.grid.getByRole("columnheader");
    for (const part of column.split(" ")) header = header.filter({ hasText: part });
    const id = await header.first().getAttribute("col-id");
    if (id === null) throw new Error(`There is no column ${column}`);
    return id;
  }
}
