import type { ChartDrawing } from "../chart-drawing.ts";
import type { ComparisonChart, ComparisonLine } from "../comparison-chart.ts";
import type { ChartPoint, ProjectionChart } from "../projection-chart.ts";
import { withSpokes } from "../radar-chart.ts";
import { withinRoom } from "./within-room.ts";

/** Which numbers stand beside points: all, those at the ends of lines, or none. */
export const LABEL_CHOICES = ["all", "ends", "none"] as const;

/** Which numbers stand beside points. */
export type LabelChoice = (typeof LABEL_CHOICES)[number];

/** What the planner has made different about one chart; `null` leaves it to the program. */
export interface ChartDesign {
  readonly title: string | null;
  readonly unit: string | null;
  readonly source: string | null;
  /** Series that are not drawn, by their ids in {@link seriesOf}. */
  readonly hidden: readonly string[];
  readonly years: { readonly first: number | null; readonly last: number | null };
  readonly labels: LabelChoice;
}

/** A chart as the program makes it. */
export const PLAIN_DESIGN: ChartDesign = {
  title: null,
  unit: null,
  source: null,
  hidden: [],
  years: { first: null, last: null },
  labels: "all",
};

/** What of a chart can be left out, each with its name; nothing where every part is needed for the sum. */
export function seriesOf(drawing: ChartDrawing): readonly { readonly id: string; readonly name: string }[] {
  switch (drawing.kind) {
    case "projection":
      return drawing.chart.projections.map(({ id, name }) => ({ id, name }));
    case "comparison":
      return drawing.chart.panels.flatMap(({ lines }) => lines.map(({ id, name }) => ({ id, name })));
    case "spans":
      return drawing.chart.stepped ? [] : drawing.chart.rows.map(({ id, name }) => ({ id, name }));
    case "matrix":
      return [
        ...drawing.chart.columns,
        ...drawing.chart.rows.map(({ id, name, note }) => ({ id, name: `${name}（${note}）` })),
      ];
    case "slope":
      return drawing.chart.lines.map(({ id, name }) => ({ id, name }));
    case "radar":
      return drawing.chart.spokes;
  }
}

/** Between which years the first and the last one of a chart can be chosen; `null` where a chart has no axis of years. */
export function yearsOf(drawing: ChartDrawing): {
  readonly first: readonly number[];
  readonly last: readonly number[];
} | null {
  const span = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  if (drawing.kind === "projection") {
    const { years, base } = drawing.chart;
    return { first: span(years.first, base.year), last: span(base.year, years.last) };
  }
  if (drawing.kind === "comparison") {
    const { first, last } = drawing.chart.years;
    return { first: span(first, last - 1), last: span(first + 1, last) };
  }
  return null;
}

/** A chart as the planner has designed it, with as many rows of what is left as it has room for. What would leave nothing to draw is not done. */
export function designed(drawing: ChartDrawing, design: ChartDesign): ChartDrawing {
  const shown = without(drawing, new Set(design.hidden));
  return withinRoom(worded(labelled(within(shown, design), design), design));
}

/** A chart without title, unit and source, for a page that has them beside it. */
export const withoutWords = (drawing: ChartDrawing): ChartDrawing =>
  worded(drawing, { ...PLAIN_DESIGN, title: "", unit: "", source: "" });

function worded(drawing: ChartDrawing, { title, unit, source }: ChartDesign): ChartDrawing {
  const words = (chart: ChartDrawing["chart"]) => ({
    title: title ?? chart.title,
    unit: unit ?? chart.unit,
    source: source ?? chart.source,
  });
  switch (drawing.kind) {
    case "projection":
      return { ...drawing, chart: { ...drawing.chart, ...words(drawing.chart) } };
    case "comparison":
      return { ...drawing, chart: { ...drawing.chart, ...words(drawing.chart) } };
    case "spans":
      return { ...drawing, chart: { ...drawing.chart, ...words(drawing.chart) } };
    case "matrix":
      return { ...drawing, chart: { ...drawing.chart, ...words(drawing.chart) } };
    case "slope":
      return { ...drawing, chart: { ...drawing.chart, ...words(drawing.chart) } };
    case "radar":
      return { ...drawing, chart: { ...drawing.chart, ...words(drawing.chart) } };
  }
}

/** The items that stay; all of them where none would. */
function kept<T extends { readonly id: string }>(
  items: readonly T[],
  hidden: ReadonlySet<string>,
): readonly T[] {
  const left = items.filter(({ id }) => !hidden.has(id));
  return left.length === 0 ? items : left;
}

