import { describe, expect, test } from "vitest";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ScenarioRoom } from "./rooms/scenario-room.ts";
import { onMachine } from "./on-machine.ts";
import type { Workbench } from "./start-workbench.ts";

const INTENSITY = "研究和试验发展（R&D）经费投入强度";
const YEARS = [2016, 2017, 2018, 2019, 2020] as const;
const yearColumn = (year: number) => (year === 2020 ? "2020 目标表述" : `${year} 里程碑`);

describe("the tree of scenarios and what they suppose", () => {
  let workbench: Workbench;
  let room: ScenarioRoom;

  onMachine(async (started) => {
    workbench = started;
    room = new ScenarioRoom(workbench.page);
    const library = new LibraryRoom(workbench.page);
    await library.ready();
    await library.open("台山市科技创新“十三五”规划");
    await room.show();
    await room.ready();
    await room.main.getByRole("button", { name: "建立副本" }).click();
    await room.main.getByRole("button", { name: "采纳到规划…" }).waitFor();
  });

  const keys = (text: string) => workbench.page.keyboard.press(text);
  const tree = () => room.main.getByRole("tree", { name: "情景" });
  const item = (name: RegExp) => tree().getByRole("treeitem", { name });
  const cell = (name: RegExp) => room.main.getByRole("textbox", { name });
  const dialog = (name: string) => workbench.page.getByRole("dialog", { name });

  test("begins with 保底, 基准, 力争; a new one goes below by keys and sets a year by typing", async () => {
    expect(await tree().getByRole("treeitem").allInnerTexts()).toHaveLength(3);
    await item(/^力争/u).click();
    await keys("Insert");
    await tree().getByRole("textbox", { name: "情景名称" }).waitFor();
    await workbench.page.keyboard.type("技改放缓");
    await keys("Enter");
    await expect.poll(() => item(/^技改放缓/u).getAttribute("aria-level")).toBe("3");
    await cell(/方法：/u).focus();
    await keys("ArrowRight");
    await cell(/，2016：/u).waitFor();
    await workbench.page.keyboard.type("1.9");
    await keys("Tab");
    // Taishan, tables 1 and 2: 2.1 % in 2017 and 2.5 % in 2020 stay, since the path is only held in 2016.
    await expect.poll(() => room.pathOf("技改放缓")).toEqual(["1.90", "2.10", "2.23", "2.37", "2.50"]);
    expect(await item(/^技改放缓.*改 1/u).count()).toBe(1);
    await cell(/，2017：2.10，本情景改写/u).waitFor();
  });

  test("inherits again by one press, and undo brings the override back", async () => {
    await room.main.getByRole("button", { name: "恢复继承", exact: true }).click();
    await cell(/，2017：2.10，继承/u).waitFor();
    await cell(/，2017/u).focus();
    await keys("Control+z");
    await cell(/，2017：2.10，本情景改写/u).waitFor();
  });

  test("goes below another scenario by the menu, and away and back by keys", async () => {
    await item(/^技改放缓/u).focus();
    await keys("Shift+F10");
    await workbench.page.getByRole("menuitem", { name: "移到“基准”之下" }).click();
    await expect.poll(() => item(/^技改放缓/u).getAttribute("aria-level")).toBe("2");
    await item(/^技改放缓/u).focus();
    await keys("Delete");
    await expect.poll(() => item(/^技改放缓/u).count()).toBe(0);
    await item(/^基准/u).focus();
    await keys("Control+z");
    await item(/^技改放缓/u).waitFor();
  });

  test("knows the GDP that follows from the plan's own figures, with the lines of both", async () => {
    await room.main.getByRole("button", { name: "驱动因素…" }).click();
    const drivers = dialog("驱动因素");
    // 4.96 亿元 (line 13) ÷ 1.54 % (line 39).
    expect(Number(await drivers.getByRole("textbox", { name: "2015 年数值" }).inputValue())).toBeCloseTo(
      4.96 / 0.0154,
      2,
    );
    expect(await drivers.innerText()).toMatch(/第 13 行、.*第 39 行/u);
    await keys("Escape");
  });

  test("a path becomes the plan's targets in one step, after a look at what changes", async () => {
    await item(/^基准/u).click();
    const open = () => room.main.getByRole("button", { name: "采纳到规划…" }).click();
    await open();
    const taking = dialog("采纳“基准”的路径");
    // 1.54 % in 2015 and 0.15 percentage points a year, the mean of 2011 to 2015.
    const rows = await taking.getByRole("row").allInnerTexts();
    expect(rows.map((row) => row.split("\t").slice(1)).slice(1)).toEqual([
      ["2016 年目标", "空", "达到1.69%"],
      ["2017 年目标", "达到2.1%", "达到1.84%"],
      ["2018 年目标", "空", "达到1.99%"],
      ["2019 年目标", "空", "达到2.14%"],
      ["2020 年目标", "2.50%", "达到2.29%"],
    ]);
    await taking.getByRole("button", { name: "采纳 5 格" }).click();
    await open();
    await taking.getByText("规划中的目标已与此相同").first().waitFor();
    await keys("Escape");
    await item(/^基准/u).focus();
    await keys("Control+z");
    await open();
    await taking.getByRole("button", { name: "采纳 5 格" }).waitFor();
    await keys("Escape");
  });

  test("the path that was taken over stands in the grid year by year", async () => {
    await room.main.getByRole("button", { name: "采纳到规划…" }).click();
    await dialog("采纳“基准”的路径").getByRole("button", { name: "采纳 5 格" }).click();
    const grid = new IndicatorRoom(workbench.page);
    await grid.show();
    await workbench.page.getByRole("button", { name: /^列：/u }).click();
    await workbench.page.getByRole("radio", { name: "年度分解" }).check();
    await keys("Escape");
    const cells = () => Promise.all(YEARS.map((year) => grid.text(INTENSITY, yearColumn(year))));
    await expect.poll(cells).toEqual(["1.69", "1.84", "1.99", "2.14", "达到2.29%"]);
  });

  test("a scenario that is pinned leads to the plan's targets, and follows them when they change", async () => {
    const grid = new IndicatorRoom(workbench.page);
    await grid.type(INTENSITY, "2020 目标表述", "达到2.6%");
    await room.show();
    await room.chooseIndicator(INTENSITY);
    await item(/^基准/u).click();
    await room.main.getByRole("button", { name: "对准目标…" }).click();
    const pinning = dialog("让“基准”对准规划目标");
    await pinning.getByRole("radio", { name: "所选指标" }).check();
    const row = pinning.getByRole("row", { name: INTENSITY });
    expect((await row.innerText()).split("\t").slice(2)).toEqual([
      "每年增加 0.15 个百分点",
      "到目标（保底 2.6 %）· 直线",
    ]);
    await pinning.getByRole("button", { name: "对准 1 项" }).click();
    await expect.poll(async () => (await room.pathOf("基准")).at(-1)).toBe("2.60");
    await grid.show();
    await grid.type(INTENSITY, "2020 目标表述", "达到2.8%");
    await room.show();
    await room.chooseIndicator(INTENSITY);
    await expect.poll(async () => (await room.pathOf("基准")).at(-1)).toBe("2.80");
  });

  test("offers beside a slider to inherit again, and says what that is", async () => {
    await item(/^力争/u).click();
    const back = room.findings.getByRole("button", { name: "恢复继承：到目标（保底 2.8 %）· 直线" });
    await back.click();
    await expect.poll(() => back.count()).toBe(0);
    await cell(/，继承/u).waitFor();
  });

  test("wrote no error", () => {
    expect(workbench.pageErrors).toEqual([]);
  });
});
