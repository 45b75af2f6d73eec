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