function without(drawing: ChartDrawing, hidden: ReadonlySet<string>): ChartDrawing {
  if (hidden.size === 0) return drawing;
  switch (drawing.kind) {
    case "projection": {
      const { chart } = drawing;
      return {
        ...drawing,
        chart: { ...chart, projections: chart.projections.filter(({ id }) => !hidden.has(id)) },
      };
    }
    case "comparison":
      return { ...drawing, chart: withoutLines(drawing.chart, hidden) };
    case "spans": {
      const { chart } = drawing;
      return chart.stepped ? drawing : { ...drawing, chart: { ...chart, rows: kept(chart.rows, hidden) } };
    }
    case "matrix": {
      const { columns, rows } = drawing.chart;
      const left = kept(columns, hidden);
      const shown = kept(rows, hidden).map((row) => ({
        ...row,
        cells: row.cells.filter((_, at) => columns[at] !== undefined && left.includes(columns[at])),
      }));
      return { ...drawing, chart: { ...drawing.chart, columns: left, rows: shown } };
    }
    case "slope": {
      const { chart } = drawing;
      return { ...drawing, chart: { ...chart, lines: kept(chart.lines, hidden) } };
    }
    case "radar": {
      const { chart } = drawing;
      return { ...drawing, chart: withSpokes(chart, kept(chart.spokes, hidden)) };
    }
  }
}

function withoutLines(chart: ComparisonChart, hidden: ReadonlySet<string>): ComparisonChart {
  const panels = chart.panels
    .map((panel) => ({ ...panel, lines: panel.lines.filter(({ id }) => !hidden.has(id)) }))
    .filter(({ lines }) => lines.length > 0);
  return panels.length === 0 ? chart : { ...chart, panels };
}

function within(drawing: ChartDrawing, { years }: ChartDesign): ChartDrawing {
  const choices = yearsOf(drawing);
  if (choices === null) return drawing;
  const pick = (wanted: number | null, offered: readonly number[], usual: number) =>
    wanted !== null && offered.includes(wanted) ? wanted : usual;
  if (drawing.kind === "projection") {
    const { chart } = drawing;
    const first = pick(years.first, choices.first, chart.years.first);
    const last = pick(years.last, choices.last, chart.years.last);
    return { ...drawing, chart: projectionWithin(chart, first, last) };
  }
  if (drawing.kind === "comparison") {
    const { chart } = drawing;
    const first = pick(years.first, choices.first, chart.years.first);
    const last = pick(years.last, choices.last, chart.years.last);
    return first < last ? { ...drawing, chart: comparisonWithin(chart, first, last) } : drawing;
  }
  return drawing;
}

function projectionWithin(chart: ProjectionChart, first: number, last: number): ProjectionChart {
  const inside = ({ year }: { readonly year: number }) => year >= first && year <= last;
  return {
    ...chart,
    years: { first, last },
    history: chart.history.filter(inside),
    projections: chart.projections.flatMap((line) => {
      const points = line.points.filter(inside);
      const end = points.at(-1);
      if (points.length < 2 || end === undefined) return [];
      const cut = end.year < (line.points.at(-1)?.year ?? end.year);
      return [{ ...line, points, end: cut ? `${line.name} ${end.label ?? ""}`.trimEnd() : line.end }];
    }),
    band: chart.band === null ? null : { ...chart.band, years: chart.band.years.filter(inside) },
    levels: chart.target !== null && inside(chart.target) ? chart.levels : [],
    target: chart.target !== null && inside(chart.target) ? chart.target : null,
    milestones: chart.milestones.filter(inside),
  };
}

function comparisonWithin(chart: ComparisonChart, first: number, last: number): ComparisonChart {
  const inside = ({ year }: { readonly year: number }) => year >= first && year <= last;
  const panels = chart.panels.map((panel) => ({
    ...panel,
    lines: panel.lines.map((line) => ({
      ...line,
      history: line.history.filter(inside),
      targets: line.targets.filter(inside),
    })),
  }));
  return { ...chart, years: { first, last }, panels };
}

function labelled(drawing: ChartDrawing, { labels }: ChartDesign): ChartDrawing {
  if (labels === "all") return drawing;
  const ends = labels === "ends";
  switch (drawing.kind) {
    case "projection": {
      const { chart } = drawing;
      return {
        ...drawing,
        chart: {
          ...chart,
          history: endLabels(chart.history, ends),
          milestones: chart.milestones.map((mark) => ({ ...mark, label: "" })),
        },
      };
    }
    case "comparison": {
      const { chart } = drawing;
      const panels = chart.panels.map((panel) => ({
        ...panel,
        lines: panel.lines.map((line) => endsOfLine(line, ends)),
      }));
      return { ...drawing, chart: { ...chart, panels } };
    }
    case "spans": {
      if (ends) return drawing;
      const rows = drawing.chart.rows.map((row) => ({ ...row, leftLabel: "", rightLabel: "" }));
      return { ...drawing, chart: { ...drawing.chart, rows } };
    }
    case "slope": {
      if (ends) return drawing;
      const lines = drawing.chart.lines.map((line) => ({
        ...line,
        from: { ...line.from, label: "" },
        to: { ...line.to, label: "" },
      }));
      return { ...drawing, chart: { ...drawing.chart, lines } };
    }
    case "matrix":
    case "radar":
      return drawing;
  }
}

function endLabels(points: readonly ChartPoint[], ends: boolean): readonly ChartPoint[] {
  return points.map((point, at) =>
    ends && (at === 0 || at === points.length - 1) ? point : { ...point, label: null },
  );
}

function endsOfLine(line: ComparisonLine, ends: boolean): ComparisonLine {
  return {
    ...line,
    history: endLabels(line.history, ends),
    targets: line.targets.map((target) => (ends && target.final ? target : { ...target, label: "" })),
  };
}
