import { describe, expect, test } from "vitest";
import { violations } from "./axe-violations.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { PlanContents } from "./rooms/plan-contents.ts";
import { onMachine } from "./on-machine.ts";
import type { Workbench } from "./start-workbench.ts";

const SHAOGUAN = "韶关市科技创新发展行动计划";
const INCUBATORS = "国家级科技企业孵化器";
const TARGET = "2020 目标表述";
/** Line 32 of the document, its main tasks, says 2—3家; line 68, its measures, says 3家. */
const DIFFERING = "两处表述不一致：2—3家／3家";

describe("what a plan states, beside its table", () => {
  let workbench: Workbench;
  let indicators: IndicatorRoom;
  let contents: PlanContents;

  onMachine(async (started) => {
    workbench = started;
    indicators = new IndicatorRoom(workbench.page);
    contents = new PlanContents(workbench.page);
    const library = new LibraryRoom(workbench.page);
    await library.ready();
    await library.open(SHAOGUAN);
    await indicators.ready();
  });

  const press = (key: string) => workbench.page.keyboard.press(key);
  /** The name of what has the focus. */
  const focused = () =>
    workbench.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

  test("marks the cell whose statements disagree", async () => {
    expect(await indicators.marks(INCUBATORS, TARGET)).toEqual([DIFFERING]);
    expect(await indicators.text(INCUBATORS, TARGET)).toBe("2—3家");
    const cell = await indicators.cell(INCUBATORS, TARGET);
    expect(await cell.getAttribute("title")).toContain(DIFFERING);
  });

  test("names the official statement and the reason in the evidence panel", async () => {
    await indicators.choose(INCUBATORS, TARGET);
    await expect.poll(() => indicators.evidence.innerText()).toContain(DIFFERING);
    const said = (await indicators.evidence.innerText()).replace(/\s+/gu, " ");
    expect(said).toMatch(/官方值取自 韶关市科技创新发展行动计划 .*第 32 行/u);
    expect(said).toMatch(/2—3家 第 32 行 官方值/u);
    expect(said).toMatch(/ 3家 第 68 行(?! 官方值)/u);
    expect(said).toContain("取舍理由：");
  });

  test("lists the statements, and only those that disagree when asked", async () => {
    await contents.open("表述");
    expect(await contents.listed()).toHaveLength(await contents.count("全部"));
    await contents.filter("不一致");
    const count = await contents.count("不一致");
    await expect.poll(async () => (await contents.listed()).length).toBe(count);
    const incubators = (await contents.listed()).filter((text) => text.startsWith(INCUBATORS));
    expect(incubators).toEqual([
      `${INCUBATORS} 2—3家 2020 年目标 · 承上文 官方值 不一致 正文 · 第 32 行`,
      `${INCUBATORS} 3家 2020 年目标 不一致 正文 · 第 68 行`,
    ]);
  });

  test("leads from a statement to its cell by the keyboard", async () => {
    await indicators.choose("高新技术企业", "指标名称");
    await contents.statements.focus();
    const wanted = (await contents.listed()).findIndex((text) => /^国家级科技企业孵化器 3家/u.test(text));
    await press("Home");
    for (let step = 0; step < wanted; step += 1) await press("ArrowDown");
    await expect.poll(() => indicators.evidence.innerText()).toContain(`表述 · ${INCUBATORS}`);
    expect(await indicators.evidence.innerText()).toContain("本格的官方值取自另一处。");
    await press("Enter");
    await expect.poll(focused).toBe(`${INCUBATORS} · ${TARGET}，2—3家，${DIFFERING}`);
    await press("ArrowUp");
    await press("ArrowDown");
    await expect.poll(() => indicators.evidence.innerText()).toContain("官方值取自");
  });

  test("goes from one statement of the panel to the other", async () => {
    const places = indicators.evidence.getByRole("listitem");
    await places.filter({ hasText: "第 68 行" }).getByRole("button").click();
    await expect.poll(() => indicators.evidence.innerText()).toContain(`表述 · ${INCUBATORS}`);
  });

  test("follows the active row and finds by name", async () => {
    await contents.filter("全部");
    await contents.pane.getByRole("checkbox", { name: "只看当前指标" }).check();
    await expect.poll(async () => (await contents.listed()).length).toBe(2);
    await contents.pane.getByRole("checkbox", { name: "只看当前指标" }).uncheck();
    await contents.search("fhq");
    const found = async () => {
      const texts = await contents.listed();
      return { several: texts.length > 2, unlike: texts.filter((text) => !text.includes("孵化器")) };
    };
    await expect.poll(found).toEqual({ several: true, unlike: [] });
    await contents.search("没有这样的表述");
    await contents.pane.getByRole("button", { name: "显示全部表述" }).click();
    await expect.poll(async () => (await contents.listed()).length).toBe(await contents.count("全部"));
    expect(await violations(workbench.page)).toEqual([]);
  });

  test("shows an amount of the programme with its place", async () => {
    await contents.filter("金额");
    await contents.statements.getByRole("option").filter({ hasText: "30万元" }).first().click();
    await expect.poll(() => indicators.evidence.innerText()).toContain("30万元");
    expect(await indicators.evidence.innerText()).toMatch(/第 \d+ 行/u);
  });

  test("walks the tasks by the keyboard, with their evidence", async () => {
    await contents.open("任务");
    const items = contents.tasks.getByRole("treeitem");
    await items.first().click();
    const before = await items.count();
    const branch = items.and(workbench.page.locator("[aria-expanded=true]")).first();
    const name = await branch.locator(".name").innerText();
    await branch.click();
    await expect.poll(() => indicators.evidence.innerText()).toContain(name);
    await press("ArrowLeft");
    await expect.poll(() => items.count()).toBeLessThan(before);
    await press("ArrowRight");
    await expect.poll(() => items.count()).toBe(before);
    expect(await violations(workbench.page)).toEqual([]);
  });

  test("shows the clauses by topic, with their evidence", async () => {
    await contents.open("条款");
    expect(await contents.clauses.getByRole("group").count()).toBeGreaterThan(2);
    await contents.clauses.focus();
    await press("ArrowDown");
    await press("ArrowDown");
    const chosen = contents.clauses.getByRole("option", { selected: true });
    const gist = await chosen.locator(".gist").innerText();
    await expect.poll(() => indicators.evidence.innerText()).toContain(gist);
    expect(await violations(workbench.page)).toEqual([]);
  });

  test("changes tabs by arrows, folds, and is found as it was left", async () => {
    await contents.pane.getByRole("tab", { name: "条款" }).focus();
    await press("ArrowLeft");
    await contents.pane.getByRole("tab", { name: "任务", selected: true }).waitFor();
    await press("Home");
    await contents.pane.getByRole("tree", { name: "规划大纲" }).waitFor();
    expect(await violations(workbench.page)).toEqual([]);
    await contents.fold();
    await new LibraryRoom(workbench.page).show();
    await indicators.show();
    await workbench.page.getByRole("button", { name: "展开大纲" }).waitFor();
    expect(await violations(workbench.page)).toEqual([]);
  });

  test("wrote no error and asked for nothing beyond its own files", () => {
    expect(workbench.pageErrors).toEqual([]);
    expect(workbench.strayRequests()).toEqual([]);
  });
});
