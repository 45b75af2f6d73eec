import type { TFunction } from "i18next";
import { targetSign } from "#core/indicator/target-sign.ts";
import type { LineStyle, LevelLine, ProjectionChart, ProjectionLine } from "#core/report/projection-chart.ts";
import {
  type LevelledTarget,
  type WhatIfGround,
  type WhatIfLine,
  yearsAfter,
  type WhatIfMethod,
} from "#core/scenario/what-if.ts";
import type { ValueFormat } from "./value-format.ts";

/** Words of the scenario room. */
export type Words = TFunction<"scenario">;

/** What a chart is drawn from, beside the words. */
export interface ProjectionSource {
  readonly ground: WhatIfGround;
  readonly lines: readonly WhatIfLine[];
  readonly current: WhatIfMethod;
  readonly format: ValueFormat;
  readonly planTitle: string;
  /** The jurisdiction's name, before the indicator's in the title. */
  readonly place: string;
}

const STYLES: Readonly<Record<WhatIfMethod, LineStyle>> = {
  growth: 3,
  "to-target-linear": 1,
  "to-target-geometric": 2,
};

/** The chart of an indicator's history and projections; `null` without a start. */
export function projectionChart(source: ProjectionSource, t: Words): ProjectionChart | null {
  const { ground, format } = source;
  const { start, target } = ground;
  if (start === null) return null;
  const first = Math.min(start.year, ground.history[0]?.year ?? start.year);
  const from = start.year + 1;
  return {
    title: t("chart.title", { place: source.place, name: ground.indicator.name }),
    unit: t("chart.unit", { unit: format.unit }),
    source: t("chart.source", { title: source.planTitle, from, to: ground.lastYear }),
    years: { first, last: ground.lastYear },
    base: {
      year: start.year,
      label: t(start.provisional ? "chart.provisionalBase" : "chart.base", { year: start.year }),
      projectedLabel: t("chart.projected"),
    },
    historyName: t("legend.history"),
    targetName: t("legend.target"),
    history: historyPoints(source),
    projections: source.lines.flatMap((line) => projectionLine(source, line, t)),
    levels: target === null ? [] : levelLines(target, format, t),
    target: target === null ? null : marker(target, format),
    milestones: ground.milestones.map((milestone) => ({
      year: milestone.planned.year,
      value: format.printed(milestone.level),
      label: t("chart.milestone", {
        year: milestone.planned.year,
        value: `${targetSign(milestone.planned.target)}${format.level(milestone.level)}`,
      }),
    })),
  };
}

/** A provisional start ends the history, marked as what it is, so that the projections do not hang in the air. */
function historyPoints({ ground, format }: ProjectionSource): ProjectionChart["history"] {
  const known = ground.history.map(({ year, value, decimals }) => ({
    year,
    value: format.printed(value),
    label: format.known(value, decimals),
  }));
  const { start } = ground;
  if (start === null || !start.provisional) return known;
  return [
    ...known,
    {
      year: start.year,
      value: format.printed(start.value),
      label: format.known(start.value, start.decimals),
      provisional: true,
    },
  ];
}

function projectionLine(source: ProjectionSource, line: WhatIfLine, t: Words): ProjectionLine[] {
  const { ground, format } = source;
  if (!line.values.ok || ground.start === null) return [];
  const values = [ground.start.value, ...line.values.value];
  const years = [ground.start.year, ...yearsAfter(ground.start.year, ground.lastYear)];
  const points = values.map((value, index) => ({
    year: years[index] ?? ground.lastYear,
    value: format.printed(value),
    label: format.amount(value),
  }));
  const name = t(`shortName.${line.method}`);
  const value = format.quantity(values.at(-1) ?? ground.start.value);
  return [
    {
      id: line.method,
      name,
      style: STYLES[line.method],
      current: line.method === source.current,
      points,
      end: t("chart.end", { name, value }),
    },
  ];
}

function levelLines(target: LevelledTarget, format: ValueFormat, t: Words): LevelLine[] {
  const line = (value: number, label: string) => ({ value: format.printed(value), label });
  if (target.stretch === null) {
    return [
      line(
        target.level,
        t("chart.level", { value: `${targetSign(target.planned.target)}${format.level(target.level)}` }),
      ),
    ];
  }
  return [
    line(target.level, t("chart.floor", { value: format.level(target.level) })),
    line(target.stretch, t("chart.stretch", { value: format.level(target.stretch) })),
  ];
}

function marker(target: LevelledTarget, format: ValueFormat): ProjectionChart["target"] {
  return {
    year: target.planned.year,
    low: format.printed(target.level),
    high: target.stretch === null ? null : format.printed(target.stretch),
  };
}
