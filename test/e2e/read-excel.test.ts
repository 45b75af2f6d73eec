import { afterAll, beforeAll, expect, test } from "vitest";
import { planWorkbook } from "#core/report/workbook/plan-workbook.ts";
import type { WorkbookCell } from "#core/report/workbook/workbook.ts";
import { writeWorkbook } from "#exchange/table/write-workbook.ts";
import { sampleContext } from "../core/report/sample-report.ts";
import { seedPlan } from "../seed-plan.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ReportRoom } from "./rooms/report-room.ts";
import { freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const TITLE = "台山市科技创新“十三五”规划";
const TARGET = "2020年目标";

/** The file of the bundled plan with a share, a date and a copied line, as Excel leaves them. */
function editedFile(): Buffer {
  const plan = seedPlan("taishan-13");
  const context = sampleContext(plan);
  const workbook = planWorkbook(plan, context, context.scenarios.root);
  const [sheet, ...others] = workbook.sheets;
  const [head = [], share = [], date = [], ...rest] = sheet?.rows ?? [];
  const column = head.findIndex((cell) => cell?.kind === "text" && cell.text === TARGET);
  const number = (value: number, format: string): WorkbookCell => ({
    ...{ kind: "number", value, format, style: "number" },
  });
  const copied = share.with(2, { kind: "text", text: "科普基地", style: "text" });
  const rows = [
    head,
    ...[share.with(column, number(0.0275, "0.00%")), date.with(column, number(45_691, "m/d/yyyy"))],
    ...[...rest, copied],
  ];
  if (sheet === undefined) throw new Error("no sheet");
  return Buffer.from(writeWorkbook({ ...workbook, sheets: [{ ...sheet, rows }, ...others] }));
}

let machine: string;
let workbench: Workbench;

beforeAll(async () => {
  machine = await freshMachine();
  workbench = await startWorkbench({ machine });
});
afterAll(async () => {
  await workbench.close();
  await removeMachine(machine);
});

test("a file of the bundled plan is read into its copy after a look at what it changes and leaves out", async () => {
  const { page } = workbench;
  const library = new LibraryRoom(page);
  await library.ready();
  await library.open(TITLE);
  await new Frame(page).choose("数据", "建立副本");
  await page.getByRole("banner").getByText("副本").waitFor();
  const report = new ReportRoom(page);
  await report.show();
  const choosing = page.waitForEvent("filechooser");
  await report.tryExportAs("读回 Excel 文件…");
  const file = { name: "台山.xlsx", mimeType: "application/octet-stream", buffer: editedFile() };
  await (await choosing).setFiles(file);
  const dialog = page.getByRole("dialog", { name: "读回 台山.xlsx" });
  await dialog.getByText(`文件由另一部规划导出：${TITLE}`).waitFor();
  const plan = seedPlan("taishan-13");
  await dialog.getByText(`3 ${plan.indicators[1]?.name ?? ""}：${TARGET}`).waitFor();
  await dialog.getByRole("row").filter({ hasText: "2.75%" }).first().waitFor();
  await dialog.getByText("新增 1 个指标").waitFor();
  await dialog.getByRole("button", { name: /^写入/u }).click();
  await report.notice.getByText(/^已写入 \d+ 处改动$/u).waitFor();
  await page.keyboard.press("Control+2");
  const indicators = new IndicatorRoom(page);
  await indicators.ready();
  expect(await indicators.text(plan.indicators[0]?.name ?? "", "2020 目标表述")).toBe("2.75%");
  expect(workbench.pageErrors).toEqual([]);
});
