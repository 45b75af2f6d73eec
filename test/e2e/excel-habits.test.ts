import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { onMachine } from "./on-machine.ts";

/** The first rows of Enping's next plan in its fields 投入 and 主体. */
const [FIRST, SECOND, HIGH_TECH] = [
  "全社会研究与开发（R&D）投入占GDP比重",
  "研究与开发（R&D）投入",
  "国家高新技术企业",
];
const [BASE, TARGET, DEPARTMENT, UNIT, NAME] = ["2020 基期", "2025 目标表述", "责任部门", "单位", "指标名称"];

let page: Page;
let room: IndicatorRoom;

onMachine(async (workbench) => {
  page = workbench.page;
  room = new IndicatorRoom(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  await new LibraryRoom(page).startNextPlan("恩平市科学技术发展“十三五”规划");
  await room.ready();
});

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** How far the rows are scrolled, in px. */
const scrolled = () => page.locator(".grid-frame .ag-grid-viewport").evaluate((area) => area.scrollTop);
const chooseInMenu = async (indicator: string, column: string, entry: string) => {
  await (await room.cell(indicator, column)).click({ button: "right" });
  await page.getByRole("menuitem", { name: entry, exact: true }).click();
};
const undone = async (indicator: string, column: string, text: string) => {
  await press("Control+z");
  await expect.poll(() => room.text(indicator, column)).toBe(text);
};

test("the first row stays in sight when it is frozen, and blocks reach over the line", async () => {
  await chooseInMenu(FIRST, NAME, "冻结首行");
  await room.choose(SECOND, BASE);
  await press("Control+End");
  await expect.poll(() => room.active()).not.toContain(SECOND);
  const top = async () => ({
    first: await (await room.cell(FIRST, NAME)).boundingBox(),
    grid: await room.grid.boundingBox(),
  });
  const { first, grid } = await top();
  expect((first?.y ?? 0) - (grid?.y ?? 0)).toBeLessThan(60);
  expect(await scrolled()).toBeGreaterThan(100);

  await press("Control+Home");
  await room.choose(FIRST, DEPARTMENT);
  await press("Shift+ArrowDown");
  await page.keyboard.type("统计局");
  await press("Control+Enter");
  await expect.poll(() => room.texts([FIRST, SECOND], [DEPARTMENT])).toEqual([["统计局"], ["统计局"]]);
  await undone(SECOND, DEPARTMENT, "未指定");
  await chooseInMenu(FIRST, NAME, "取消冻结行");
});

test("a copied text keeps its spaces over the clipboard", async () => {
  await room.type(FIRST, DEPARTMENT, "科技局  规划科");
  await room.choose(FIRST, DEPARTMENT);
  await press("Control+c");
  await room.choose(SECOND, DEPARTMENT);
  await press("Control+v");
  const cell = await room.cell(SECOND, DEPARTMENT);
  await expect
    .poll(() => cell.locator(".cell-text").evaluate((text) => text.textContent))
    .toContain("科技局  规划科");
  await undone(SECOND, DEPARTMENT, "未指定");
  await undone(FIRST, DEPARTMENT, "未指定");
});

test("a search within the selection stays with its cells when the rows are sorted", async () => {
  await room.select([FIRST, DEPARTMENT], [SECOND, DEPARTMENT]);
  await page.keyboard.type("统计局");
  await press("Control+Enter");
  await room.type(HIGH_TECH, DEPARTMENT, "统计局");
  await room.select([FIRST, DEPARTMENT], [SECOND, DEPARTMENT]);
  await press("Control+f");
  const bar = page.getByRole("search", { name: "查找和替换" });
  await bar.getByRole("textbox", { name: "查找" }).fill("统计局");
  await expect.poll(() => bar.getByRole("status").innerText()).toContain("2 处");
  await room.openHeaderMenu(NAME);
  await page.getByText("降序排列", { exact: true }).click();
  await expect.poll(async () => (await room.names())[0]).not.toBe(FIRST);
  await expect.poll(() => bar.getByRole("status").innerText()).toContain("2 处");
  await bar.getByRole("button", { name: "下一处" }).click();
  await expect.poll(() => room.active()).toMatch(/^(?:全社会)?研究与开发.*责任部门/u);
  await bar.getByRole("button", { name: "关闭查找" }).click();
  await room.openHeaderMenu(NAME);
  await page.getByRole("menuitem", { name: "恢复规划顺序" }).click();
  await expect.poll(async () => (await room.names())[0]).toBe(FIRST);
  await undone(HIGH_TECH, DEPARTMENT, "未指定");
  await undone(FIRST, DEPARTMENT, "未指定");
});

test("a mistake that a column's filter keeps back is listed, and its entry leads there", async () => {
  await room.type(HIGH_TECH, TARGET, "3—2家");
  await room.type(SECOND, TARGET, "5—2");
  await room.openHeaderMenu(UNIT);
  await page.getByRole("menuitem", { name: "筛选此列…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("包含文字").check();
  await dialog.getByRole("textbox").fill("亿元");
  await press("Enter");
  await expect.poll(() => room.names()).not.toContain(HIGH_TECH);
  await page.getByRole("radio", { name: /^有误 2/u }).check({ force: true });
  await room.evidence.getByText("有误 2").waitFor();
  await room.evidence.getByRole("button", { name: new RegExp(`^${HIGH_TECH}`, "u") }).click();
  await expect.poll(() => room.active()).toContain(`${HIGH_TECH} · ${TARGET}`);
  expect([...(await room.names())].sort()).toEqual([HIGH_TECH, SECOND].sort());
  await page.getByRole("radio", { name: /^全部/u }).check({ force: true });
});

test("replacing units asks what they mean, and tells what it replaced only then", async () => {
  await room.type(SECOND, BASE, "2.3");
  await room.choose(SECOND, UNIT);
  await press("Control+h");
  const bar = page.getByRole("search", { name: "查找和替换" });
  await bar.getByRole("textbox", { name: "查找" }).fill("亿元");
  await bar.getByRole("textbox", { name: "替换为" }).fill("万元");
  await bar.getByRole("button", { name: "全部替换" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  expect(await bar.getByRole("status").innerText()).not.toContain("已替换");
  await dialog.getByRole("button").first().click();
  await dialog.waitFor({ state: "detached" });
  expect(await room.text(SECOND, UNIT)).toBe("亿元");
  expect(await bar.getByRole("status").innerText()).not.toContain("已替换");
  await bar.getByRole("button", { name: "全部替换" }).click();
  await dialog.getByRole("button").last().click();
  await expect.poll(() => bar.getByRole("status").innerText()).toMatch(/^已替换 \d+ 格/u);
  await expect.poll(() => room.text(SECOND, BASE)).toContain("23000");
  await bar.getByRole("button", { name: "关闭查找" }).click();
});

/** What a cell holds, with its line breaks. */
const lines = async (indicator: string, column: string) =>
  (await room.cell(indicator, column)).locator(".cell-text").evaluate((text) => text.textContent);

test("a line break within a cell outlives its opening, and Alt+Enter puts one in", async () => {
  const input = room.main.locator(".cell-input");
  await room.choose(FIRST, DEPARTMENT);
  await room.paste({ text: '"科技局\n工信局"\r\n' });
  await expect.poll(() => lines(FIRST, DEPARTMENT)).toBe("科技局\n工信局");
  await press("F2");
  await expect.poll(() => input.inputValue()).toBe("科技局↵工信局");
  await press("Enter");
  await expect.poll(() => room.active()).toContain(SECOND);
  expect(await lines(FIRST, DEPARTMENT)).toBe("科技局\n工信局");

  await room.choose(FIRST, DEPARTMENT);
  await press("F2");
  await page.keyboard.type("、统计局");
  await press("Enter");
  await expect.poll(() => lines(FIRST, DEPARTMENT)).toBe("科技局\n工信局、统计局");
  await undone(FIRST, DEPARTMENT, "科技局 工信局");
  // Opening it was no edit: what is undone next is the paste.
  await undone(FIRST, DEPARTMENT, "未指定");

  await room.choose(SECOND, DEPARTMENT);
  await page.keyboard.type("科技局");
  await press("Alt+Enter");
  await page.keyboard.type("工信局");
  await press("Enter");
  await expect.poll(() => lines(SECOND, DEPARTMENT)).toBe("科技局\n工信局");
  await undone(SECOND, DEPARTMENT, "未指定");
});

test("text copied out of an entry, and pasted into one, has its line breaks", async () => {
  const input = room.main.locator(".cell-input");
  await room.choose(FIRST, DEPARTMENT);
  await page.keyboard.type("由");
  await room.paste({ text: "科技局\r\n工信局\r\n" });
  await expect.poll(() => input.inputValue()).toBe("由科技局↵工信局");
  await press("Control+a");
  expect((await room.taken("copy")).text).toBe("由科技局\n工信局");
  expect((await room.taken("cut")).text).toBe("由科技局\n工信局");
  await expect.poll(() => input.inputValue()).toBe("");
  await press("Escape");
  await expect.poll(() => room.text(FIRST, DEPARTMENT)).toBe("未指定");
});

test("F2 while typing lets the arrows move within the text, and F2 again lets them leave the cell", async () => {
  await room.choose(FIRST, DEPARTMENT);
  await page.keyboard.type("科局");
  await press("F2", "ArrowLeft");
  await page.keyboard.type("技");
  expect(await room.active()).toContain(FIRST);
  await press("F2", "ArrowDown");
  await expect.poll(() => room.active()).toContain(SECOND);
  await expect.poll(() => room.text(FIRST, DEPARTMENT)).toBe("科技局");
  await undone(FIRST, DEPARTMENT, "未指定");
});

test("a value that only stands in is confirmed by typing it, and says that it cannot be cleared", async () => {
  const stands = async () => (await room.marks(HIGH_TECH, BASE)).includes("暂用");
  const before = await room.text(HIGH_TECH, BASE);
  expect(await stands()).toBe(true);
  await room.choose(HIGH_TECH, BASE);
  await press("Delete");
  await expect.poll(() => room.note.innerText()).toContain("不能清除");
  expect(await room.text(HIGH_TECH, BASE)).toBe(before);
  await press("F2", "Enter");
  await expect.poll(() => room.active()).not.toContain(HIGH_TECH);
  expect(await stands()).toBe(true);
  await room.type(HIGH_TECH, BASE, "33");
  await expect.poll(stands).toBe(false);
  await undone(HIGH_TECH, BASE, before);
  await expect.poll(stands).toBe(true);
});

test("the cursor stays at the neighbour when the undo of a copy takes its row away", async () => {
  await press("Control+End");
  await expect.poll(scrolled).toBeGreaterThan(100);
  const all = await room.names();
  const [copied = "", next = ""] = all.slice(-3);
  const copies = async () => (await room.names()).filter((name) => name === copied).length;
  await chooseInMenu(copied, DEPARTMENT, "复制为新行");
  await expect.poll(copies).toBe(2);
  await expect.poll(() => room.active()).toContain(`${copied} · ${DEPARTMENT}`);
  await press("Control+z");
  await expect.poll(copies).toBe(1);
  await expect.poll(() => room.active()).toContain(`${next} · ${DEPARTMENT}`);
  expect(await scrolled()).toBeGreaterThan(100);
  await page.keyboard.type("统计局");
  await press("Enter");
  await expect.poll(() => room.text(next, DEPARTMENT)).toBe("统计局");
  await undone(next, DEPARTMENT, "未指定");
});

test("whole rows are pasted under their own columns, wherever in its row the active cell stands", async () => {
  const [patents, invention] = ["年发明专利申请量", "年发明专利授权量"];
  await room.choose(patents, UNIT);
  await press("Shift+ ", "Control+c");
  await room.choose(invention, TARGET);
  await press("Control+v");
  await expect.poll(async () => (await room.names()).filter((name) => name === patents)).toHaveLength(2);
  await press("Control+z");
  await expect.poll(() => room.names()).toContain(invention);
  expect(await room.text(invention, UNIT)).toBe("件");
});

test("a plan without rows takes a block from Excel from the names on", async () => {
  const all = (await room.names()).length;
  await room.choose(FIRST, NAME);
  await press("Control+a", "Control+-");
  await room.main.getByText("这部规划还没有指标", { exact: false }).waitFor();
  await page.locator("body").click({ position: { x: 600, y: 500 } });
  await room.paste({ text: "高新技术企业\t家\r\n研发投入\t亿元\r\n" });
  await expect.poll(() => room.names()).toEqual(["高新技术企业", "研发投入"]);
  expect(await room.texts(["高新技术企业", "研发投入"], [UNIT])).toEqual([["家"], ["亿元"]]);
  await expect.poll(() => room.note.innerText()).toContain("新增 2 行");
  await room.choose("研发投入", UNIT);
  await press("Control+z", "Control+z");
  await expect.poll(async () => (await room.names()).length).toBe(all);
});
