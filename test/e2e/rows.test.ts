import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe-violations.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const ENPING = "恩平市科学技术发展“十三五”规划";
const ENPING_NEXT = "恩平市科学技术发展“十四五”规划";
const HIGH_TECH = "国家高新技术企业";

describe("rows of a draft and how they are shown", () => {
  let machine: string;
  let workbench: Workbench;
  let page: Page;
  let room: IndicatorRoom;
  let frame: Frame;

  const start = async () => {
    workbench = await startWorkbench({ machine });
    page = workbench.page;
    room = new IndicatorRoom(page);
    frame = new Frame(page);
    await new LibraryRoom(page).ready();
  };
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const reopen = async () => {
    await frame.waitUntilSaved();
    await workbench.close();
    await start();
    await new LibraryRoom(page).open(ENPING_NEXT);
    await room.ready();
  };

  beforeAll(async () => {
    machine = await freshMachine();
    await start();
    await new LibraryRoom(page).startNextPlan(ENPING);
    await room.ready();
  });
  afterAll(async () => {
    await workbench.close();
    await removeMachine(machine);
  });

  test("adds an indicator of the catalogue below the active row, found by pinyin", async () => {
    await room.choose(HIGH_TECH, "2025 目标表述");
    await page.getByRole("button", { name: "添加指标" }).click();
    const dialog = page.getByRole("dialog", { name: "添加指标" });
    await page.keyboard.type("dqsczz");
    await dialog.getByRole("option", { name: /地区生产总值/u }).waitFor();
    expect(await violations(page)).toEqual([]);
    await press("Enter");
    await expect.poll(() => dialog.getByLabel("指标名称").inputValue()).toBe("地区生产总值");
    expect(await dialog.getByLabel("单位").inputValue()).toBe("亿元");
    await press("Enter");
    await dialog.waitFor({ state: "detached" });
    const names = await room.names();
    expect(names[names.indexOf(HIGH_TECH) + 1]).toBe("地区生产总值");
    expect(await room.active()).toContain("地区生产总值 · 指标名称");
  });

  test("moves it by the keyboard, and over the line of its field", async () => {
    await press("Alt+Shift+ArrowUp");
    await expect.poll(async () => (await room.names()).indexOf("地区生产总值")).toBe(7);
    await press("Alt+Shift+ArrowUp");
    await expect.poll(async () => (await room.names()).indexOf("地区生产总值")).toBe(6);
    await press("Alt+Shift+ArrowUp");
    await expect.poll(async () => await room.active()).toContain("地区生产总值");
    const filter = page.getByRole("button", { name: /^领域/u });
    await filter.click();
    await page.getByRole("menuitemradio", { name: /^投入/u }).click();
    await expect.poll(async () => (await room.names()).at(-1)).toBe("地区生产总值");
    await filter.click();
    await page.getByRole("menuitemradio", { name: /^全部/u }).click();
    await page.getByRole("grid").waitFor();
    await room.choose("地区生产总值", "指标名称");
    await press("Control+z", "Control+z");
    await expect.poll(async () => (await room.names()).indexOf("地区生产总值")).toBe(7);
  });

  test("drags a row by its handle to where a line shows, with one step of undo; Esc leaves it", async () => {
    const before = await room.names();
    const [first, second, third] = before as [string, string, string];
    const drag = async (name: string, onto: string) => {
      const from = await (await room.cell(name, "指标名称")).boundingBox();
      const to = await (await room.cell(onto, "指标名称")).boundingBox();
      if (from === null || to === null) throw new Error("A row is out of sight");
      await page.mouse.move(from.x, from.y + from.height / 2);
      const grip = (await room.cell(name, "指标名称")).locator(
        "xpath=ancestor::*[contains(@class,'ag-row')][1]//button[contains(@class,'row-grip')]",
      );
      await grip.hover();
      await page.mouse.down();
      await page.mouse.move(from.x, to.y + to.height - 4, { steps: 6 });
      await page.locator(".row-drop-line").waitFor();
    };
    await drag(first, third);
    await press("Escape");
    await page.mouse.up();
    expect(await room.names()).toEqual(before);
    await drag(first, third);
    await page.mouse.up();
    await expect.poll(async () => (await room.names()).slice(0, 3)).toEqual([second, third, first]);
    await page.locator(".row-drop-line").waitFor({ state: "detached" });
    await press("Control+z");
    await expect.poll(() => room.names()).toEqual(before);
  });

  test("deletes rows without asking and brings them back", async () => {
    await room.choose("地区生产总值", "指标名称");
    await press("Control+-");
    await expect.poll(() => room.names()).not.toContain("地区生产总值");
    await expect.poll(() => room.note.innerText()).toContain("已删除 1 行");
    expect(await room.active()).toContain(HIGH_TECH);
    await press("Control+z");
    await expect.poll(() => room.names()).toContain("地区生产总值");
  });

  test("duplicates and inserts from the menu of a cell", async () => {
    await room.choose(HIGH_TECH, "2020 基期");
    await press("Shift+F10");
    const menu = page.getByRole("menu", { name: "单元格菜单" });
    await menu.waitFor();
    expect(await violations(page)).toEqual([]);
    await menu.getByRole("menuitem", { name: "复制为新行" }).click();
    await expect.poll(async () => (await room.names()).filter((name) => name === HIGH_TECH).length).toBe(2);
    await press("Control+z");
    await expect.poll(async () => (await room.names()).filter((name) => name === HIGH_TECH).length).toBe(1);
  });

  test("takes a paste longer than the rows on show into a filtered and a sorted table, whole", async () => {
    const long = (...names: readonly string[]) => names.map((name) => `${name}\t个`).join("\n");
    const filter = page.getByRole("button", { name: /^领域/u });
    await filter.click();
    await page.getByRole("menuitemradio", { name: /^投入/u }).click();
    const shown = await room.names();
    await room.choose(shown.at(-1) ?? "", "指标名称");
    await room.paste({ text: long(shown.at(-1) ?? "", "粘贴甲", "粘贴乙") });
    await expect.poll(() => room.names()).toEqual([...shown, "粘贴甲", "粘贴乙"]);
    expect(await room.note.innerText()).toContain("已在规划末尾新增 2 行。当前筛选不影响新增的行");
    await press("Control+z");
    await expect.poll(() => room.names()).toEqual(shown);
    await filter.click();
    await page.getByRole("menuitemradio", { name: /^全部/u }).click();

    await room.openHeaderMenu("指标名称");
    await page.getByRole("menuitemradio", { name: "降序排列" }).click();
    await page.getByRole("button", { name: "恢复规划顺序" }).waitFor();
    await room.choose((await room.names())[0] ?? "", "指标名称");
    await press("Control+ArrowDown");
    const last = /^(.*?) · /u.exec(await room.active())?.[1] ?? "";
    await room.paste({ text: long(last, "粘贴丙", "粘贴丁") });
    await press("Control+End");
    await expect.poll(async () => (await room.names()).slice(-3)).toEqual([last, "粘贴丙", "粘贴丁"]);
    await press("Control+z");
    await expect.poll(() => room.names()).not.toContain("粘贴丁");
    await page.getByRole("button", { name: "恢复规划顺序" }).click();
    await press("Control+Home");
  });

  test("asks once what replaced units mean, and keeps the digits of all their rows in one step", async () => {
    // 2.3 and 39.3 亿元; the third row in 亿元 has no value, so there is nothing to ask of it.
    const rows = ["研究与开发（R&D）投入", "高新技术产品产值"];
    await room.choose(HIGH_TECH, "单位");
    await press("Control+h");
    const bar = page.getByRole("search", { name: "查找和替换" });
    await bar.getByRole("textbox", { name: "查找" }).fill("亿元");
    await bar.getByRole("textbox", { name: "替换为" }).fill("万元");
    await bar.getByRole("button", { name: "全部替换" }).click();
    const dialog = page.getByRole("dialog", { name: "2 行的单位要改" });
    await dialog.getByText("研究与开发（R&D）投入：2.3 亿元 → 23000 万元").waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel("数字不动，只改单位").check();
    await press("Enter");
    await dialog.waitFor({ state: "detached" });
    await expect
      .poll(() => room.texts(rows, ["单位", "2015 实绩"]))
      .toEqual([
        ["万元", "2.3"],
        ["万元", "39.3"],
      ]);
    await bar.getByRole("textbox", { name: "查找" }).focus();
    await press("Escape", "Control+z");
    await expect.poll(() => room.texts(rows, ["单位"])).toEqual([["亿元"], ["亿元"]]);
  });

  test("sorts by a column and goes back to the plan's order", async () => {
    // Of a long table only the rows in sight are drawn.
    const first = async () => (await room.names()).slice(0, 10);
    const before = await first();
    await room.openHeaderMenu("指标名称");
    await page.getByRole("menuitemradio", { name: "升序排列" }).click();
    await expect.poll(first).not.toEqual(before);
    const sorted = await first();
    await room.choose(sorted[1] ?? "", "指标名称");
    await press("Alt+Shift+ArrowUp");
    await expect.poll(() => room.note.innerText()).toContain("请先恢复规划顺序，再移动行");
    expect(await first()).toEqual(sorted);
    await page.getByRole("button", { name: "恢复规划顺序" }).click();
    await expect.poll(first).toEqual(before);
  });

  test("has a column for every year in 年度分解, and keeps a view of it under a name", async () => {
    await page.getByRole("button", { name: /^列：/u }).click();
    await page.getByRole("radio", { name: "年度分解" }).check();
    await press("Escape");
    await room.type(HIGH_TECH, "2022 里程碑", "45");
    await expect.poll(() => room.text(HIGH_TECH, "2022 里程碑")).toBe("45");
    await room.openHeaderMenu("单位");
    await page.getByRole("menuitem", { name: "隐藏此列" }).click();
    await page.getByRole("button", { name: "视图" }).click();
    await page.getByRole("menuitem", { name: "保存当前视图…" }).click();
    const dialog = page.getByRole("dialog", { name: "保存当前视图" });
    await dialog.getByLabel("视图名称").fill("逐年");
    expect(await violations(page)).toEqual([]);
    await press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "视图" }).click();
    await page.getByRole("menuitem", { name: "恢复默认视图" }).click();
    await expect.poll(() => room.headers()).toContain("单位");
  });

  test("has the view, and the grid as it was left, after a restart", async () => {
    await reopen();
    expect(await room.headers()).toContain("单位");
    await page.getByRole("button", { name: "视图" }).click();
    await page.getByRole("menuitemradio", { name: "逐年" }).click();
    await expect.poll(() => room.headers()).not.toContain("单位");
    await expect.poll(() => room.text(HIGH_TECH, "2022 里程碑")).toBe("45");
    await room.choose(HIGH_TECH, "2023 里程碑");
    await reopen();
    expect(await room.headers()).not.toContain("单位");
    expect(await room.headers()).toContain("2023 里程碑");
    expect(await room.active()).toContain(`${HIGH_TECH} · 2023 里程碑`);
    await page.getByRole("button", { name: "视图" }).click();
    await page.getByRole("menuitem", { name: "管理视图…" }).click();
    await page.getByRole("button", { name: "删除视图“逐年”" }).click();
    await page.getByText("还没有保存的视图").waitFor();
    await press("Escape");
    expect(workbench.pageErrors).toEqual([]);
  });

  test("filters a column by what it holds and says so", async () => {
    await page.getByRole("button", { name: "视图" }).click();
    await page.getByRole("menuitem", { name: "恢复默认视图" }).click();
    await room.openHeaderMenu("单位");
    await page.getByRole("menuitem", { name: "筛选此列…" }).click();
    const dialog = page.getByRole("dialog", { name: "筛选“单位”" });
    await dialog.getByLabel(/^亿元/u).check();
    await press("Enter");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(async () => (await room.names()).length).toBe(4);
    await page.getByRole("button", { name: /^领域/u }).click();
    await page.getByRole("menuitem", { name: "取消：单位：亿元" }).click();
    await expect.poll(async () => (await room.names()).length).toBeGreaterThan(20);
    expect(workbench.pageErrors).toEqual([]);
  });
});
