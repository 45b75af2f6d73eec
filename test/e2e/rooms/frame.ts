import type { Locator, Page } from "playwright-core";

/** What surrounds the rooms: title bar, menus and navigation. */
export class Frame {
  readonly page: Page;
  readonly title: Locator;
  readonly saved: Locator;

  constructor(page: Page) {
    this.page = page;
    this.title = page.getByRole("banner");
    this.saved = this.title.getByRole("status");
  }

  /** Waits until both copies of the last edit are written. */
  async waitUntilSaved(): Promise<void> {
    await this.saved.filter({ hasText: /^已保存(?: ·|$)/u }).waitFor();
  }

  /** Chooses a command of the menu bar. */
  async choose(menu: string, command: string): Promise<void> {
    await this.page.getByRole("menubar", { name: "菜单" }).getByRole("menuitem", { name: menu }).click();
    await this.page.getByRole("menu", { name: menu }).getByText(command, { exact: true }).click();
  }
}
