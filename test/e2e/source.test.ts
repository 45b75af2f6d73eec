import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe-violations.ts";
import { HOSTILE, MADE_UP_CELL, madeUpOriginal, nameMadeUpOriginal } from "./made-up-original.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { SourceRoom } from "./rooms/source-room.ts";
import { freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const DOCUMENTS = resolve(import.meta.dirname, "../../../shared/seeds");
const ENPING = resolve(DOCUMENTS, "000_67d00567c340e490.txt");
const JIANGMEN = resolve(DOCUMENTS, "003_fba5078c594e1fc3.txt");
const present = existsSync(ENPING) && existsSync(JIANGMEN);

const PLAN = "恩平市科学技术发展“十三五”规划";

let machine: string;
let workbench: Workbench;
let page: Page;
let source: SourceRoom;
let indicators: IndicatorRoom;

async function start(): Promise<void> {
  machine = await freshMachine();
  workbench = await startWorkbench({ machine });
  page = workbench.page;
  source = new SourceRoom(page);
  indicators = new IndicatorRoom(page);
  await new LibraryRoom(page).ready();
}

async function end(): Promise<void> {
  expect(workbench.pageErrors).toEqual([]);
  expect(workbench.strayRequests()).toEqual([]);
  await workbench.close();
  await removeMachine(machine);
}

async function openPlan(title: string): Promise<void> {
  const library = new LibraryRoom(page);
  await library.show();
  await library.open(title);
  await indicators.ready();
}

const attachButton = () => source.evidence.getByRole("button", { name: "附上原文…" });
const openLink = () => source.evidence.getByRole("link", { name: "打开原文" });

describe("a made-up original", () => {
  beforeAll(async () => {
    await start();
    await nameMadeUpOriginal(page, madeUpOriginal());
    await new LibraryRoom(page).ready();
    await openPlan(PLAN);
    await indicators.choose(MADE_UP_CELL.indicator, MADE_UP_CELL.column);
  });
  afterAll(end);

  test("that was changed is not used, and the reason is told in one line a file", async () => {
    const changed = madeUpOriginal().replace("33 家", "34 家");
    await source.pick(() => attachButton().click(), { name: "改过.txt", text: changed });
    await expect
      .poll(() => source.told.allInnerTexts())
      .toEqual(["“改过.txt”：与库中各部规划所用文本都不相同。"]);
    await source.notice.getByRole("button", { name: "详情" }).click();
    await expect
      .poll(() => source.told.allInnerTexts())
      .toEqual([expect.stringMatching(/^“改过\.txt”：.*规划数据没有改动。请选用未经改动的/u)]);
    await attachButton().waitFor();
  });

  test("does nothing where nothing takes it, and is attached where it is dropped on the panel", async () => {
    const original = { name: "原文.txt", text: madeUpOriginal() };
    expect(await source.drop(indicators.grid, original)).toBe(true);
    await attachButton().waitFor();
    expect(await source.drop(source.evidence, original)).toBe(true);
    await openLink().waitFor();
    await source.notice.getByText(`《${PLAN}》的原文已附上`).waitFor();
  });

  test("shows the passage with its number marked, and hostile text as text", async () => {
    const passage = source.evidence.getByRole("blockquote");
    expect(await passage.locator("mark").allInnerTexts()).toEqual([MADE_UP_CELL.printed]);
    expect(await passage.innerText()).toContain("<script>");
    await openLink().click();
    expect(await source.mark.innerText()).toBe(MADE_UP_CELL.printed);
    expect(await source.text.textContent()).toContain(HOSTILE);
    expect(await source.text.locator("script, img, a").count()).toBe(0);
    expect(await page.title()).not.toContain("ran");
  });

  test("is let go of, and comes back by undo", async () => {
    await source.main.getByRole("button", { name: "移除原文" }).click();
    await source.main.getByRole("button", { name: "附上原文…" }).waitFor();
    await page.locator(".shell-notices").getByRole("button", { name: "撤销" }).click();
    await source.mark.waitFor();
  });

  test("is there again after the window was loaded again, and for a draft made from the plan", async () => {
    await page.reload();
    await source.mark.waitFor();
    await openPlan(PLAN);
    await new Frame(page).choose("数据", "建立副本");
    await page.getByRole("banner").getByText("副本").waitFor();
    await indicators.choose(MADE_UP_CELL.indicator, MADE_UP_CELL.column);
    expect(await source.evidence.locator("blockquote mark").allInnerTexts()).toEqual([MADE_UP_CELL.printed]);
    await openLink().click();
    expect(await source.mark.innerText()).toBe(MADE_UP_CELL.printed);
    await page.keyboard.press("Alt+ArrowLeft");
    await indicators.ready();
    await page.getByRole("banner").getByText("副本").waitFor();
  });

  test("is not among two hundred files, whose report leaves the room in sight", async () => {
    await new Frame(page).choose("查看", "阅读原文");
    await source.text.waitFor();
    await source.text.evaluate((element) => {
      const dataTransfer = new DataTransfer();
      for (let at = 0; at < 200; at += 1) dataTransfer.items.add(new File([`${at}`], `文件${at}.txt`));
      element.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    });
    await page.getByText("200 份文件未采用").waitFor();
    const window = await page.evaluate(() => innerHeight);
    const report = await page.locator(".shell-notices").boundingBox();
    expect(report?.height ?? Infinity).toBeLessThan(window / 2);
    expect(await source.text.isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.locator(".shell-notices").getByRole("button", { name: "关闭提示" }).click();
  });

  test("that is missing leaves a room which says how to attach it, without a violation by axe", async () => {
    await openPlan("台山市科技创新“十三五”规划");
    await new Frame(page).choose("查看", "阅读原文");
    await source.main.getByText("这部规划的原文尚未附上。").waitFor();
    expect(await violations(page)).toEqual([]);
    await source.drop(source.main.getByText("也可以把 .txt 文件拖放到这里。"), { name: "空.txt", text: "" });
    await expect
      .poll(() => source.told.allInnerTexts())
      .toEqual([expect.stringMatching(/^“空\.txt”：文件没有内容/u)]);
    await page.keyboard.press("Escape");
    await indicators.ready();
  });
});

const suite = present
  ? "the originals of the bundled plans"
  : "the originals of the bundled plans (the documents are not on this machine)";

describe.skipIf(!present)(suite, () => {
  beforeAll(async () => {
    await start();
    await openPlan(PLAN);
    await indicators.choose("国家高新技术企业", "2020 目标表述");
  });
  afterAll(end);

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Presses a key until the focus is on or within a part of the page. */
  const pressUntilIn = async (key: string, part: Locator, limit: number) => {
    const holds = () => part.evaluate((element) => element.contains(document.activeElement));
    for (let step = 0; step < limit && !(await holds()); step += 1) await press(key);
    expect(await holds()).toBe(true);
  };

  test("are attached together from the palette, by keys", async () => {
    await press("Control+k");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("附上原文");
    await page.getByRole("option", { name: "附上原文…" }).waitFor();
    await source.pick(() => press("Enter"), [ENPING, JIANGMEN]);
    await source.notice.getByText("2 份原文已附上").waitFor();
    expect(await source.evidence.locator("blockquote").innerText()).toMatch(
      /国家高新技术企业达到 33 家，.*达到 37%。/u,
    );
    await source.evidence.getByText("原文已附 · baeda679").waitFor();
  });

  test("open at the place of a value, with the focus there, and go from statement to statement", async () => {
    await pressUntilIn("F6", source.evidence, 8);
    await pressUntilIn("Tab", openLink(), 12);
    await press("Enter");
    await source.mark.waitFor();
    expect(await source.focused()).toBe("33 家");
    expect(await source.stated.innerText()).toMatch(/2020 年目标\s+国家高新技术企业\s+达到33家/u);
    await press("Alt+ArrowDown");
    expect(await source.focused()).toBe("37%");
    await press("Alt+ArrowUp", "Alt+ArrowUp");
    expect(await source.focused()).not.toBe("33 家");
    expect(await violations(page)).toEqual([]);
  });

  test("are searched with a count, over line breaks", async () => {
    await press("Control+f");
    await page.keyboard.type("总产值比重达到");
    await source.main.getByRole("search").getByText("1 / 1").waitFor();
    expect(await source.text.locator("mark.current").first().innerText()).toContain("总产值比重");
    await press("Escape");
    await expect.poll(() => source.text.locator("mark.current").count()).toBe(0);
  });

  test("go to a section by the index, which follows the text", async () => {
    const entry = source.index.getByRole("button", { name: "五、保障措施" });
    await entry.focus();
    await press("Enter");
    expect(await entry.getAttribute("aria-current")).toBe("location");
    const heading = source.text.getByRole("heading", { name: "五、保障措施" });
    expect(await heading.isVisible()).toBe(true);
    await source.text.evaluate((pane) => pane.scrollTo(0, 0));
    await source.text.hover();
    await page.mouse.wheel(0, 10);
    await expect.poll(() => source.index.locator("[aria-current]").count()).toBe(0);
  });

  test("lead back to the cell of a statement, and from there to the same place again", async () => {
    await source.text.getByRole("button", { name: "150 件", exact: true }).click();
    await source.stated.getByRole("link", { name: "在指标表中查看" }).click();
    await indicators.ready();
    await source.evidence.getByText("年发明专利申请量").first().waitFor();
    await page.goBack();
    expect(await source.mark.innerText()).toBe("150 件");
    await press("Escape");
    await indicators.ready();
  });

  test("are read in both documents' shapes: Jiangmen's one line of 30 000 characters in paragraphs", async () => {
    await openPlan("江门市科技创新“十四五”规划");
    await new Frame(page).choose("查看", "阅读原文");
    await source.text.waitFor();
    const lengths = await source.text
      .getByRole("paragraph")
      .evaluateAll((all) => all.map(({ textContent }) => textContent.length));
    expect(lengths.length).toBeGreaterThan(150);
    // Half of them are no longer than a paragraph of print; the unreadable notice before the table of contents is one.
    expect(lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)]).toBeLessThan(250);
    expect(await violations(page)).toEqual([]);
  });
});
