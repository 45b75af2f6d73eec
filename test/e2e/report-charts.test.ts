import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  elements,
  type OfficePackage,
  openPackage,
  packageFaults,
  parseXml,
  partText,
  type XmlElement,
} from "../exchange/office/office-package.ts";
import { onMachine } from "./on-machine.ts";
import { readPng } from "./png-file.ts";
import { ChartsRoom } from "./rooms/charts-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ReportRoom } from "./rooms/report-room.ts";
import type { Workbench } from "./start-workbench.ts";

const PLAN = "台山市科技创新“十三五”规划";
const TITLE = "高新技术企业数量走势";

describe("from the gallery into the report", () => {
  let workbench: Workbench;
  let charts: ChartsRoom;
  let report: ReportRoom;
  const exported = async (extension: string): Promise<OfficePackage> =>
    openPackage(await readFile(join(workbench.exportFolder, `${PLAN}.${extension}`)));
  const entries = async () => (await report.entries()).map((text) => text.replace(/\s+/gu, " ")).join("\n");

  onMachine(async (started) => {
    workbench = started;
    charts = new ChartsRoom(workbench.page);
    report = new ReportRoom(workbench.page);
    const library = new LibraryRoom(workbench.page);
    await library.ready();
    await library.open(PLAN);
    await charts.show();
  });

  test("a chart is designed, and charts of other kinds are put in", async () => {
    await charts.choose("走势与目标");
    await charts.designer.getByLabel("指标").selectOption({ label: "国家高新技术企业" });
    await charts.designer.getByLabel("标题", { exact: true }).fill(TITLE);
    await charts.designer.getByLabel("起始年").selectOption("2013");
    await charts.designer.getByLabel("配色").selectOption({ label: "灰阶" });
    await expect.poll(() => charts.texts()).toContain(TITLE);
    for (const kind of ["目标与现状", "目标达成矩阵", "影响因素"]) {
      await charts.choose(kind);
      await charts.designer.getByRole("checkbox", { name: "放入报告" }).check();
    }
  });

  test("the report shows them after a restart of the page, as they were designed", async () => {
    await charts.page.reload();
    await charts.picture.waitFor();
    await charts.choose("目标达成矩阵");
    expect(await charts.designer.getByRole("checkbox", { name: "放入报告" }).isChecked()).toBe(true);
    await report.show();
    await expect.poll(entries).toMatch(new RegExp(`图\\d+ ${TITLE}（家）`, "u"));
    expect(await entries()).toMatch(/图\d+ 台山市科技创新“十三五”规划各情景目标达成/u);
    const figure = report.preview.locator("figure", { hasText: TITLE });
    await expect.poll(() => figure.locator("svg text").allTextContents()).toContain("2013");
    const texts = await figure.locator("svg text").allTextContents();
    expect(texts).not.toContain("2011");
    // The caption has the title; the picture does not repeat it.
    expect(texts).not.toContain(TITLE);
    expect(await figure.locator('svg [stroke="#1b1b1b"]').count()).toBeGreaterThan(0);
  });

  test("size and colours of the chart that is chosen in the outline are changed beside the pages", async () => {
    await report.outline.getByRole("button", { name: TITLE }).press("Enter");
    const figure = report.preview.locator("figure", { hasText: TITLE }).locator(".paper-figure");
    const width = () => figure.evaluate((element) => element.getBoundingClientRect().width);
    const full = await width();
    await report.main.getByLabel("尺寸").selectOption({ label: "半栏 76 mm" });
    await expect.poll(async () => (await width()) / full).toBeCloseTo(76 / 156, 2);
    await report.main.getByLabel("尺寸").selectOption({ label: "整栏 156 mm" });
    await expect.poll(async () => (await width()) / full).toBeCloseTo(1, 2);
  });

  test("the Word file has them as charts that can be edited, each with a picture that stands in, or as pictures alone", async () => {
    await report.export("导出 Word");
    const file = await exported("docx");
    expect(packageFaults(file)).toEqual([]);
    const body = parseXml(partText(file, "word/document.xml"));
    expect(elements(body, "w:t").map(({ text }) => text)).toContainEqual(
      expect.stringMatching(new RegExp(`^图\\d+　${TITLE}（家）$`, "u")),
    );
    const plots = [...file.keys()]
      .filter((name) => /^word\/charts\/chart\d+\.xml$/u.test(name))
      .map((name) => parseXml(partText(file, name)));
    const textsOf = (series: XmlElement) => elements(series, "c:v").map(({ text }) => text);
    const drawn = plots.map((plot) => elements(plot, "c:ser"));
    const years = ["2013", "2014", "2015", "2016", "2017", "2018", "2019", "2020"];
    // seeds/plans/taishan-13.json: 13, 13, 13 in 2013–2015, and the target of 50 in 2020.
    const course = drawn.find(([history]) => history !== undefined && textsOf(history)[1] === "2013") ?? [];
    const [history, ...others] = course.map(textsOf);
    expect(history).toEqual(["观测值", ...years, "13", "13", "13"]);
    expect(others.map((series) => series.at(-1))).toContain("50");
    const colours = course.flatMap((series) => elements(series, "a:srgbClr"));
    expect(colours.map(({ attributes }) => attributes["val"])).toContain("1A1A1A");
    // Three courses, what is there against the targets, and the influences; the matrix can only be a picture.
    expect(plots).toHaveLength(5);
    expect(elements(body, "mc:AlternateContent")).toHaveLength(5);
    const pictures = [...file.keys()].filter((name) => name.startsWith("word/media/"));
    expect(pictures).toHaveLength(6);
    for (const name of pictures) {
      const png = readPng(Buffer.from(file.get(name) ?? []));
      // 156 mm at 300 dots an inch.
      expect(png.width).toBe(1843);
      expect(png.density).toEqual({ x: 11811, y: 11811 });
    }
  });

  test("the slides have one chart each, under its title", async () => {
    await report.exportAs("导出 PowerPoint（一图一页）", `${PLAN}.pptx`);
    const file = await exported("pptx");
    expect(packageFaults(file)).toEqual([]);
    const slides = [...file.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name));
    expect(slides).toHaveLength(6);
    expect(slides.map((name) => partText(file, name)).join("")).toContain(`${TITLE}（家）`);
    expect([...file.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/u.test(name))).toHaveLength(5);
    const [picture, ...more] = [...file.keys()].filter((name) => name.endsWith(".png"));
    expect(more).toEqual([]);
    // 10 inches at 300 dots an inch.
    expect(readPng(Buffer.from(file.get(picture ?? "") ?? [])).width).toBe(3000);
  });

  test("what is taken out in the report is out in the gallery, and comes back where it was", async () => {
    const tick = report.main.getByRole("checkbox", { name: "目标达成矩阵" });
    await tick.press("Space");
    await expect.poll(entries).not.toContain("各情景目标达成");
    await tick.press("Space");
    await expect.poll(entries).toContain("各情景目标达成");
    await tick.press("Space");
    await expect.poll(entries).not.toContain("各情景目标达成");
    await charts.show();
    await charts.choose("目标达成矩阵");
    expect(await charts.designer.getByRole("checkbox", { name: "放入报告" }).isChecked()).toBe(false);
  });

  test("asks nothing of any network and throws nothing", () => {
    expect(workbench.strayRequests()).toEqual([]);
    expect(workbench.pageErrors).toEqual([]);
  });
});
