import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CDPSession, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPackage, packageFaults, partText } from "../exchange/office/office-package.ts";
import { violations } from "./axe-violations.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ReportRoom } from "./rooms/report-room.ts";
import { filesIn, freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const DRAFT = "恩平市科学技术发展“十四五”规划";

describe("the text of a plan, written by keyboard", () => {
  let machine: string;
  let workbench: Workbench;
  let page: Page;
  let keyboard: CDPSession;
  let report: ReportRoom;

  const editor = (section: string): Locator => report.main.getByRole("textbox", { name: section });
  const openSection = async (section: string) => {
    await report.main.getByRole("radio", { name: section, exact: true }).check();
    await editor(section).focus();
  };
  const saved = () =>
    page
      .getByText(/已保存/u)
      .first()
      .waitFor();

  const start = async () => {
    workbench = await startWorkbench({ machine });
    page = workbench.page;
    keyboard = await page.context().newCDPSession(page);
    report = new ReportRoom(page);
  };

  beforeAll(async () => {
    machine = await freshMachine();
    await start();
    const library = new LibraryRoom(page);
    await library.ready();
    await library.startNextPlan("恩平市科学技术发展“十三五”规划");
    await new IndicatorRoom(page).ready();
    await report.show();
    await report.main.getByRole("radio", { name: "编辑正文" }).check();
  });
  afterAll(async () => {
    await workbench.close();
    await removeMachine(machine);
  });

  test("begins with what the table says, without keeping anything", async () => {
    await openSection("发展基础");
    await expect.poll(() => editor("发展基础").innerText()).toContain("国家高新技术企业");
    expect(await report.main.locator(".text-note").innerText()).toContain("建议稿");
  });

  test("is Chinese as an input method writes it, with headings, lists and bold", async () => {
    await openSection("保障措施");
    await report.main.getByRole("combobox", { name: "段落种类" }).selectOption("标题（一）");
    await keyboard.send("Input.imeSetComposition", { text: "jia", selectionStart: 3, selectionEnd: 3 });
    await keyboard.send("Input.insertText", { text: "加强组织领导" });
    await page.keyboard.press("Enter");
    await page.keyboard.type("成立领导小组，");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("统筹推进");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("。");
    await page.keyboard.press("Enter");
    await report.main.getByRole("button", { name: "编号" }).press("Enter");
    await page.keyboard.type("加大投入");
    await page.keyboard.press("Enter");
    await page.keyboard.type("强化督查");
    await expect.poll(() => report.main.locator(".text-note").innerText()).toContain("您的正文");
    const text = editor("保障措施");
    expect(await text.locator("h2").innerText()).toBe("加强组织领导");
    expect(await text.locator("strong").innerText()).toBe("统筹推进");
    expect(await text.locator("ol li").allInnerTexts()).toEqual(["加大投入", "强化督查"]);
  });

  test("takes an indicator in, found by pinyin, whose words follow the table", async () => {
    await openSection("保障措施");
    await page.keyboard.press("Control+End");
    await page.keyboard.type("，");
    await report.main.getByRole("button", { name: "插入指标" }).press("Enter");
    await page.getByPlaceholder("按名称或拼音查找指标").fill("gjgxjsqy");
    await page
      .getByRole("option", { name: /国家高新技术企业.*基期/u })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => editor("保障措施").locator(".text-reference").innerText()).toMatch(/\d+家/u);
    await saved();
    const before = await editor("保障措施").locator(".text-reference").innerText();
    const indicators = new IndicatorRoom(page);
    await page.keyboard.press("Control+2");
    await indicators.ready();
    await indicators.choose("国家高新技术企业", "2020 基期");
    await page.keyboard.type("45");
    await page.keyboard.press("Enter");
    await report.show();
    await report.main.getByRole("radio", { name: "编辑正文" }).check();
    await openSection("保障措施");
    await expect.poll(() => editor("保障措施").locator(".text-reference").innerText()).toBe("45家");
    expect(before).not.toBe("45家");
  });

  test("stays empty where it was emptied, until the proposal is asked for", async () => {
    await openSection("编制依据");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await expect.poll(() => report.main.locator(".text-note").innerText()).toContain("您的正文");
    expect((await editor("编制依据").innerText()).trim()).toBe("");
    await report.main.getByRole("button", { name: "恢复建议稿" }).press("Enter");
    await expect.poll(() => editor("编制依据").innerText()).toContain("制定本规划");
  });

  test("takes no reference from a foreign page", async () => {
    await openSection("重点工程");
    await page.evaluate(() =>
      navigator.clipboard.write([
        new ClipboardItem({
          "text/html": new Blob(
            ['<p>园区<span data-indicator="foo" data-says="goal" data-year="x">三</span></p>'],
            {
              type: "text/html",
            },
          ),
        }),
      ]),
    );
    await page.keyboard.press("Control+v");
    await expect.poll(() => editor("重点工程").innerText()).toContain("园区三");
    expect(await editor("重点工程").locator(".text-reference").count()).toBe(0);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
  });

  test("has no violation by axe", async () => {
    expect(await violations(page)).toEqual([]);
  });

  test("goes back letter by letter, and is there after a restart with what was typed last", async () => {
    await openSection("重点工程");
    await page.keyboard.type("实施创新工程");
    await page.keyboard.press("Control+z");
    await expect.poll(() => editor("重点工程").innerText()).not.toContain("实施创新工程");
    await page.keyboard.type("建设科技园区");
    await page.reload();
    await report.outline.getByRole("button").first().waitFor();
    await report.main.getByRole("radio", { name: "编辑正文" }).check();
    await openSection("重点工程");
    await expect.poll(() => editor("重点工程").innerText()).toContain("建设科技园区");
    await saved();
    await workbench.close();
    await start();
    await new LibraryRoom(page).ready();
    await new LibraryRoom(page).open(DRAFT);
    await report.show();
    await report.main.getByRole("radio", { name: "编辑正文" }).check();
    await openSection("保障措施");
    await expect.poll(() => editor("保障措施").innerText()).toContain("加强组织领导");
  });

  test("stands in the pages and in the Word file", async () => {
    await report.main.getByRole("radio", { name: "双页" }).check();
    await expect.poll(() => report.entries()).toContainEqual(expect.stringContaining("（一）加强组织领导"));
    await report.export("导出 Word");
    const [name] = await filesIn(workbench.exportFolder);
    const file = openPackage(await readFile(join(workbench.exportFolder, name ?? "")));
    expect(packageFaults(file)).toEqual([]);
    expect(partText(file, "word/document.xml")).toContain("45家");
    expect(partText(file, "word/document.xml")).toContain("建设科技园区");
  });

  test("asks nothing of any network and throws nothing", () => {
    expect(workbench.strayRequests()).toEqual([]);
    expect(workbench.pageErrors).toEqual([]);
  });
});
