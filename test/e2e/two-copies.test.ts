import { cp, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const [OLD, NEW] = ["恩平市科学技术发展“十四五”规划", "台山市科技创新“十四五”规划"] as const;
const TARGET = "2025 目标表述";

let machine: string;
let workbench: Workbench | null = null;
beforeEach(async () => {
  machine = await freshMachine();
});
afterEach(async () => {
  await workbench?.close();
  await removeMachine(machine);
});

async function start(): Promise<Page> {
  await workbench?.close();
  workbench = await startWorkbench({ machine });
  await new LibraryRoom(workbench.page).ready();
  return workbench.page;
}

async function stop(): Promise<void> {
  await workbench?.close();
  workbench = null;
}

const inData = (...path: string[]) => join(machine, "data", ...path);

/** Puts what the program has kept until now out of the way, as on another computer, or exchanges the browser's databases alone. */
async function change(from: readonly string[], to: string): Promise<void> {
  await stop();
  for (const folder of from) await rename(inData(folder), inData(`${folder}-${to}`));
}

const asked = (page: Page) => page.getByRole("status").filter({ hasText: "另一份工作数据" });

/** Takes in the one plan that is not here; `worked` are the titles of all that the other copy worked on. */
async function takeIn(page: Page, title: string, worked: string): Promise<void> {
  await asked(page).getByText(`涉及的规划：${worked}。`).waitFor();
  await asked(page).getByRole("button", { name: "查看并合并" }).click();
  const dialog = page.getByRole("dialog", { name: "并入另一份工作数据" });
  await dialog.getByText(title).waitFor();
  expect(await dialog.getByRole("listitem").count()).toBe(1);
  await dialog.getByRole("button", { name: "并入 1 部规划" }).click();
  await page.getByText("已并入 1 部规划。").waitFor();
  await new Frame(page).waitUntilSaved();
}

async function drafts(page: Page): Promise<readonly string[]> {
  const titles = await new LibraryRoom(page).titles();
  return [OLD, NEW].filter((title) => titles.includes(title));
}

test("work of two copies in one data folder comes together in both, and then nobody is asked any more", async () => {
  const old = await start();
  await new LibraryRoom(old).startNextPlan("恩平市科学技术发展“十三五”规划");
  const indicators = new IndicatorRoom(old);
  await indicators.ready();
  await indicators.type("高新技术企业", TARGET, "达到100家");
  await new Frame(old).waitUntilSaved();
  await change(["journal", "chromium-profile"], "old");

  // On the new computer the planner began before the folder of the old one came.
  const fresh = await start();
  await new LibraryRoom(fresh).startNextPlan("台山市科技创新“十三五”规划");
  await new IndicatorRoom(fresh).ready();
  await new Frame(fresh).waitUntilSaved();
  await stop();
  await cp(inData("journal-old"), inData("journal"), { recursive: true });

  const both = await start();
  await takeIn(both, OLD, `《${OLD}》`);
  expect(await drafts(both)).toEqual([OLD, NEW]);
  const again = await start();
  expect(await drafts(again)).toEqual([OLD, NEW]);
  expect(await asked(again).count()).toBe(0);

  await change(["chromium-profile"], "new");
  await rename(inData("chromium-profile-old"), inData("chromium-profile"));
  const former = await start();
  await takeIn(former, NEW, `《${NEW}》、《${OLD}》`);
  expect(await drafts(former)).toEqual([OLD, NEW]);

  await change(["chromium-profile"], "old");
  await rename(inData("chromium-profile-new"), inData("chromium-profile"));
  const last = await start();
  await asked(last)
    .getByText(/又有 1 条修改/u)
    .waitFor();
  await asked(last).getByRole("button", { name: "查看并合并" }).click();
  await last.getByText("另一份工作数据的内容这里都有，无需合并。").waitFor();
  await new LibraryRoom(last).open(OLD);
  const there = new IndicatorRoom(last);
  await there.ready();
  expect(await there.text("高新技术企业", TARGET)).toBe("达到100家");
  expect(workbench?.pageErrors).toEqual([]);
}, 300_000);
