import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe-violations.ts";
import { Frame } from "./rooms/frame.ts";
import { HistoryRoom } from "./rooms/history-room.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const ENPING = "恩平市科学技术发展“十三五”规划";
const DRAFT = "恩平市科学技术发展“十四五”规划";
const HIGH_TECH = "国家高新技术企业";
const PATENTS = "年发明专利申请量";
const TARGET = "2025 目标表述";
const DEPARTMENT = "责任部门";

/** What changed between the two versions of the story, as a planner would say it. */
const BETWEEN = [
  `${HIGH_TECH}：2025 年目标由“达到100家”改为“保底100家，力争130家”`,
  `${HIGH_TECH}：责任部门填为“市科工商务局”`,
  `${PATENTS}：2025 年目标填为“达到355件以上”`,
];

describe("the history of a draft, by the keyboard", () => {
  let machine: string;
  let workbench: Workbench;
  let history: HistoryRoom;
  let indicators: IndicatorRoom;
  let frame: Frame;

  const start = async () => {
    workbench = await startWorkbench({ machine });
    history = new HistoryRoom(workbench.page);
    indicators = new IndicatorRoom(workbench.page);
    frame = new Frame(workbench.page);
    await new LibraryRoom(workbench.page).ready();
  };
  const expectQuiet = () => {
    expect(workbench.pageErrors).toEqual([]);
    expect(workbench.strayRequests()).toEqual([]);
  };

  beforeAll(async () => {
    machine = await freshMachine();
    await start();
    await workbench.shell.host.bridge.changeSettings({ planner: "林晓" });
    await workbench.page.reload();
    await new LibraryRoom(workbench.page).ready();
  });
  afterAll(async () => {
    await workbench.close();
    await removeMachine(machine);
  });

  test("a bundled plan says why it has none", async () => {
    await new LibraryRoom(workbench.page).open(ENPING);
    await workbench.page.keyboard.press("Control+9");
    await history.main.getByText("内置规划只读，没有修改历史。").waitFor();
    expect(await violations(workbench.page)).toEqual([]);
  });

  test("an edit is in the panel of its cell at once: before, after, what, when and who", async () => {
    const library = new LibraryRoom(workbench.page);
    await library.show();
    await library.startNextPlan(ENPING);
    await indicators.ready();
    await indicators.type(HIGH_TECH, TARGET, "达到100家");
    await indicators.choose(HIGH_TECH, TARGET);
    const past = indicators.evidence.locator(".cell-past li");
    await expect
      .poll(() => past.allInnerTexts())
      .toEqual([expect.stringMatching(/^空 → 达到100家\s+修改 · \d{4}-\d\d-\d\d \d\d:\d\d · 林晓$/u)]);
  });

  test("a state gets a name, and what follows does not change it", async () => {
    await history.show();
    await history.name("征求意见稿");
    await indicators.show();
    await indicators.type(HIGH_TECH, TARGET, "保底100家，力争130家");
    await indicators.type(HIGH_TECH, DEPARTMENT, "市科工商务局");
    await indicators.type(PATENTS, TARGET, "达到300件");
    await indicators.type(PATENTS, TARGET, "达到355件以上");
    await indicators.type(PATENTS, DEPARTMENT, "市场监管局");
    await workbench.page.keyboard.press("Control+z");
    await expect.poll(() => indicators.text(PATENTS, DEPARTMENT)).not.toContain("市场监管局");
    await history.show();
    await history.name("送审稿");
    expect(await history.lines()).toEqual([
      "版本“送审稿”",
      `撤销：修改 · ${PATENTS} 责任部门`,
      `连续修改 5 次 · ${PATENTS}、${HIGH_TECH}`,
      "版本“征求意见稿”",
      `修改 · ${HIGH_TECH} 2025 年目标`,
      "建立规划",
    ]);
  });

  test("many edits in a row are one line with their net changes, and open", async () => {
    await history.choose("连续修改 5 次");
    expect(await history.shown()).toEqual([...BETWEEN, `${PATENTS}：责任部门填为“市场监管局”`]);
    await history.timeline.getByRole("button", { name: "展开这 5 次修改" }).press("Enter");
    await history.choose(`修改 · ${HIGH_TECH} 责任部门`);
    await expect.poll(() => history.shown()).toEqual([BETWEEN[1]]);
  });

  test("any two states are compared: net changes as sentences, filtered by what they are about", async () => {
    await history.main.getByRole("button", { name: "比较…" }).press("Enter");
    await history.setEnd("from", "征求意见稿");
    await history.setEnd("to", "送审稿");
    await expect.poll(() => history.shown()).toEqual(BETWEEN);
    await history.changes.getByRole("radio", { name: "责任部门 1" }).press("Space");
    await expect.poll(() => history.shown()).toEqual([BETWEEN[1]]);
    await history.changes.getByRole("radio", { name: "全部 3" }).press("Space");
    expect(await violations(workbench.page)).toEqual([]);
  });

  test("the list of changes is a file that a spreadsheet opens, and a table on the clipboard", async () => {
    await history.changes.getByRole("button", { name: "导出 CSV" }).press("Enter");
    const name = `${DRAFT}-修改对照-征求意见稿-送审稿.csv`;
    await history.notice.getByText(`已导出 ${name}`).waitFor();
    const written = await readFile(join(workbench.exportFolder, name), "utf8");
    expect(written.split("\r\n")).toEqual([
      "\uFEFF指标,项目,修改前,修改后,说明",
      `${HIGH_TECH},2025 年目标,达到100家,保底100家，力争130家,${BETWEEN[0]}`,
      `${HIGH_TECH},责任部门,,市科工商务局,${BETWEEN[1]}`,
      `${PATENTS},2025 年目标,,达到355件以上,${BETWEEN[2]}`,
      "",
    ]);
    await workbench.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await history.changes.getByRole("button", { name: "复制表格" }).press("Enter");
    await history.notice.getByText("已复制").waitFor();
    const copied = await workbench.page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\r\n").at(1)?.split("\t")).toEqual([
      ...[HIGH_TECH, "2025 年目标", "达到100家", "保底100家，力争130家"],
      BETWEEN[0],
    ]);
    expectQuiet();
  });

  test("a change leads to its cell", async () => {
    await history.changes.getByRole("link", { name: "责任部门填为" }).press("Enter");
    await indicators.ready();
    await expect
      .poll(() => indicators.evidence.getByRole("heading", { level: 3 }).first().innerText())
      .toBe(`${HIGH_TECH} · 责任部门`);
  });

  test("everything is there after a restart, and a former version comes back as one step", async () => {
    await frame.waitUntilSaved();
    await workbench.close();
    await start();
    const library = new LibraryRoom(workbench.page);
    await library.open(DRAFT);
    await indicators.ready();
    await history.show();
    expect((await history.lines()).slice(0, 4)).toContain("版本“征求意见稿”");
    await history.choose("版本“征求意见稿”");
    await history.changes.getByRole("button", { name: "更多" }).press("Enter");
    await workbench.page.getByRole("menuitem", { name: "恢复到此时…" }).press("Enter");
    const dialog = workbench.page.getByRole("dialog", { name: "恢复到此时的内容" });
    expect(await dialog.locator(".change-list ul > li").allInnerTexts()).toEqual([
      "2025 年目标由“保底100家，力争130家”改为“达到100家”",
      "责任部门删去“市科工商务局”",
      "2025 年目标删去“达到355件以上”",
    ]);
    await dialog.getByRole("button", { name: "恢复" }).press("Enter");
    await history.notice.getByText("已恢复").waitFor();
    await indicators.show();
    expect(await indicators.text(HIGH_TECH, TARGET)).toContain("100");
    expect(await indicators.text(PATENTS, TARGET)).not.toContain("355");
    await workbench.page.keyboard.press("Control+z");
    await expect.poll(() => indicators.text(PATENTS, TARGET)).toContain("355");
    expectQuiet();
  });
});
