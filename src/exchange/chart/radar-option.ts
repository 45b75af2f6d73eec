import type { RadarChart } from "#core/report/radar-chart.ts";
import { type ChartLayout, FONT_SIZE } from "./chart-layout.ts";
import { drawable } from "./drawable.ts";
import type { ChartOption } from "./echarts-parts.ts";
import {
  circlePart,
  type DrawnPart,
  linePart,
  outlinePart,
  plainOption,
  plotBox,
  textPart,
} from "./plain-drawing.ts";
import { textWidth } from "./text-width.ts";

const KEY = 22;
const LABEL = 16;
const NAME_SHARE = 0.3;

type Place = (spoke: number, value: number) => readonly [x: number, y: number];

/** Turns a radar chart into an ECharts option: rings that are polygons, spokes from the top clockwise, an outline each. */
export function radarOption(given: RadarChart, layout: ChartLayout): ChartOption {
  const chart = drawable(given);
  const { palette } = layout;
  const box = plotBox(chart, layout);
  const count = chart.spokes.length;
  const bound = chart.rings.at(-1) ?? 1;
  const names = (box.right - box.left) * NAME_SHARE;
  const bottom = box.bottom - KEY;
  const radius = Math.max(
    20,
    Math.min((box.right - box.left) / 2 - names, (bottom - box.top) / 2 - 1.5 * LABEL),
  );
  const centre = [(box.left + box.right) / 2, (box.top + bottom) / 2] as const;
  const place: Place = (spoke, value) => {
    const angle = (2 * Math.PI * spoke) / count - Math.PI / 2;
    const r = (Math.min(value, bound) / bound) * radius;
    return [centre[0] + r * Math.cos(angle), centre[1] + r * Math.sin(angle)];
  };
  const around = (value: number) => chart.spokes.map((_, spoke) => place(spoke, value));
  return plainOption(chart, layout, [
    ...chart.rings.map((ring) =>
      outlinePart(around(ring), { fill: "none", stroke: palette.line, width: 1.25 }),
    ),
    ...chart.spokes.map((_, spoke) =>
      linePart(centre, place(spoke, bound), { stroke: palette.line, width: 1 }),
    ),
    ...chart.outlines.flatMap(({ style, values }): readonly DrawnPart[] => {
      const colour = palette.lines[style];
      const points = values.map((value, spoke) => place(spoke, value));
      return [
        outlinePart(points, {
          fill: style === 1 ? colour : "none",
          opacity: 0.12,
          stroke: colour,
          width: style === 1 ? 2.25 : 1.5,
        }),
        ...points.map((point) =>
          circlePart(point, 3, { fill: style === 1 ? colour : palette.surface, stroke: colour, width: 1.5 }),
        ),
      ];
    }),
    ...chart.rings.map((ring) => {
      const [x, y] = place(0, ring);
      return textPart(`${ring}%`, { x: x + 4, y: y + 8, fill: palette.text3 }, layout);
    }),
    ...chart.spokes.map(({ name }, spoke) => nameOf(name, place(spoke, bound), centre, names, layout)),
    ...keyParts(chart, box.left, box.bottom - KEY / 2, layout),
  ]);
}

function nameOf(
  name: string,
  [x, y]: readonly [x: number, y: number],
  [cx, cy]: readonly [x: number, y: number],
  width: number,
  layout: ChartLayout,
): DrawnPart {
  const upright = Math.abs(x - cx) < 1;
  const align = upright ? "center" : x > cx ? "right" : "left";
  const beside = { center: 0, right: 8, left: -8 }[align];
  // Letters stand on the far side of the point.
  const facing = ({ center: "center", right: "left", left: "right" } as const)[align];
  const place = { x: x + beside, y: upright ? y + (y < cy ? -LABEL : LABEL) : y };
  return textPart(name, { ...place, align: facing, fill: layout.palette.text1, width }, layout);
}

function keyParts(
  { outlines }: RadarChart,
  left: number,
  y: number,
  layout: ChartLayout,
): readonly DrawnPart[] {
  let x = left;
  return outlines.flatMap(({ name, style }) => {
    const colour = layout.palette.lines[style];
    const parts = [
      linePart([x, y], [x + 20, y], { stroke: colour, width: style === 1 ? 2.25 : 1.5 }),
      textPart(name, { x: x + 26, y, fill: layout.palette.text2 }, layout),
    ];
    x += 26 + textWidth(name, FONT_SIZE) + 24;
    return parts;
  });
}
