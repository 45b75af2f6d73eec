import type { Locator, Page } from "playwright-core";

/** 编制下一期规划: five steps from a plan to the draft of the next one. */
export class DraftingRoom {
  readonly page: Page;
  readonly main: Locator;
  readonly steps: Locator;
  readonly next: Locator;
  readonly make: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main", { name: "编制下一期规划" });
    this.steps = this.main.getByRole("navigation", { name: "编制步骤" });
    this.next = this.main.getByRole("button", { name: "下一步" });
    this.make = this.main.getByRole("button", { name: "建立草案", exact: true }).last();
  }

  /** The page of a step, once it is shown. */
  step(name: "基本信息" | "指标" | "基期" | "目标" | "核对"): Locator {
    return this.main.getByRole("region", { name, exact: true });
  }

  async go(name: "基本信息" | "指标" | "基期" | "目标" | "核对"): Promise<Locator> {
    await this.steps.getByRole("button", { name }).click();
    const step = this.step(name);
    await step.waitFor();
    return step;
  }

  /** The row of an indicator in the table of the step on show. */
  row(indicator: string): Locator {
    const header = this.page.getByRole("rowheader", { name: indicator, exact: true });
    return this.main.getByRole("row").filter({ has: header });
  }

  /** Makes the draft from the first step with all that is proposed; it opens. */
  async makeAtOnce(): Promise<void> {
    await this.main.getByRole("button", { name: "直接建立" }).click();
    await this.opened();
  }

  async opened(): Promise<void> {
    await this.page.getByRole("main", { name: "指标", exact: true }).waitFor();
  }
}
