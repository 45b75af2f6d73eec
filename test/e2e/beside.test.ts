import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPackage, packageFaults, partText } from "../exchange/office/office-package.ts";
import { BesideRoom } from "./rooms/beside-room.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { onMachine } from "./on-machine.ts";
import { filesIn, type Workbench } from "./start-workbench.ts";

const INTENSITY = "全社会研究与开发（R&D）投入占GDP比重";
const NATIONAL = "国家高新技术企业";
/** Columns by their ids: the draft's, and those of predecessor, superior plan and peer in this order. */
const OWN = "target--1";
const [PREDECESSOR, SUPERIOR, PEER] = ["difference-0", "difference-1", "difference-2"] as const;

describe("a draft beside other plans, by keyboard", () => {
  let workbench: Workbench;
  let page: Page;
  let beside: BesideRoom;

  onMachine(async (started) => {
    workbench = started;
    page = workbench.page;
    beside = new BesideRoom(page);
    const library = new LibraryRoom(page);
    await library.ready();
    await library.startNextPlan("恩平市科学技术发展“十三五”规划");
    await new IndicatorRoom(page).ready();
  });

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const times = (count: number, key: string): readonly string[] => Array.from({ length: count }, () => key);

  test("is the room's first view, beside predecessor, superior plan and the best peer", async () => {
    await press("Control+3");
    await beside.ready();
    expect(await beside.chips.allInnerTexts()).toEqual([
      "前期 恩平“十三五”",
      "上位 江门“十四五”",
      "同级 台山“十三五”",
    ]);
    await expect.poll(() => beside.active()).toBe(`${INTENSITY}，目标：—`);
  });

  test("takes a target as it is typed and tells the difference in the concept's own terms", async () => {
    await page.keyboard.type("达到2.92%以上");
    await press("Enter");
    // 2.92 against 2.5 (Enping line 62) and 2.50 (Taishan line 34).
    await expect.poll(() => beside.text(INTENSITY, PREDECESSOR)).toBe("高出 0.42 个百分点");
    await expect.poll(() => beside.text(INTENSITY, PEER)).toBe("高出 0.42 个百分点");
    expect(await beside.text(INTENSITY, "growth--1")).toBe("0.08 个百分点");
    expect(await beside.text(INTENSITY, SUPERIOR)).toBe("不可比 增速／水平");
  });

  test("keeps what is being typed over a reload, until it is stored", async () => {
    await press("ArrowUp", "ArrowDown");
    const active = await beside.active();
    await page.keyboard.type("达到3.1亿元");
    await page.reload();
    await beside.ready();
    await expect.poll(() => beside.active()).toContain(active.split("，")[0] ?? "");
    const unfinished = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("unfinished:")));
    const name = active.split("，")[0] ?? "";
    await expect.poll(() => beside.text(name, OWN)).toBe("达到3.1亿元");
    await expect.poll(unfinished).toEqual([]);
    await press("Control+z");
    await expect.poll(() => beside.text(name, OWN)).not.toBe("达到3.1亿元");
  });

  test("finds with Ctrl+F, and replaces in the draft's cells", async () => {
    await press("Control+h");
    const bar = page.getByRole("search", { name: "查找和替换" });
    await bar.getByRole("textbox", { name: "查找" }).fill("2.92");
    await expect.poll(() => bar.getByRole("status").innerText()).toContain("1 处");
    await bar.getByRole("textbox", { name: "替换为" }).fill("2.95");
    await bar.getByRole("button", { name: "全部替换" }).click();
    await expect.poll(() => beside.text(INTENSITY, OWN)).toBe("达到2.95%以上");
    await expect.poll(() => bar.getByRole("status").innerText()).toBe("已替换 1 格。");
    await bar.getByRole("button", { name: "关闭查找" }).click();
    await press("Control+z");
    await expect.poll(() => beside.text(INTENSITY, OWN)).toBe("达到2.92%以上");
    await beside.enter();
    await press("Control+Home", "Home", "ArrowRight", "ArrowRight");
  });

  test("goes up, down and across by arrows, and to the ends", async () => {
    await press("ArrowUp", ...times(7, "ArrowDown"));
    await expect.poll(() => beside.active()).toBe(`${NATIONAL}，目标：—`);
    await page.keyboard.type("保底100家，力争130家");
    await press("Tab", "Tab", "Tab");
    // 100/33 − 1 and 130/33 − 1.
    await expect.poll(() => beside.active()).toBe(`${NATIONAL}，与本规划之差：高出 203～293.9 %`);
    await press("Home");
    await expect.poll(() => beside.active()).toBe(`${NATIONAL}，指标：${NATIONAL}`);
    await press("End");
    await expect.poll(() => beside.active()).toBe(`${NATIONAL}，与本规划之差：高出 100～160 %`);
  });

  test("says why two calibers are not compared, and compares growth when told to", async () => {
    await press("ArrowLeft", "ArrowLeft");
    await expect.poll(() => beside.text(NATIONAL, SUPERIOR)).toBe("不可比 口径不同");
    await beside.panel
      .getByText("本规划统计的是国家高新技术企业（仅国家级），对方统计的是高新技术企业（未限定级别的全部）")
      .waitFor();
    await beside.panel.getByRole("button", { name: "假设两种口径增速相同" }).focus();
    await press("Enter");
    // (100/33)^(1/5) − (2600/1845)^(1/5) = 17.72 points, and 24.45 for 130.
    await expect.poll(() => beside.text(NATIONAL, SUPERIOR)).toBe("高出 年均 17.7～24.4 个百分点 ≈");
    await beside.panel.getByText("假设：两种口径增速相同。").waitFor();
  });

  test("turns the growth of R&D expenditure into intensity with a growth of GDP", async () => {
    await (await beside.cell(INTENSITY, SUPERIOR)).click();
    await beside.panel.getByRole("textbox").fill("5");
    await press("Enter");
    // 2.92 − 2.45·(1.12/1.05)⁵ = 2.92 − 3.38 (Jiangmen line 2).
    await expect.poll(() => beside.text(INTENSITY, SUPERIOR)).toBe("低 0.46 个百分点 ≈");
    await beside.panel.getByRole("button", { name: "取消假设" }).focus();
    await press("Enter");
    await expect.poll(() => beside.text(INTENSITY, SUPERIOR)).toBe("不可比 增速／水平");
  });

  test("shows where both sides stand", async () => {
    await (await beside.cell(NATIONAL, PEER)).click();
    await beside.panel.getByText("台山“十三五”的依据").waitFor();
    await expect.poll(() => beside.panel.innerText()).toMatch(/第 \d+ 行/u);
    expect(await beside.panel.innerText()).toContain("目标由规划编制者填写，没有文件依据。");
  });

  test("takes over the other plan's value by one key, and says before what it will write", async () => {
    await beside.panel.getByText("将写入 2025 年目标：50家").waitFor();
    await press("Alt+Enter");
    await expect.poll(() => beside.text(NATIONAL, OWN)).toBe("50家");
    await expect.poll(() => beside.text(NATIONAL, PEER)).toBe("持平");
    await press("Control+z");
    await expect.poll(() => beside.text(NATIONAL, OWN)).toBe("保底100家，力争130家");
  });

  test("takes over the rule: Taishan's growth from Enping's 33", async () => {
    // 33·(50/13) = 126.9.
    await press("Alt+Shift+Enter");
    await expect.poll(() => beside.text(NATIONAL, OWN)).toBe("达到127家");
    await press("Control+z");
    await expect.poll(() => beside.text(NATIONAL, OWN)).toBe("保底100家，力争130家");
  });

  test("says why a value of another caliber is not taken over", async () => {
    await (await beside.cell(NATIONAL, SUPERIOR)).click();
    await press("Alt+Enter");
    await beside.grid.getByRole("alert").getByText("口径不同，不能照搬。").waitFor();
    expect(await beside.text(NATIONAL, OWN)).toBe("保底100家，力争130家");
  });

  test("matches by hand what nothing else matches, and takes the match back", async () => {
    await (await beside.cell("开展R&D活动的规模以上工业企业", PEER)).click();
    await beside.panel.getByRole("tab", { name: /^未对上/u }).focus();
    await press("Enter");
    await beside.panel
      .getByRole("button", { name: "把“省创新型企业（含试点）”对应到“开展R&D活动的规模以上工业企业”" })
      .focus();
    await press("Enter");
    await beside.panel.getByRole("tab", { name: "说明" }).focus();
    await press("Enter");
    await beside.panel.getByText("由您手工对应：省创新型企业（含试点）").waitFor();
    await beside.panel.getByRole("button", { name: "取消手工对应" }).focus();
    await press("Enter");
    await beside.panel.getByText("台山“十三五” 中没有找到相对应的指标。").waitFor();
  });

  test("lists what only the superior plan has, and takes an indicator over with its target", async () => {
    const name = "每万人研发人员全时当量";
    await beside.choose(/^上位有本规划无 \d+$/u);
    await expect.poll(() => beside.text(name, SUPERIOR)).toBe("本规划未列");
    await (await beside.cell(name, SUPERIOR)).click();
    await beside.panel.getByText("将新增指标“每万人研发人员全时当量”，并写入 2025 年目标：80人年").waitFor();
    await press("Alt+Enter");
    await beside.choose(/^全部 \d+$/u);
    await expect.poll(() => beside.text(name, OWN)).toBe("80人年");
    await expect.poll(() => beside.status.innerText()).toContain("对上 33 项指标");
    await beside.enter();
    await press("Control+z");
    await expect.poll(() => beside.status.innerText()).toContain("对上 32 项指标");
  });

  test("copies the table for a spreadsheet, and saves it as CSV that Excel reads", async () => {
    await beside.main.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: "复制表格" }).click();
    await beside.notice.getByText("表格已复制").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const lines = copied.split(/\r?\n/u).map((line) => line.split("\t"));
    expect(lines[1]?.slice(0, 4)).toEqual(["按概念对齐", "单位", "2025 目标", "所需年均"]);
    expect(lines[2]?.slice(0, 3)).toEqual([INTENSITY, "%", "达到2.92%以上"]);
    await beside.main.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: "导出为 CSV" }).click();
    await beside.notice.getByText("已导出").waitFor();
    expect(await filesIn(workbench.exportFolder)).toEqual(["恩平“十四五”：逐项对照.csv"]);
    const file = await readFile(join(workbench.exportFolder, "恩平“十四五”：逐项对照.csv"), "utf8");
    expect(file.startsWith("\u{feff}")).toBe(true);
    expect(file).toContain(`${NATIONAL},家,"保底100家，力争130家"`.replaceAll('"', ""));
  });

  test("leaves as a report in Word, with a section a plan and the reasons for what is not compared", async () => {
    await beside.main.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: "导出对照报告（Word）" }).click();
    const name = "恩平市科学技术发展“十四五”规划对照情况.docx";
    await expect.poll(() => filesIn(workbench.exportFolder)).toContain(name);
    await beside.notice.getByText(name).waitFor();
    const report = openPackage(await readFile(join(workbench.exportFolder, name)));
    expect(packageFaults(report)).toEqual([]);
    const text = partText(report, "word/document.xml").replace(/<[^>]+>/gu, "");
    expect(text).toContain("一、与前期 · 恩平市科学技术发展“十三五”规划对照");
    expect(text).toContain("口径与可比性");
    expect(text).toContain("保底100家，力争130家");
  });

  test("shows past years side by side", async () => {
    await beside.main.getByRole("button", { name: "列", exact: true }).click();
    await page.getByRole("menuitemcheckbox", { name: "历年数值与里程碑" }).click();
    // Enping line 62: 1.5 % in 2015; Taishan line 13: 1.54 %.
    await beside.enter();
    await press("Control+Home", "End");
    await expect
      .poll(() => beside.grid.getByRole("columnheader", { name: "2023" }).count())
      .toBeGreaterThan(0);
    await (await beside.cell(INTENSITY, "year-2015-0")).scrollIntoViewIfNeeded();
    await expect.poll(() => beside.text(INTENSITY, "year-2015-0")).toBe("1.5");
    await expect.poll(() => beside.text(INTENSITY, "year-2015-2")).toBe("1.54");
  });

  test("remembers the plans beside the draft", async () => {
    await beside.main.getByRole("button", { name: "不再对照台山“十三五”" }).click();
    await beside.main.getByRole("button", { name: "添加规划" }).click();
    await page.getByRole("menuitem", { name: "同级 鹤山“十四五”" }).click();
    const plans = ["前期 恩平“十三五”", "上位 江门“十四五”", "同级 鹤山“十四五”"];
    await expect.poll(() => beside.chips.allInnerTexts()).toEqual(plans);
    await new Frame(page).waitUntilSaved();
    await page.reload();
    await beside.ready();
    expect(await beside.chips.allInnerTexts()).toEqual(plans);
    await new LibraryRoom(page).show();
    await page.reload();
    const library = new LibraryRoom(page);
    await library.ready();
    await library.plan("恩平市科学技术发展“十四五”规划").click();
    await press("Control+3");
    await beside.ready();
    expect(await beside.chips.allInnerTexts()).toEqual(plans);
  });

  test("reads a bundled plan beside its superior plan, and says that it is read-only", async () => {
    const library = new LibraryRoom(page);
    await library.show();
    await library.plan("鹤山市科技发展“十四五”规划（征求意见稿）").click();
    await press("Control+3");
    await beside.ready();
    await expect.poll(() => beside.chips.first().innerText()).toBe("上位 江门“十四五”");
    // (250/215)^(1/5) − (2600/1845)^(1/5): a county-level city beside its prefecture.
    await expect.poll(() => beside.text("高新技术企业数量", "difference-0")).toBe("低 年均 4 个百分点");
    await page.keyboard.type("9");
    await beside.grid.getByRole("alert").getByText("内置规划只读").waitFor();
  });

  test("did all that without an error and without a request", () => {
    expect(workbench.pageErrors).toEqual([]);
    expect(workbench.strayRequests()).toEqual([]);
  });
});
