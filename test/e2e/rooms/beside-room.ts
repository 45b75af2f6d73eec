import type { Locator, Page } from "playwright-core";

/** The view 逐项对照 of the room 对照. Cells are named by their indicator and their column: 目标, 差 and so on of a plan. */
export class BesideRoom {
  readonly page: Page;
  readonly main: Locator;
  readonly chips: Locator;
  readonly grid: Locator;
  readonly panel: Locator;
  readonly notice: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main", { name: "对照" });
    this.chips = this.main.getByRole("list", { name: "参与对照的规划" }).locator(".plan-chip");
    this.grid = this.main.locator(".side-frame");
    this.panel = this.main.getByRole("region", { name: "比较说明" });
    this.notice = this.main.locator(".room-notice");
    this.status = page.getByRole("contentinfo");
  }

  async ready(): Promise<void> {
    await this.grid.getByRole("rowheader").first().waitFor();
  }

  /** Goes back into the table with the keyboard. */
  async enter(): Promise<void> {
    await this.grid.locator(".cell-input").focus();
  }

  /** Takes a choice of one of the room's segments. */
  async choose(name: string | RegExp): Promise<void> {
    await this.main.getByRole("radio", { name }).check({ force: true });
  }

  /** The cell of an indicator in a column by its id (`target--1` is the draft's, `difference-0` the first plan's). */
  async cell(indicator: string, column: string): Promise<Locator> {
    const name = this.grid.getByRole("rowheader", { name: indicator, exact: true });
    const row = await name.evaluate((cell) => cell.closest("[row-id]")?.getAttribute("row-id"));
    if (typeof row !== "string") throw new Error(`There is no row ${indicator}`);
    return this.grid.locator(`[row-id="${row}"] [col-id="${column}"]`);
  }

  /** What a cell prints, with what its mark says before it. */
  async text(indicator: string, column: string): Promise<string> {
    const cell = await this.cell(indicator, column);
    const marks = await cell
      .getByRole("img")
      .evaluateAll((found) => found.map((mark) => mark.getAttribute("aria-label") ?? ""));
    return [...marks, (await cell.innerText()).replace(/\s+/gu, " ").trim()].join(" ").trim();
  }

  /** The cell that the keyboard stands on, as a screen reader names it. */
  async active(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  }
}
