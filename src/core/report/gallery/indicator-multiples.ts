import { targetSign } from "../../indicator/target-sign.ts";
import type { LevelledTarget } from "../../scenario/what-if.ts";
import type { ValueFormat } from "../../scenario/value-format.ts";
import type { ComparisonChart, ComparisonLine, ComparisonTarget } from "../comparison-chart.ts";
import { evidenceSource } from "./evidence-source.ts";
import type { ChartedRow, GallerySource } from "./gallery-source.ts";

/** Two rows of pictures are what a text column has room for. */
const MOST = 6;

/** A small picture for each of up to six indicators of which most is known: values and targets, each on its own scale; `null` without any. */
export function indicatorMultiples(
  source: GallerySource,
  rows: readonly ChartedRow[],
): ComparisonChart | null {
  const chosen = [...rows]
    .filter(({ topic }) => topic.promised.target !== null && topic.start !== null)
    .sort((a, b) => known(b) - known(a) || a.row - b.row)
    .slice(0, MOST)
    .sort((a, b) => a.row - b.row);
  if (chosen.length === 0) return null;
  const panels = chosen.map((row) => {
    const { name, unit } = row.indicator;
    return { title: unit === "" ? name : `${name}（${unit}）`, lines: [lineOf(row)] };
  });
  const years = panels
    .flatMap(({ lines }) => lines)
    .flatMap(({ history, targets }) => [...history, ...targets].map(({ year }) => year));
  return {
    title: `${source.plan.title}主要指标`,
    unit: "",
    source: evidenceSource(source, new Set(chosen.map(({ indicator }) => indicator.id))),
    notes: ["实心为观测值，空心为暂用值，菱形为目标；各图刻度不同。"],
    years: { first: Math.min(...years), last: Math.max(...years) },
    panels,
    sharedScale: false,
  };
}

const known = ({ topic }: ChartedRow): number => topic.history.length + topic.promised.milestones.length;

const levelLabel = ({ level, stretch, planned }: LevelledTarget, format: ValueFormat): string =>
  stretch === null
    ? `${targetSign(planned.target)}${format.level(level)}`
    : `${format.level(level)}—${format.level(stretch)}`;

function lineOf({ topic, format, indicator }: ChartedRow): ComparisonLine {
  const { start } = topic;
  const { milestones, target } = topic.promised;
  const standIn = start !== null && start.provisional ? [{ ...start, provisional: true }] : [];
  const history = [...topic.history.map((point) => ({ ...point, provisional: false })), ...standIn];
  const mark = (levelled: LevelledTarget, final: boolean): ComparisonTarget => {
    const met = final ? history.find(({ year }) => year === levelled.planned.year) : undefined;
    const label = levelLabel(levelled, format);
    return {
      year: levelled.planned.year,
      low: format.printed(levelled.level),
      high: levelled.stretch === null ? null : format.printed(levelled.stretch),
      stretch: levelled.stretch !== null,
      final,
      label: met === undefined ? label : `${format.known(met.value, met.decimals)}（${label}）`,
    };
  };
  return {
    ...{ id: indicator.id, name: indicator.name, caliber: null, style: 1 },
    history: history.map(({ year, value, decimals, provisional }) => {
      // Two numbers of one year would lie on each other: the target's says both.
      const label = year === target?.planned.year ? null : format.known(value, decimals);
      return { year, value: format.printed(value), label, provisional };
    }),
    targets: [
      ...milestones.map((each) => mark(each, false)),
      ...(target === null ? [] : [mark(target, true)]),
    ],
  };
}
