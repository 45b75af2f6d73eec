import type { Page } from "playwright-core";
import { DraftingRoom } from "../e2e/rooms/drafting-room.ts";
import { IndicatorRoom } from "../e2e/rooms/indicator-room.ts";

/** Makes the next plan of Enping with all that is proposed, and waits for its indicators. */
export async function makeDraft(page: Page): Promise<IndicatorRoom> {
  await page.getByRole("main", { name: "规划库" }).waitFor();
  await page.getByText("恩平市科学技术发展“十三五”规划").first().click();
  await page.getByRole("main").getByRole("button", { name: "编制下一期规划" }).first().click();
  await new DraftingRoom(page).makeAtOnce();
  const room = new IndicatorRoom(page);
  await room.ready();
  return room;
}
