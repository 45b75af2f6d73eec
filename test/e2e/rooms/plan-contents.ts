import type { Locator, Page } from "playwright-core";

/** The pane beside the grid: 大纲, 表述, 任务, 条款. */
export class PlanContents {
  readonly page: Page;
  readonly pane: Locator;
  readonly statements: Locator;
  readonly clauses: Locator;
  readonly tasks: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pane = page.getByRole("region", { name: "规划内容" });
    this.statements = this.pane.getByRole("listbox", { name: "原文表述" });
    this.clauses = this.pane.getByRole("listbox", { name: "实施条款" });
    this.tasks = this.pane.getByRole("tree", { name: "任务与项目" });
  }

  /** Opens the pane at a tab, from its strip where it is folded. */
  async open(tab: "大纲" | "表述" | "任务" | "条款"): Promise<void> {
    const folded = this.page.getByRole("button", { name: `展开${tab}` });
    if (await folded.isVisible()) await folded.click();
    else await this.pane.getByRole("tab", { name: tab }).click();
    await this.pane.getByRole("tab", { name: tab, selected: true }).waitFor();
  }

  async fold(): Promise<void> {
    await this.pane.getByRole("button", { name: "收起侧栏" }).click();
    await this.pane.waitFor({ state: "detached" });
  }

  async filter(name: "全部" | "目标" | "实绩" | "金额" | "不一致"): Promise<void> {
    await this.#choice(name).click();
  }

  /** How many statements a filter says that it shows. */
  async count(name: "全部" | "目标" | "实绩" | "金额" | "不一致"): Promise<number> {
    return Number(/\d+$/u.exec(await this.#choice(name).innerText())?.[0]);
  }

  async search(text: string): Promise<void> {
    await this.pane.getByRole("searchbox", { name: "查找表述" }).fill(text);
  }

  /** The statements that are listed, each on one line. */
  async listed(): Promise<readonly string[]> {
    const texts = await this.statements.getByRole("option").allInnerTexts();
    return texts.map((text) => text.replace(/\s+/gu, " ").trim());
  }

  #choice(name: string): Locator {
    return this.pane.getByRole("radiogroup", { name: "筛选表述" }).locator("label", { hasText: name });
  }
}
