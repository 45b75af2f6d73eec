import type { Span, SpanChart, SpanMark, SpanRow } from "#core/report/span-chart.ts";
import type { ChartPalette } from "./chart-palette.ts";
import { hexDigits, type OfficeSeries } from "./office-lines.ts";
import { valueAxis } from "./value-axis.ts";

/** A series that is drawn as bars; one without a colour only carries those that are stacked on it. */
export interface BarSeries extends Omit<OfficeSeries, "color"> {
  readonly color: string | null;
}

/** Categories from top to bottom, and bars a series: beside each other, in each other's place, or on each other. */
export interface BarTable {
  readonly categories: readonly string[];
  readonly series: readonly BarSeries[];
  readonly arranged: "beside" | "one" | "stacked";
  /** What the drawing marks by lines through all rows, in words: 现值18. */
  readonly lines: readonly string[];
  /** Where the axis of values begins; `null` leaves it to the program. */
  readonly least: number | null;
}

type Role = Span["role"] | SpanMark["kind"];

/** A series that only carries others has a name that is not seen: left out of the key, it takes another one along in LibreOffice. */
const CARRIER = "　";
const STEPS = 5;
const AIR = 0.25;
const MARKS: readonly SpanMark["kind"][] = ["target", "stretch", "base"];

/** The rows of a chart of spans as bars: those from zero as they are, others stacked on a bar that is not seen. */
export function barTable(chart: SpanChart, palette: ChartPalette): BarTable {
  const fromZero = chart.rows.every(({ spans }) => spans.length === 1 && spans[0]?.from === 0);
  return fromZero ? plainTable(chart, palette) : stackedTable(chart, palette);
}

/** A series a role: what is there, and what it is measured against. */
function plainTable(chart: SpanChart, palette: ChartPalette): BarTable {
  const { rows } = chart;
  const roles = [...new Set(rows.flatMap(({ spans }) => spans.map(({ role }) => role)))];
  const kinds = MARKS.filter((kind) =>
    rows.some(({ marks = [] }) => marks.some((mark) => mark.kind === kind)),
  );
  const spans = roles.map((role): BarSeries => {
    const at = (row: SpanRow) => row.spans.find((span) => span.role === role);
    return {
      ...faceOf(chart, role, palette),
      values: rows.map((row) => at(row)?.to ?? null),
      labels: rows.map((row) => (at(row) === undefined ? null : row.rightLabel)),
    };
  });
  const marks = kinds.map(
    (kind): BarSeries => ({
      ...faceOf(chart, kind, palette),
      values: rows.map((row) => row.marks?.find((mark) => mark.kind === kind)?.value ?? null),
      labels: rows.map(() => null),
    }),
  );
  return {
    categories: rows.map(({ name, note }) => lines(name, note)),
    series: [...spans, ...marks],
    arranged: kinds.length === 0 ? "one" : "beside",
    lines: chart.lines.map(({ label }) => label),
    least: null,
  };
}

/** A part of a row on one side of zero: how far it reaches from the one before it. */
interface Piece {
  readonly role: Role | null;
  readonly length: number;
}

function stackedTable(chart: SpanChart, palette: ChartPalette): BarTable {
  const ends = chart.rows.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to]));
  const stacks = ([1, -1] as const).map((side) => chart.rows.map((row) => piecesOf(row, side)));
  const series = stacks.flatMap((pieces) => stackSeries(chart, pieces, palette));
  return {
    // No label fits behind a bar that others are stacked on, and so the numbers stand with the names.
    categories: chart.rows.map(({ name, note, leftLabel, rightLabel }) =>
      lines(name, [leftLabel, rightLabel].filter((label) => label !== "").join("—"), note),
    ),
    series: series.map((each, at) => {
      const before = series.slice(0, at).filter(({ name }) => name === each.name).length;
      return before === 0 ? each : { ...each, name: againNamed(each.name, before) };
    }),
    arranged: "stacked",
    lines: chart.lines.map(({ label }) => label),
    // What lies around a value far from zero is to fill the chart.
    least: chart.stepped ? null : valueAxis(ends, STEPS, AIR).min,
  };
}

/** Series that hold the pieces of all rows in their order from zero: of each place in it one a role. */
function stackSeries(
  chart: SpanChart,
  rows: readonly (readonly Piece[])[],
  palette: ChartPalette,
): readonly BarSeries[] {
  const places = Math.max(0, ...rows.map((pieces) => pieces.length));
  return Array.from({ length: places }, (_, place) => {
    const there = rows.flatMap((pieces) => pieces[place] ?? []);
    const roles = [...new Set(there.map(({ role }) => role))];
    return roles.map(
      (role): BarSeries => ({
        ...faceOf(chart, role, palette),
        values: rows.map((pieces) => (pieces[place]?.role === role ? pieces[place].length : null)),
        labels: rows.map(() => null),
      }),
    );
  }).flat();
}

/** The pieces of a row above zero, or below it, from zero on: what carries them, and the spans without what lies on each other. */
function piecesOf({ spans }: SpanRow, side: 1 | -1): readonly Piece[] {
  const parts = spans
    .map(({ from, to, role }) => {
      const [near, far] = [from * side, to * side].sort((a, b) => a - b);
      return { role, near: Math.max(0, near ?? 0), far: Math.max(0, far ?? 0) };
    })
    .filter(({ near, far }) => far > near)
    .sort((a, b) => a.near - b.near || a.far - b.far);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { role, near, far } of parts) {
    if (near > at) pieces.push({ role: null, length: side * (near - at) });
    if (far > Math.max(at, near)) pieces.push({ role, length: side * (far - Math.max(at, near)) });
    at = Math.max(at, far);
  }
  return pieces;
}

/** Names of series differ, so that each can be told in the workbook. */
const againNamed = (name: string, before: number): string =>
  name === CARRIER ? CARRIER.repeat(before + 1) : `${name}（续${before}）`;

function faceOf(
  { names, title }: SpanChart,
  role: Role | null,
  palette: ChartPalette,
): Pick<BarSeries, "name" | "color"> {
  if (role === null) return { name: CARRIER, color: null };
  return { name: names[role] ?? title, color: hexDigits(barColour(role, palette)) };
}

function barColour(role: Role, { line, text3, lines: colours }: ChartPalette): string {
  switch (role) {
    case "total":
    case "other":
      return text3;
    case "own":
      return colours[1];
    case "low":
    case "fall":
    case "stretch":
      return colours[2];
    case "rise":
    case "high":
      return colours[3];
    case "target":
      return colours[4];
    case "base":
      return line;
  }
}

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n");
