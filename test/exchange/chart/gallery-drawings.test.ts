import { describe, expect, test } from "vitest";
import { CHART_KINDS, type ChartKind } from "#core/report/gallery/gallery-source.ts";
import { type ChartLook, PLAIN_LOOK } from "#core/report/chart-look.ts";
import { drawingText } from "#exchange/chart/chart-drawing.ts";
import { chartListing, entryNames } from "#exchange/chart/chart-listing.ts";
import { lookSize } from "#exchange/chart/chart-look.ts";
import { CHART_PALETTES } from "#exchange/chart/chart-palette.ts";
import { chartSvg, withoutFonts } from "#exchange/chart/chart-svg.ts";
import { taishanCharts } from "../../core/report/gallery/gallery-of.ts";

const make = taishanCharts();
const drawn = (kind: ChartKind) => {
  const made = make(kind);
  if (!made.ok) throw new Error(made.error);
  return made.value;
};
const svgOf = (kind: ChartKind, look: Partial<ChartLook> = {}) =>
  chartSvg(drawn(kind), { ...PLAIN_LOOK, ...look }, []);
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map((match) => (match[1] ?? "").replace("&amp;", "&"));

describe.each(CHART_KINDS)("%s", (kind) => {
  test("prints title, unit and source as real text, in letters whose glyphs are asked for", () => {
    const { title, unit, source } = drawn(kind).chart;
    const texts = textsOf(svgOf(kind));
    expect(texts).toContain(title);
    if (unit !== "") expect(texts).toContain(unit);
    expect(texts.join("")).toContain(source.split("\n").at(-1)?.slice(0, 12));
    const wanted = new Set(drawingText(drawn(kind)));
    expect([...new Set(texts.join(""))].filter((character) => !wanted.has(character))).toEqual([]);
  });

  test.each(["full", "half", "slide"] as const)("keeps its shapes inside the picture in %s", (size) => {
    const { width, height } = lookSize({ ...PLAIN_LOOK, size });
    const svg = svgOf(kind, { size });
    expect(svg).not.toContain("NaN");
    for (const [, cx, cy] of svg.matchAll(/<circle cx="([-\d.]+)" cy="([-\d.]+)"/gu)) {
      expect(Number(cx)).toBeGreaterThanOrEqual(0);
      expect(Number(cx)).toBeLessThanOrEqual(width);
      expect(Number(cy)).toBeGreaterThanOrEqual(0);
      expect(Number(cy)).toBeLessThanOrEqual(height);
    }
  });

  test("in greys has no other colour", () => {
    // Boxes without line and ground, which the library draws around titles, are not seen.
    const seen = svgOf(kind, { palette: "grey" }).replace(/<[^>]*stroke-width="0"[^>]*>/gu, "");
    const colours = [...seen.matchAll(/(?:fill|stroke)="#([0-9a-f]{6})"/gu)];
    for (const [, colour] of colours) expect(colour).toMatch(/^(..)\1\1$/u);
  });
});

test("a word that is no word of ours stays text", () => {
  const path = drawn("slope");
  const hostile = { ...path, chart: { ...path.chart, title: '"><script>alert(1)</script>&$&' } };
  const svg = chartSvg(hostile as typeof path, PLAIN_LOOK, []);
  expect(svg).not.toContain("<script");
  expect(svg).toContain("&lt;script&gt;");
});

test.each(["matrix", "slope", "radar"] as const)(
  "%s draws a title named like a part of every object",
  (kind) => {
    const { chart } = drawn(kind);
    const svg = chartSvg(
      { kind, chart: { ...chart, title: "__proto__\u0007" } } as ReturnType<typeof drawn>,
      PLAIN_LOOK,
      [],
    );
    expect(textsOf(svg).map((text) => text.replaceAll("\u200b", ""))).toContain("__proto__");
    expect(Object.keys(Object.prototype)).toEqual([]);
  },
);

test("brings no rules but those for its letters, and without these none", () => {
  const font = { family: "Wunian Sans", weight: 400, base64: "d09GMgABAAAA" } as const;
  const svg = chartSvg(drawn("path"), PLAIN_LOOK, [font]);
  expect(svg.match(/<style/gu)).toHaveLength(1);
  expect(withoutFonts(svg)).not.toContain("<style");
  expect(textsOf(withoutFonts(svg))).toEqual(textsOf(svg));
});

describe("looks", () => {
  test("letters of 10.5 pt are laid out in a smaller picture of the same size on paper", () => {
    const large = lookSize({ ...PLAIN_LOOK, text: "large" });
    expect(large.widthMm).toBe(156);
    expect((12 * ((large.widthMm / 25.4) * 72)) / large.width).toBeCloseTo(10.5, 1);
  });

  test("the office's own letters stand before the ones that come along", () => {
    expect(svgOf("path", { font: "fangsong" })).toMatch(/font-family:'FangSong_GB2312'/u);
    expect(svgOf("path")).toMatch(/font-family:'sans-serif'/u);
  });

  test("the first line takes the first colour of the palette", () => {
    for (const palette of ["house", "grey", "colourBlind"] as const)
      expect(svgOf("slope", { palette })).toContain(CHART_PALETTES[palette].lines[1]);
  });
});

describe("several charts in one archive", () => {
  test("have names that any system takes, numbered", () => {
    expect(entryNames(["甲/乙:丙", "甲/乙:丙", "..", "a\u202egnp.exe"], "png")).toEqual([
      "01 甲_乙_丙.png",
      "02 甲_乙_丙.png",
      "03.png",
      "04 agnp.exe.png",
    ]);
  });

  test("come with a list of what they are, in which nothing is a formula", () => {
    const path = drawn("path");
    const titled = { ...path, chart: { ...path.chart, title: "=1+1" } } as typeof path;
    const text = chartListing([{ drawing: titled, look: PLAIN_LOOK }], ["01 图.png"], {
      headings: ["序号", "文件", "图名", "单位", "尺寸", "来源"],
      sizes: { full: "整栏 156 mm", half: "半栏 76 mm", slide: "幻灯片 16:9" },
    });
    const [head, line] = text.split("\r\n");
    expect(head).toBe("\u{feff}序号,文件,图名,单位,尺寸,来源");
    expect(line).toMatch(/^1,01 图\.png,'=1\+1,单位：家,整栏 156 mm,来源：《台山市/u);
  });
});

test.each(["full", "half", "slide"] as const)(
  "texts at the left of the targets lie on no other in %s",
  (size) => {
    const svg = svgOf("bullet", { size });
    const places = [...svg.matchAll(/<text[^>]* x="8" y="([\d.]+)"[^>]*>[^<]+<\/text>/gu)];
    const ys = places.map(([, y]) => Number(y)).sort((a, b) => a - b);
    expect(ys.length).toBeGreaterThan(3);
    // A letter is 12 px high.
    for (const [at, y] of ys.entries())
      expect(y - (ys[at - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(12);
  },
);
