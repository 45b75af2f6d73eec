import type { SlopeChart, SlopeEnd, SlopeLine } from "#core/report/slope-chart.ts";
import { type ChartLayout, FONT_SIZE } from "./chart-layout.ts";
import { drawable } from "./drawable.ts";
import type { ChartOption } from "./echarts-parts.ts";
import { circlePart, type DrawnPart, linePart, plainOption, plotBox, textPart } from "./plain-drawing.ts";
import { spreadLabels } from "./spread-labels.ts";
import { textWidth } from "./text-width.ts";

const HEAD = 22;
const LABEL = 16;
const GAP = 10;
/** The lines keep this part of the width, however long the names are. */
const LEAST_SHARE = 0.3;
const STYLES = { own: { width: 2.75, radius: 4.5 }, other: { width: 1.5, radius: 3.5 } } as const;

/** Turns a slope chart into an ECharts option: two uprights, a line each between them, named at both ends without lying on each other. */
export function slopeOption(given: SlopeChart, layout: ChartLayout): ChartOption {
  const chart = drawable(given);
  const { palette } = layout;
  const box = plotBox(chart, layout);
  const top = box.top + HEAD;
  const room = (end: "from" | "to") =>
    Math.max(...chart.lines.map((line) => textWidth(endText(line, line[end]), FONT_SIZE))) + GAP + 6;
  const most = ((box.right - box.left) * (1 - LEAST_SHARE)) / 2;
  const x = { from: box.left + Math.min(most, room("from")), to: box.right - Math.min(most, room("to")) };
  const place = scale(chart.lines, top + LABEL / 2, box.bottom - LABEL / 2);
  const labelled = (end: "from" | "to") =>
    spreadLabels(
      chart.lines.map((line) => place(line[end].value)),
      { gap: LABEL, least: top + LABEL / 2, most: box.bottom - LABEL / 2 },
    );
  const labels = { from: labelled("from"), to: labelled("to") };
  const upright = (end: "from" | "to", name: string): readonly DrawnPart[] => [
    linePart([x[end], top], [x[end], box.bottom], { stroke: palette.line, width: 1.25 }),
    textPart(
      name,
      { x: x[end], y: box.top + HEAD / 2, align: "center", strong: true, fill: palette.text1 },
      layout,
    ),
  ];
  // The plan's own line is drawn last, over the others.
  const ordered = [...chart.lines.keys()].sort(
    (a, b) => Number(chart.lines[a]?.own) - Number(chart.lines[b]?.own),
  );
  return plainOption(chart, layout, [
    ...upright("from", chart.ends[0]),
    ...upright("to", chart.ends[1]),
    ...ordered.flatMap((at): readonly DrawnPart[] => {
      const line = chart.lines[at];
      if (line === undefined) return [];
      const colour = line.own ? palette.lines[1] : palette.lines[3];
      const style = line.own ? STYLES.own : STYLES.other;
      const [a, b] = [place(line.from.value), place(line.to.value)];
      const point = (px: number, y: number) =>
        circlePart([px, y], style.radius, {
          fill: line.own ? colour : palette.surface,
          ...{ stroke: colour, width: 1.75 },
        });
      const text = (end: "from" | "to") =>
        textPart(
          endText(line, line[end]),
          {
            x: x[end] + (end === "from" ? -GAP : GAP),
            y: labels[end][at] ?? 0,
            align: end === "from" ? "right" : "left",
            fill: line.own ? palette.text1 : palette.text2,
            strong: line.own,
            width: end === "from" ? x.from - GAP - box.left : box.right - x.to - GAP,
          },
          layout,
        );
      return [
        linePart([x.from, a], [x.to, b], { stroke: colour, width: style.width }),
        ...[point(x.from, a), point(x.to, b), text("from"), text("to")],
      ];
    }),
  ]);
}

const endText = ({ name }: SlopeLine, { label }: SlopeEnd): string => `${name}　${label}`.trimEnd();

/** From a value to its height; one value alone stands in the middle. */
function scale(lines: readonly SlopeLine[], top: number, bottom: number): (value: number) => number {
  const values = lines.flatMap(({ from, to }) => [from.value, to.value]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (high === low) return () => (top + bottom) / 2;
  return (value) => bottom - ((value - low) / (high - low)) * (bottom - top);
}
