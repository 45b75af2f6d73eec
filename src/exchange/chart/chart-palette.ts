import type { LineStyle } from "#core/report/projection-chart.ts";

/** Colours of a chart in one theme (look/tokens.md). */
export interface ChartPalette {
  readonly surface: string;
  readonly projected: string;
  readonly line: string;
  readonly text1: string;
  readonly text2: string;
  readonly text3: string;
  readonly lines: Readonly<Record<LineStyle, string>>;
}

/** The light theme's colours, which every exported chart takes. */
export const LIGHT_CHART: ChartPalette = {
  surface: "#ffffff",
  projected: "#f3f5f8",
  line: "#dde1e6",
  text1: "#1a212b",
  text2: "#4a5563",
  text3: "#5c6775",
  lines: { 1: "#12355b", 2: "#8e3512", 3: "#157a82", 4: "#bd7f17" },
};
