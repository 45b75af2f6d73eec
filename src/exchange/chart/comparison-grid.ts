import type { ComparisonChart } from "#core/report/comparison-chart.ts";
import { lineEnd } from "#core/report/comparison-chart.ts";
import { type ChartLayout, FONT_SIZE } from "./chart-layout.ts";
import { textWidth } from "./text-width.ts";
import type { ValueAxis } from "./value-axis.ts";

/** Where the plot of one panel lies in the picture, in layout pixels; `title` is the top of its heading. */
export interface PanelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly title: number;
}

/** A panel narrower than this cannot tell its years apart. */
const LEAST_WIDTH = 130;
const GAP = 22;
const MARGIN = 8;
const PANEL_TITLE = 20;
/** Room for the label above the highest value. */
const HEAD_ROOM = 14;
const YEARS = 24;
const BOLD_SLACK = 8;
/** From the last point to the label at a line's end. */
export const END_GAP = 16;

/** What stands above and below the panels, in px. */
export interface Frame {
  readonly top: number;
  readonly bottom: number;
}

/** The plots of all panels in rows; a single one leaves room for the names at its lines' ends. */
export function panelBoxes(
  chart: ComparisonChart,
  layout: ChartLayout,
  { frame, axes }: { readonly frame: Frame; readonly axes: readonly ValueAxis[] },
): readonly PanelBox[] {
  const axisWidth = 10 + Math.max(...axes.map((axis) => axisLabelWidth(axis)));
  if (chart.panels.length === 1) {
    const left = MARGIN + axisWidth;
    const top = frame.top + HEAD_ROOM;
    return [
      {
        left,
        top,
        width: Math.max(40, layout.width - left - endWidth(chart) - END_GAP - MARGIN),
        height: Math.max(40, layout.height - top - frame.bottom - YEARS),
        title: frame.top,
      },
    ];
  }
  return tiled(chart, layout, { frame, axisWidth });
}

function tiled(
  chart: ComparisonChart,
  layout: ChartLayout,
  { frame, axisWidth }: { readonly frame: Frame; readonly axisWidth: number },
): readonly PanelBox[] {
  const count = chart.panels.length;
  const most = Math.max(1, Math.floor((layout.width - MARGIN) / (LEAST_WIDTH + GAP)));
  const rows = Math.ceil(count / most);
  const columns = Math.ceil(count / rows);
  const cellWidth = (layout.width - 2 * MARGIN) / columns;
  const cellHeight = (layout.height - frame.top - frame.bottom) / rows;
  return chart.panels.map((_, at) => {
    const top = frame.top + Math.floor(at / columns) * cellHeight;
    return {
      left: MARGIN + (at % columns) * cellWidth + axisWidth,
      top: top + PANEL_TITLE + HEAD_ROOM,
      width: Math.max(40, cellWidth - axisWidth - GAP),
      height: Math.max(30, cellHeight - PANEL_TITLE - HEAD_ROOM - YEARS),
      title: top,
    };
  });
}

function axisLabelWidth({ min, max, decimals }: ValueAxis): number {
  return Math.max(...[min, max].map((value) => textWidth(value.toFixed(decimals), FONT_SIZE)));
}

function endWidth({ panels }: ComparisonChart): number {
  const lines = panels.flatMap((panel) => panel.lines);
  // Letters of weight 600 are a little wider than reckoned.
  return Math.max(0, ...lines.map((line) => textWidth(endText(line), FONT_SIZE))) + BOLD_SLACK;
}

/** What stands at the end of a line: its name, its caliber where it is another, and its last value. */
export function endText(line: ComparisonChart["panels"][number]["lines"][number]): string {
  const name = line.caliber === null ? line.name : `${line.name}（${line.caliber}）`;
  return `${name}　${lineEnd(line)?.label ?? ""}`;
}
