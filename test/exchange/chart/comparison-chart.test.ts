import { describe, expect, test } from "vitest";
import type { ComparisonChart, ComparisonLine } from "#core/report/comparison-chart.ts";
import { PLAIN_LOOK } from "#core/report/chart-look.ts";
import { drawingText } from "#exchange/chart/chart-drawing.ts";
import { chartSvg } from "#exchange/chart/chart-svg.ts";

const FONT = { family: "Wunian Sans", weight: 400, base64: "d09GMgABAAAA" } as const;

const point = (year: number, value: number) => ({ year, value, label: String(value) });

/** National high-tech enterprises: Taishan table 1 and line 128, Enping lines 64 and 104. */
const TAISHAN: ComparisonLine = {
  id: "taishan",
  name: "台山“十三五”",
  caliber: null,
  style: 1,
  history: [point(2011, 10), point(2015, 13)],
  targets: [
    { year: 2017, low: 35, high: null, stretch: false, final: false, label: "≥35" },
    { year: 2020, low: 50, high: null, stretch: false, final: true, label: "≥50" },
  ],
};
const ENPING: ComparisonLine = {
  ...TAISHAN,
  id: "enping",
  name: "恩平“十三五”",
  style: 2,
  history: [point(2015, 9)],
  targets: [{ year: 2020, low: 33, high: null, stretch: false, final: true, label: "≥33" }],
};
/** Enping line 64: 16 high-tech enterprises in all. */
const ALL: ComparisonLine = {
  ...ENPING,
  id: "all",
  caliber: "未限定级别",
  history: [point(2015, 16)],
  targets: [],
};
/** Shaoguan line 20: 保底100家，力争130家. */
const SHAOGUAN: ComparisonLine = {
  ...ENPING,
  id: "shaoguan",
  name: "韶关",
  style: 3,
  history: [],
  targets: [{ year: 2020, low: 100, high: 130, stretch: true, final: true, label: "100—130" }],
};

const CHART: ComparisonChart = {
  title: "国家高新技术企业",
  unit: "单位：家",
  source: "资料来源：《台山市科技创新“十三五”规划》。",
  notes: ["◆ 为目标。"],
  years: { first: 2011, last: 2020 },
  panels: [{ title: "", lines: [TAISHAN, ENPING] }],
  sharedScale: true,
};
const APART: ComparisonChart = {
  ...CHART,
  panels: [
    { title: "台山“十三五”", lines: [TAISHAN] },
    { title: "恩平“十三五”", lines: [ENPING, ALL] },
  ],
};

const draw = (chart: ComparisonChart) => chartSvg({ kind: "comparison", chart }, PLAIN_LOOK, [FONT]);
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map((match) => match[1] ?? "");
/** Height of a text, in layout pixels from above. */
const heightOf = (svg: string, text: string): number =>
  Number(new RegExp(`<text[^>]* y="([0-9.]+)"[^>]*>${text}</text>`, "u").exec(svg)?.[1]);

describe("several plans in one picture", () => {
  const svg = draw(CHART);

  test("are named at their ends with their last value", () => {
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["台山“十三五”　≥50", "恩平“十三五”　≥33"]));
  });

  test("have a colour each", () => {
    expect(svg).toContain("#12355b");
    expect(svg).toContain("#8e3512");
  });

  test("keep the names of close ends apart", () => {
    const close = {
      ...ENPING,
      targets: ENPING.targets.map((target) => ({ ...target, low: 49, label: "≥49" })),
    };
    const drawn = draw({ ...CHART, panels: [{ title: "", lines: [TAISHAN, close] }] });
    const gap = heightOf(drawn, "恩平“十三五”　≥49") - heightOf(drawn, "台山“十三五”　≥50");
    expect(gap).toBeGreaterThanOrEqual(15);
  });

  test("tell a caliber of its own by dashes and by its name", () => {
    const drawn = draw({
      ...CHART,
      panels: [
        {
          title: "",
          lines: [TAISHAN, { ...ENPING, caliber: "仅国家级", history: [point(2012, 3), point(2015, 9)] }],
        },
      ],
    });
    expect(drawn).toMatch(/<path[^>]*stroke="#8e3512"[^>]*stroke-dasharray="6,4"/u);
    expect(textsOf(drawn)).toContain("恩平“十三五”（仅国家级）　≥33");
  });

  test("draw a way to the targets dotted and known values solid", () => {
    expect(svg).toMatch(/<path[^>]*stroke="#12355b"[^>]*stroke-dasharray="1.5,3"/u);
    expect(svg).toMatch(/<path d="M[^"]*"[^>]*stroke="#12355b" stroke-width="2.25"(?![^>]*dasharray)/u);
  });

  test("lead to a value that only stands in by dots, and draw it hollow", () => {
    const draft = {
      ...ENPING,
      history: [point(2015, 9), { ...point(2020, 33), provisional: true }],
      targets: [],
    };
    const drawn = draw({ ...CHART, panels: [{ title: "", lines: [TAISHAN, draft] }] });
    expect(drawn).toMatch(/<path[^>]*stroke="#8e3512"[^>]*stroke-dasharray="1.5,3"/u);
    expect(drawn).not.toMatch(/<path d="M[^"]*L[^"]*"[^>]*stroke="#8e3512" stroke-width="2.25"/u);
    expect(drawn).toMatch(/<path[^>]*fill="#fff(?:fff)?"[^>]*stroke="#8e3512"/u);
  });

  test("print title, unit, what the marks mean, and the source", () => {
    for (const text of [CHART.title, CHART.unit, "◆ 为目标。", CHART.source]) {
      expect(textsOf(svg)).toContain(text);
    }
  });
});

describe("a picture a plan", () => {
  const svg = draw(APART);

  test("is headed by its plan and says its target beside it", () => {
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["台山“十三五”", "恩平“十三五”", "≥50", "≥33"]));
  });

  test("names another caliber at its end", () => {
    expect(textsOf(svg)).toContain("未限定级别 16");
  });

  test("prints the same scale in all, or its own", () => {
    const ticks = (chart: ComparisonChart, text: string) =>
      textsOf(draw(chart)).filter((printed) => printed === text).length;
    const tall = { ...APART, panels: [...APART.panels, { title: "韶关", lines: [SHAOGUAN] }] };
    expect(ticks(tall, "150")).toBe(3);
    expect(ticks({ ...tall, sharedScale: false }, "150")).toBe(0);
  });
});

test("a comparison asks for the glyphs of every character it prints", () => {
  for (const chart of [CHART, APART]) {
    const wanted = new Set(drawingText({ kind: "comparison", chart }));
    const printed = new Set(textsOf(draw(chart)).join(""));
    expect([...printed].filter((character) => !wanted.has(character))).toEqual([]);
  }
});
