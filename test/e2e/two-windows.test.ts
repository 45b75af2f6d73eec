import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MADE_UP_CELL, madeUpOriginal, nameMadeUpOriginal } from "./made-up-original.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { SourceRoom } from "./rooms/source-room.ts";
import { freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const ENPING = "恩平市科学技术发展“十三五”规划";
const HIGH_TECH = "国家高新技术企业";
const TARGET = "2025 目标表述";

describe("two windows on the same data", () => {
  let machine: string;
  let workbench: Workbench;
  let first: IndicatorRoom;
  let second: IndicatorRoom;

  beforeAll(async () => {
    machine = await freshMachine();
    workbench = await startWorkbench({ machine });
    const library = new LibraryRoom(workbench.page);
    await library.ready();
    await library.startNextPlan(ENPING);
    first = new IndicatorRoom(workbench.page);
    await first.ready();
    second = new IndicatorRoom(await openSecondWindow(workbench.page));
    const otherLibrary = new LibraryRoom(second.page);
    await otherLibrary.ready();
    await otherLibrary.open("恩平市科学技术发展“十四五”规划");
    await second.ready();
  });
  afterAll(async () => {
    await workbench.close();
    await removeMachine(machine);
  });

  test("shows an edit of the first in the second, and the other way round", async () => {
    await first.type(HIGH_TECH, TARGET, "达到100家");
    await expect.poll(() => second.text(HIGH_TECH, TARGET)).toBe("达到100家");
    await second.type(HIGH_TECH, "责任部门", "市科工商务局");
    await expect.poll(() => first.text(HIGH_TECH, "责任部门")).toBe("市科工商务局");
  });

  test("takes both edits of one cell in turn: the later one stands, and undo brings the earlier one back", async () => {
    await first.choose(HIGH_TECH, TARGET);
    await second.choose(HIGH_TECH, TARGET);
    await first.page.keyboard.type("达到110家");
    await second.page.keyboard.type("达到120家");
    await first.page.keyboard.press("Enter");
    await expect.poll(() => first.text(HIGH_TECH, TARGET)).toBe("达到110家");
    await second.page.keyboard.press("Enter");
    for (const room of [first, second]) {
      await expect.poll(() => room.text(HIGH_TECH, TARGET)).toBe("达到120家");
    }
    await new Frame(second.page).waitUntilSaved();
    await first.page.keyboard.press("Control+z");
    for (const room of [first, second]) {
      await expect.poll(() => room.text(HIGH_TECH, TARGET)).toBe("达到110家");
    }
    expect(workbench.pageErrors).toEqual([]);
  });

  test("puts text into no other row when its own is deleted by the other window", async () => {
    const [top = ""] = await second.names();
    const before = await second.text(top, TARGET);
    await first.choose(HIGH_TECH, "责任部门");
    await second.choose(HIGH_TECH, TARGET);
    await second.page.keyboard.type("达到140家");
    await first.page.keyboard.press("Control+-");
    await expect.poll(() => second.names()).not.toContain(HIGH_TECH);
    await expect.poll(() => second.note.innerText()).toContain("所填“达到140家”未采用");
    await second.page.keyboard.press("Enter");
    await first.page.keyboard.press("Control+z");
    for (const room of [first, second]) {
      await expect.poll(() => room.names()).toContain(HIGH_TECH);
      expect(await room.text(top, TARGET)).toBe(before);
      expect(await room.text(HIGH_TECH, TARGET)).toBe("达到110家");
    }
    expect(workbench.pageErrors).toEqual([]);
  });

  test("lets the first go on when the second is closed", async () => {
    await second.page.close();
    await first.type(HIGH_TECH, TARGET, "达到130家");
    await expect.poll(() => first.text(HIGH_TECH, TARGET)).toBe("达到130家");
    await new Frame(first.page).waitUntilSaved();
    expect(workbench.strayRequests()).toEqual([]);
  });
});

describe("two windows on the same original", () => {
  let machine: string;
  let workbench: Workbench;

  beforeAll(async () => {
    machine = await freshMachine();
    workbench = await startWorkbench({ machine });
    await new LibraryRoom(workbench.page).ready();
    await nameMadeUpOriginal(workbench.page, madeUpOriginal());
  });
  afterAll(async () => {
    await workbench.close();
    await removeMachine(machine);
  });

  test("a reader that is open follows when the other window lets go of the text and brings it back", async () => {
    const first = await chooseCell(workbench.page);
    await first.drop(first.evidence, { name: "原文.txt", text: madeUpOriginal() });
    const second = await chooseCell(await openSecondWindow(workbench.page));
    for (const { evidence, mark } of [first, second]) {
      await evidence.getByRole("link", { name: "打开原文" }).click();
      await mark.waitFor();
    }
    await first.main.getByRole("button", { name: "移除原文" }).click();
    await second.main.getByRole("button", { name: "附上原文…" }).waitFor();
    expect(await second.mark.count()).toBe(0);
    await first.notice.getByRole("button", { name: "撤销" }).click();
    await second.mark.waitFor();
    expect(await second.mark.innerText()).toBe(MADE_UP_CELL.printed);
    expect(workbench.pageErrors).toEqual([]);
  });
});

describe("two windows on one draft, the first reading its original", () => {
  let machine: string;
  let workbench: Workbench;

  beforeAll(async () => {
    machine = await freshMachine();
    workbench = await startWorkbench({ machine });
    await new LibraryRoom(workbench.page).ready();
    await nameMadeUpOriginal(workbench.page, madeUpOriginal());
  });
  afterAll(async () => {
    await workbench.close();
    await removeMachine(machine);
  });

  test("an edit in the second neither turns the page of the first nor takes the focus from its search", async () => {
    const { page } = workbench;
    const source = await chooseCell(page);
    await source.drop(source.evidence, { name: "原文.txt", text: madeUpOriginal() });
    await new Frame(page).choose("数据", "建立副本");
    await page.getByRole("banner").getByText("副本").waitFor();
    const { hash } = new URL(page.url());
    await new IndicatorRoom(page).choose(MADE_UP_CELL.indicator, MADE_UP_CELL.column);
    await source.evidence.getByRole("link", { name: "打开原文" }).click();
    await source.mark.waitFor();
    const other = await openSecondWindow(page);
    await new LibraryRoom(other).ready();
    await other.evaluate((address) => location.assign(address), hash);
    const indicators = new IndicatorRoom(other);
    await indicators.ready();
    await page.keyboard.press("Control+f");
    await source.text.evaluate((pane) => pane.scrollTo(0, 40));
    await indicators.type(HIGH_TECH, "2020 目标表述", "达到66家");
    await expect.poll(() => indicators.text(HIGH_TECH, "2020 目标表述")).toBe("达到66家");
    await new Frame(other).waitUntilSaved();
    await new Frame(page).waitUntilSaved();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(await source.text.evaluate((pane) => pane.scrollTop)).toBe(40);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
  });
});

/** Opens Enping's plan in a window and chooses the value whose place the made-up original has. */
async function chooseCell(page: Page): Promise<SourceRoom> {
  const library = new LibraryRoom(page);
  await library.ready();
  await library.open(ENPING);
  const indicators = new IndicatorRoom(page);
  await indicators.ready();
  await indicators.choose(MADE_UP_CELL.indicator, MADE_UP_CELL.column);
  return new SourceRoom(page);
}

async function openSecondWindow(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent("page");
  await new Frame(page).choose("文件", "新建窗口");
  return opened;
}
