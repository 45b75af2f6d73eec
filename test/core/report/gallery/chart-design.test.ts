import { describe, expect, test } from "vitest";
import type { ChartDrawing } from "#core/report/chart-drawing.ts";
import {
  type ChartDesign,
  designed,
  PLAIN_DESIGN,
  seriesOf,
  yearsOf,
} from "#core/report/gallery/chart-design.ts";
import { type ChartKind, CHART_KINDS } from "#core/report/gallery/gallery-source.ts";
import { chartOf, taishanCharts } from "./gallery-of.ts";

const make = taishanCharts();
const drawn = (kind: ChartKind): ChartDrawing => {
  const made = make(kind);
  if (!made.ok) throw new Error(made.error);
  return made.value;
};
const as = <K extends ChartDrawing["kind"]>(drawing: ChartDrawing, kind: K) =>
  chartOf({ ok: true, value: drawing }, kind);
const design = (change: Partial<ChartDesign>): ChartDesign => ({ ...PLAIN_DESIGN, ...change });

test.each(CHART_KINDS)("a plain design leaves %s as it is", (kind) => {
  expect(designed(drawn(kind), PLAIN_DESIGN)).toEqual(drawn(kind));
});

test.each(CHART_KINDS)("the words of %s can be written anew, to the letter", (kind) => {
  const words = { title: "<b>我的图</b>", unit: "", source: "来源：$&" };
  expect(designed(drawn(kind), design(words)).chart).toMatchObject(words);
});

describe("rows that a chart has no room for", () => {
  const rowsOf = (drawing: ChartDrawing) => {
    if (drawing.kind === "radar") return drawing.chart.spokes;
    if (drawing.kind === "spans" || drawing.kind === "matrix") return drawing.chart.rows;
    throw new Error(`no rows in ${drawing.kind}`);
  };
  /** A chart of `count` rows, made of those of the plan. */
  const long = (kind: "bullet" | "matrix" | "radar", count: number): ChartDrawing => {
    const drawing = drawn(kind);
    const more = <T extends { readonly id: string }>(rows: readonly T[]) =>
      Array.from({ length: count }, (_, at) => rows[at % rows.length])
        .filter((row) => row !== undefined)
        .map((row, at) => ({ ...row, id: `row ${at}`, name: `第${at}项` }));
    if (drawing.kind === "radar") {
      const { chart } = drawing;
      // The last one is twice its target.
      const outlines = chart.outlines.map((outline) => ({
        ...outline,
        values: Array.from({ length: count }, (_, at) => (at === count - 1 ? 200 : 100)),
      }));
      return {
        ...drawing,
        chart: { ...chart, spokes: more(chart.spokes), outlines, rings: [50, 100, 150, 200] },
      };
    }
    if (drawing.kind === "spans")
      return { ...drawing, chart: { ...drawing.chart, rows: more(drawing.chart.rows) } };
    if (drawing.kind === "matrix")
      return { ...drawing, chart: { ...drawing.chart, rows: more(drawing.chart.rows) } };
    throw new Error(`no rows in ${kind}`);
  };

  test.each([
    ["bullet", 7],
    ["radar", 8],
    ["matrix", 12],
  ] as const)(
    "%s shows %i, says how many are missing, and takes up the next where one is hidden",
    (kind, most) => {
      const drawing = long(kind, most + 2);
      const first = Array.from({ length: most + 2 }, (_, at) => `row ${at}`);
      expect(seriesOf(drawing).map(({ id }) => id)).toEqual(expect.arrayContaining(first));
      const cut = designed(drawing, PLAIN_DESIGN);
      expect(rowsOf(cut).map(({ id }) => id)).toEqual(first.slice(0, most));
      expect(cut.chart.source).toMatch(/。\n另有2项未列。$/u);
      const next = designed(drawing, design({ hidden: ["row 0"], source: "" }));
      expect(rowsOf(next).map(({ id }) => id)).toEqual(first.slice(1, most + 1));
      expect(next.chart.source).toBe("另有1项未列。");
      const all = designed(drawing, design({ hidden: ["row 0", "row 2"] }));
      expect(rowsOf(all)).toHaveLength(most);
      expect(all.chart.source).toBe(drawing.chart.source);
    },
  );

  test("leave no ring for what is not shown", () => {
    expect(as(designed(long("radar", 10), PLAIN_DESIGN), "radar").rings).toEqual([50, 100]);
    const shown = as(designed(long("radar", 10), design({ hidden: ["row 0", "row 1"] })), "radar");
    expect(shown.rings).toEqual([50, 100, 150, 200]);
    expect(shown.outlines[0]?.values).toHaveLength(8);
  });
});

describe("series", () => {
  test("scenarios of a path are left out by name, the past stays", () => {
    const path = drawn("path");
    expect(seriesOf(path).map(({ name }) => name)).toEqual(["保底、力争", "基准"]);
    const hidden = seriesOf(path).map(({ id }) => id);
    const chart = as(designed(path, design({ hidden })), "projection");
    expect(chart.projections).toEqual([]);
    expect(chart.history).toHaveLength(5);
  });

  test("a column of the matrix goes with its cells", () => {
    const matrix = as(designed(drawn("matrix"), design({ hidden: ["baseline"] })), "matrix");
    expect(matrix.columns.map(({ name }) => name)).toEqual(["保底", "力争"]);
    for (const { cells } of matrix.rows) expect(cells).toHaveLength(2);
  });

  test.each(["bullet", "slope", "radar", "multiples"] as const)(
    "%s keeps what would otherwise be nothing",
    (kind) => {
      const hidden = seriesOf(drawn(kind)).map(({ id }) => id);
      expect(designed(drawn(kind), design({ hidden }))).toEqual(drawn(kind));
    },
  );

  test("every step of a waterfall is needed for the sum", () => {
    expect(seriesOf(drawn("waterfall"))).toEqual([]);
    expect(designed(drawn("waterfall"), design({ hidden: ["part-0"] }))).toEqual(drawn("waterfall"));
  });
});

describe("years", () => {
  test("of a path begin before the base and end after it", () => {
    expect(yearsOf(drawn("path"))).toEqual({
      first: [2011, 2012, 2013, 2014, 2015],
      last: [2015, 2016, 2017, 2018, 2019, 2020],
    });
  });

  test("cut points, milestones and targets that lie outside", () => {
    const chart = as(designed(drawn("path"), design({ years: { first: 2013, last: 2016 } })), "projection");
    expect(chart.years).toEqual({ first: 2013, last: 2016 });
    expect(chart.history.map(({ year }) => year)).toEqual([2013, 2014, 2015]);
    expect(chart.projections[0]?.points.map(({ year }) => year)).toEqual([2015, 2016]);
    expect(chart.milestones).toEqual([]);
    expect(chart.target).toBeNull();
  });

  test("that a chart does not have are passed over", () => {
    expect(designed(drawn("path"), design({ years: { first: 1990, last: 2050 } }))).toEqual(drawn("path"));
    expect(yearsOf(drawn("matrix"))).toBeNull();
  });
});

test("numbers stand at all points, at the ends of the past, or nowhere", () => {
  const labels = (choice: ChartDesign["labels"]) =>
    as(designed(drawn("path"), design({ labels: choice })), "projection").history.map(({ label }) => label);
  expect(labels("all")).toEqual(["10", "13", "13", "13", "13"]);
  expect(labels("ends")).toEqual(["10", null, null, null, "13"]);
  expect(labels("none")).toEqual([null, null, null, null, null]);
});
