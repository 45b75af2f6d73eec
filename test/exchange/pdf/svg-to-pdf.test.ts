import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzlibSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PLAIN_LOOK } from "#core/report/chart-look.ts";
import { drawingText } from "#exchange/chart/chart-drawing.ts";
import { lookSize } from "#exchange/chart/chart-look.ts";
import { chartSvg } from "#exchange/chart/chart-svg.ts";
import { pathOperators } from "#exchange/pdf/path-operators.ts";
import { pdfNumber, pdfText } from "#exchange/pdf/pdf-file.ts";
import { type PdfFont, readPdfFont } from "#exchange/pdf/pdf-font.ts";
import { svgToPdf } from "#exchange/pdf/svg-to-pdf.ts";
import { openFontFolder } from "#main/host/make-font.ts";
import { chartOf, taishanCharts } from "../../core/report/gallery/gallery-of.ts";

const FOLDER = dirname(createRequire(import.meta.url).resolve("@fontsource/noto-sans-sc/unicode.json"));
const PAGE = { ...lookSize(PLAIN_LOOK), title: "国家高新技术企业" };

async function fontsFor(text: string): Promise<readonly PdfFont[]> {
  const make = openFontFolder(FOLDER);
  const weights = [400, 600] as const;
  return Promise.all(
    weights.map(async (weight) => readPdfFont(await make(text, weight, "truetype"), weight)),
  );
}

/** What another program prints about a file. */
const told = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

/** Whether poppler is here to read what we write. */
const poppler = (() => {
  try {
    told("pdftotext", "-v");
    return true;
  } catch {
    return false;
  }
})();

describe("a chart as a PDF file", () => {
  const drawing = { kind: "projection", chart: chartOf(taishanCharts()("path"), "projection") } as const;
  let file: Uint8Array;
  let folder: string;

  beforeAll(async () => {
    file = svgToPdf(chartSvg(drawing, PLAIN_LOOK, []), PAGE, await fontsFor(drawingText(drawing)));
    folder = mkdtempSync(join(tmpdir(), "wunian-pdf-"));
    writeFileSync(join(folder, "chart.pdf"), file);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("says where each of its objects begins", () => {
    const text = Buffer.from(file).toString("latin1");
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(text)?.[1]);
    const [, count = "0"] = /^xref\n0 (\d+)\n/u.exec(text.slice(table)) ?? [];
    const starts = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gmu)].map(([, at]) => Number(at));
    expect(starts).toHaveLength(Number(count) - 1);
    for (const [at, start] of starts.entries())
      expect(text.slice(start, start + 8)).toMatch(new RegExp(`^${at + 1} 0 obj`, "u"));
  });

  test("is a page of 156 × 92 mm", () => {
    const [, w = "", h = ""] =
      /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(Buffer.from(file).toString("latin1")) ?? [];
    expect((Number(w) / 72) * 25.4).toBeCloseTo(156, 3);
    expect((Number(h) / 72) * 25.4).toBeCloseTo(92, 3);
  });

  test.runIf(poppler)(
    "gives other programs its text, and both fonts embedded with what their glyphs stand for",
    () => {
      const text = told("pdftotext", "-layout", join(folder, "chart.pdf"), "-");
      for (const words of [
        "国家高新技术企业",
        "单位：家",
        "基期2015年",
        "2017年≥35",
        "来源：《台山市科技创新“十三五”规划》",
      ])
        expect(text).toContain(words);
      const fonts = told("pdffonts", join(folder, "chart.pdf"));
      expect(fonts.match(/CID TrueType\s+Identity-H\s+yes yes yes/gu)).toHaveLength(2);
    },
  );

  test.runIf(poppler)("holds no picture: it is drawn in outlines", () => {
    const images = told("pdfimages", "-list", join(folder, "chart.pdf"));
    expect(images.trim().split("\n")).toHaveLength(2);
  });
});

test("hostile words are glyphs and UTF-16, never operators", async () => {
  const title = ") Tj ET Q <</JS (x)>> endstream";
  const svg = `<svg viewBox="0 0 100 50"><text x="1" y="2">${title.replace(/</gu, "&lt;").replace(/>/gu, "&gt;")}</text></svg>`;
  const file = Buffer.from(svgToPdf(svg, { ...PAGE, title }, await fontsFor(title)));
  const text = file.toString("latin1");
  expect(text).not.toContain("/JS");
  const [, content = ""] = /stream\n([\s\S]*?)\nendstream/u.exec(text) ?? [];
  const operators = Buffer.from(unzlibSync(Buffer.from(content, "latin1"))).toString("latin1");
  expect(operators).toMatch(/Tm <[0-9a-f]+> Tj ET\nQ$/u);
});

test.each([
  ['<image href="x"/>', "the element image"],
  ['<path d="M0 0T1 1" fill="#000000"/>', "the command T"],
  ['<rect fill="url(#g)"/>', "the colour url"],
  ['<g transform="rotate(5)"/>', "moved by rotate"],
])("refuses %s rather than leave it out", (part, why) => {
  expect(() => svgToPdf(`<svg viewBox="0 0 1 1">${part}</svg>`, PAGE, [])).toThrow(why);
});

describe("paths", () => {
  test("lines, relative lines and curves", () => {
    expect(pathOperators("M1 2L3 4l1 -1C1 1 2 2 3 3Z")).toBe("1 2 m\n3 4 l\n4 3 l\n1 1 2 2 3 3 c\nh");
  });

  test("a half circle is two quarter curves that reach its top", () => {
    // The inner points of a quarter lie 4/3·tan(π/8) = 0.5523 along its tangents.
    expect(pathOperators("M-1 0A1 1 0 0 1 1 0")).toBe(
      "-1 0 m\n-1 -0.5523 -0.5523 -1 0 -1 c\n0.5523 -1 1 -0.5523 1 0 c",
    );
  });

  test("a quadratic curve is the cubic one through two thirds of its middle point", () => {
    expect(pathOperators("M0 0Q3 3 6 0")).toBe("0 0 m\n2 2 4 2 6 0 c");
  });
});

test("numbers and texts as the file format has them", () => {
  expect([0, -0, 1e-9, 1234.56789, -2.5].map(pdfNumber)).toEqual(["0", "0", "0", "1234.5679", "-2.5"]);
  expect(() => pdfNumber(Number.NaN)).toThrow("none");
  expect(pdfText("年A")).toBe("<feff5e740041>");
});
