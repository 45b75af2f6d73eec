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
