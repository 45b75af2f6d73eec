import type { Locator, Page } from "playwright-core";

/** The room 报告, worked by the keyboard. */
export class ReportRoom {
  readonly page: Page;
  readonly main: Locator;
  readonly outline: Locator;
  readonly preview: Locator;
  readonly notice: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main", { name: "报告" });
    this.outline = this.main.getByRole("navigation", { name: "大纲" });
    this.preview = this.main.getByRole("region", { name: "页面预览" });
    this.notice = this.main.locator(".room-notice");
  }

  async show(): Promise<void> {
    await this.page.keyboard.press("Control+6");
    await this.outline.getByRole("button").first().waitFor();
  }

  /** The entries of the outline with their pages. */
  entries(): Promise<string[]> {
    return this.outline.getByRole("button").allInnerTexts();
  }

  /** Writes the report with a button of the toolbar and waits for the word that it is done. */
  async export(button: string): Promise<void> {
    await this.main.getByRole("button", { name: button }).press("Enter");
    await this.notice.getByText("已导出").waitFor();
  }

  /** Writes the report with an entry of the menu of other formats, and waits for the word that the file is there. */
  async exportAs(item: string, file: string): Promise<void> {
    await this.tryExportAs(item);
    await this.notice.getByText(`已导出 ${file}`).waitFor();
  }

  /** Asks for the report with an entry of the menu of other formats. */
  async tryExportAs(item: string): Promise<void> {
    await this.main.getByRole("button", { name: "其他格式" }).press("Enter");
    await this.page.getByRole("menuitem", { name: item }).press("Enter");
  }
}
