import { describe, expect, test } from "vitest";
import { drawingText } from "#exchange/chart/chart-drawing.ts";
import { chartSvg } from "#exchange/chart/chart-svg.ts";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import { PLAIN_LOOK } from "#core/report/chart-look.ts";
import { parseXml } from "../office/office-package.ts";
import { SAMPLE_CHART } from "./sample-chart.ts";

/** A projection as what is drawn. */
const drawing = (chart: ProjectionChart) => ({ kind: "projection", chart }) as const;
const FONT = { family: "Wunian Sans", weight: 400, base64: "d09GMgABAAAA" } as const;

/** The text of all text elements, in order. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map((match) => match[1] ?? "");

describe("chart as SVG", () => {
  const svg = chartSvg(drawing(SAMPLE_CHART), PLAIN_LOOK, [FONT]);

  test("has the size of the text column in millimetres", () => {
    expect(svg).toMatch(/^<svg [^>]*width="156mm" height="92mm" viewBox="0 0 590 348"/u);
  });

  test.each([
    ["title", "台山市研发经费投入强度"],
    ["unit", "单位：%"],
    ["source line", "资料来源：《台山市科技创新“十三五”规划》表格 1；2016—2020 年为推算。"],
    ["value as printed (Taishan table 1, 2015)", "1.54"],
    ["milestone", "2017 里程碑 ≥2.1"],
    ["level of the target", "目标 ≥2.5"],
    ["end label", "增速　2.48 %"],
  ])("prints the %s as real text", (_what, text) => {
    expect(textsOf(svg)).toContain(text);
  });

  test("embeds the glyphs and names the family first", () => {
    expect(svg).toContain("@font-face{font-family:'Wunian Sans'");
    expect(svg).toMatch(/font-family:&quot;Wunian Sans|font-family="'Wunian Sans'|'Wunian Sans'/u);
  });

  test("draws projections dashed and history solid", () => {
    const dashed = [...svg.matchAll(/<path[^>]*stroke-dasharray="6,4"[^>]*>/gu)];
    expect(dashed.length).toBeGreaterThanOrEqual(SAMPLE_CHART.projections.length);
    expect(svg).toMatch(/<path d="M[^"]*"[^>]*stroke="#1a212b" stroke-width="2.25"/u);
  });

  test("names stay text, whatever they hold", () => {
    const hostile = chartSvg(drawing({ ...SAMPLE_CHART, title: '<script>alert(1)</script>&"' }), PLAIN_LOOK, [
      FONT,
    ]);
    expect(hostile).not.toContain("<script");
    expect(textsOf(hostile)[0] ?? "").not.toBe("");
  });

  test.each(["__proto__", "constructor", "研发\u0007投入"])(
    "a title “%s” is drawn, and neither other objects nor the next drawing have anything of it",
    (title) => {
      const svg = chartSvg(drawing({ ...SAMPLE_CHART, title }), PLAIN_LOOK, [FONT]);
      expect(() => parseXml(svg)).not.toThrow();
      expect(textsOf(svg).map((text) => text.replaceAll("\u200b", ""))).toContain(
        title.replace("\u0007", ""),
      );
      expect(chartSvg(drawing(SAMPLE_CHART), PLAIN_LOOK, [FONT]).match(/ (?:prev|next)\b/gu)).toBeNull();
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  test("asks for the glyphs of every character it prints", () => {
    const wanted = new Set(drawingText(drawing(SAMPLE_CHART)));
    const printed = new Set(textsOf(svg).join(""));
    expect([...printed].filter((character) => !wanted.has(character))).toEqual([]);
  });

  test.each([
    ["left of it, above paths that have not reached it", 2.1, "end"],
    ["right of it, below paths that are past it", 1.7, "start"],
  ])("a milestone's label stands to the %s", (_where, value, anchor) => {
    const milestones = [{ year: 2017, value, label: "2017 里程碑" }];
    const drawn = chartSvg(drawing({ ...SAMPLE_CHART, milestones }), PLAIN_LOOK, [FONT]);
    expect(/<text([^>]*)>2017 里程碑<\/text>/u.exec(drawn)?.[1]).toContain(`text-anchor="${anchor}"`);
  });

  test("the first number of a rising line stands below its point, off the line", () => {
    const heights = ["0.94", "1.01"].map((text) =>
      Number(new RegExp(`<text[^>]*translate\\([^ ]+ ([0-9.]+)\\)[^>]*>${text}</text>`, "u").exec(svg)?.[1]),
    );
    // Their points lie a few px apart; beside its point the one would be some 17 px lower than the other, below it more.
    expect((heights[0] ?? 0) - (heights[1] ?? 0)).toBeGreaterThan(22);
  });

  test("a half column prints values only at the ends of its lines", () => {
    const half = chartSvg(drawing(SAMPLE_CHART), { ...PLAIN_LOOK, size: "half" }, [FONT]);
    expect(textsOf(half)).toContain("2.48");
    expect(textsOf(half)).not.toContain("增速　2.48 %");
  });
});
