import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { DraftingRoom } from "./rooms/drafting-room.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { onMachine } from "./on-machine.ts";

/** Three neighbouring rows of Enping's next plan; the unit of the first is 家, of the others %. */
const ROWS = ["国家高新技术企业", "骨干企业研发机构覆盖", "规模以上工业企业建立研发机构比例"] as const;
const [FIRST, SECOND, THIRD] = ROWS;
const [OLDER, BASE, TARGET] = ["2015 实绩", "2020 基期", "2025 目标表述"];
const [GROWTH, DEPARTMENT] = ["所需年均增长", "责任部门"];

const clipboard = (file: string) => readFile(resolve(import.meta.dirname, "clipboard", file), "utf8");

describe("the indicator table as a spreadsheet", () => {
  let page: Page;
  let room: IndicatorRoom;

  onMachine(async (workbench) => {
    page = workbench.page;
    room = new IndicatorRoom(page);
    await page.setViewportSize({ width: 1366, height: 768 });
    await new LibraryRoom(page).ready();
    await page.evaluate(() => {
      location.hash = "/plan/enping-13/indicators";
    });
    await room.ready();
    await page.getByRole("button", { name: "编制下一期规划" }).click();
    await new DraftingRoom(page).makeAtOnce();
    await room.ready();
  });
  beforeEach(() => room.choose(FIRST, BASE));

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** What a screen reader says of the cell that has the focus. */
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  const undone = async (indicator: string, column: string, text: string) => {
    await press("Control+z");
    await expect.poll(() => room.text(indicator, column)).toBe(text);
  };

  describe("selecting", () => {
    test("by dragging and by Shift with arrows gives the same block, counted in the status bar", async () => {
      await room.drag([FIRST, BASE], [THIRD, TARGET]);
      expect(await focused()).toContain("选定 2 列 × 3 行");
      const figures = "选定 2 列 × 3 行 计数 2 空 4 单位不一";
      await expect.poll(() => room.figures()).toBe(figures);
      await press("ArrowLeft");
      await press("ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown");
      await expect.poll(() => room.figures()).toBe(figures);
    });

    test("a row across years reckons its yearly growth", async () => {
      await room.select([FIRST, OLDER], [FIRST, BASE]);
      // 9 → 33 in five years: (33 / 9)^(1/5) − 1 = 29.7 %.
      await expect
        .poll(() => room.figures())
        .toBe("选定 3 列 × 1 行 计数 3 空 0 求和 42 家 平均 21 家 最小 9 最大 33 年均增长 29.7 %");
    });

    test("Tab and Enter walk within a block; Enter comes back under the first Tab without one", async () => {
      await room.select([FIRST, BASE], [SECOND, TARGET]);
      await press("Tab", "Tab");
      expect(await focused()).toMatch(new RegExp(`^${SECOND} · ${BASE}`, "u"));
      await press("Tab", "Tab", "Enter");
      expect(await focused()).toMatch(new RegExp(`^${SECOND} · ${BASE}`, "u"));
      await room.choose(FIRST, BASE);
      await press("Tab", "Tab", "Enter");
      expect(await focused()).toMatch(new RegExp(`^${SECOND} · ${BASE}`, "u"));
    });

    test("whole rows, whole columns and everything", async () => {
      const header = room.grid.getByRole("columnheader");
      await header.filter({ hasText: "责任部门" }).click();
      expect(await focused()).toContain("选定 1 列 × 32 行");
      await header.filter({ hasText: "单位" }).click({ modifiers: ["Shift"] });
      expect(await focused()).toMatch(/选定 \d+ 列 × 32 行/u);
      const number = (await room.cell(SECOND, BASE)).locator("xpath=ancestor::*[@row-id]");
      await number.locator('[col-id="number"]').click();
      await press("Shift+ArrowDown");
      expect(await focused()).toMatch(/选定 \d+ 列 × 2 行/u);
      await room.choose(FIRST, BASE);
      await press("Control+a");
      expect(await focused()).toMatch(/选定 \d+ 列 × 32 行/u);
    });

    test("several blocks with Ctrl", async () => {
      await (await room.cell(SECOND, TARGET)).click({ modifiers: ["Control"] });
      await press("Shift+ArrowDown");
      expect(await focused()).toContain("选定 2 块，共 3 格");
    });

    test("scrolls while the pointer is dragged beyond the last row", async () => {
      const start = await (await room.cell(FIRST, BASE)).boundingBox();
      if (start === null) throw new Error("The cell is not in sight");
      await page.mouse.move(start.x + 5, start.y + 5);
      await page.mouse.down();
      await page.mouse.move(start.x + 5, 764, { steps: 3 });
      await expect.poll(focused).toContain("选定 1 列 × 25 行");
      await page.mouse.up();
      await press("Control+Home");
    });
  });

  describe("the clipboard of another program", () => {
    test.each(["excel", "wps", "libreoffice"])("of %s, as a table, is one command", async (program) => {
      await room.paste({
        html: await clipboard(`${program}.html`),
        text: await clipboard(`${program}.tsv`),
      });
      await expect
        .poll(() => room.texts(ROWS, [BASE, TARGET]))
        .toEqual([
          ["34", "保底100家，力争130家"],
          ["45.5", "达到60%"],
          ["51", "全覆盖"],
        ]);
      expect(await focused()).toContain("选定 2 列 × 3 行");
      await undone(FIRST, BASE, "33");
      expect(await room.texts(ROWS, [BASE, TARGET])).toEqual([
        ["33", "—"],
        ["—", "—"],
        ["50", "—"],
      ]);
      expect(await focused()).toContain("选定 2 列 × 3 行");
    });

    test("of LibreOffice, as text alone, reads the quoted line break", async () => {
      await room.paste({ text: await clipboard("libreoffice.tsv") });
      await expect.poll(() => room.text(FIRST, TARGET)).toBe("保底100家，力争130家");
      expect(await room.text(SECOND, BASE)).toBe("45.5");
      await undone(FIRST, BASE, "33");
    });

    test("with one value fills the block, and a smaller block repeats in it", async () => {
      await room.select([FIRST, DEPARTMENT], [THIRD, DEPARTMENT]);
      await room.paste({ text: "科工商务局" });
      await expect.poll(() => room.text(THIRD, DEPARTMENT)).toBe("科工商务局");
      await undone(THIRD, DEPARTMENT, "未指定");
      const rows = ["年发明专利申请量", "年发明专利授权量", "国际发明专利", "“十二五”专利授权总量"];
      await room.select([rows[0] ?? "", DEPARTMENT], [rows[3] ?? "", DEPARTMENT]);
      await room.paste({ text: "市场监管局\n统计局\n" });
      await expect
        .poll(() => room.texts(rows, [DEPARTMENT]))
        .toEqual([["市场监管局"], ["统计局"], ["市场监管局"], ["统计局"]]);
      await undone(rows[0] ?? "", DEPARTMENT, "未指定");
    });

    test("keeps a formula as the text that it is", async () => {
      await room.choose(FIRST, DEPARTMENT);
      await room.paste({ text: "=cmd|' /C calc'!A0" });
      await expect.poll(() => room.text(FIRST, DEPARTMENT)).toBe("=cmd|' /C calc'!A0");
      const { html, text } = await room.taken("copy");
      expect(text).toBe("=cmd|' /C calc'!A0");
      expect(html).toContain(`<td style='mso-number-format:"\\@"'>=cmd|' /C calc'!A0</td>`);
      await undone(FIRST, DEPARTMENT, "未指定");
    });

    test("adds rows at the end where it is longer than the table, as one command", async () => {
      await press("Control+End");
      await page.keyboard.press("Home");
      await room.choose("农村科普示范基地", "指标名称");
      await room.paste({ text: "农村科普示范基地\t个\n科普教育基地\t个\n科技志愿者\t万人" });
      await expect.poll(() => room.note.innerText()).toContain("已在规划末尾新增 2 行");
      await expect.poll(() => room.text("科技志愿者", "单位")).toBe("万人");
      await press("Control+z");
      await expect.poll(() => room.grid.getByRole("rowheader", { name: "科技志愿者" }).count()).toBe(0);
      expect(await room.text("农村科普示范基地", "单位")).toBe("个");
      await press("Control+Home");
    });

    test("says how much had no cell to go into", async () => {
      await room.choose(FIRST, TARGET);
      await room.paste({ text: "达到90家\t12%\t统计局" });
      await expect.poll(() => room.note.innerText()).toContain("已粘贴 2 格；1 格");
      expect(await room.text(FIRST, GROWTH)).not.toBe("12%");
      await undone(FIRST, DEPARTMENT, "未指定");
    });
  });

  describe("copying and moving", () => {
    test("gives text and an escaped table, and pastes back through the system's clipboard", async () => {
      await room.choose(THIRD, DEPARTMENT);
      await page.keyboard.type('<b>"局"&司</b>');
      await press("Enter");
      await room.choose(THIRD, DEPARTMENT);
      const { html, text } = await room.taken("copy");
      expect(text).toBe('<b>"局"&司</b>');
      expect(html).toContain('&lt;b&gt;"局"&amp;司&lt;/b&gt;');
      await press("Control+c");
      await room.choose(FIRST, DEPARTMENT);
      await press("Control+v");
      await expect.poll(() => room.text(FIRST, DEPARTMENT)).toBe('<b>"局"&司</b>');
      await undone(FIRST, DEPARTMENT, "未指定");
      await undone(THIRD, DEPARTMENT, "未指定");
    });

    test("leaves cut cells in place until they are pasted, and moves them as one command", async () => {
      await room.choose(FIRST, BASE);
      await press("Control+x");
      expect(await room.text(FIRST, BASE)).toBe("33");
      await room.choose(SECOND, BASE);
      await press("Control+v");
      await expect.poll(() => room.text(SECOND, BASE)).toBe("33");
      await undone(SECOND, BASE, "—");
      expect(await room.text(FIRST, BASE)).toBe("33");
      await room.choose(FIRST, BASE);
      await press("Control+x", "Escape");
      await expect.poll(() => room.grid.locator(".sheet-cut").count()).toBe(0);
    });
  });

  describe("filling", () => {
    test("two numbers go on as a series; the menu makes it a geometric one", async () => {
      await room.choose(FIRST, BASE);
      await room.paste({ text: "10\n20" });
      await room.fill(["新增高新技术产品", BASE]);
      const rows = [...ROWS, "新增高新技术产品"];
      await expect.poll(() => room.texts(rows, [BASE])).toEqual([["10"], ["20"], ["30"], ["40"]]);
      await press("Alt+ArrowDown");
      await page.getByRole("menuitemradio", { name: "等比序列" }).click();
      await expect.poll(() => room.texts(rows, [BASE])).toEqual([["10"], ["20"], ["40"], ["80"]]);
      await undone(THIRD, BASE, "50");
      await undone(FIRST, BASE, "33");
    });

    test("Ctrl+D and Ctrl+R copy the first cells of a block", async () => {
      await room.choose(FIRST, DEPARTMENT);
      await page.keyboard.type("统计局");
      await press("Enter");
      await room.select([FIRST, DEPARTMENT], [THIRD, DEPARTMENT]);
      await press("Control+d");
      await expect.poll(() => room.texts(ROWS, [DEPARTMENT])).toEqual([["统计局"], ["统计局"], ["统计局"]]);
      await undone(THIRD, DEPARTMENT, "未指定");
      await undone(FIRST, DEPARTMENT, "未指定");
      await room.select([FIRST, OLDER], [FIRST, BASE]);
      await press("Control+r");
      await expect.poll(() => room.text(FIRST, BASE)).toBe("9");
      await undone(FIRST, BASE, "33");
    });

    test("a double click on the handle fills as far down as the column beside it", async () => {
      await room.choose("年发明专利申请量", TARGET);
      await page.keyboard.type("达到200件");
      await press("Enter");
      await room.choose("年发明专利申请量", TARGET);
      await room.grid.locator(".sheet-handle").dblclick();
      await expect.poll(() => room.text("年发明专利授权量", TARGET)).toBe("达到200件");
      expect(await room.text("国际发明专利", TARGET)).toBe("—");
      await undone("年发明专利授权量", TARGET, "—");
      await undone("年发明专利申请量", TARGET, "—");
    });

    test("Delete empties the block and Ctrl+Enter fills it, each as one command", async () => {
      await room.select([FIRST, DEPARTMENT], [THIRD, DEPARTMENT]);
      await page.keyboard.type("工信局");
      await press("Control+Enter");
      await expect.poll(() => room.texts(ROWS, [DEPARTMENT])).toEqual([["工信局"], ["工信局"], ["工信局"]]);
      await press("Delete");
      await expect.poll(() => room.text(SECOND, DEPARTMENT)).toBe("未指定");
      await undone(SECOND, DEPARTMENT, "工信局");
      await undone(SECOND, DEPARTMENT, "未指定");
    });
  });

  test("an undo from the toolbar selects what it changed and brings it into sight", async () => {
    await room.select([FIRST, DEPARTMENT], [THIRD, DEPARTMENT]);
    await page.keyboard.type("工信局");
    await press("Control+Enter");
    await expect.poll(() => room.text(THIRD, DEPARTMENT)).toBe("工信局");
    await press("Control+End", "Escape");
    const inSight = async () => {
      const [cell, grid] = [
        await (await room.cell(FIRST, DEPARTMENT)).boundingBox(),
        await room.grid.boundingBox(),
      ];
      return (
        cell !== null && grid !== null && cell.y > grid.y + 30 && cell.y + cell.height < grid.y + grid.height
      );
    };
    await expect.poll(inSight).toBe(false);
    await page.getByRole("button", { name: /^撤销/u }).click();
    await expect.poll(() => room.active()).toContain("选定 1 列 × 3 行");
    expect(await room.active()).toContain(`${FIRST} · ${DEPARTMENT}`);
    await expect.poll(inSight).toBe(true);
    expect(await room.text(THIRD, DEPARTMENT)).toBe("未指定");
  });

  test("finds in either width and case and replaces all as one command", async () => {
    await room.select([FIRST, DEPARTMENT], [THIRD, DEPARTMENT]);
    await page.keyboard.type("科技局R&D处");
    await press("Control+Enter");
    await expect.poll(() => room.text(THIRD, DEPARTMENT)).toBe("科技局R&D处");
    await room.choose(FIRST, BASE);
    await press("Control+h");
    const bar = page.getByRole("search", { name: "查找和替换" });
    await bar.getByRole("textbox", { name: "查找" }).fill("ｒ＆d处");
    await expect.poll(() => bar.getByRole("status").innerText()).toBe("3 处");
    await press("Enter");
    await expect.poll(() => bar.getByRole("status").innerText()).toBe("第 1 / 3 处");
    await bar.getByRole("textbox", { name: "替换为" }).fill("科");
    await bar.getByRole("button", { name: "全部替换" }).click();
    await expect
      .poll(() => room.texts(ROWS, [DEPARTMENT]))
      .toEqual([["科技局科"], ["科技局科"], ["科技局科"]]);
    await bar.getByRole("textbox", { name: "查找" }).focus();
    await press("Escape");
    await undone(THIRD, DEPARTMENT, "科技局R&D处");
    await undone(THIRD, DEPARTMENT, "未指定");
    await new Frame(page).waitUntilSaved();
  });
});
