import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { BesideRoom } from "./rooms/beside-room.ts";
import { CompareRoom } from "./rooms/compare-room.ts";
import { DraftingRoom } from "./rooms/drafting-room.ts";
import { Frame } from "./rooms/frame.ts";
import { HistoryRoom } from "./rooms/history-room.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { PlanContents } from "./rooms/plan-contents.ts";
import { ReportRoom } from "./rooms/report-room.ts";
import { ScenarioRoom } from "./rooms/scenario-room.ts";
import { freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const TARGET = "2025 目标表述";
const DEPARTMENT = "责任部门";

/** An example of a draft: what a planner of Enping might write in its first hour. */
const ENTRIES = [
  ["全社会研究与开发（R&D）投入占GDP比重", TARGET, "达到3%"],
  ["研究与开发（R&D）投入", TARGET, "年均增长12%以上"],
  ["高新技术企业", TARGET, "突破100家"],
  ["高新技术产品产值占规模以上工业总产值比重", TARGET, "达到45%"],
  ["年发明专利申请量", TARGET, "达到220件以上"],
  ["专业技术人才总量", TARGET, "达到1.8万人"],
  ["国家高新技术企业", DEPARTMENT, "市科工商务局"],
  ["先进制造业占规模以上工业比重", TARGET, "3—2%"],
  ["国家高新技术企业", TARGET, "保底100家，力争130家"],
] as const;

/** Takes the pictures of the README into a folder, from an empty profile, at the size of an office laptop. */
export async function takePictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const machine = await freshMachine();
  const workbench = await startWorkbench({ machine });
  try {
    await pictureStory(workbench, folder);
  } finally {
    await workbench.close();
    await removeMachine(machine);
  }
}

async function pictureStory(workbench: Workbench, folder: string): Promise<void> {
  const { page, shell } = workbench;
  const take = async (name: string) => {
    await page.evaluate(() => document.fonts.ready.then(() => null));
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  const library = new LibraryRoom(page);
  const indicators = new IndicatorRoom(page);
  const scenario = new ScenarioRoom(page);
  await library.ready();
  await library.plan("恩平市科学技术发展“十三五”规划").click();
  await page.getByRole("main").getByRole("button", { name: "编制下一期规划" }).click();
  const drafting = new DraftingRoom(page);
  await drafting.go("目标");
  await take("drafting");
  await drafting.go("基本信息");
  await drafting.makeAtOnce();
  await indicators.ready();
  for (const [indicator, column, text] of ENTRIES) await indicators.type(indicator, column, text);
  await indicators.choose("国家高新技术企业", TARGET);
  await new Frame(page).waitUntilSaved();
  await take("grid");
  await workPictures(workbench, take);
  await library.show();
  await take("library");
  await bundledPictures(workbench, take);
  await library.show();
  await library.open("恩平市科学技术发展“十四五”规划");
  await indicators.ready();
  await scenario.show();
  await scenario.chooseIndicator("国家高新技术企业");
  await scenario.knob.fill("115");
  await scenario.knob.blur();
  await take("scenario");
  await page.keyboard.press("Control+5");
  await page.getByRole("main", { name: "图表" }).locator("svg text").first().waitFor();
  await take("charts");
  const report = new ReportRoom(page);
  await report.show();
  await report.outline.getByRole("button", { name: /具体目标/u }).click();
  await take("report");
  await shell.host.bridge.changeSettings({ theme: "dark" });
  await page.reload();
  await library.show();
  await library.open("恩平市科学技术发展“十四五”规划");
  await indicators.ready();
  await indicators.choose("国家高新技术企业", TARGET);
  await take("grid-dark");
}

/** The draft beside other plans, and what was done to it since a version was named. */
async function workPictures({ page }: Workbench, take: (name: string) => Promise<void>): Promise<void> {
  await page.keyboard.press("Control+3");
  const beside = new BesideRoom(page);
  await beside.ready();
  await (await beside.cell("国家高新技术企业", "difference-1")).click();
  await take("beside");
  const history = new HistoryRoom(page);
  await history.show();
  await history.name("征求意见稿");
  await page.keyboard.press("Control+2");
  const indicators = new IndicatorRoom(page);
  await indicators.ready();
  await indicators.type("国家高新技术企业", TARGET, "保底110家，力争140家");
  await indicators.type("年发明专利授权量", TARGET, "达到73件以上");
  await indicators.type("国家高新技术企业", TARGET, "保底100家，力争130家");
  await new Frame(page).waitUntilSaved();
  await history.show();
  await take("history");
}

/** A bundled plan with the list of its statements, and one concept over all plans. */
async function bundledPictures({ page }: Workbench, take: (name: string) => Promise<void>): Promise<void> {
  const indicators = new IndicatorRoom(page);
  await new LibraryRoom(page).open("韶关市科技创新发展行动计划");
  await indicators.ready();
  const contents = new PlanContents(page);
  await contents.open("表述");
  await contents.search("国家级科技企业孵化器");
  await contents.statements.getByRole("option").first().click();
  await take("statements");
  await contents.search("");
  await contents.fold();
  const compare = new CompareRoom(page);
  await compare.show();
  await compare.concepts.getByRole("option", { name: /研发经费投入强度/u }).click();
  await compare.chart.waitFor();
  await take("compare");
}
