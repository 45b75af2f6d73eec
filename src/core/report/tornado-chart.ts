import { knobValue, type KnobParameter } from "../projection/analysis/knob.ts";
import { type KnobRange, sensitivity } from "../projection/analysis/sensitivity.ts";
import { withUncertainty } from "../scenario/default-uncertainty.ts";
import { knobSpread, type KnobSpread } from "../scenario/knob-spread.ts";
import type { ScenarioId } from "../scenario/scenario.ts";
import type { ScenarioStudy } from "../scenario/scenario-study.ts";
import { knobsOf } from "../scenario/series-knob.ts";
import type { SeriesTopic } from "../scenario/series-topic.ts";
import { settingText } from "../scenario/setting-text.ts";
import type { ValueFormat } from "../scenario/value-format.ts";
import type { SpanChart, SpanNames, SpanRow } from "./span-chart.ts";

/** What a tornado is drawn from, beside the words. */
export interface TornadoSource {
  readonly study: ScenarioStudy;
  readonly topicOf: (series: number) => SeriesTopic;
  readonly topic: SeriesTopic;
  readonly scenario: ScenarioId;
  readonly format: ValueFormat;
}

/** The words of a tornado, in the language of who reads it. */
export interface TornadoWords {
  readonly title: (year: number) => string;
  readonly unit: string;
  readonly source: string;
  readonly key?: string;
  readonly names?: SpanNames;
  readonly parameter: (parameter: KnobParameter) => string;
  /** 个百分点. */
  readonly points: string;
  readonly setting: (low: string, high: string, from: KnobSpread["from"]) => string;
  readonly now: (value: string) => string;
}

/** The tornado of a series in a scenario: each number that moves it over its range, the others as they are; `null` where none does. */
export function tornadoChart(source: TornadoSource, words: TornadoWords): SpanChart | null {
  const { study, topic, topicOf, scenario, format } = source;
  const { engine } = study;
  const column = study.columnOf(scenario);
  const year = topic.target?.planned.year ?? study.lastYear;
  const ranges = knobRanges(source, year);
  const now = engine.valueAt({ series: topic.at, year, column });
  if (ranges.length === 0 || Number.isNaN(now)) return null;
  const effects = sensitivity(engine, { series: topic.at, year, column }, ranges);
  const rows = effects.flatMap((effect): SpanRow[] => {
    const { low, high, range } = effect;
    if (Number.isNaN(effect.spread)) return [];
    const face = { ...topicOf(range.knob.series), parameter: range.knob.parameter };
    const [left, right] = low.value <= high.value ? [low, high] : [high, low];
    const from = ranges.find(({ knob }) => knob === range.knob)?.spread.from ?? "assumed";
    const text = (setting: number) => settingText(face, setting, words.points);
    return [
      {
        id: face.id,
        name: `${face.name} · ${words.parameter(range.knob.parameter)}`,
        note: words.setting(text(low.setting), text(high.setting), from),
        spans: [
          { from: format.printed(now), to: format.printed(low.value), role: "low" },
          { from: format.printed(now), to: format.printed(high.value), role: "high" },
        ],
        leftLabel: format.amount(left.value),
        rightLabel: format.amount(right.value),
      },
    ];
  });
  return {
    title: words.title(year),
    unit: words.unit,
    ...{ source: words.source, key: words.key ?? "", names: words.names ?? {} },
    rows,
    lines: [{ value: format.printed(now), label: words.now(format.amount(now)) }],
    stepped: false,
  };
}

function knobRanges({ study, topic, scenario }: TornadoSource, year: number) {
  const { engine } = study;
  const column = study.columnOf(scenario);
  const resolved = withUncertainty(study.resolved, study.series);
  return knobsOf(engine, topic.at, column).map((knob): KnobRange & { spread: KnobSpread } => {
    const known = study.series[knob.series]?.known ?? [];
    const spread = knobSpread(knob, knobValue(engine, knob) ?? 0, {
      known,
      uncertainty: resolved.plans[knob.series]?.[column]?.uncertainty ?? null,
      years: year - (known.at(-1)?.year ?? year),
    });
    return { knob, low: spread.low, high: spread.high, spread };
  });
}
