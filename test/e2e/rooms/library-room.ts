import type { Locator, Page } from "playwright-core";
import { DraftingRoom } from "./drafting-room.ts";

/** The room 规划库 as a planner sees it. */
export class LibraryRoom {
  readonly page: Page;
  readonly main: Locator;
  readonly plans: Locator;
  readonly search: Locator;
  readonly selected: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main", { name: "规划库" });
    this.plans = this.main.getByRole("grid", { name: "规划" }).locator("tbody").getByRole("row");
    this.search = this.main.getByRole("searchbox", { name: "检索规划、指标" });
    this.selected = this.main.getByRole("region", { name: "所选规划" });
  }

  /** Goes to the room by the main navigation and waits until its plans are there. */
  async show(): Promise<void> {
    await this.page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "规划库" }).click();
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.plans.first().waitFor();
  }

  plan(title: string): Locator {
    return this.plans.filter({ hasText: title });
  }

  titles(): Promise<string[]> {
    return this.plans.locator("b").allInnerTexts();
  }

  async open(title: string): Promise<void> {
    await this.plan(title).dblclick();
    await this.page.getByRole("main", { name: "指标" }).waitFor();
  }

  /** Makes the draft of the following period with all that is proposed and its targets left blank; it opens. */
  async startNextPlan(predecessor: string): Promise<void> {
    await this.plan(predecessor).click();
    await this.main.getByRole("button", { name: "编制下一期规划" }).click();
    await new DraftingRoom(this.page).makeAtOnce();
  }
}
