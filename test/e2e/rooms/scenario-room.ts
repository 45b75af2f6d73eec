import type { Locator, Page } from "playwright-core";

/** What an export asks for, in the words of its dialog. */
export interface ExportWish {
  readonly kind: "PNG" | "SVG";
  readonly size: "整栏" | "半栏" | "幻灯片";
}

/** The room 情景: a series under its scenarios, its chart and what is said about it. */
export class ScenarioRoom {
  readonly page: Page;
  readonly main: Locator;
  readonly indicator: Locator;
  readonly chart: Locator;
  readonly paths: Locator;
  /** The number that moves the series in the chosen scenario, where there is only one. */
  readonly knob: Locator;
  readonly findings: Locator;
  readonly notice: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main", { name: "情景" });
    this.indicator = this.main.getByRole("combobox", { name: "指标" });
    this.chart = this.main.getByRole("img");
    this.paths = this.main.getByRole("region", { name: "逐年数值" });
    this.findings = this.main.getByRole("region", { name: "结论与概率" });
    this.knob = this.findings.getByRole("spinbutton");
    this.notice = this.main.locator(".answers-notice");
  }

  async show(): Promise<void> {
    await this.page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "情景" }).click();
    await this.main.waitFor();
  }

  /** Waits until the chart is drawn. */
  async ready(): Promise<void> {
    await this.chart.locator("text").first().waitFor();
  }

  async chooseIndicator(name: string): Promise<void> {
    await this.indicator.selectOption({ label: name });
    await this.ready();
  }

  /** The projected numbers of a scenario, year by year. */
  async pathOf(scenario: string): Promise<readonly string[]> {
    const row = this.paths
      .getByRole("row")
      .filter({ has: this.page.getByRole("rowheader", { name: scenario }) });
    return (await row.getByRole("cell").allInnerTexts()).filter((text) => text.trim() !== "");
  }

  /** What is said about the chosen scenario, with plain blanks. */
  async said(): Promise<string> {
    return (await this.findings.innerText()).replaceAll("\u00a0", " ");
  }

  /** Asks for an export and waits until the dialog has gone. */
  async tryExport({ kind, size }: ExportWish): Promise<void> {
    await this.main.getByRole("button", { name: "导出图" }).click();
    const dialog = this.page.getByRole("dialog", { name: "导出图" });
    await dialog.getByRole("radio", { name: kind === "PNG" ? "PNG 图片，300 dpi" : kind }).check();
    await dialog.getByRole("radio", { name: size }).check();
    await dialog.getByRole("button", { name: "导出", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
  }

  /** Exports the chart and gives the name of the file as the notice says it. */
  async exportChart(wish: ExportWish): Promise<string> {
    await this.tryExport(wish);
    const said = await this.notice.getByText(/已导出 .+/u).innerText();
    return said.replace(/^已导出 /u, "");
  }
}
