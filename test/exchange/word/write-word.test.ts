import { describe, expect, test } from "vitest";
import type { Report } from "#core/report/report.ts";
import { writeWord } from "#exchange/word/write-word.ts";
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

const PLAIN = { editable: true, pictures: new Map() };
const TWIPS_PER_MM = 1440 / 25.4;

/** The order of ECMA-376, part 1, for what we write. */
const PARAGRAPH_PROPERTIES = [
  ...[
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:widowControl",
    "w:numPr",
    "w:pBdr",
    "w:shd",
  ],
  ...["w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr"],
];
const RUN_PROPERTIES = [
  ...[
    "w:rStyle",
    "w:rFonts",
    "w:b",
    "w:bCs",
    "w:i",
    "w:iCs",
    "w:noProof",
    "w:snapToGrid",
    "w:color",
    "w:spacing",
  ],
  ...["w:sz", "w:szCs", "w:lang"],
];
const TABLE_PROPERTIES = [
  ...["w:tblStyle", "w:tblW", "w:jc", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook"],
];
const ROW_PROPERTIES = ["w:cantSplit", "w:tblHeader"];
const SECTION_PROPERTIES = [
  ...[
    "w:headerReference",
    "w:footerReference",
    "w:type",
    "w:pgSz",
    "w:pgMar",
    "w:pgNumType",
    "w:cols",
    "w:docGrid",
  ],
];

describe("a Word file", async () => {
  const file = openPackage(await writeWord(sampleReport(), PLAIN));
  const body = parseXml(partText(file, "word/document.xml"));
  const styles = parseXml(partText(file, "word/styles.xml"));

  test("is a sound package whose elements stand in the order of the schema", () => {
    expect(packageFaults(file)).toEqual([]);
    for (const root of [body, styles]) {
      expect(orderFaults(root, "w:pPr", PARAGRAPH_PROPERTIES)).toEqual([]);
      expect(orderFaults(root, "w:rPr", RUN_PROPERTIES)).toEqual([]);
      expect(orderFaults(root, "w:tblPr", TABLE_PROPERTIES)).toEqual([]);
      expect(orderFaults(root, "w:trPr", ROW_PROPERTIES)).toEqual([]);
      expect(orderFaults(root, "w:sectPr", SECTION_PROPERTIES)).toEqual([]);
    }
  });

  test("has the page of GB/T 9704-2012: A4, 37 mm above, 28 mm to the left, 156 × 225 mm of text", () => {
    const [size] = elements(body, "w:pgSz");
    const [margin] = elements(body, "w:pgMar");
    const mm = (text: string | undefined) => Number(text) / TWIPS_PER_MM;
    expect(mm(size?.attributes["w:w"])).toBeCloseTo(210, 1);
    expect(mm(size?.attributes["w:h"])).toBeCloseTo(297, 1);
    expect(mm(margin?.attributes["w:top"])).toBeCloseTo(37, 1);
    expect(mm(margin?.attributes["w:left"])).toBeCloseTo(28, 1);
    expect(210 - 28 - mm(margin?.attributes["w:right"])).toBeCloseTo(156, 1);
    expect(297 - 37 - mm(margin?.attributes["w:bottom"])).toBeCloseTo(225, 1);
    // 22 exact lines fit into the 225 mm, and no 23rd.
    const pitch = Number(elements(body, "w:docGrid")[0]?.attributes["w:linePitch"]);
    expect(Math.floor((225 * TWIPS_PER_MM) / pitch)).toBe(22);
  });

  test.each([
    ["Normal", "仿宋_GB2312", "32"],
    ["Heading1", "黑体", "32"],
    ["Heading2", "楷体_GB2312", "32"],
    ["Heading3", "仿宋_GB2312", "32"],
    ["ReportTitle", "方正小标宋简体", "44"],
  ])("writes %s in %s of %s half points", (id, font, size) => {
    const style = elements(styles, "w:style").find((each) => each.attributes["w:styleId"] === id);
    if (style === undefined) throw new Error(id);
    expect(elements(style, "w:rFonts")[0]?.attributes["w:eastAsia"]).toBe(font);
    expect(elements(style, "w:sz")[0]?.attributes["w:val"]).toBe(size);
  });

  test("numbers odd pages at the right and even ones at the left, in 4号", () => {
    const footers = [...file.keys()].filter((name) => /^word\/footer\d+\.xml$/u.test(name)).sort();
    const sides = footers.map(
      (name) => elements(parseXml(partText(file, name)), "w:jc")[0]?.attributes["w:val"],
    );
    expect(new Set(sides)).toEqual(new Set(["left", "right"]));
    expect(partText(file, footers[0] ?? "")).toContain('w:val="28"');
    expect(partText(file, "word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
  });

  test("repeats the header row of each table and gives WPS the widths of its columns", () => {
    for (const table of elements(body, "w:tbl")) {
      const [first, ...rest] = elements(table, "w:tr");
      expect(first === undefined ? [] : elements(first, "w:tblHeader")).toHaveLength(1);
      expect(rest.flatMap((row) => elements(row, "w:tblHeader"))).toEqual([]);
      const widths = elements(table, "w:gridCol").map((column) => Number(column.attributes["w:w"]));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Math.round(156 * TWIPS_PER_MM));
    }
  });

  test("holds charts that Word draws and edits, with their workbook inside", () => {
    const charts = [...file.keys()].filter((name) => /^word\/charts\/chart\d+\.xml$/u.test(name));
    expect(charts).toHaveLength(3);
    for (const name of charts) {
      const chart = parseXml(partText(file, name));
      expect(elements(chart, "c:lineChart")).toHaveLength(1);
      expect(elements(chart, "c:externalData")).toHaveLength(1);
    }
    expect([...file.keys()].filter((name) => name.endsWith(".xlsx"))).toHaveLength(3);
  });

  test("does not ask to update its fields when it is opened", () => {
    expect(partText(file, "word/settings.xml")).not.toContain("updateFields");
    expect(partText(file, "word/document.xml")).not.toContain('w:dirty="true"');
  });
});

/** What somebody may have typed as a name; each has to stay the text that it is. */
const HOSTILE = [
  "<w:p/>&amp;]]><script>",
  "\u{0}\u{1}\u{8}甲\u{FFFF}",
  "乙\u{D800}丙",
  "\u{202E}反",
  "{{placeholder}} =1+1",
  "a".repeat(5000),
] as const;

describe("hostile names", () => {
  test.each(HOSTILE.map((name) => [name] as const))("stay text: %j", async (name) => {
    const report: Report = {
      title: name,
      blocks: [
        { kind: "title", lines: [name] },
        { kind: "contents", title: name },
        { kind: "heading", id: name, level: 1, number: "一、", text: name },
        { kind: "paragraph", runs: [{ text: name }] },
        {
          ...{ kind: "table", id: name, caption: name, note: name },
          columns: [{ title: name, share: 1, align: "left" }],
          rows: [[name]],
        },
      ],
    };
    const file = openPackage(await writeWord(report, PLAIN));
    expect(packageFaults(file)).toEqual([]);
    const body = parseXml(partText(file, "word/document.xml"));
    expect(elements(body, "w:t").map(({ text }) => text)).toContain(
      // What XML cannot hold is left out, and nothing else.
      name.replace(/[\u{0}-\u{8}\u{FFFF}\u{202E}]|\p{Surrogate}/gu, ""),
    );
  });
});

describe("LibreOffice", () => {
  if (withoutLibreOffice !== null) {
    test.skip(`opens the file (left out: ${withoutLibreOffice})`, () => undefined);
    return;
  }

  test("opens the file and sets 22 lines of 28 characters on a page", { timeout: 240_000 }, async () => {
    const line = "科技创新规划编制工作台二十八个汉字一行恰好排满版心宽度内";
    expect(Array.from(line)).toHaveLength(28);
    const report: Report = {
      title: "版心",
      blocks: [{ kind: "paragraph", runs: [{ text: line.repeat(50).slice(2) }] }],
    };
    const pages = await pdfLines(await convert(await writeWord(report, PLAIN), "docx", "pdf"));
    const body = (pages[0] ?? []).filter(({ text }) => !/^—\d+—$/u.test(text));
    expect(body).toHaveLength(22);
    // The first line is set in by two characters; each of the others is full.
    expect(body.map(({ text }) => Array.from(text).length)).toEqual([26, ...Array<number>(21).fill(28)]);
    const top = Math.min(...body.map((each) => each.top));
    const left = Math.min(...body.map((each) => each.left));
    const right = Math.max(...body.map((each) => each.right));
    const mm = (points: number) => (points / 72) * 25.4;
    expect(mm(left)).toBeCloseTo(28, 0);
    expect(mm(right)).toBeLessThanOrEqual(28 + 156 + 0.2);
    expect(mm(top)).toBeGreaterThan(36.5);
  });
});
