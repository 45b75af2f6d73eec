import type { PathPoint } from "../../path/path.ts";
import { leastSquares, trendAt } from "../../projection/methods/trend-fits.ts";
import { yearsAfter } from "../../scenario/what-if.ts";
import type { ChartPoint, ProjectionChart } from "../projection-chart.ts";
import { evidenceSource } from "./evidence-source.ts";
import { type ChartedRow, type GallerySource, unitLine } from "./gallery-source.ts";

/** A straight line through fewer values says nothing of how well it fits. */
const LEAST_POINTS = 3;

/** How much of the spread of `points` a line explains, 1 − SSE/SST; 1 where there is no spread. */
export function determination(points: readonly PathPoint[], at: (year: number) => number): number {
  const mean = points.reduce((sum, { value }) => sum + value, 0) / points.length;
  const total = points.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  const left = points.reduce((sum, { year, value }) => sum + (value - at(year)) ** 2, 0);
  return total === 0 ? 1 : 1 - left / total;
}

/** An indicator's observations with the straight line of least squares through them, drawn on to the plan's last year; `null` with fewer than three. */
export function fitChart(source: GallerySource, row: ChartedRow): ProjectionChart | null {
  const { topic, format, indicator } = row;
  const { target } = topic.promised;
  const [first] = topic.history;
  const last = topic.history.at(-1);
  if (first === undefined || last === undefined || topic.history.length < LEAST_POINTS) return null;
  const known = topic.history.map(({ year, value }) => ({ year, value: format.printed(value) }));
  const line = leastSquares(known);
  const at = (year: number) => trendAt(line, year);
  const end = Math.max(source.plan.period.end, target?.planned.year ?? 0, last.year);
  const points = [first.year, ...yearsAfter(first.year, end)].map(
    (year): ChartPoint => ({ year, value: at(year), label: null }),
  );
  const amount = (year: number) => fixed(at(year), decimalsOf(row));
  const quality = `拟合为最小二乘直线，每年${signed(line.slope, decimalsOf(row))}，R²=${determination(known, at).toFixed(2)}`;
  return {
    title: `${indicator.name}历年数值与趋势`,
    unit: unitLine(indicator.unit),
    source: evidenceSource(source, new Set([indicator.id]), [quality]),
    years: { first: first.year, last: end },
    base: { year: last.year, label: `${last.year}年`, projectedLabel: "外推" },
    historyName: "观测值",
    targetName: "目标",
    history: topic.history.map(({ year, value, decimals }) => ({
      ...{ year, value: format.printed(value), label: format.known(value, decimals) },
    })),
    projections: [
      {
        ...{ id: "fit", name: "趋势线", style: 3, current: true, points },
        end: `趋势 ${amount(end)} ${indicator.unit}`.trimEnd(),
      },
    ],
    band: null,
    holds: [],
    levels: [],
    target:
      target === null
        ? null
        : {
            year: target.planned.year,
            low: format.printed(target.level),
            high: target.stretch === null ? null : format.printed(target.stretch),
          },
    milestones: [],
  };
}

/** One digit more than the observations have, as a trend lies between them. */
const decimalsOf = ({ topic }: ChartedRow): number =>
  1 + Math.max(0, ...topic.history.map(({ decimals }) => decimals ?? 0));

const fixed = (value: number, decimals: number): string =>
  value
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/u, "$1")
    .replace(/\.$/u, "");

const signed = (value: number, decimals: number): string =>
  `${value < 0 ? "−" : "+"}${fixed(Math.abs(value), decimals)}`;
