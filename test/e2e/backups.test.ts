import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { violations } from "./axe-violations.ts";
import { BackupsRoom } from "./rooms/backups-room.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { filesIn, freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const DRAFT = "恩平市科学技术发展“十四五”规划";
const ROW = "高新技术企业";
const TARGET = "2025 目标表述";

let machine: string;
let workbench: Workbench;
beforeEach(async () => {
  machine = await freshMachine();
  workbench = await startWorkbench({ machine });
  const library = new LibraryRoom(workbench.page);
  await library.ready();
  await library.startNextPlan("恩平市科学技术发展“十三五”规划");
  const indicators = new IndicatorRoom(workbench.page);
  await indicators.ready();
  await indicators.type(ROW, TARGET, "达到120家");
  await new Frame(workbench.page).waitUntilSaved();
});
afterEach(async () => {
  await workbench.close();
  await removeMachine(machine);
});

test("a backup made by hand shows what changed since, brings the plan back, and the restore can be undone", async () => {
  const { page } = workbench;
  const backups = new BackupsRoom(page);
  const indicators = new IndicatorRoom(page);
  await backups.show();
  await backups.make();
  expect(await violations(page)).toEqual([]);
  await indicators.show();
  await indicators.type(ROW, TARGET, "达到150家");
  await indicators.type(ROW, "责任部门", "市科工商务局");
  await new Frame(page).waitUntilSaved();

  await backups.show();
  await backups.openNewest();
  // Two cells of one row are two differences, and those of the only plan that differs are in sight at once.
  await backups.taking.getByText("2 处差别（现有 → 替换后）").waitFor();
  await backups.taking.getByText("2025 年目标：达到150家 → 达到120家").waitFor();
  await backups.taking.getByText("责任部门：市科工商务局 → 空").waitFor();
  expect(await violations(page)).toEqual([]);
  await backups.taking.getByRole("button", { name: "恢复 1 部规划" }).click();
  await page.getByText("已恢复 1 部规划").waitFor();
  expect(await backups.backups.first().innerText()).toContain("恢复之前");

  await indicators.show();
  await expect.poll(() => indicators.text(ROW, TARGET)).toBe("达到120家");
  await page.keyboard.press("Control+z");
  await expect.poll(() => indicators.text(ROW, TARGET)).toBe("达到150家");
  expect(workbench.pageErrors).toEqual([]);
});

test("a backup that went bad is told by its time and stays marked, whichever is looked at next", async () => {
  const { page } = workbench;
  const backups = new BackupsRoom(page);
  await backups.show();
  await backups.make();
  const folder = join(machine, "data", "backups");
  for (const name of (await filesIn(folder)).filter((file) => file.endsWith(".wunian"))) {
    const bytes = await readFile(join(folder, name));
    await writeFile(join(folder, name), bytes.subarray(0, bytes.length - 1));
  }
  await backups.main.getByRole("button", { name: "立即备份" }).click();
  await expect.poll(() => backups.backups.count()).toBe(2);
  const [good, bad] = [backups.backups.first(), backups.backups.last()];
  const time = (await bad.getByRole("gridcell").first().innerText()).trim();
  await bad.click();
  await backups.main.getByRole("button", { name: "立即核验" }).click();
  await page.getByText(`${time} 的备份已损坏，不能用来恢复`).waitFor();
  expect(await bad.innerText()).toContain("已损坏");
  await good.click();
  expect(await bad.innerText()).toContain("已损坏");
  expect(await good.innerText()).not.toContain("已损坏");
  await backups.main.getByRole("button", { name: "立即核验" }).click();
  await page.getByText(/的备份完好：校验码逐项相符/u).waitFor();
  expect(await bad.innerText()).toContain("已损坏");
});

test("a plan file that was exported comes in again as a copy where the plan is here", async () => {
  const { page, exportFolder } = workbench;
  const backups = new BackupsRoom(page);
  await backups.show();
  await backups.main.getByRole("button", { name: "导出全部规划…" }).click();
  await page.getByText("已导出“我的规划.wunian”").waitFor();
  expect(await filesIn(exportFolder)).toEqual(["我的规划.wunian"]);

  const choosing = page.waitForEvent("filechooser");
  await backups.main.getByRole("button", { name: "导入规划文件…" }).click();
  await (await choosing).setFiles(join(exportFolder, "我的规划.wunian"));
  await backups.taking.getByText("与现有相同").waitFor();
  await backups.taking.getByText("文件中的规划与现有的都相同，不需要导入。").waitFor();
  await backups.taking.getByRole("radio", { name: "存为副本" }).check({ force: true });
  await backups.taking.getByRole("button", { name: "导入 1 部规划" }).click();
  await page.getByText("已导入 1 部规划").waitFor();
  const library = new LibraryRoom(page);
  await library.show();
  await library.plan(`${DRAFT} · 副本`).waitFor();
  await library.open(`${DRAFT} · 副本`);
  const copy = new IndicatorRoom(page);
  await copy.ready();
  expect(await copy.text(ROW, TARGET)).toBe("达到120家");
});

test("a file that is no plan file is named and changes nothing", async () => {
  const { page } = workbench;
  const backups = new BackupsRoom(page);
  await backups.show();
  const choosing = page.waitForEvent("filechooser");
  await backups.main.getByRole("button", { name: "导入规划文件…" }).click();
  const file = { name: "笔记.json", mimeType: "application/json", buffer: Buffer.from("{}") };
  await (await choosing).setFiles(file);
  await backups.main.getByText("“笔记.json”已损坏或内容有误，没有导入任何规划。").waitFor();
});
