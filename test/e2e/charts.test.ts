import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe-violations.ts";
import { coloursOf, readPng } from "./png-file.ts";
import { ChartsRoom } from "./rooms/charts-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ReportRoom } from "./rooms/report-room.ts";
import { filesIn, freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const PLAN = "台山市科技创新“十三五”规划";
const HOSTILE = '<img src=x onerror="alert(1)">&amp;';

describe("the gallery of charts", () => {
  let machine: string;
  let workbench: Workbench;
  let room: ChartsRoom;
  const exported = (name: string) => readFile(join(workbench.exportFolder, name));

  beforeAll(async () => {
    machine = await freshMachine();
    workbench = await startWorkbench({ machine });
    room = new ChartsRoom(workbench.page);
    const library = new LibraryRoom(workbench.page);
    await library.ready();
    await library.open(PLAN);
    await room.show();
  });
  afterAll(async () => {
    await workbench.close();
    await removeMachine(machine);
  });

  test("shows every kind with its picture, the radar on request", async () => {
    await expect.poll(() => room.kinds.locator("li svg").count()).toBeGreaterThanOrEqual(9);
    await expect(room.kinds.getByRole("button", { name: "雷达图", exact: true }).count()).resolves.toBe(0);
    await room.kinds.getByRole("button", { name: "其他图种：雷达图" }).press("Enter");
    await room.choose("雷达图");
    await expect.poll(() => room.texts()).toContain("现状");
  });

  test("shows the chart of an indicator with its unit, its target and where its figures stand", async () => {
    await room.choose("走势与目标");
    await room.designer.getByLabel("指标").selectOption({ label: "国家高新技术企业" });
    await expect.poll(() => room.texts()).toContain("2017年≥35");
    const texts = await room.texts();
    expect(texts).toContain("单位：家");
    expect(texts.join("")).toMatch(/来源：《台山市科技创新“十三五”规划》第[\d、]+等?行/u);
  });

  test("says why there is no chart, and what to do", async () => {
    await room.designer.getByLabel("指标").selectOption({ label: "科技型小微企业" });
    await room.choose("历史与趋势");
    await room.preview.getByText("拟合至少要三个年份的实绩").waitFor();
    await room.designer.getByLabel("指标").selectOption({ label: "国家高新技术企业" });
    await expect.poll(() => room.texts()).toContain("趋势 16.6 家");
  });

  test("words, series and years follow the designer; words stay words", async () => {
    await room.choose("走势与目标");
    await room.designer.getByLabel("标题", { exact: true }).fill(HOSTILE);
    await expect.poll(() => room.texts()).toContain(HOSTILE);
    expect(await room.page.locator("img").count()).toBe(0);
    await room.designer.getByRole("checkbox", { name: "基准", exact: true }).uncheck();
    await expect.poll(async () => (await room.texts()).some((text) => text.startsWith("基准"))).toBe(false);
    await room.designer.getByLabel("起始年").selectOption("2013");
    await expect.poll(() => room.texts()).not.toContain("2011");
  });

  test("as SVG its text is text", async () => {
    const name = await room.export("SVG");
    const svg = (await exported(name)).toString("utf8");
    expect(svg).toContain("&lt;img src=x onerror=");
    expect(svg).not.toContain("<img");
    expect(svg).toContain('width="156mm"');
    await room.designer.getByRole("button", { name: "恢复自动设计" }).press("Enter");
    await expect.poll(() => room.texts()).toContain("国家高新技术企业");
  });

  test.each([
    ["PNG 图片，300 dpi", 1843, 11811],
    ["PNG 图片，600 dpi", 3685, 23622],
  ] as const)("%s is %i pixels wide and says its density", async (format, width, density) => {
    const png = readPng(await exported(await room.export(format)));
    expect(png.width).toBe(width);
    expect(png.density).toEqual({ x: density, y: density });
    expect(coloursOf(png).length).toBeGreaterThan(50);
  });

  test("as PDF it is a page of 156 × 92 mm with its fonts in it", async () => {
    const name = await room.export("PDF");
    const file = join(workbench.exportFolder, name);
    expect((await exported(name)).subarray(0, 5).toString("latin1")).toBe("%PDF-");
    const told = (command: string, ...args: string[]) => {
      try {
        return execFileSync(command, args, { encoding: "utf8" });
      } catch (error) {
        // Poppler is not part of every machine; its absence is told by the error's code.
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    };
    const text = told("pdftotext", file, "-");
    if (text !== null) expect(text).toContain("国家高新技术企业");
    const fonts = told("pdffonts", file);
    if (fonts !== null) expect(fonts.match(/yes yes yes/gu)).toHaveLength(2);
  });

  test("a style is applied to all charts, saved under a name, and there after a restart of the page", async () => {
    await room.designer.getByLabel("配色").selectOption({ label: "灰阶" });
    await room.designer.getByLabel("存为").fill("黑白印刷");
    await room.designer.getByRole("button", { name: "保存" }).press("Enter");
    await room.designer.getByRole("button", { name: "应用到全部图" }).press("Enter");
    await room.choose("目标与现状");
    await room.preview.locator('[fill="#1b1b1b"]').first().waitFor();
    await room.page.reload();
    await room.picture.waitFor();
    await room.choose("目标与现状");
    await room.preview.locator('[fill="#1b1b1b"]').first().waitFor();
    await room.designer.getByLabel("配色").selectOption({ label: "标准（黑白可辨）" });
    await room.preview.locator('[fill="#12355b"]').first().waitFor();
    await room.designer.getByRole("button", { name: "黑白印刷", exact: true }).press("Enter");
    await room.preview.locator('[fill="#1b1b1b"]').first().waitFor();
  });

  test("copies the picture, with its density, and the drawing", async () => {
    await workbench.shell.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = (type: string) =>
      room.page.evaluate(async (wanted) => {
        const [item] = await navigator.clipboard.read();
        const blob = await item?.getType(wanted);
        return blob === undefined ? [] : [...new Uint8Array(await blob.arrayBuffer())];
      }, type);
    await room.main.getByRole("button", { name: "复制" }).press("Enter");
    await room.page.getByRole("menuitem", { name: "复制为图片" }).press("Enter");
    await room.notice.getByText("已复制到剪贴板").waitFor();
    expect(readPng(Buffer.from(await copied("image/png"))).width).toBe(1843);
    await room.main.getByRole("button", { name: "复制" }).press("Enter");
    await room.page.getByRole("menuitem", { name: "复制为矢量图" }).press("Enter");
    await expect
      .poll(async () => Buffer.from(await copied("image/svg+xml").catch(() => [])).toString("utf8"))
      .toContain("<svg");
  });

  test("what is chosen for the report stands there", async () => {
    await room.choose("走势与目标");
    await room.designer.getByLabel("指标").selectOption({ label: "科技型小微企业" });
    await room.designer.getByRole("checkbox", { name: "放入报告" }).check();
    const report = new ReportRoom(room.page);
    await report.show();
    await expect.poll(async () => (await report.entries()).join(" ")).toContain("科技型小微企业");
    await report.main.getByRole("checkbox", { name: "科技型小微企业" }).press("Space");
    await expect.poll(async () => (await report.entries()).join(" ")).not.toContain("科技型小微企业");
    await room.show();
    await room.designer.getByLabel("指标").selectOption({ label: "科技型小微企业" });
    expect(await room.designer.getByRole("checkbox", { name: "放入报告" }).isChecked()).toBe(false);
  });

  test("several leave as one archive with a list", async () => {
    const name = await room.exportAll(["走势与目标", "目标与现状"], "全部有目标的指标");
    expect(name).toBe(`${PLAN}-图表.zip`);
    const entries = unzipSync(new Uint8Array(await exported(name)));
    const [list, ...charts] = Object.keys(entries);
    expect(list).toBe("清单.csv");
    expect(charts).toHaveLength(6);
    for (const chart of charts) expect(readPng(Buffer.from(entries[chart] ?? [])).density?.x).toBe(11811);
    const lines = new TextDecoder("utf-8", { ignoreBOM: true })
      .decode(entries["清单.csv"])
      .trimEnd()
      .split("\r\n");
    expect(lines).toHaveLength(7);
    expect(lines[0]).toBe("\u{feff}序号,文件,图名,单位,尺寸,来源");
  });

  test("each of many, which several workers draw, lies under its own name", async () => {
    const name = await room.exportAll(
      ["走势与目标", "目标与现状", "基期到目标"],
      "全部有目标的指标",
      "SVG 矢量图，文字可改",
    );
    const entries = unzipSync(new Uint8Array(await exported(name)));
    const charts = Object.entries(entries).filter(([entry]) => entry.endsWith(".svg"));
    // Enough of them for a second worker.
    expect(charts.length).toBeGreaterThan(6);
    for (const [entry, bytes] of charts) {
      const drawn = new TextDecoder().decode(bytes).replace(/<style[\s\S]*?<\/style>|<[^>]*>|\s/gu, "");
      const letters = drawn.replaceAll("&amp;", "&");
      expect(letters).toContain(
        entry
          .replace(/^\d+ |\.svg$/gu, "")
          .replace(/\s/gu, "")
          .slice(0, 12),
      );
    }
  });

  test("a batch of all of them that is stopped in the middle writes nothing, and the room goes on", async () => {
    const before = await filesIn(workbench.exportFolder);
    await room.tryExportAll([], "全部有目标的指标", "PNG 图片，600 dpi（付印）");
    const drawn = room.main.getByRole("progressbar", { name: "批量导出图" });
    // Some are drawn already, and most are not.
    await expect.poll(() => drawn.getAttribute("value").then(Number)).toBeGreaterThan(1);
    await room.main.getByRole("button", { name: "取消" }).press("Enter");
    await room.main.getByRole("button", { name: "批量导出图" }).waitFor();
    expect(await room.notice.getByText(/已导出|没有导出/u).count()).toBe(0);
    expect(await filesIn(workbench.exportFolder)).toEqual(before);
    expect(await room.export("SVG")).toMatch(/\.svg$/u);
    expect(await filesIn(workbench.exportFolder)).toHaveLength(before.length + 1);
  });

  test.each(["light", "dark"] as const)("axe finds no violation in %s", async (theme) => {
    await workbench.shell.host.bridge.changeSettings({ theme });
    await room.page.reload();
    await room.page.locator(`html[data-theme="${theme}"]`).waitFor();
    await room.picture.waitFor();
    expect(await violations(room.page)).toEqual([]);
  });

  test("asks nothing of any network and throws nothing", () => {
    expect(workbench.strayRequests()).toEqual([]);
    expect(workbench.pageErrors).toEqual([]);
  });
});
