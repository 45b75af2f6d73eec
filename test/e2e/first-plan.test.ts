import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPng, coloursOf } from "./png-file.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ScenarioRoom } from "./rooms/scenario-room.ts";
import { filesIn, freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

/** The five plans that ship with the program, by the titles of their documents. */
const BUNDLED = [
  "恩平市科学技术发展“十三五”规划",
  "鹤山市科技发展“十四五”规划（征求意见稿）",
  "江门市科技创新“十四五”规划",
  "韶关市科技创新发展行动计划",
  "台山市科技创新“十三五”规划",
];
const ENPING_NEXT = "恩平市科学技术发展“十四五”规划";
const HIGH_TECH = "国家高新技术企业";
const TARGET = "2025 目标表述";
const GROWTH = "所需年均增长";
const TYPED = "保底100家，力争130家";
/** (100/33)^(1/5) − 1 and (130/33)^(1/5) − 1: from the 33家 that the predecessor promised for 2020. */
const NEEDED = "24.8～31.5 %";

describe("a planner's first plan, from an empty machine to an exported chart", () => {
  let machine: string;
  let workbench: Workbench;
  let library: LibraryRoom;
  let indicators: IndicatorRoom;
  let scenario: ScenarioRoom;
  let frame: Frame;

  const start = async () => {
    workbench = await startWorkbench({ machine });
    library = new LibraryRoom(workbench.page);
    indicators = new IndicatorRoom(workbench.page);
    scenario = new ScenarioRoom(workbench.page);
    frame = new Frame(workbench.page);
    await library.ready();
  };
  const expectQuiet = () => {
    expect(workbench.pageErrors).toEqual([]);
    expect(workbench.strayRequests()).toEqual([]);
  };
  const target = () => indicators.text(HIGH_TECH, TARGET);
  const growth = () => indicators.text(HIGH_TECH, GROWTH);

  beforeAll(async () => {
    machine = await freshMachine();
    await start();
  });
  afterAll(async () => {
    await workbench.close();
    await removeMachine(machine);
  });

  test("finds the five bundled plans in the library", async () => {
    expect((await library.titles()).sort()).toEqual([...BUNDLED].sort());
  });

  test("makes the next plan of Enping from its predecessor", async () => {
    await library.startNextPlan(BUNDLED[0] ?? "");
    await expect.poll(() => frame.title.innerText()).toContain(ENPING_NEXT);
    const title = await frame.title.innerText();
    expect(title).toContain("2021—2025");
    expect(title).toContain("草案");
    await indicators.ready();
    expect(await target()).toBe("—");
    expect(await indicators.text(HIGH_TECH, "2020 前期目标")).toBe("33");
  });

  test("reads the official wording and shows the growth that it asks for", async () => {
    await indicators.type(HIGH_TECH, TARGET, TYPED);
    await expect.poll(target).toBe(TYPED);
    await expect.poll(growth).toContain(NEEDED);
    await frame.waitUntilSaved();
  });

  test("keeps what it cannot read, marked, with the reason", async () => {
    await indicators.type(HIGH_TECH, TARGET, "3—2家");
    await expect.poll(target).toContain("3—2家");
    expect(await indicators.isMarked(HIGH_TECH, TARGET)).toBe(true);
    await indicators.choose(HIGH_TECH, TARGET);
    await expect.poll(() => indicators.reason.innerText()).toContain("下限 3 家，大于上限 2 家");
    expect(await indicators.reason.innerText()).toContain("原输入已保留");
  });

  test("undoes and redoes, one step an edit", async () => {
    const { keyboard } = workbench.page;
    await keyboard.press("Control+z");
    await expect.poll(target).toBe(TYPED);
    await keyboard.press("Control+z");
    await expect.poll(target).toBe("—");
    await keyboard.press("Control+y");
    await expect.poll(target).toBe(TYPED);
    expect(await indicators.isMarked(HIGH_TECH, TARGET)).toBe(false);
    await frame.waitUntilSaved();
    expectQuiet();
  });

  test("has everything after the program was closed and started again", async () => {
    await workbench.close();
    await start();
    expect(await library.titles()).toHaveLength(BUNDLED.length + 1);
    await library.open(ENPING_NEXT);
    await indicators.ready();
    expect(await target()).toBe(TYPED);
    await workbench.page.keyboard.press("Control+y");
    await expect.poll(target).toContain("3—2家");
    await workbench.page.keyboard.press("Control+z");
    await expect.poll(target).toBe(TYPED);
  });

  test("projects the indicator from its base to both levels of the target", async () => {
    await scenario.show();
    await scenario.chooseIndicator(HIGH_TECH);
    // 33·(100/33)^(k/5) to the floor and 33·(130/33)^(k/5) to the stretch, k = 1 … 5; counts are whole numbers.
    const towards = (level: number) =>
      [1, 2, 3, 4, 5].map((k) => String(Math.round(33 * (level / 33) ** (k / 5))));
    await expect.poll(() => scenario.pathOf("保底")).toEqual(towards(100));
    expect(await scenario.pathOf("力争")).toEqual(towards(130));
    await scenario.knob.fill("115");
    await expect.poll(async () => (await scenario.pathOf("基准")).at(-1)).toBe("115");
    expect(await scenario.said()).toContain("2025 年到 115 家，达到保底 100 家，距力争还差 15 家。");
  });

  test("exports the chart as PNG at 300 dpi in the width of the text column", async () => {
    const name = await scenario.exportChart({ kind: "PNG", size: "整栏" });
    expect(await filesIn(workbench.exportFolder)).toEqual([name]);
    const png = readPng(await readFile(join(workbench.exportFolder, name)));
    // 156 mm at 300 dpi: 156 / 25.4 × 300 = 1842.5; 300 dpi = 11811 pixels a metre.
    expect(png.width).toBe(1843);
    expect(png.density).toEqual({ x: 11811, y: 11811 });
    const inked = (from: number, to: number) =>
      coloursOf(png, from, to)
        .slice(1)
        .reduce((sum, [, count]) => sum + count, 0) /
      (png.width * (to - from));
    expect(coloursOf(png).length).toBeGreaterThan(50);
    expect(inked(0, png.height)).toBeGreaterThan(0.02);
    expect(inked(0, png.height)).toBeLessThan(0.6);
    // The title stands in the top tenth.
    expect(inked(0, Math.round(png.height / 10))).toBeGreaterThan(0.005);
  });

  test("exports the chart as SVG whose Chinese text brings its font along", async () => {
    const name = await scenario.exportChart({ kind: "SVG", size: "整栏" });
    const svg = await readFile(join(workbench.exportFolder, name), "utf8");
    const text = [...svg.matchAll(/<text[^>]*>([^<]*)/gu)].map(([, shown]) => shown).join("\n");
    for (const shown of ["恩平市国家高新技术企业", "单位：家", "资料来源：", "2025"])
      expect(text).toContain(shown);
    expect(svg).toContain('width="156mm"');
    const fonts = [...svg.matchAll(/url\(["']?data:font\/woff2;base64,([^"')]+)/gu)].map(
      ([, data = ""]) => data,
    );
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts)
      expect(Buffer.from(font, "base64").subarray(0, 4).toString("latin1")).toBe("wOF2");
    expect(svg).not.toMatch(/(?:href|src)=["']https?:/u);
  });

  test("never writes over an exported file", async () => {
    const before = await filesIn(workbench.exportFolder);
    const contents = await Promise.all(before.map((name) => readFile(join(workbench.exportFolder, name))));
    const again = await scenario.exportChart({ kind: "PNG", size: "整栏" });
    expect(again).toMatch(/ ?[（(]2[）)]\.png$/u);
    expect(before).not.toContain(again);
    for (const [at, name] of before.entries()) {
      expect(await readFile(join(workbench.exportFolder, name))).toEqual(contents[at]);
    }
  });

  test("asked for nothing beyond its own files all the while, and wrote no error", () => {
    expectQuiet();
  });
});
