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
const RD = "研究与开发（R&D）投入";
const TARGET = "2025 目标表述";
const BASE = "2020 基期";

describe("what a planner does with a cell", () => {
  let machine: string;
  let workbench: Workbench;
  let page: Page;
  let room: IndicatorRoom;

  const start = async () => {
    workbench = await startWorkbench({ machine });
    page = workbench.page;
    room = new IndicatorRoom(page);
    await new LibraryRoom(page).ready();
  };
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const reopen = async () => {
    await new Frame(page).waitUntilSaved();
    await workbench.close();
    await start();
    await new LibraryRoom(page).open(ENPING_NEXT);
    await room.ready();
  };
  const note = async (indicator: string, column: string) =>
    (await room.cell(indicator, column)).locator(".note-corner").getAttribute("aria-label");

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

  test.each([
    ["亿元, a magnitude", RD, BASE, "2.3亿", "2.3"],
    ["万元 in a row of 亿元", RD, BASE, "4114 万元", "0.4114"],
    ["wide digits", "规模以上工业企业建立研发机构比例", BASE, "２．５％", "2.5"],
    ["thousands", HIGH_TECH, BASE, "1,419", "1419"],
    ["brackets as minus", HIGH_TECH, BASE, "(12)", "-12"],
    ["brackets, wide", HIGH_TECH, BASE, "（12）家", "-12"],
    [
      "an increase in percentage points",
      "规模以上工业企业建立研发机构比例",
      TARGET,
      "0.33个百分点",
      "提高0.33个百分点",
    ],
    ["a dash as nothing", HIGH_TECH, TARGET, "—", "—"],
  ])("reads %s", async (_, indicator, column, typed, shown) => {
    const names = await room.names();
    const row =
      names.find((name) => name === indicator) ??
      names.find((name) => name.startsWith(indicator.slice(0, 10)));
    await room.type(row ?? indicator, column, typed);
    await expect.poll(() => room.text(row ?? indicator, column)).toBe(shown);
  });

  test("keeps a note and a source with the cell, through a restart", async () => {
    await room.choose(HIGH_TECH, BASE);
    await page.keyboard.type("33");
    await press("Enter", "ArrowUp", "Shift+F2");
    const dialog = page.getByRole("dialog", { name: `批注与来源 · ${HIGH_TECH} · ${BASE}` });
    await dialog.getByLabel("批注").fill("与统计局核对");
    await dialog.getByLabel(/数据来源/u).fill("《2020 年统计公报》");
    expect(await violations(page)).toEqual([]);
    await press("Enter");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => note(HIGH_TECH, BASE)).toContain("与统计局核对");
    await expect.poll(() => room.evidence.innerText()).toContain("《2020 年统计公报》");
    await reopen();
    expect(await note(HIGH_TECH, BASE)).toContain("《2020 年统计公报》");
  });

  test("takes a statement of the plan as evidence, and back", async () => {
    await room.choose(HIGH_TECH, BASE);
    await press("Shift+F2");
    const dialog = page.getByRole("dialog", { name: /^批注与来源/u });
    const choice = dialog.getByLabel("原文依据");
    const cited = await choice.locator("option").nth(1).getAttribute("value");
    await choice.selectOption(cited);
    await dialog.getByRole("button", { name: "保存批注" }).click();
    await expect.poll(() => room.evidence.innerText()).toContain("官方值取自");
    await press("Control+z");
    await expect.poll(() => room.evidence.innerText()).not.toContain("官方值取自");
  });

  test("words a target by its form, showing what is understood", async () => {
    await room.choose(HIGH_TECH, TARGET);
    await press("Alt+ArrowDown");
    const dialog = page.getByRole("dialog", { name: `目标 · ${HIGH_TECH} · ${TARGET}` });
    await dialog.getByLabel("形式").selectOption("floorStretch");
    await dialog.getByLabel(/^保底值/u).fill("100");
    await dialog.getByLabel(/^力争值/u).fill("130");
    expect(await dialog.getByLabel("目标表述").inputValue()).toBe("保底100家，力争130家");
    // (100/33)^(1/5) − 1 and (130/33)^(1/5) − 1
    expect(await dialog.getByRole("status").innerText()).toContain("24.8～31.5 %");
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel("目标表述").fill("3—2家");
    expect(await dialog.getByRole("status").innerText()).toContain("下限 3 家，大于上限 2 家");
    await dialog.getByLabel("目标表述").fill("达到100家");
    expect(await dialog.getByLabel("形式").inputValue()).toBe("atLeast");
    await press("Enter");
    await expect.poll(() => room.text(HIGH_TECH, TARGET)).toBe("达到100家");
  });

  test("asks whether a new unit converts or only relabels, and shows the effect", async () => {
    await room.type(RD, BASE, "2.3");
    await room.type(RD, "单位", "万元");
    const dialog = page.getByRole("dialog", { name: `“${RD}”的单位` });
    const effect = dialog.getByRole("group", { name: "改动之后" });
    await expect.poll(() => effect.innerText()).toContain("2.3 亿元 → 23000 万元");
    await dialog.getByLabel("数字不动，只改单位").check();
    await expect.poll(() => effect.innerText()).toContain("2.3 亿元 → 2.3 万元");
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel("按新单位换算，数量不变").check();
    await press("Enter");
    await expect.poll(() => room.text(RD, BASE)).toBe("23000");
    await room.choose(RD, BASE);
    await press("Control+z");
    await expect.poll(() => room.text(RD, BASE)).toBe("2.3");
  });

  test("goes from one mistake to the next, lists them, and keeps them through a restart", async () => {
    await room.type(HIGH_TECH, TARGET, "3—2家");
    await room.type(RD, TARGET, "5—2");
    await reopen();
    await room.choose(RD, "指标名称");
    await press("F8");
    await expect.poll(() => room.active()).toContain(`${RD} · ${TARGET}`);
    await press("F8");
    await expect.poll(() => room.active()).toContain(`${HIGH_TECH} · ${TARGET}`);
    await press("Shift+F8");
    await expect.poll(() => room.active()).toContain(`${RD} · ${TARGET}`);
    await page.getByRole("radio", { name: /^有误 2/u }).check({ force: true });
    await room.evidence.getByText("有误 2").waitFor();
    await room.evidence.getByRole("button", { name: new RegExp(`^${HIGH_TECH}`, "u") }).click();
    await expect.poll(() => room.active()).toContain(`${HIGH_TECH} · ${TARGET}`);
    expect(await violations(page)).toEqual([]);
    expect(workbench.pageErrors).toEqual([]);
  });

  test("warns of a share beyond 100 % without refusing it", async () => {
    await page.getByRole("radio", { name: /^全部/u }).check({ force: true });
    const share = (await room.names()).find((name) => name.startsWith("先进制造业")) ?? "";
    await room.type(share, TARGET, "达到120%");
    await room.choose(share, TARGET);
    await expect.poll(() => room.main.locator(".cell-bar").innerText()).toContain("比重不在 0—100 % 之间");
    expect(await room.isMarked(share, TARGET)).toBe(false);
  });
});
