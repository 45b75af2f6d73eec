import { useState } from "react";
import { parseQuantity } from "#core/indicator/quantity.ts";
import { type GoalAnswer, goalSeek } from "#core/projection/analysis/goal-seek.ts";
import type { Knob } from "#core/projection/analysis/knob.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { settingOf, typedSetting } from "#core/scenario/setting-text.ts";
import { knobRange } from "../answers/knob-range.ts";
import type { LiveStudy } from "../answers/study-session.ts";

/** What the goal dialog asks; texts are kept as typed. */
export interface GoalForm {
  readonly year: number;
  readonly setYear: (year: number) => void;
  readonly levelText: string;
  readonly setLevelText: (text: string) => void;
  /** In base units; `null` while it cannot be read. */
  readonly level: number | null;
  readonly low: string;
  readonly setLow: (text: string) => void;
  readonly high: string;
  readonly setHigh: (text: string) => void;
  /** Offers the usual range of another number. */
  readonly lookIn: (knob: Knob | undefined) => void;
}

/** The fields of the goal dialog, which begin with the last target and the usual range of the number. */
export function useGoalForm(live: LiveStudy, topic: SeriesTopic, knob: Knob | undefined): GoalForm {
  const { target } = topic;
  const [year, setYear] = useState(target?.planned.year ?? live.study.lastYear);
  const first = target === null ? null : (target.stretch ?? target.level);
  const [levelText, setLevelText] = useState(() =>
    first === null ? "" : String(typedSetting({ ...topic, parameter: "level" }, first)),
  );
  const [range, setRange] = useState(() => usualRange(live, topic, knob));
  const read = parseQuantity(levelText, topic.unit);
  return {
    ...{ year, setYear, levelText, setLevelText },
    level: read.ok ? read.value.value : null,
    ...range,
    setLow: (low) => setRange((before) => ({ ...before, low })),
    setHigh: (high) => setRange((before) => ({ ...before, high })),
    lookIn: (other) => setRange(usualRange(live, topic, other)),
  };
}

/** The ends of a number's slider, as they are typed. */
function usualRange(live: LiveStudy, topic: SeriesTopic, knob: Knob | undefined) {
  if (knob === undefined) return { low: "0", high: "0" };
  const { min, max } = knobRange(live, knob, topic.at);
  const face = { ...live.topicOf(knob.series), parameter: knob.parameter };
  const print = (value: number) => String(Number(typedSetting(face, value).toPrecision(6)));
  return { low: print(min), high: print(max) };
}

/** The setting that brings the series to the asked level; `null` while the level cannot be read. */
export function seekGoal(live: LiveStudy, topic: SeriesTopic, knob: Knob, form: GoalForm): GoalAnswer | null {
  if (form.level === null) return null;
  const face = { ...live.topicOf(knob.series), parameter: knob.parameter };
  const bound = (text: string) => (text.trim() === "" ? Number.NaN : settingOf(face, Number(text)));
  return goalSeek(live.study.engine, {
    cell: { series: topic.at, year: form.year, column: knob.column },
    level: form.level,
    knob,
    low: bound(form.low),
    high: bound(form.high),
  });
}
