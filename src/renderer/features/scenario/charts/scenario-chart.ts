import type { TFunction } from "i18next";
import { targetSign } from "#core/indicator/target-sign.ts";
import { BAND_PERCENTS } from "#core/projection/monte-carlo/band.ts";
import type {
  LevelLine,
  LineStyle,
  ProjectionBand,
  ProjectionChart,
  ProjectionLine,
} from "#core/report/projection-chart.ts";
import type { Scenario, ScenarioId } from "#core/scenario/scenario.ts";
import type { ScenarioStudy } from "#core/scenario/scenario-study.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { studyPath } from "#core/scenario/study-path.ts";
import type { LevelledTarget } from "#core/scenario/what-if.ts";
import type { ValueFormat } from "#core/scenario/value-format.ts";

/** Words of charts, answers and dialogs. */
export type Words = TFunction<"answers">;

/** What a chart is drawn from, beside the words. */
export interface ScenarioChartSource {
  readonly study: ScenarioStudy;
  readonly topic: SeriesTopic;
  readonly format: ValueFormat;
  readonly planTitle: string;
  /** The jurisdiction's name, before the series' in the title. */
  readonly place: string;
  readonly scenarios: readonly Scenario[];
  readonly current: ScenarioId;
  readonly styles: ReadonlyMap<ScenarioId, LineStyle>;
  /** Five quantiles a year from the first projected one, of the current scenario; `null` where nothing is uncertain. */
  readonly band: Float64Array | null;
}

/** The chart of a series' history and its paths under scenarios; `null` without a start. */
export function scenarioChart(source: ScenarioChartSource, t: Words): ProjectionChart | null {
  const { topic, format, study } = source;
  const { start } = topic;
  const { target, milestones } = topic.promised;
  if (start === null) return null;
  const first = Math.min(start.year, topic.history[0]?.year ?? start.year);
  return {
    title: t("chart.title", { place: source.place, name: topic.name }),
    unit: t("chart.unit", { unit: format.unit }),
    source: t("chart.source", { title: source.planTitle, from: start.year + 1, to: study.lastYear }),
    years: { first, last: study.lastYear },
    base: {
      year: start.year,
      label: t(start.provisional ? "chart.provisionalBase" : "chart.base", { year: start.year }),
      projectedLabel: t("chart.projected"),
    },
    historyName: t("chart.history"),
    targetName: t("chart.target"),
    history: historyPoints(topic, format),
    projections: source.scenarios.flatMap((scenario) => scenarioLine(source, scenario, t)),
    band: bandOf(source, t),
    holds: [],
    // The lines lead to what is still ahead.
    levels: topic.target === null ? [] : levelLines(topic.target, format, t),
    target:
      target === null
        ? null
        : {
            year: target.planned.year,
            low: format.printed(target.level),
            high: target.stretch === null ? null : format.printed(target.stretch),
          },
    milestones: milestones.map((milestone) => ({
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
function historyPoints({ history, start }: SeriesTopic, format: ValueFormat): ProjectionChart["history"] {
  const point = ({ year, value, decimals }: SeriesTopic["history"][number]) => ({
    year,
    value: format.printed(value),
    label: format.known(value, decimals),
  });
  const known = history.map(point);
  return start === null || !start.provisional ? known : [...known, { ...point(start), provisional: true }];
}

function scenarioLine(source: ScenarioChartSource, scenario: Scenario, t: Words): ProjectionLine[] {
  const { study, topic, format } = source;
  const path = studyPath(study, topic, study.columnOf(scenario.id));
  if (path === null || topic.start === null) return [];
  const points = [topic.start.value, ...path.values].flatMap((value, k) =>
    Number.isNaN(value)
      ? []
      : [{ year: path.from + k, value: format.printed(value), label: format.amount(value) }],
  );
  const last = points.at(-1);
  if (points.length < 2 || last === undefined) return [];
  const value = `${last.label} ${format.unit}`.trimEnd();
  return [
    {
      id: scenario.id,
      name: scenario.name,
      style: source.styles.get(scenario.id) ?? 1,
      current: scenario.id === source.current,
      points,
      end: t("chart.end", { name: scenario.name, value }),
    },
  ];
}

function bandOf(
  { band, topic, format, styles, current }: ScenarioChartSource,
  t: Words,
): ProjectionBand | null {
  const { start } = topic;
  if (band === null || start === null) return null;
  const size = BAND_PERCENTS.length;
  const quantile = (k: number, at: number) => format.printed(band[k * size + at] ?? Number.NaN);
  const here = format.printed(start.value);
  const years = Array.from({ length: band.length / size }, (_, k) => ({
    year: start.year + 1 + k,
    outer: [quantile(k, 0), quantile(k, 4)] as const,
    inner: [quantile(k, 1), quantile(k, 3)] as const,
  })).filter(({ outer }) => outer.every(Number.isFinite));
  return {
    style: styles.get(current) ?? 1,
    outerName: t("chart.outer"),
    innerName: t("chart.inner"),
    years: [{ year: start.year, outer: [here, here], inner: [here, here] }, ...years],
  };
}

function levelLines(target: LevelledTarget, format: ValueFormat, t: Words): LevelLine[] {
  const line = (value: number, label: string) => ({ value: format.printed(value), label });
  if (target.stretch === null) {
    const value = `${targetSign(target.planned.target)}${format.level(target.level)}`;
    return [line(target.level, t("chart.level", { value }))];
  }
  return [
    line(target.level, t("chart.floor", { value: format.level(target.level) })),
    line(target.stretch, t("chart.stretch", { value: format.level(target.stretch) })),
  ];
}
