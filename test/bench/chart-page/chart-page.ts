import type { ChartLayout } from "#exchange/chart/chart-layout.ts";
import { LIGHT_CHART } from "#exchange/chart/chart-palette.ts";
import { init } from "#exchange/chart/echarts-parts.ts";
import { projectionOption } from "#exchange/chart/projection-option.ts";
import { chartOf } from "../projection-chart-of.ts";

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
