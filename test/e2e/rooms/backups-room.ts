import type { Locator, Page } from "playwright-core";
import { Frame } from "./frame.ts";

/** The room 备份与恢复. */
export class BackupsRoom {
  readonly page: Page;
  readonly main: Locator;
  readonly backups: Locator;
  /** The dialog that shows plans from outside beside those that are here. */
  readonly taking: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main", { name: "备份与恢复" });
    this.backups = this.main.getByRole("grid", { name: "备份与恢复" }).locator("tbody").getByRole("row");
    this.taking = page.getByRole("dialog");
  }

  async show(): Promise<void> {
    await new Frame(this.page).choose("文件", "备份与恢复");
    await this.main.waitFor();
  }

  async make(): Promise<void> {
    await this.main.getByRole("button", { name: "立即备份" }).click();
    await this.backups.filter({ hasText: "手动" }).first().waitFor();
  }

  /** Opens the differences of the newest backup made by hand. */
  async openNewest(): Promise<void> {
    await this.backups.filter({ hasText: "手动" }).first().click();
    await this.main.getByRole("button", { name: "查看并恢复…" }).click();
    await this.taking.waitFor();
  }
}
