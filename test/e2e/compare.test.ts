import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CompareRoom } from "./rooms/compare-room.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { onMachine } from "./on-machine.ts";
import { filesIn, type Workbench } from "./start-workbench.ts";

describe("one concept over all plans, by keyboard", () => {
  let workbench: Workbench;
  let page: Page;
  let compare: CompareRoom;

  onMachine(async (started) => {
    workbench = started;
    page = workbench.page;
    compare = new CompareRoom(page);
    await new LibraryRoom(page).ready();
  });

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  test("opens with the concept that most plans have", async () => {
    await press("Control+3");
    await compare.toConcepts();
    await expect.poll(() => compare.heading.first().innerText()).toBe("研发经费投入强度");
  });

  // Enping lines 62 and 102, Taishan 13, 34 and 122, Heshan 87, Jiangmen 2, Shaoguan 61.
  test.each([
    ["恩平“十三五”", "2010", /^0\.28 推算$/u],
    ["恩平“十三五”", "2015", /^1\.5 基期$/u],
    ["恩平“十三五”", "2020", /^达到2\.5% 目标$/u],
    ["台山“十三五”", "2011", /^0\.94$/u],
    ["台山“十三五”", "2015", /^1\.54 基期$/u],
    ["台山“十三五”", "2017", /^达到2\.1% 里程碑$/u],
    ["台山“十三五”", "2020", /^(?:达到)?2\.50?% 目标$/u],
    ["鹤山“十四五”", "2019", /^2\.92 基期$/u],
    ["江门“十四五”", "2020", /^2\.45 基期$/u],
    ["韶关 2017—2020", "2020", /^达到2% 目标$/u],
  ])("tells R&D intensity of %s in %s", async (plan, year, shown) => {
    expect(await compare.text(plan, year)).toMatch(shown);
  });

  test("asks of shares for points a year: (2.5 − 1.5) / 5", async () => {
    expect(await compare.text("恩平“十三五”", "所需年均")).toBe("0.20 个百分点");
  });

  test("finds a concept by pinyin and opens it with Enter", async () => {
    await press("Control+f");
    await page.keyboard.type("gxjsqy");
    await press("ArrowDown");
    await expect.poll(() => compare.concepts.evaluate((list) => list === document.activeElement)).toBe(true);
    await press("Home", "Enter");
    await expect.poll(() => compare.heading.first().innerText()).toBe("高新技术企业");
    // Shaoguan line 20, Jiangmen line 2, Heshan line 87, Enping line 64.
    await expect.poll(() => compare.text("韶关 2017—2020", "2020")).toMatch(/^保底100家，力争130家/u);
    expect(await compare.text("江门“十四五”", "2020")).toMatch(/^1845/u);
    expect(await compare.text("鹤山“十四五”", "2020")).toMatch(/^215/u);
    expect(await compare.text("恩平“十三五”", "2015")).toMatch(/^16/u);
  });

  test("keeps national enterprises apart and says why", async () => {
    await expect
      .poll(() => compare.grid.innerText())
      .toMatch(/口径不同，不能直接比较：以下为国家高新技术企业.*上表为高新技术企业/u);
    // Enping line 64: 9 national ones of 16; in its second row.
    await expect.poll(() => compare.rows("恩平“十三五”").count()).toBe(2);
    expect(await compare.rows("恩平“十三五”").nth(1).innerText()).toContain("达到33家");
    expect(await compare.chart.innerText()).not.toContain("台山");
  });

  test("draws the other caliber when the planner knowingly asks for it", async () => {
    const draw = compare.grid.getByRole("checkbox", { name: "把“国家高新技术企业”画入图中" });
    await draw.focus();
    await press("Space");
    await expect.poll(() => compare.chart.innerText()).toContain("台山");
    await expect.poll(() => compare.main.innerText()).toContain("虚线为其他口径");
    await press("Space");
    await expect.poll(() => compare.chart.innerText()).not.toContain("台山");
  });

  test("copies the table for a spreadsheet", async () => {
    await compare.main.getByRole("button", { name: "复制表格" }).focus();
    await press("Enter");
    await compare.notice.getByText("表格已复制").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n")[0]).toBe("高新技术企业（家）");
    expect(copied).toContain("保底100家，力争130家");
  });

  test("exports the chart in the size of the text column", async () => {
    await press("Control+Shift+E");
    const dialog = page.getByRole("dialog", { name: "导出图" });
    await dialog.waitFor();
    await press("Enter");
    await dialog.waitFor({ state: "detached" });
    expect(await filesIn(workbench.exportFolder)).toEqual(["高新技术企业：各规划实绩与目标-整栏.png"]);
  });

  test("goes from a cell to the plan's own table", async () => {
    await (await compare.cell("韶关 2017—2020", "2020")).focus();
    await press("Enter");
    const indicators = new IndicatorRoom(page);
    await indicators.ready();
    await expect.poll(() => page.getByRole("banner").innerText()).toContain("韶关市科技创新发展行动计划");
    await expect
      .poll(() => page.getByRole("region", { name: "依据" }).innerText())
      .toContain("保底100家，力争130家");
  });

  test("comes back from the evidence of an indicator, and from the library", async () => {
    await page.getByRole("region", { name: "依据" }).getByRole("link", { name: "在各规划中对照" }).click();
    await expect.poll(() => compare.heading.first().innerText()).toBe("高新技术企业");
    const library = new LibraryRoom(page);
    await library.show();
    await library.plan("台山市科技创新“十三五”规划").click();
    await library.selected.getByRole("button", { name: "在各规划中对照" }).click();
    await compare.ready();
    // What the library tells of Taishan's plan.
    await expect.poll(() => compare.heading.first().innerText()).toBe("研发经费投入强度");
  });

  test("says of an unknown concept that there is none, and does not come back to it", async () => {
    const known = await compare.heading.first().innerText();
    await page.evaluate(() => location.assign("#/compare/no-such-concept"));
    await compare.main.getByText("概念目录中没有该概念。").waitFor();
    await new LibraryRoom(page).show();
    await press("Control+3");
    await compare.toConcepts();
    await expect.poll(() => compare.heading.first().innerText()).toBe(known);
  });

  test("holds a draft as well, named as what it is", async () => {
    const library = new LibraryRoom(page);
    await library.show();
    await library.startNextPlan("恩平市科学技术发展“十三五”规划");
    await compare.show();
    await expect.poll(() => compare.rows("恩平“十四五”").first().innerText()).toContain("草案");
  });

  test("did all that without an error and without a request", () => {
    expect(workbench.pageErrors).toEqual([]);
    expect(workbench.strayRequests()).toEqual([]);
  });
});
