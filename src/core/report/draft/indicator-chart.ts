import { targetSign } from "../../indicator/target-sign.ts";
import { formatAmount, printedValue } from "../../indicator/quantity.ts";
import type { Plan } from "../../plan/plan.ts";
import { type LevelledTarget, type WhatIfGround, whatIfGround, yearsAfter } from "../../scenario/what-if.ts";
import type { ChartPoint, LineStyle, ProjectionChart, ProjectionLine } from "../projection-chart.ts";
import type { ProjectedValues } from "./annual-path.ts";
import { projectedFormat } from "./printed-digits.ts";
import type { ReportRow } from "./report-rows.ts";

/** One scenario as a chart draws it. */
export interface ChartedScenario {
  readonly id: string;
  readonly name: string;
  readonly current: boolean;
  readonly project: ProjectedValues;
}

const STYLES: readonly LineStyle[] = [2, 1, 3, 4];

/** The known past of an indicator, its years under up to four scenarios, and its targets; `null` where nothing is known of it. */
export function indicatorChart(
  plan: Plan,
  row: ReportRow,
  scenarios: readonly ChartedScenario[],
): ProjectionChart | null {
  const ground = whatIfGround(plan, row.row, row.concept);
  if (ground === null || ground.start === null) return null;
  const { start } = ground;
  const { target, milestones } = ground.promised;
  const last = Math.max(ground.lastYear, start.year);
  const format = projectedFormat(plan, row.row, row.concept);
  const printed = (value: number) => printedValue({ value, unit: row.indicator.unit });
  return {
    title: row.indicator.name,
    unit: row.indicator.unit,
    source: `来源：${plan.title}，${start.year + 1}—${last}年为推算值。`,
    years: { first: Math.min(start.year, ground.history[0]?.year ?? start.year), last },
    base: {
      year: start.year,
      label: `基期${start.year}年${start.provisional ? "（暂用）" : ""}`,
      projectedLabel: start.year < last ? "推算" : "",
    },
    historyName: "观测值",
    targetName: "目标",
    history: historyPoints(ground, printed),
    projections: apart(
      scenarios
        .slice(0, STYLES.length)
        .flatMap((scenario, at) => projectionLine({ row, ground, scenario, at, format, printed })),
    ),
    band: null,
    holds: [],
    levels: [],
    target:
      target === null
        ? null
        : {
            year: target.planned.year,
            low: printed(target.level),
            high: target.stretch === null ? null : printed(target.stretch),
          },
    milestones: milestones.map((each) => ({
      year: each.planned.year,
      value: printed(each.level),
      label: milestoneLabel(each, format),
    })),
  };
}

const milestoneLabel = ({ planned, level }: LevelledTarget, format: (value: number) => string) =>
  `${planned.year}年${targetSign(planned.target)}${format(level)}`;

function historyPoints(
  { history, start, indicator }: WhatIfGround,
  printed: (value: number) => number,
): readonly ChartPoint[] {
  const label = (value: number, decimals: number | null) =>
    formatAmount({ value, unit: indicator.unit, decimals });
  const known = history.map(({ year, value, decimals }) => ({
    year,
    value: printed(value),
    label: label(value, decimals),
  }));
  if (start === null || !start.provisional) return known;
  const { year, value, decimals } = start;
  return [...known, { year, value: printed(value), label: label(value, decimals), provisional: true }];
}

/** Lines that lie on each other are drawn once, under the names of all. */
function apart(lines: readonly ProjectionLine[]): readonly ProjectionLine[] {
  const byPath = new Map<string, ProjectionLine>();
  for (const line of lines) {
    const path = line.points.map(({ label }) => label).join(" ");
    const same = byPath.get(path);
    const name = same === undefined ? line.name : `${same.name}、${line.name}`;
    const current = line.current || same?.current === true;
    const end = same === undefined ? line.end : line.end.replace(line.name, () => name);
    byPath.set(path, { ...(same ?? line), name, current, end });
  }
  return [...byPath.values()];
}

interface LineSource {
  readonly row: ReportRow;
  readonly ground: WhatIfGround;
  readonly scenario: ChartedScenario;
  readonly at: number;
  readonly format: (value: number) => string;
  readonly printed: (value: number) => number;
}

function projectionLine({ row, ground, scenario, at, format, printed }: LineSource): ProjectionLine[] {
  const { start, lastYear } = ground;
  if (start === null) return [];
  const years = yearsAfter(start.year, lastYear);
  const values = scenario.project(row, years);
  const last = values.at(-1);
  if (last === undefined || !values.every(Number.isFinite)) return [];
  const points = [start.value, ...values].map((value, k) => ({
    year: start.year + k,
    value: printed(value),
    label: format(value),
  }));
  const { id, name, current } = scenario;
  const unit = row.indicator.unit;
  return [{ id, name, style: STYLES[at] ?? 1, current, points, end: `${name} ${format(last)} ${unit}` }];
}
