import { describe, expect, test } from "vitest";
import { indicatorId } from "#core/plan/ids.ts";
import { PLAIN_LOOK } from "#core/report/chart-look.ts";
import { gallery } from "#core/report/gallery/gallery-chart.ts";
import { CHART_KINDS } from "#core/report/gallery/gallery-source.ts";
import type { Report, ReportChart } from "#core/report/report.ts";
import { isOfficeChart } from "#exchange/chart/office-chart.ts";
import { writeSlides } from "#exchange/slides/write-slides.ts";
import { readWorkbook } from "#exchange/table/read-workbook.ts";
import { officeLetters } from "#exchange/chart/office-letters.ts";
import { chartParagraph } from "#exchange/word/word-chart.ts";
import { writeWord } from "#exchange/word/write-word.ts";
import { gallerySource, seedPeers } from "../../core/report/gallery/gallery-of.ts";
import { sampleReport } from "../../core/report/sample-report.ts";
import { IDS } from "../../core/report/study-of.ts";
import { convert, withoutLibreOffice } from "../office/libre-office.ts";
import {
  elements,
  type OfficePackage,
  openPackage,
  orderFaults,
  packageFaults,
  parseXml,
  partText,
  type XmlElement,
} from "../office/office-package.ts";

const PLAN = "taishan-13";
const FIRMS = indicatorId(`${PLAN}/national-high-tech-enterprises`);
/** A PNG of one pixel. */
const PNG = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** The order of ECMA-376, part 1, 21.2: of the kinds of charts that we write, and their series. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  "c:barChart": [
    ...[
      "c:barDir",
      "c:grouping",
      "c:varyColors",
      "c:ser",
      "c:dLbls",
      "c:gapWidth",
      "c:overlap",
      "c:serLines",
    ],
    "c:axId",
  ],
  "c:radarChart": ["c:radarStyle", "c:varyColors", "c:ser", "c:dLbls", "c:axId"],
  "c:lineChart": ["c:grouping", "c:varyColors", "c:ser", "c:dLbls", "c:marker", "c:smooth", "c:axId"],
  "c:ser": [
    ...["c:idx", "c:order", "c:tx", "c:spPr", "c:invertIfNegative", "c:marker", "c:dPt", "c:dLbls"],
    ...["c:cat", "c:val", "c:smooth", "c:extLst"],
  ],
  "mc:AlternateContent": ["mc:Choice", "mc:Fallback"],
};

/** The report of a plan with a chart of every kind about one indicator. */
const everyKind = (): Report =>
  sampleReport(
    PLAN,
    {
      charts: new Set([FIRMS]),
      placed: CHART_KINDS.filter((kind) => kind !== "path").map((kind) => ({
        ...({ kind, indicator: FIRMS, measure: "level" } as const),
        ...{ scenario: IDS.baseline, from: IDS.floor },
      })),
    },
    seedPeers(),
  );
const chartsOf = ({ blocks }: Report) =>
  blocks.filter((block): block is ReportChart => block.kind === "chart");
const picturesOf = (charts: readonly ReportChart[]) => new Map(charts.map(({ id }) => [id, PNG]));

const chartParts = (file: OfficePackage, folder: "word" | "ppt") =>
  [...file.keys()]
    .filter((name) => new RegExp(`^${folder}/charts/chart\\d+\\.xml$`, "u").test(name))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
const plotsOf = (file: OfficePackage, folder: "word" | "ppt") =>
  chartParts(file, folder).map((name) => parseXml(partText(file, name)));

/** The numbers of a series as the chart holds them. */
const numbersOf = (series: XmlElement) =>
  elements(series, "c:val")
    .flatMap((values) => elements(values, "c:v"))
    .map(({ text }) => Number(text));
const nameOf = (series: XmlElement) =>
  elements(series, "c:tx").flatMap((name) => elements(name, "c:v"))[0]?.text;

