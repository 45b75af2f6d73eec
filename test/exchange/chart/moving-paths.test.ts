import { describe, expect, test } from "vitest";
import type { ProjectionBand } from "#core/report/projection-chart.ts";
import type { ChartLayout } from "#exchange/chart/chart-layout.ts";
import { LIGHT_CHART } from "#exchange/chart/chart-palette.ts";
import { movingPaths, type ToPixel } from "#exchange/chart/moving-paths.ts";
import { SAMPLE_CHART } from "./sample-chart.ts";

const LAYOUT: ChartLayout = {
  mode: "screen",
  width: 700,
  height: 300,
  palette: LIGHT_CHART,
  fontFamily: "sans-serif",
  halo: true,
};
/** Ten px a year and a hundred px a point, from the top left. */
const toPixel: ToPixel = (year, value) => [10 * (Number(year) - 2011), Math.round(100 * (3 - value))];
const BAND: ProjectionBand = {
  ...{ style: 3, outerName: "90 %", innerName: "50 %" },
  years: [
    { year: 2015, outer: [1.54, 1.54], inner: [1.54, 1.54] },
    { year: 2016, outer: [1.5, 1.9], inner: [1.6, 1.8] },
  ],
};

describe("paths over the ground of a chart", () => {
  test("go through the places of their values, dashed, the current one on top of the others", () => {
    const { paths } = movingPaths(SAMPLE_CHART, LAYOUT, toPixel);
    expect(paths.map(({ key }) => key)).toEqual(["linear", "linear marks", "growth", "growth marks"]);
    const growth = paths.find(({ key }) => key === "growth");
    expect(growth).toMatchObject({
      d: "M40 146L50 130L60 113L70 95L80 74L90 52",
      stroke: LIGHT_CHART.lines[3],
      dash: "6 4",
      width: 2.5,
    });
  });

  test("lie over a band whose edges are its quantiles, there and back, the wide one below", () => {
    const { paths } = movingPaths({ ...SAMPLE_CHART, band: BAND }, LAYOUT, toPixel);
    expect(paths.slice(0, 2).map(({ key, d, opacity }) => ({ key, d, opacity }))).toEqual([
      { key: "outer", d: "M40 146L50 150L50 110L40 146Z", opacity: 0.12 },
      { key: "inner", d: "M40 146L50 140L50 120L40 146Z", opacity: 0.2 },
    ]);
  });

  test("name their ends without overlap", () => {
    const { labels } = movingPaths(SAMPLE_CHART, LAYOUT, toPixel);
    expect(labels.map(({ text }) => text)).toEqual(["到目标·直线　2.5 %", "增速　2.48 %"]);
    const [first = 0, second = 0] = labels.map(({ y }) => y);
    expect(Math.abs(second - first)).toBeGreaterThanOrEqual(12);
  });
});
