import type { Locator, Page } from "playwright-core";

/** The room 历史, worked by the keyboard. */
export class HistoryRoom {
  readonly page: Page;
  readonly main: Locator;
  readonly timeline: Locator;
  readonly changes: Locator;
  readonly notice: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main", { name: "历史" });
    this.timeline = this.main.getByRole("navigation", { name: "修改记录" });
    this.changes = this.main.getByRole("region", { name: "修改内容" });
    this.notice = this.main.locator(".room-notice");
  }

  async show(): Promise<void> {
    await this.page.keyboard.press("Control+9");
    await this.timeline.getByRole("button").first().waitFor();
  }

  /** The lines of the timeline, the newest first, without time and author. */
  lines(): Promise<string[]> {
    return this.timeline.locator(".timeline-item .what").allInnerTexts();
  }

  async choose(line: string): Promise<void> {
    await this.timeline.getByRole("button", { name: line }).first().press("Enter");
  }

  /** Names the present state with the button in the toolbar. */
  async name(name: string): Promise<void> {
    await this.main.getByRole("button", { name: "命名版本…" }).press("Enter");
    const dialog = this.page.getByRole("dialog", { name: "命名版本" });
    await dialog.getByRole("textbox", { name: "版本名称" }).fill(name);
    await this.page.keyboard.press("Enter");
    await this.timeline.getByRole("button", { name: `版本“${name}”` }).waitFor();
  }

  /** Sets one end of the comparison under way. */
  async setEnd(end: "from" | "to", point: string): Promise<void> {
    const menu = this.changes
      .locator("header")
      .getByRole("button")
      .nth(end === "from" ? 0 : 1);
    await menu.press("Enter");
    const item = this.page
      .getByRole("menu", { name: "选择比较的一端" })
      .getByRole("menuitemradio", { name: point, exact: true });
    await item.press("Enter");
  }

  /** The changes as shown, each with the indicator that it is below. */
  async shown(): Promise<string[]> {
    await this.changes.locator("[aria-busy=false]").waitFor();
    const groups = await this.changes.locator(".change-list > li").all();
    const texts: string[] = [];
    for (const group of groups) {
      const name = await group.getByRole("heading").innerText();
      for (const sentence of await group.locator("ul > li").allInnerTexts())
        texts.push(`${name}：${sentence}`);
    }
    return texts;
  }
}
