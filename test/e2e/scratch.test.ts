import { cp } from "node:fs/promises";
import { test } from "vitest";
import { ChartsRoom } from "./rooms/charts-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ReportRoom } from "./rooms/report-room.ts";
import { freshMachine, removeMachine, startWorkbench } from "./start-workbench.ts";
test("look", async () => {
  const machine = await freshMachine();
  const w = await startWorkbench({ machine });
  const { page } = w;
  const charts = new ChartsRoom(page),
    report = new ReportRoom(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  const library = new LibraryRoom(page);
  await library.ready();
  await library.open("台山市科技创新“十三五”规划");
  await charts.show();
  await charts.kinds.getByRole("button", { name: "其他图种：雷达图" }).press("Enter");
  for (const kind of [
    "历史与趋势",
    "目标与现状",
    "指标小图",
    "目标达成矩阵",
    "各规划排位",
    "基期到目标",
    "各规划小图",
    "情景之差",
    "影响因素",
    "雷达图",
  ]) {
    await charts.choose(kind);
    await charts.designer.getByRole("checkbox", { name: "放入报告" }).check();
  }
  await charts.choose("走势与目标");
  await charts.designer.getByLabel("指标").selectOption({ label: "研究和试验发展（R&D）经费投入强度" });
  await charts.designer
    .getByLabel("尺寸")
    .selectOption({ label: "半栏 76 mm" })
    .catch(async () => console.log(await charts.designer.getByLabel("尺寸").innerText()));
  await charts.designer.getByLabel("指标").selectOption({ label: "国家高新技术企业" });
  await page.screenshot({ path: "/tmp/shot/charts.png" });
  await report.show();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: "/tmp/shot/report.png" });
  const fig = report.preview.locator("figure");
  console.log("figures", await fig.count());
  for (const i of [0, 2, 4, 7, 10, 12]) {
    await fig.nth(i).scrollIntoViewIfNeeded();
    await page.waitForTimeout(400);
    await page.screenshot({ path: `/tmp/shot/report-${i}.png` });
  }
  let t = Date.now();
  await report.export("导出 Word");
  console.log("word", Date.now() - t);
  await page.screenshot({ path: "/tmp/shot/report-after.png" });
  t = Date.now();
  await report.exportAs("导出 PowerPoint（一图一页）");
  await report.notice.getByText(".pptx").waitFor();
  console.log("pptx", Date.now() - t);
  t = Date.now();
  await report.exportAs("导出 PDF");
  await report.notice.getByText(".pdf").waitFor();
  console.log("pdf", Date.now() - t);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForTimeout(800);
  await page.screenshot({ path: "/tmp/shot/report-dark.png" });
  await charts.show();
  await page.waitForTimeout(500);
  await page.screenshot({ path: "/tmp/shot/charts-dark.png" });
  await cp(w.exportFolder, "/tmp/shot/files", { recursive: true });
  await w.close();
  await removeMachine(machine);
}, 200000);
