import type { MatrixChart, MatrixState } from "#core/report/matrix-chart.ts";
import { type ChartLayout, FONT_SIZE } from "./chart-layout.ts";
import { drawable } from "./drawable.ts";
import type { ChartOption } from "./echarts-parts.ts";
import {
  circlePart,
  diamondPoints,
  type DrawnPart,
  linePart,
  outlinePart,
  plainOption,
  plotBox,
  type PlotBox,
  textPart,
} from "./plain-drawing.ts";
import { textWidth } from "./text-width.ts";

const HEAD = 24;
const KEY = 22;
const MOST_ROW = 40;
/** A row lower than this has no room for the wording below the name. */
const TWO_LINES = 30;
const NAME_SHARE = 0.58;
const GAP = 12;
const STATES: readonly MatrixState[] = ["met", "stretch", "missed", "open"];

/** Turns targets by scenarios into an ECharts option: a row a target, in each cell the value behind a mark that tells in grey too. */
export function matrixOption(given: MatrixChart, layout: ChartLayout): ChartOption {
  const chart = drawable(given);
  const box = plotBox(chart, layout);
  const rows = { top: box.top + HEAD, bottom: box.bottom - KEY };
  const step = Math.min(MOST_ROW, (rows.bottom - rows.top) / chart.rows.length);
  const names = box.left + nameWidth(chart, box);
  const columnWidth = (box.right - names) / chart.columns.length;
  const { palette } = layout;
  const values = chart.rows.flatMap(({ cells }) => cells.map(({ text }) => textWidth(text, FONT_SIZE)));
  const markX = (column: number) => middle(column) - Math.max(...values) / 2 - GAP;
  const noteWidth = GAP + Math.max(...chart.rows.map(({ note }) => textWidth(note, FONT_SIZE)));
  const middle = (column: number) => names + (column + 0.5) * columnWidth;
  const parts: readonly DrawnPart[] = [
    ...chart.columns.map(({ name }, at) =>
      textPart(
        name,
        {
          ...{ x: middle(at), y: box.top + HEAD / 2, align: "center", strong: true },
          fill: palette.text1,
          width: columnWidth - 4,
        },
        layout,
      ),
    ),
    linePart([box.left, rows.top], [box.right, rows.top], { stroke: palette.text2, width: 1.25 }),
    ...chart.rows.flatMap(({ name, note, cells }, at): readonly DrawnPart[] => {
      const y = rows.top + (at + 0.5) * step;
      const cut = { x: box.left, width: names - box.left - GAP };
      const words =
        step >= TWO_LINES
          ? [
              textPart(name, { ...cut, y: y - 8, fill: palette.text1 }, layout),
              textPart(note, { ...cut, y: y + 8, fill: palette.text3 }, layout),
            ]
          : [
              textPart(name, { ...cut, y, width: cut.width - noteWidth, fill: palette.text1 }, layout),
              textPart(note, { x: names - GAP, y, align: "right", fill: palette.text3 }, layout),
            ];
      return [
        ...words,
        ...cells.flatMap(({ text, state }, column) => [
          ...markParts(state, markX(column), y, layout),
          textPart(text, { x: middle(column), y, align: "center", fill: palette.text1 }, layout),
        ]),
        linePart([box.left, y + step / 2], [box.right, y + step / 2], { stroke: palette.line, width: 1 }),
      ];
    }),
    ...keyParts(chart, box, layout),
  ];
  return plainOption(chart, layout, parts);
}

function nameWidth({ rows }: MatrixChart, { left, right }: PlotBox): number {
  const widest = rows.map(({ name, note }) =>
    Math.max(textWidth(name, FONT_SIZE), textWidth(note, FONT_SIZE)),
  );
  return Math.min((right - left) * NAME_SHARE, Math.max(...widest) + GAP);
}

/** Only what occurs is explained. */
function keyParts(
  { rows, states }: MatrixChart,
  { left, bottom }: PlotBox,
  layout: ChartLayout,
): readonly DrawnPart[] {
  const occurring = STATES.filter((state) =>
    rows.some(({ cells }) => cells.some((cell) => cell.state === state)),
  );
  let x = left + 6;
  return occurring.flatMap((state) => {
    const place = { x: x + 10, y: bottom - KEY / 2, fill: layout.palette.text2 };
    const parts = [...markParts(state, x, place.y, layout), textPart(states[state], place, layout)];
    x += 10 + textWidth(states[state], FONT_SIZE) + 2 * GAP;
    return parts;
  });
}

/** Full circle, full diamond, hollow circle, dash. */
function markParts(state: MatrixState, x: number, y: number, { palette }: ChartLayout): readonly DrawnPart[] {
  const met = palette.lines[1];
  const missed = palette.lines[2];
  switch (state) {
    case "met":
      return [circlePart([x, y], 4, { fill: met, stroke: met, width: 1.5 })];
    case "stretch":
      return [outlinePart(diamondPoints(x, y, 5.5), { fill: met, stroke: met, width: 1 })];
    case "missed":
      return [circlePart([x, y], 4, { fill: palette.surface, stroke: missed, width: 1.75 })];
    case "open":
      return [linePart([x - 4, y], [x + 4, y], { stroke: palette.text3, width: 1.5 })];
  }
}
