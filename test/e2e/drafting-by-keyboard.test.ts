import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { BesideRoom } from "./rooms/beside-room.ts";
import { DraftingRoom } from "./rooms/drafting-room.ts";
import { HistoryRoom } from "./rooms/history-room.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { onMachine } from "./on-machine.ts";
import { filesIn, type Workbench } from "./start-workbench.ts";

const HIGH_TECH = "国家高新技术企业";
const NEXT_ROW = "骨干企业研发机构覆盖";
const PATENTS = "年发明专利申请量";
const TARGET = "2025 目标表述";

describe("the story of a draft without a pointer", () => {
  let workbench: Workbench;
  let page: Page;

  onMachine(async (started) => {
    workbench = started;
    page = workbench.page;
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement === document.body ? null : document.activeElement;
      return (element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
    });
  /** Presses a key until the wanted control or cell has the focus. */
  const pressUntil = async (key: string, wanted: RegExp, limit: number) => {
    for (let step = 0; step < limit; step += 1) {
      if (wanted.test(await focused())) return;
      await press(key);
    }
    expect(await focused()).toMatch(wanted);
  };

  test("a draft is made step by step", async () => {
    const grid = new IndicatorRoom(page);
    await new LibraryRoom(page).ready();
    await pressUntil("Tab", /江门市科技创新/u, 60);
    await pressUntil("ArrowDown", /恩平市/u, 6);
    await press("Control+n");
    const drafting = new DraftingRoom(page);
    for (const step of ["基本信息", "指标", "基期", "目标"] as const) {
      await drafting.step(step).waitFor();
      await press("Enter");
    }
    await drafting.step("核对").waitFor();
    await pressUntil("Shift+Tab", /^建立草案$/u, 20);
    await press("Enter");
    await drafting.opened();
    await grid.ready();
    // Proposed by the predecessor's growth.
    expect(await grid.text(HIGH_TECH, TARGET)).toBe("达到121家");
  });

  test("it is edited, and cells are copied", async () => {
    const grid = new IndicatorRoom(page);
    await pressUntil("F6", / · /u, 12);
    await pressUntil("ArrowDown", new RegExp(`^${HIGH_TECH} · `, "u"), 40);
    await pressUntil("ArrowRight", / · 2025 目标表述/u, 30);
    await page.keyboard.type("达到九十家");
    await press("Enter");
    await expect.poll(() => grid.text(HIGH_TECH, TARGET)).toBe("达到90家");
    await press("ArrowUp", "ArrowRight", "ArrowRight");
    await page.keyboard.type("科工商务局");
    await press("Enter", "ArrowUp", "Control+c", "ArrowDown", "Control+v");
    await expect.poll(() => grid.text(NEXT_ROW, "责任部门")).toBe("科工商务局");
  });

  test("a peer's target is taken over with one key, and the comparison exported", async () => {
    const beside = new BesideRoom(page);
    await press("Control+3");
    await beside.ready();
    await press("F6");
    await pressUntil("F6", new RegExp(`^全社会研究与开发|^${HIGH_TECH}`, "u"), 12);
    await pressUntil("ArrowDown", new RegExp(`^${PATENTS}`, "u"), 60);
    await press("End");
    await press("Alt+Enter");
    await expect.poll(() => beside.text(PATENTS, "target--1")).toBe("达到355件");
    // Tab walks through cells here, F6 leaves them.
    await pressUntil("F6", /^$/u, 10);
    await pressUntil("Tab", /^导出/u, 30);
    await press("Enter");
    await pressUntil("ArrowDown", /CSV/u, 6);
    await press("Enter");
    await expect.poll(() => filesIn(workbench.exportFolder)).toHaveLength(1);
  });

  test("the history says what was pasted and taken over, and a version is named", async () => {
    const history = new HistoryRoom(page);
    await press("Control+9");
    await history.timeline.getByRole("button").first().waitFor();
    const lines = await history.lines();
    expect(lines[0]).toContain("采用对照规划的目标");
    expect(lines[1]).toContain("粘贴");
    await pressUntil("Shift+Tab", /^命名版本…$/u, 40);
    await press("Enter");
    await page.getByRole("dialog", { name: "命名版本" }).waitFor();
    await page.keyboard.type("征求意见稿");
    await press("Enter");
    await history.timeline.getByRole("button", { name: "版本“征求意见稿”" }).waitFor();
  });

  test("all of it is taken back", async () => {
    const grid = new IndicatorRoom(page);
    await press("Control+2");
    await grid.ready();
    await pressUntil("F6", / · /u, 12);
    for (const [name, column, text] of [
      [PATENTS, TARGET, "—"],
      [NEXT_ROW, "责任部门", "未指定"],
      [HIGH_TECH, "责任部门", "未指定"],
      [HIGH_TECH, TARGET, "达到121家"],
    ] as const) {
      await press("Control+z");
      await expect.poll(() => grid.text(name, column)).toBe(text);
    }
    await expect
      .poll(() => page.getByRole("button", { name: /^撤销/u }).getAttribute("aria-disabled"))
      .toBe("true");
  });
});
