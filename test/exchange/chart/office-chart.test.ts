import { describe, expect, test } from "vitest";
import { CHART_KINDS, type ChartKind } from "#core/report/gallery/gallery-source.ts";
import type { Span, SpanChart } from "#core/report/span-chart.ts";
import { CHART_PALETTES } from "#exchange/chart/chart-palette.ts";
import { barTable } from "#exchange/chart/office-bars.ts";
import { isOfficeChart, officeChart } from "#exchange/chart/office-chart.ts";
import { taishanCharts } from "../../core/report/gallery/gallery-of.ts";

const make = taishanCharts();
const PALETTE = CHART_PALETTES.house;

function tableOf(kind: ChartKind) {
  const made = make(kind);
  if (!made.ok) throw new Error(made.error);
  const chart = officeChart(made.value, PALETTE);
  if (chart === null) throw new Error(`No office program draws ${kind}`);
  return chart;
}
const valuesOf = (kind: ChartKind, name: string) =>
  tableOf(kind).series.find((each) => each.name === name)?.values;

test("pictures are asked for what office programs cannot draw", () => {
  for (const kind of CHART_KINDS) {
    const made = make(kind);
    if (!made.ok) throw new Error(made.error);
    const picture = ["multiples", "matrix", "peers"].includes(kind);
    expect(isOfficeChart(made.value)).toBe(!picture);
    expect(officeChart(made.value, PALETTE) === null).toBe(picture);
  }
});

describe("of the plan's figures", () => {
  // seeds/plans/taishan-13.json, as in gallery-chart.test.ts.
  test("a course has a series a line, with its years as categories", () => {
    expect(tableOf("path").categories).toEqual(Array.from({ length: 10 }, (_, at) => `${2011 + at}`));
    expect(valuesOf("path", "观测值")?.slice(0, 6)).toEqual([10, 13, 13, 13, 13, null]);
    expect(valuesOf("path", "目标")).toEqual([...Array<null>(6).fill(null), 35, null, null, 50]);
  });

  test("a value that stands in is a ring of its own at the end of a dotted line", () => {
    const made = make("path");
    if (!made.ok || made.value.kind !== "projection") throw new Error("no course");
    const { chart } = made.value;
    const stand = { year: 2016, value: 20, label: "20", provisional: true };
    const table = officeChart(
      { kind: "projection", chart: { ...chart, history: [...chart.history, stand] } },
      PALETTE,
    );
    if (table?.kind !== "lines") throw new Error("no lines");
    const series = (name: string) => table.series.find((each) => each.name === name);
    expect(series("观测值")?.values.slice(0, 6)).toEqual([10, 13, 13, 13, 13, null]);
    expect(series("暂用值")).toMatchObject({ marker: "ring", line: { dash: "dot" } });
    expect(series("暂用值")?.values.slice(0, 6)).toEqual([null, null, null, null, 13, 20]);
    expect(series("暂用值")?.labels.filter((label) => label !== null)).toEqual(["20"]);
    expect(tableOf("path").series.map(({ name }) => name)).not.toContain("暂用值");
  });

  test("a tornado tells each range with its name, and what its line marks", () => {
    const made = make("tornado");
    if (!made.ok || made.value.kind !== "spans") throw new Error("no tornado");
    const { rows, lines } = made.value.chart;
    const table = tableOf("tornado");
    if (table.kind !== "bars") throw new Error("no bars");
    expect(rows.length).toBeGreaterThan(0);
    expect(table.categories).toEqual(
      rows.map(({ name, note, leftLabel, rightLabel }) => `${name}\n${leftLabel}—${rightLabel}\n${note}`),
    );
    expect(rows[0]?.note).toMatch(/至.+（.+）$/u);
    // 13·(13/10)^(5/4) is 18, as in the waterfall.
    expect(lines).toHaveLength(1);
    expect(table.lines).toEqual(["现值18"]);
  });

  test("a fit keeps the numbers of its line: 0.6 more each year through 12.4 in 2013", () => {
    const trend = valuesOf("fit", "趋势线") ?? [];
    expect(trend).toHaveLength(10);
    for (const [at, value] of trend.entries()) expect(value).toBeCloseTo(12.4 + 0.6 * (at - 2), 12);
  });

  test("what is there stands beside the target: 13 of 50 is 26 %", () => {
    const at = tableOf("bullet").categories.findIndex((name) => name.startsWith("国家高新技术企业\n"));
    expect(valuesOf("bullet", "现状")?.[at]).toBe(26);
    expect(valuesOf("bullet", "目标")?.[at]).toBe(100);
    expect(tableOf("bullet")).toMatchObject({ kind: "bars", arranged: "beside" });
  });

  test("a ranking sets the plan's own bar off", () => {
    expect(tableOf("ranking").categories).toEqual([
      "台山“十三五”\n2020年50家",
      "恩平“十三五”\n2020年达到33家",
    ]);
    expect(valuesOf("ranking", "本规划")).toEqual([50, null]);
    expect(valuesOf("ranking", "其他规划")).toEqual([null, 33]);
  });

  test("a slope is a line a plan from base to target", () => {
    expect(tableOf("slope").categories).toEqual(["基期", "目标"]);
    expect(valuesOf("slope", "台山“十三五”")).toEqual([13, 50]);
    expect(valuesOf("slope", "恩平“十三五”")).toEqual([9, 33]);
  });

  test("a radar has a spoke an indicator and a ring that is the target", () => {
    const { categories } = tableOf("radar");
    expect(valuesOf("radar", "目标")).toEqual(categories.map(() => 100));
    expect(valuesOf("radar", "现状")?.[categories.indexOf("国家高新技术企业")]).toBe(26);
    expect(tableOf("radar")).toMatchObject({ most: 100, step: 50 });
  });

  test("a waterfall hangs its parts on bars that are not seen: 50, and 32 less from 18 on, to 18", () => {
    const { series, categories } = tableOf("waterfall");
    expect(categories.map((name) => name.split("\n")[0])).toEqual(["保底", "国家高新技术企业", "基准"]);
    const values = series.map(({ name, color, values: all }) => [
      color === null ? "unseen" : name,
      all.map((value) => (value === null ? null : Math.round(value))),
    ]);
    expect(values).toEqual([
      ["情景数值", [50, null, 18]],
      ["unseen", [null, 18, null]],
      ["减少", [null, 32, null]],
    ]);
  });
});

