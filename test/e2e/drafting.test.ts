import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe-violations.ts";
import { DraftingRoom } from "./rooms/drafting-room.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { onMachine } from "./on-machine.ts";
import type { Workbench } from "./start-workbench.ts";

const ENPING = "恩平市科学技术发展“十三五”规划";
const NEXT = "恩平市科学技术发展“十四五”规划";
const HIGH_TECH = "国家高新技术企业";
const TOTAL = "“十二五”专利授权总量";
const TARGET = "2025 目标表述";
const STEPS = ["基本信息", "指标", "基期", "目标", "核对"] as const;

describe("the plan after Enping's, decided step by step", () => {
  let workbench: Workbench;
  let page: Page;
  let library: LibraryRoom;
  let drafting: DraftingRoom;
  let indicators: IndicatorRoom;

  onMachine(async (started) => {
    workbench = started;
    page = workbench.page;
    library = new LibraryRoom(page);
    drafting = new DraftingRoom(page);
    indicators = new IndicatorRoom(page);
    await library.ready();
    await library.plan(ENPING).click();
  });

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Name of the control that has the focus, and what it says of itself. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const group = element?.closest("[role=radiogroup]")?.getAttribute("aria-label") ?? "";
      const label = element?.getAttribute("aria-label") ?? element?.parentElement?.textContent ?? "";
      return `${group} ${label}`.trim();
    });
  const pressUntil = async (key: string, wanted: string, limit: number) => {
    for (let step = 0; step < limit; step += 1) {
      if ((await focused()).includes(wanted)) return;
      await press(key);
    }
    expect(await focused()).toContain(wanted);
  };

  test("is left by Esc without a trace in the library, and remembers what was chosen", async () => {
    await press("Control+n");
    await drafting.step("基本信息").waitFor();
    const title = drafting.main.getByRole("textbox", { name: "规划名称" });
    expect(await title.inputValue()).toBe(NEXT);
    await title.fill("恩平市规划");
    await press("Escape");
    await library.ready();
    expect(await library.titles()).toHaveLength(5);
    await press("Control+n");
    await drafting.step("基本信息").waitFor();
    expect(await title.inputValue()).toBe("恩平市规划");
    await title.fill(NEXT);
  });

  test("says what becomes of an indicator by keys alone, and wants a reason", async () => {
    await drafting.next.focus();
    await press("Enter");
    await drafting.step("指标").waitFor();
    await pressUntil("Tab", "全社会研究与开发（R&D）投入占GDP比重 的去向", 40);
    await pressUntil("ArrowDown", `${TOTAL} 的去向`, 40);
    await press("ArrowRight", "ArrowRight");
    const row = drafting.row(TOTAL);
    expect(await row.getByRole("radio", { name: "不再列入" }).isChecked()).toBe(true);
    expect(await drafting.steps.getByRole("img", { name: "有待更正" }).count()).toBe(1);
    await press("Tab");
    await page.keyboard.type("“十二五”合计数，不再统计");
    await expect.poll(() => drafting.steps.getByRole("img", { name: "有待更正" }).count()).toBe(0);
    await drafting.steps.getByText("31 项，不再列入 1 项").waitFor();
  });

  test("gives all marked indicators one fate and one reason", async () => {
    const step = drafting.step("指标");
    for (const name of ["“十二五”发明专利授权总量", "“十二五”征集上报科技项目"]) {
      await step.getByRole("checkbox", { name: `选中 ${name}` }).check();
    }
    const bulk = step.getByRole("group", { name: "成批确定去向" });
    await bulk.getByRole("textbox", { name: "选中各项的理由" }).fill("“十二五”合计数");
    await bulk.getByRole("button", { name: "不再列入" }).click();
    await drafting.steps.getByText("29 项，不再列入 3 项").waitFor();
  });

  test("takes up what only the superior plan has", async () => {
    const offered = drafting.step("指标").getByRole("region", { name: /上位规划有、前期无/u });
    await offered.getByRole("checkbox", { name: "列入 科技型中小企业数量" }).check();
    await drafting.steps.getByText("30 项，不再列入 3 项").waitFor();
  });

  test("reads a base as it is typed, and goes down by Enter", async () => {
    const step = await drafting.go("基期");
    const base = step.getByRole("textbox", { name: "科技型中小企业数量 的基期值" });
    await base.fill("一百多");
    await drafting.row("科技型中小企业数量").getByText("未读成数值").waitFor();
    await base.fill("１００家");
    await drafting.row("科技型中小企业数量").getByText("自填").waitFor();
    await step.getByRole("textbox", { name: `${HIGH_TECH} 的基期值` }).focus();
    await press("Enter");
    expect(await focused()).toContain("新增高新技术产品 的基期值");
  });

  test("an emptied base waits for what is typed next, and says what is proposed again when it is left empty", async () => {
    const base = drafting.step("基期").getByRole("textbox", { name: `${HIGH_TECH} 的基期值` });
    // Enping line 104: 33 by 2020, which stands in for the value of that year.
    expect(await base.inputValue()).toBe("33");
    await base.focus();
    await press("Control+a", "Delete");
    expect(await base.inputValue()).toBe("");
    await page.keyboard.type("40");
    expect(await base.inputValue()).toBe("40");
    await base.fill("");
    await press("Tab");
    await expect.poll(() => base.inputValue()).toBe("33");
  });

  test("proposes targets by a rule, in official wording with the growth that they ask for", async () => {
    const step = await drafting.go("目标");
    const target = (name: string) => step.getByRole("textbox", { name: `${name} 的目标表述` });
    // (33/9)^(1/5) − 1 = 29.67 %, and 33·(33/9) = 121 (Enping lines 64 and 104).
    expect(await target(HIGH_TECH).inputValue()).toBe("达到121家");
    await drafting.row(HIGH_TECH).getByText("29.7 %", { exact: true }).waitFor();
    await drafting.row("年发明专利授权量").getByText("前期规划缺基期，无增速").waitFor();
    // Jiangmen line 2: 1389 → 2200; 100·(2200/1389) = 158.4.
    await step.getByRole("combobox", { name: "科技型中小企业数量 的测算办法" }).selectOption("上位增速");
    expect(await target("科技型中小企业数量").inputValue()).toBe("达到158家以上");
    await target("年发明专利申请量").fill("3—2件");
    await drafting.row("年发明专利申请量").getByText("下限 3 件，大于上限 2 件").waitFor();
    await target("年发明专利申请量").fill("保底160，力争200");
    // (160/150)^(1/5) − 1 = 1.3 %, (200/150)^(1/5) − 1 = 5.9 %
    await drafting.row("年发明专利申请量").getByText("1.3～5.9 %").waitFor();
  });

  test("has all of it again after the window was loaded anew", async () => {
    await page.reload();
    const step = await drafting.go("目标");
    const target = step.getByRole("textbox", { name: "年发明专利申请量 的目标表述" });
    await expect.poll(() => target.inputValue()).toBe("保底160，力争200");
    await drafting.steps.getByText("30 项，不再列入 3 项").waitFor();
    const base = (await drafting.go("基期")).getByRole("textbox", { name: "科技型中小企业数量 的基期值" });
    expect(await base.inputValue()).toBe("１００家");
    await drafting.go("目标");
  });

  test("is made at the end, all at once, and opens", async () => {
    const review = await drafting.go("核对");
    await review.getByText("共 30 项：沿用 29，口径调整 0，新列 1；不再列入 3").waitFor();
    await drafting.make.click();
    await drafting.opened();
    await indicators.ready();
    expect(await new Frame(page).title.innerText()).toContain(NEXT);
    expect(await indicators.text(HIGH_TECH, TARGET)).toBe("达到121家");
    expect(await indicators.text("年发明专利申请量", TARGET)).toBe("保底160件，力争200件");
    expect(await indicators.text("科技型中小企业数量", TARGET)).toBe("达到158家以上");
    expect(await indicators.grid.getByRole("rowheader", { name: TOTAL, exact: true }).count()).toBe(0);
  });

  test("lists what it leaves out with its reason, and takes it up again", async () => {
    const open = page.getByRole("button", { name: "展开未列入" });
    if (await open.isVisible()) await open.click();
    else await page.getByRole("tab", { name: "未列入" }).click();
    const list = page.getByRole("region", { name: "未列入 3 项前期指标" });
    await list.getByText("“十二五”合计数，不再统计").waitFor();
    expect(await violations(page)).toEqual([]);
    await list.getByRole("button", { name: `恢复 ${TOTAL}` }).click();
    await page.getByRole("region", { name: "未列入 2 项前期指标" }).waitFor();
    await page.getByText("31 项指标").waitFor();
    await press("Control+z");
    await list.waitFor();
    await page.getByText("30 项指标").waitFor();
  });

  test("is a good draft for whoever only presses Enter", async () => {
    await library.show();
    await library.plan("台山市科技创新“十三五”规划").click();
    await press("Control+n");
    for (const step of STEPS) {
      await drafting.step(step).waitFor();
      await expect.poll(() => focused()).toContain(step);
      await press("Enter");
    }
    await drafting.opened();
    await indicators.ready();
    expect(await new Frame(page).title.innerText()).toContain("台山市科技创新“十四五”规划");
    // 2.50 + (2.50 − 1.54) = 3.46 (Taishan lines 39 and 142).
    expect(await indicators.text("研究和试验发展（R&D）经费投入强度", TARGET)).toBe("达到3.46%");
    await library.show();
    expect(await library.titles()).toHaveLength(7);
    expect(workbench.pageErrors).toEqual([]);
  });

  describe.each([
    ["zh-CN", "light"],
    ["zh-CN", "dark"],
    ["en", "light"],
    ["en", "dark"],
  ] as const)("in %s, %s", (locale, theme) => {
    beforeAll(async () => {
      await workbench.shell.host.bridge.changeSettings({ locale, theme });
      await page.reload();
      await page.locator(`html[lang="${locale}"][data-theme="${theme}"] main h1`).waitFor();
      await press("Control+1");
      await page.locator("main tbody tr").filter({ hasText: ENPING }).click();
      await press("Control+n");
    });

    test("finds axe nothing to object to at any step, with something amiss at each", async () => {
      const step = page.locator("main nav li button");
      await step.nth(1).click();
      await page.locator("main tbody tr").nth(1).getByRole("radio").nth(2).check({ force: true });
      await step.nth(2).click();
      await page.locator("main tbody input").first().fill("x");
      await step.nth(3).click();
      await page.locator("main tbody input").first().fill("3—2");
      for (const at of STEPS.keys()) {
        await step.nth(at).click();
        await page.locator(`main nav li:nth-child(${at + 1}) [aria-current]`).waitFor();
        expect(await violations(page)).toEqual([]);
      }
    });
  });
});
