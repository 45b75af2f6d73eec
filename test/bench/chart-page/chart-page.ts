import type { ProjectionChart } from "#core/report/projection-chart.ts";
import type { ChartLayout } from "#exchange/chart/chart-layout.ts";
import { LIGHT_CHART } from "#exchange/chart/chart-palette.ts";
import { init } from "#exchange/chart/echarts-parts.ts";
import { projectionOption } from "#exchange/chart/projection-option.ts";

// The chart of the scenario room alone: the same option, drawn by the same library, without anything that is computed or said.

/** What the measurement calls in the page. */
export interface ChartBench {
  /** One redraw with another end of the first path, from its start to the painted frame, in ms. */
  redraw(end: number): Promise<number>;
}

const host = document.getElementById("chart");
if (host === null) throw new Error("There is no place for the chart");
const chart = init(host, null, { renderer: "svg" });
const layout: ChartLayout = {
  mode: "screen",
  width: 960,
  height: 380,
  palette: LIGHT_CHART,
  halo: true,
  fontFamily: "sans-serif",
};

/** Six known years, five projected ones, three scenarios, a target and a band, as in the room. */
function chartOf(end: number): ProjectionChart {
  const path = (last: number) =>
    Array.from({ length: 6 }, (_, k) => ({ year: 2020 + k, value: 2 + ((last - 2) * k) / 5, label: "2.0" }));
  return {
    ...{ title: "R&D", unit: "%", source: "", historyName: "实绩", targetName: "目标", holds: [] },
    years: { first: 2015, last: 2025 },
    base: { year: 2020, label: "基期 2020", projectedLabel: "推算 →" },
    history: Array.from({ length: 6 }, (_, k) => ({ year: 2015 + k, value: 1 + k / 5, label: "1.0" })),
    projections: ([1, 2, 3] as const).map((style) => ({
      ...{ id: String(style), name: "情景", style, current: style === 1 },
      points: path(style === 1 ? end : 2 + style / 5),
      end: "情景　2.0 %",
    })),
    band: {
      ...{ style: 1, outerName: "90 %", innerName: "50 %" },
      years: Array.from({ length: 6 }, (_, k) => ({
        year: 2020 + k,
        outer: [2 - k / 10, 2 + k / 10],
        inner: [2 - k / 20, 2 + k / 20],
      })),
    },
    levels: [{ value: 2.5, label: "目标 2.5" }],
    target: { year: 2025, low: 2.5, high: null },
    milestones: [],
  };
}

const bench: ChartBench = {
  redraw: (end) =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const from = performance.now();
        chart.setOption(projectionOption(chartOf(end), layout), true);
        const painted = new MessageChannel();
        painted.port1.onmessage = () => resolve(performance.now() - from);
        painted.port2.postMessage(null);
      });
    }),
};

Object.assign(window, { chartBench: bench });