/** Where the bars of a row lie that are stacked away from zero on both sides. */
function laid(chart: SpanChart, row: number) {
  const ends = { up: 0, down: 0 };
  return barTable(chart, PALETTE).series.flatMap(({ name, color, values }) => {
    const value = values[row] ?? null;
    if (value === null) return [];
    const side = value < 0 ? "down" : "up";
    const from = ends[side];
    ends[side] += value;
    return color === null ? [] : [[name.replace(/（续\d+）$/u, ""), from, ends[side]]];
  });
}

function spansOf(...rows: readonly (readonly Span[])[]): SpanChart {
  return {
    ...{ title: "图", unit: "", source: "", key: "", lines: [], stepped: false },
    names: { low: "低", high: "高", rise: "增", fall: "减" },
    rows: rows.map((spans, at) => ({
      ...{ id: `${at}`, name: `${at}`, note: "", spans, leftLabel: "", rightLabel: "" },
    })),
  };
}
const span = (from: number, to: number, role: Span["role"]): Span => ({ from, to, role });

describe("bars that are stacked", () => {
  test.each([
    [
      "around a value",
      [span(20, 15, "low"), span(20, 30, "high")],
      [
        ["低", 15, 20],
        ["高", 20, 30],
      ],
    ],
    [
      "the other way round",
      [span(20, 30, "low"), span(20, 15, "high")],
      [
        ["高", 15, 20],
        ["低", 20, 30],
      ],
    ],
    [
      "below zero",
      [span(-20, -15, "high"), span(-20, -30, "low")],
      [
        ["高", -15, -20],
        ["低", -20, -30],
      ],
    ],
    [
      "across zero",
      [span(-2, 3, "rise")],
      [
        ["增", 0, 3],
        ["增", 0, -2],
      ],
    ],
    [
      "on one side",
      [span(20, 25, "low"), span(20, 30, "high")],
      [
        ["低", 20, 25],
        ["高", 25, 30],
      ],
    ],
  ] as const)("lie where their spans lie: %s", (_name, spans, expected) => {
    // Another row of the usual kind shares the series.
    const chart = spansOf([span(5, 4, "low"), span(5, 6, "high")], spans);
    expect(laid(chart, 1)).toEqual(expected);
    expect(laid(chart, 0)).toEqual([
      ["低", 4, 5],
      ["高", 5, 6],
    ]);
  });

  test("have names that are all different, so that each can be told in the workbook", () => {
    const chart = spansOf(
      [span(20, 15, "low"), span(20, 30, "high")],
      [span(20, 30, "low"), span(20, 15, "high")],
      [span(-2, 3, "rise")],
    );
    const names = barTable(chart, PALETTE).series.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test("around a value far from zero begin near it, in steps of an axis", () => {
    expect(barTable(spansOf([span(30, 27, "low"), span(30, 33, "high")]), PALETTE).least).toBeGreaterThan(20);
    expect(barTable({ ...spansOf([span(30, 27, "fall")]), stepped: true }, PALETTE).least).toBeNull();
  });
});