/** The rows of the workbook of a chart. */
function workbookOf(file: OfficePackage, part: string): readonly (readonly (string | number | null)[])[] {
  const rels = parseXml(partText(file, part.replace("charts/", "charts/_rels/").concat(".rels")));
  const target = elements(rels, "Relationship").find(({ attributes }) =>
    attributes["Target"]?.endsWith(".xlsx"),
  );
  const name = target?.attributes["Target"]?.split("/").at(-1) ?? "";
  const read = readWorkbook(file.get(`word/embeddings/${name}`) ?? new Uint8Array());
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return (read.value[0]?.rows ?? []).map((row) =>
    row.map((cell) =>
      cell === null || cell.kind === "unread" ? null : cell.kind === "text" ? cell.text : cell.value,
    ),
  );
}

describe("charts of every kind in a Word file", async () => {
  const report = everyKind();
  const charts = chartsOf(report);
  const file = openPackage(await writeWord(report, { editable: true, pictures: picturesOf(charts) }));
  const body = parseXml(partText(file, "word/document.xml"));
  const plots = plotsOf(file, "word");

  test("make a sound package whose elements stand in the order of the schema", () => {
    expect(packageFaults(file)).toEqual([]);
    for (const plot of plots) {
      for (const [parent, order] of Object.entries(ORDERS))
        expect(orderFaults(plot, parent, order)).toEqual([]);
    }
    expect(orderFaults(body, "mc:AlternateContent", ORDERS["mc:AlternateContent"] ?? [])).toEqual([]);
    const ids = elements(body, "wp:docPr").map(({ attributes }) => attributes["id"]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("are Word's own where it can draw them, and pictures with words for them where it cannot", () => {
    const drawn = charts.filter(({ drawing }) => isOfficeChart(drawing));
    expect(plots).toHaveLength(drawn.length);
    expect(
      plots.map((plot) =>
        ["c:lineChart", "c:barChart", "c:radarChart"].find((name) => elements(plot, name)[0]),
      ),
    ).toEqual([
      ...["c:lineChart", "c:lineChart", "c:barChart", "c:radarChart", "c:barChart"],
      ...["c:lineChart", "c:barChart", "c:barChart"],
    ]);
    const pictures = elements(body, "w:r").filter((run) => run.children[0]?.name === "w:drawing");
    expect(
      pictures.flatMap((run) => elements(run, "wp:docPr")).map(({ attributes }) => attributes["name"]),
    ).toEqual([
      ...[
        "台山市科技创新“十三五”规划主要指标",
        "台山市科技创新“十三五”规划各情景目标达成",
        "各规划国家高新技术企业",
      ],
    ]);
    for (const each of elements(body, "wp:docPr")) expect(each.attributes["descr"]).not.toBe("");
  });

  test("have a picture that stands in for each, for programs that know no charts", () => {
    const pairs = elements(body, "mc:AlternateContent");
    expect(pairs).toHaveLength(plots.length);
    for (const pair of pairs) {
      const [choice, fallback] = pair.children;
      if (choice === undefined || fallback === undefined) throw new Error("no choice");
      // The prefix has to be declared, or Word calls the file damaged.
      expect(choice.attributes["Requires"]).toBe("wps");
      expect(elements(choice, "c:chart")).toHaveLength(1);
      expect(elements(fallback, "pic:pic")).toHaveLength(1);
      const size = ({ attributes }: XmlElement) => [attributes["cx"], attributes["cy"]];
      expect(elements(choice, "wp:extent").map(size)).toEqual(elements(fallback, "wp:extent").map(size));
    }
    expect(body.attributes["xmlns:wps"]).toBe(
      "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    );
    expect(body.attributes["xmlns:mc"]).toBe("http://schemas.openxmlformats.org/markup-compatibility/2006");
  });

  test("hold the plan's figures, in the chart and in its workbook", () => {
    // seeds/plans/taishan-13.json: 10, 13, 13, 13, 13 in 2011–2015, 35 in 2017 and 50 in 2020.
    const [history] = elements(plots[0] ?? body, "c:ser");
    expect(history === undefined ? [] : numbersOf(history)).toEqual([10, 13, 13, 13, 13]);
    const [head, ...rows] = workbookOf(file, chartParts(file, "word")[0] ?? "");
    expect(head?.[1]).toBe("观测值");
    const target = head?.indexOf("目标") ?? -1;
    expect(rows.slice(0, 5).map((row) => [Number(row[0]), row[1]])).toEqual([
      ...[
        [2011, 10],
        [2012, 13],
        [2013, 13],
        [2014, 13],
        [2015, 13],
      ],
    ]);
    expect(
      rows.flatMap((row) => (typeof row[target] === "number" ? [[Number(row[0]), row[target]]] : [])),
    ).toEqual([
      ...[
        [2017, 35],
        [2020, 50],
      ],
    ]);
  });

  test("hang the parts of a waterfall on bars without a fill", () => {
    // 50 under 保底 and 18 under 基准 (gallery-chart.test.ts), from the bottom up as office programs draw bars.
    const series = elements(plots[6] ?? body, "c:ser");
    expect(series.map(nameOf)).toEqual(["情景数值", "　", "减少"]);
    expect(series.map((each) => numbersOf(each).map(Math.round))).toEqual([[18, 50], [18], [32]]);
    expect(series.map((each) => elements(each, "c:spPr")[0]?.children[0]?.name)).toEqual([
      ...["a:solidFill", "a:noFill", "a:solidFill"],
    ]);
  });

  test("name their font for Chinese letters too", () => {
    for (const name of chartParts(file, "word")) {
      expect(partText(file, name)).toContain('<a:latin typeface="黑体"/><a:ea typeface="黑体"/>');
      expect(partText(file, name)).not.toContain('<a:latin typeface="黑体"/><a:ea typeface="+mn-ea"/>');
    }
  });

  test.skipIf(withoutLibreOffice !== null)(
    `stay charts in LibreOffice${withoutLibreOffice === null ? "" : ` (left out: ${withoutLibreOffice})`}`,
    { timeout: 240_000 },
    async () => {
      const bytes = await writeWord(report, { editable: true, pictures: picturesOf(charts) });
      const opened = openPackage(await convert(bytes, "docx", "odt"));
      const objects = [...opened.keys()].filter((name) => /^Object \d+\/content\.xml$/u.test(name));
      expect(objects).toHaveLength(plots.length);
    },
  );
});

test.each(["jiangmen-14", "heshan-14", "taishan-13", "enping-13", "shaoguan-2017"])(
  "every chart of %s is one that Word draws, or a picture",
  (id) => {
    const source = gallerySource(id);
    const make = gallery(source);
    for (const { id: indicator } of source.plan.indicators) {
      for (const kind of CHART_KINDS) {
        const made = make({ kind, indicator, measure: "growth", scenario: IDS.stretch, from: IDS.floor });
        if (!made.ok) continue;
        for (const size of ["full", "half"] as const) {
          const chart = { drawing: made.value, look: { ...PLAIN_LOOK, size } };
          const drawn = chartParagraph(chart, officeLetters(chart.look, "paper"));
          expect(drawn !== null).toBe(isOfficeChart(made.value));
        }
      }
    }
  },
);

test("a value that stands in is not filled, and a tornado's axis tells the present value", async () => {
  const report = everyKind();
  const stand = { year: 2016, value: 20, label: "20", provisional: true };
  const blocks = report.blocks.map((block) => {
    if (block.kind !== "chart" || block.drawing.kind !== "projection") return block;
    const { chart } = block.drawing;
    return {
      ...block,
      drawing: { ...block.drawing, chart: { ...chart, history: [...chart.history, stand] } },
    };
  });
  const pictures = picturesOf(chartsOf(report));
  const file = openPackage(await writeWord({ ...report, blocks }, { editable: true, pictures }));
  const plots = plotsOf(file, "word");
  const [course] = plots;
  const bars = plots.at(-1);
  if (course === undefined || bars === undefined) throw new Error("no plots");
  const fills = (name: string) =>
    elements(course, "c:ser")
      .filter((series) => nameOf(series) === name)
      .flatMap((series) => elements(series, "c:marker"))
      .flatMap((marker) => elements(marker, "a:srgbClr").map(({ attributes }) => attributes["val"]));
  const [known] = fills("观测值");
  expect(fills("暂用值")).toEqual(["FFFFFF", known]);
  expect(known).not.toBe("FFFFFF");
  expect(
    elements(bars, "c:title").flatMap((title) => elements(title, "a:t").map(({ text }) => text)),
  ).toContain("单位：家；现值18");
});

test("charts have the palette, the letters and the size of their look", async () => {
  const look = { palette: "grey", size: "half", font: "songti", text: "large" } as const;
  const designs = { look, designs: {} };
  const report = sampleReport(PLAN, { charts: new Set([FIRMS]), designs });
  const file = openPackage(await writeWord(report, { editable: true, pictures: new Map() }));
  const [plot] = plotsOf(file, "word");
  const [chart] = chartParts(file, "word").map((name) => partText(file, name));
  expect(chart).toContain('<a:latin typeface="宋体"/><a:ea typeface="宋体"/>');
  // 五号 is 10.5 pt.
  expect(chart).toContain('sz="1050"');
  if (plot === undefined) throw new Error("no chart");
  const colours = elements(plot, "a:srgbClr").map(({ attributes }) => attributes["val"]);
  expect(colours).toContain("454545");
  for (const colour of colours) expect(colour).toMatch(/^(..)\1\1$/u);
  const [extent] = elements(parseXml(partText(file, "word/document.xml")), "wp:extent");
  // 76 mm, in units of a 36 000th of a millimetre, to the pixel.
  expect(Math.abs(Number(extent?.attributes["cx"]) / 36_000 - 76)).toBeLessThan(25.4 / 96);
});

test("charts are pictures alone where the planner wants it so", async () => {
  const report = everyKind();
  const charts = chartsOf(report);
  const file = openPackage(await writeWord(report, { editable: false, pictures: picturesOf(charts) }));
  expect(packageFaults(file)).toEqual([]);
  expect(chartParts(file, "word")).toEqual([]);
  const body = parseXml(partText(file, "word/document.xml"));
  expect(elements(body, "pic:pic")).toHaveLength(charts.length);
  expect(elements(body, "mc:AlternateContent")).toEqual([]);
});

test("a chart that can only be a picture is not left out in silence", async () => {
  const report = everyKind();
  await expect(writeWord(report, { editable: true, pictures: new Map() })).rejects.toThrow("chart-multiples");
  await expect(writeSlides(report, new Map())).rejects.toThrow("chart-multiples");
});

test("slides have every chart in the largest size, under its title and over its source", async () => {
  const report = everyKind();
  const charts = chartsOf(report);
  const file = openPackage(
    await writeSlides(report, picturesOf(charts.filter(({ drawing }) => !isOfficeChart(drawing)))),
  );
  expect(packageFaults(file)).toEqual([]);
  const plots = plotsOf(file, "ppt");
  expect(plots).toHaveLength(charts.filter(({ drawing }) => isOfficeChart(drawing)).length);
  for (const plot of plots) {
    for (const [parent, order] of Object.entries(ORDERS))
      expect(orderFaults(plot, parent, order)).toEqual([]);
  }
  const slides = charts.map((_, at) => partText(file, `ppt/slides/slide${at + 1}.xml`));
  for (const [at, { drawing }] of charts.entries()) {
    const texts = elements(parseXml(slides[at] ?? ""), "a:t").map(({ text }) => text);
    expect(texts[0]).toContain(drawing.chart.title);
    expect(texts.join("\n")).toContain(drawing.chart.source);
  }
  expect(slides.filter((slide) => slide.includes("<p:pic>"))).toHaveLength(3);
});
