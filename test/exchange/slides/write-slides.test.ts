import { describe, expect, test } from "vitest";
import { writeSlides } from "#exchange/slides/write-slides.ts";
import { sampleReport } from "../../core/report/sample-report.ts";
import { convert, pdfLines, withoutLibreOffice } from "../office/libre-office.ts";
import {
  elements,
  openPackage,
  orderFaults,
  packageFaults,
  parseXml,
  partText,
} from "../office/office-package.ts";

/** The order of ECMA-376, part 1, for a line chart and its series. */
const LINE_CHART = [
  ...["c:grouping", "c:varyColors", "c:ser", "c:dLbls", "c:dropLines", "c:hiLowLines", "c:upDownBars"],
  ...["c:marker", "c:smooth", "c:axId"],
];
const SERIES = [
  ...["c:idx", "c:order", "c:tx", "c:spPr", "c:marker", "c:dPt", "c:dLbls", "c:trendline", "c:errBars"],
  ...["c:cat", "c:val", "c:smooth", "c:extLst"],
];

describe("a PowerPoint file", async () => {
  const bytes = await writeSlides(sampleReport(), new Map());
  const file = openPackage(bytes);
  const charts = [...file.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/u.test(name));

  test("is a sound package with a slide a chart", () => {
    expect(packageFaults(file)).toEqual([]);
    expect([...file.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name))).toHaveLength(3);
    expect(charts).toHaveLength(3);
  });

  test("holds charts that keep to the schema, with two axes and a workbook each", () => {
    for (const name of charts) {
      const chart = parseXml(partText(file, name));
      expect(orderFaults(chart, "c:lineChart", LINE_CHART)).toEqual([]);
      expect(orderFaults(chart, "c:ser", SERIES)).toEqual([]);
      const [plot] = elements(chart, "c:lineChart");
      const used = plot?.children
        .filter((child) => child.name === "c:axId")
        .map((id) => id.attributes["val"]);
      const there = [...elements(chart, "c:catAx"), ...elements(chart, "c:valAx")].map(
        (axis) => elements(axis, "c:axId")[0]?.attributes["val"],
      );
      expect(used).toEqual(there);
      expect(used).toHaveLength(2);
      for (const number of elements(chart, "c:numCache").flatMap((cache) => elements(cache, "c:v")))
        expect(Number.isFinite(Number(number.text)) && number.text !== "").toBe(true);
    }
    expect([...file.keys()].filter((name) => name.endsWith(".xlsx"))).toHaveLength(3);
  });

  test("is a sound package without any chart", async () => {
    const empty = openPackage(await writeSlides({ title: "空", blocks: [] }, new Map()));
    expect(packageFaults(empty)).toEqual([]);
  });

  test.skipIf(withoutLibreOffice !== null)(
    `opens in LibreOffice as three pages${withoutLibreOffice === null ? "" : ` (left out: ${withoutLibreOffice})`}`,
    { timeout: 240_000 },
    async () => {
      const pages = await pdfLines(await convert(bytes, "pptx", "pdf"));
      expect(pages).toHaveLength(3);
      expect(pages[2]?.map(({ text }) => text).join("")).toContain("高新技术企业数量（家）");
    },
  );
});
