import type { YearValue } from "../indicator/evaluate-target.ts";
import { roundProjection } from "./round-projection.ts";
import type { ScenarioStudy } from "./scenario-study.ts";
import type { SeriesTopic } from "./series-topic.ts";

/** The projected years of a series in one scenario, as they are printed; NaN where there is no value. */
export interface StudyPath {
  /** The last known year; the values are those of the years after it. */
  readonly from: number;
  readonly values: Float64Array;
}

/** The years after the last known one up to `until` (the plan's last year unless said); `null` where nothing is known. */
export function studyPath(
  study: ScenarioStudy,
  topic: SeriesTopic,
  column: number,
  until = study.lastYear,
): StudyPath | null {
  const from = study.series[topic.at]?.known.at(-1)?.year ?? topic.start?.year;
  if (from === undefined) return null;
  const values = Float64Array.from({ length: Math.max(0, until - from) }, (_, k) =>
    study.engine.valueAt({ series: topic.at, year: from + 1 + k, column }),
  );
  return { from, values: roundProjection(values, topic.rounding) };
}

/** The value of a path in a year; `null` where it has none. */
export function pathValue({ from, values }: StudyPath, year: number): number | null {
  const value = values[year - from - 1];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** The years of a path that have a value, behind the known years of its series. */
export function pathYears(topic: SeriesTopic, { from, values }: StudyPath): readonly YearValue[] {
  const projected = Array.from(values, (value, k) => ({ year: from + 1 + k, value }));
  return [...topic.history, ...projected.filter(({ value }) => !Number.isNaN(value))];
}
