import type { Locator, Page } from "playwright-core";

/** The room 图表, worked by the keyboard. */
export class ChartsRoom {
  readonly page: Page;
  readonly main: Locator;
  readonly kinds: Locator;
  readonly preview: Locator;
  /** The chart on show. */
  readonly picture: Locator;
  readonly designer: Locator;
  readonly notice: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main", { name: "图表" });
    this.kinds = this.main.getByRole("navigation", { name: "图种" });
    this.preview = this.main.getByRole("region", { name: "预览" });
    // The drawing inside is a picture to the browser, too.
    this.picture = this.preview.getByRole("img").first();
    this.designer = this.main.getByRole("region", { name: "图表设计" });
    this.notice = this.main.locator(".room-notice");
  }

  async show(): Promise<void> {
    await this.page.keyboard.press("Control+5");
    await this.picture.waitFor();
  }

  /** Chooses a kind of chart. */
  async choose(kind: string): Promise<void> {
    await this.kinds.getByRole("button", { name: kind }).press("Enter");
  }

  /** The texts of the chart on show, from its drawing. */
  texts(): Promise<string[]> {
    return this.picture.locator("svg text").allTextContents();
  }

  /** Exports the chart on show; the name of the file. */
  async export(format: string): Promise<string> {
    await this.tryExport(format);
    return this.exported();
  }

  /** Asks for the chart on show as a file. */
  async tryExport(format: string): Promise<void> {
    await this.main.getByRole("button", { name: "导出图", exact: true }).press("Enter");
    const dialog = this.page.getByRole("dialog", { name: "导出图" });
    await dialog.getByRole("radio", { name: format }).check();
    await dialog.getByRole("button", { name: "导出", exact: true }).press("Enter");
  }

  /** Exports several charts as an archive; the name of the file. */
  async exportAll(kinds: readonly string[], scope: string, format?: string): Promise<string> {
    await this.tryExportAll(kinds, scope, format);
    return this.exported();
  }

  /** Asks for several charts as an archive, all kinds where none is named. */
  async tryExportAll(kinds: readonly string[], scope: string, format?: string): Promise<void> {
    await this.main.getByRole("button", { name: "批量导出图" }).press("Enter");
    const dialog = this.page.getByRole("dialog", { name: "批量导出图" });
    for (const box of await dialog.getByRole("checkbox").all()) await box.setChecked(kinds.length === 0);
    for (const kind of kinds) await dialog.getByRole("checkbox", { name: kind }).check();
    await dialog.getByLabel("指标", { exact: true }).selectOption({ label: scope });
    if (format !== undefined) await dialog.getByLabel("格式").selectOption({ label: format });
    await dialog.getByRole("button", { name: /^导出 \d+ 张$/u }).press("Enter");
  }

  /** The name of the file that the notice speaks of, which is then dismissed. */
  private async exported(): Promise<string> {
    const told = await this.notice.getByText(/^已导出 /u).innerText();
    await this.notice.getByRole("button", { name: "关闭" }).press("Enter");
    return told.replace(/^已导出 /u, "");
  }
}
