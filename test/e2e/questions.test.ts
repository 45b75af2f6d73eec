import { describe, expect, test } from "vitest";
import type { Locator } from "playwright-core";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ScenarioRoom } from "./rooms/scenario-room.ts";
import { onMachine } from "./on-machine.ts";
import type { Workbench } from "./start-workbench.ts";

const RD = "研究与开发（R&D）投入";
const GDP = "地区生产总值";
/** Enping's document: 2.3亿元 are 1.5 % of GDP in 2015 (line 62), 2.5 % by 2020 (line 102). */
const BASE = { intensity: 1.5, expenditure: 2.3 };
const TARGET = 2.5;

/** Intensity of 2020 with yearly growth of both in percent (domain.md section 5: x_t = x_{t−1}·(1 + g)). */
const intensity = (rd: number, gdp: number) => BASE.intensity * ((1 + rd / 100) / (1 + gdp / 100)) ** 5;
/** Growth of expenditure for the target (domain.md section 4): (1 + g_GDP)·(L/b)^(1/n) − 1, in percent. */
const needed = (gdp: number) => ((1 + gdp / 100) * (TARGET / BASE.intensity) ** (1 / 5) - 1) * 100;

describe("如果 GDP 只增长 5%，研发强度 2.5% 还达得到吗？力争目标要多快？差距从哪来？", () => {
  let workbench: Workbench;
  let room: ScenarioRoom;
  let growth: (name: string) => Locator;

  onMachine(async (started) => {
    workbench = started;
    room = new ScenarioRoom(workbench.page);
    growth = (name) => room.findings.getByRole("spinbutton", { name: `${name} · 年均增速` });
    const library = new LibraryRoom(workbench.page);
    await library.ready();
    await library.plan("恩平市科学技术发展“十三五”规划").click();
    await library.selected.getByRole("button", { name: "推演例子" }).click();
    await room.ready();
  });

  test("opens a worked example in one click, with its question and its answer in words", async () => {
    const example = room.main.getByRole("region", { name: /推演例子/u });
    expect(await example.innerText()).toContain(`年均增长 ${needed(5).toFixed(1)} %`);
  });

  test("says whether 2.5 % is still reached when GDP grows by only 5 %, and what it supposes", async () => {
    await growth(GDP).fill("5");
    await growth(RD).fill("9");
    const value = intensity(9, 5);
    await expect.poll(() => room.said()).toContain(`2020 年到 ${value.toFixed(2)} %，距目标 2.5 % 还差`);
    // The mark of what is needed follows the other number.
    await room.findings.getByRole("button", { name: `所需 ${needed(5).toFixed(1)}` }).waitFor();
    const said = await room.said();
    expect(said).toContain(`${GDP}年均增长 5.0 %`);
    expect(said).toContain(`${RD}年均增长 9.0 %`);
  });

  test("draws it: the table, the label at the line's end and the point in the picture agree", async () => {
    const value = intensity(9, 5).toFixed(2);
    expect((await room.pathOf("研发增 16.3 %")).at(-1)).toBe(value);
    const texts = await room.chart.locator("text").allTextContents();
    expect(texts.some((text) => text.includes(`${value} %`))).toBe(true);
    const dashed = await room.chart.locator("path[stroke-dasharray]").count();
    expect(dashed).toBeGreaterThanOrEqual(3);
  });

  test("says how fast expenditure has to grow for the target, with GDP as supposed", async () => {
    expect(await room.said()).toContain(`到目标 2.5 % 需${RD}年均增长 ${needed(5).toFixed(1)} %`);
  });

  test("finds that growth by goal seek, takes it over, and the path reaches the target", async () => {
    await room.findings.getByRole("button", { name: "反求…" }).click();
    const dialog = workbench.page.getByRole("dialog", { name: /反求/u });
    await dialog.getByRole("combobox", { name: "改哪个数" }).selectOption({ label: `${RD} · 年均增速` });
    await expect
      .poll(() => dialog.getByRole("status").innerText())
      .toContain(`${needed(5).toFixed(1)} %时，2020 年正好到 2.5 %`);
    await dialog.getByRole("button", { name: /采用到/u }).click();
    await dialog.waitFor({ state: "detached" });
    await expect.poll(async () => Number(await growth(RD).inputValue())).toBeCloseTo(needed(5), 3);
    await expect.poll(() => room.said()).toContain("2020 年到 2.50 %，达到目标 2.5 %。");
  });

  test("says that a level is not reachable within a range, and what comes nearest", async () => {
    await room.findings.getByRole("button", { name: "反求…" }).click();
    const dialog = workbench.page.getByRole("dialog", { name: /反求/u });
    await dialog.getByRole("combobox", { name: "改哪个数" }).selectOption({ label: `${RD} · 年均增速` });
    await dialog.getByRole("spinbutton", { name: "最低" }).fill("0");
    await dialog.getByRole("spinbutton", { name: "最高" }).fill("10");
    await expect
      .poll(() => dialog.getByRole("status").innerText())
      .toContain(
        `在 0.00 % 至 10.0 % 之间达不到 2.5 %：最低时为 ${intensity(0, 5).toFixed(2)} %，最高时为 ${intensity(10, 5).toFixed(2)} %`,
      );
    await workbench.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  test("takes the gap to the scenario above apart: all of it comes from expenditure", async () => {
    const gap = intensity(needed(5), 5) - intensity(5, 5);
    await expect.poll(() => room.said()).toContain(`+${gap.toFixed(2)} 个百分点`);
    await room.main.getByRole("radio", { name: "差异拆解" }).check();
    const bars = room.main.getByRole("img", { name: /差从哪来/u });
    await expect.poll(() => bars.locator("text").allTextContents()).toContain(RD);
    await expect
      .poll(() => bars.locator("text").allTextContents())
      .toEqual(expect.arrayContaining(["1.50 %", "2.50 %"]));
  });

  test("wrote no error", () => {
    expect(workbench.pageErrors).toEqual([]);
    expect(workbench.strayRequests()).toEqual([]);
  });
});
