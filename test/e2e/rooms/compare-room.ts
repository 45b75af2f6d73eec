import type { Locator, Page } from "playwright-core";

/** The room 对照: one concept over all plans. Cells are named by their plan and year. */
export class CompareRoom {
  readonly page: Page;
  readonly main: Locator;
  readonly search: Locator;
  readonly concepts: Locator;
  readonly heading: Locator;
  readonly remarks: Locator;
  readonly grid: Locator;
  readonly chart: Locator;
  readonly notice: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main", { name: "对照" });
    this.search = this.main.getByRole("searchbox", { name: "检索概念、指标" });
    this.concepts = this.main.getByRole("listbox", { name: "指标概念" });
    this.heading = this.main.getByRole("heading", { level: 2 });
    this.remarks = this.main.getByRole("list", { name: "对照须知" });
    this.grid = this.main.getByRole("grid");
    this.chart = this.main.getByRole("img").first();
    this.notice = this.main.locator(".room-notice");
  }

  /** Goes to the room and, where an open plan is compared in it, on to one concept over all plans. */
  async show(): Promise<void> {
    await this.page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "对照" }).click();
    await this.toConcepts();
  }

  async toConcepts(): Promise<void> {
    await this.main.getByRole("radio", { name: "按概念" }).check({ force: true });
    await this.concepts.waitFor();
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.grid.getByRole("rowheader").first().waitFor();
  }

  /** The rows of a plan in the concept itself, then those in its other calibers. */
  rows(plan: string): Locator {
    return this.grid
      .getByRole("row")
      .filter({ has: this.page.getByRole("rowheader", { name: new RegExp(`^${plan}`, "u") }) });
  }

  async cell(plan: string, year: string): Promise<Locator> {
    const headers = await this.grid.getByRole("columnheader").allInnerTexts();
    const at = headers.map((text) => text.trim()).indexOf(year);
    if (at < 1) throw new Error(`There is no column ${year}`);
    return this.rows(plan)
      .first()
      .getByRole("gridcell")
      .nth(at - 1);
  }

  /** What a cell says, with its role behind it: 1.5 基期. */
  async text(plan: string, year: string): Promise<string> {
    return (await (await this.cell(plan, year)).innerText()).replace(/\s+/gu, " ").trim();
  }
}
