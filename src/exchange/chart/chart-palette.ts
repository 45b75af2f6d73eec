import type { LineStyle } from "#core/report/projection-chart.ts";
import type { PaletteName } from "#core/report/chart-look.ts";

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

/** The light theme's colours, which an exported chart takes unless the planner says otherwise. */
export const LIGHT_CHART: ChartPalette = {
  surface: "#ffffff",
  projected: "#f3f5f8",
  line: "#dde1e6",
  text1: "#1a212b",
  text2: "#4a5563",
  text3: "#5c6775",
  lines: { 1: "#12355b", 2: "#8e3512", 3: "#157a82", 4: "#bd7f17" },
};

/**
 * The palettes on white paper. Neighbouring series are at least 11 steps of L* apart, so that they differ in grey, and every line has
 * a contrast of 3 against the paper. Hues of the last one lie along blue and orange (after Okabe and Ito).
 */
export const CHART_PALETTES: Readonly<Record<PaletteName, ChartPalette>> = {
  house: LIGHT_CHART,
  grey: {
    surface: "#ffffff",
    projected: "#f5f5f5",
    line: "#dddddd",
    text1: "#1a1a1a",
    text2: "#4a4a4a",
    text3: "#5e5e5e",
    lines: { 1: "#1b1b1b", 2: "#454545", 3: "#6c6c6c", 4: "#919191" },
  },
  colourBlind: { ...LIGHT_CHART, lines: { 1: "#0b1f3f", 2: "#8f3300", 3: "#0077b6", 4: "#c48800" } },
};
