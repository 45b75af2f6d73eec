import type { KnobRange } from "#core/projection/analysis/sensitivity.ts";
import { sensitivity } from "#core/projection/analysis/sensitivity.ts";
import { knobValue } from "#core/projection/analysis/knob.ts";
import type { SpanChart, SpanRow } from "#core/report/span-chart.ts";
import { withUncertainty } from "#core/scenario/default-uncertainty.ts";
import { knobSpread, type KnobSpread } from "#core/scenario/knob-spread.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import { knobsOf } from "#core/scenario/series-knob.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { settingText } from "../answers/setting-text.ts";
import type { LiveStudy } from "../answers/study-session.ts";
import type { Words } from "./scenario-chart.ts";
import type { ValueFormat } from "./value-format.ts";

/** The tornado of a series in a scenario: each number that moves it over its range, the others as they are; `null` where none does. */
export function tornadoChart(
  live: LiveStudy,
  topic: SeriesTopic,
  scenario: ScenarioId,
  format: ValueFormat,
  t: Words,
): SpanChart | null {
  const { study } = live;
  const { engine } = study;
  const column = study.columnOf(scenario);
  const year = topic.target?.planned.year ?? study.lastYear;
  const resolved = withUncertainty(study.resolved, study.series);
  const ranges = knobsOf(engine, topic.at, column).map((knob): KnobRange & { spread: KnobSpread } => {
    const known = study.series[knob.series]?.known ?? [];
    const spread = knobSpread(knob, knobValue(engine, knob) ?? 0, {
      known,
      uncertainty: resolved.plans[knob.series]?.[column]?.uncertainty ?? null,
      years: year - (known.at(-1)?.year ?? year),
    });
    return { knob, low: spread.low, high: spread.high, spread };
  });
  const now = engine.valueAt({ series: topic.at, year, column });
  if (ranges.length === 0 || Number.isNaN(now)) return null;
  const effects = sensitivity(engine, { series: topic.at, year, column }, ranges);
  const rows = effects.flatMap((effect): SpanRow[] => {
    const { low, high, range } = effect;
    if (Number.isNaN(effect.spread)) return [];
    const face = { ...live.topicOf(range.knob.series), parameter: range.knob.parameter };
    const [left, right] = low.value <= high.value ? [low, high] : [high, low];
    const spread = ranges.find(({ knob }) => knob === range.knob)?.spread.from ?? "assumed";
    return [
      {
        id: face.id,
        name: `${face.name} · ${t(`parameter.${range.knob.parameter}`)}`,
        note: t("tornado.setting", {
          low: settingText(face, low.setting, t),
          high: settingText(face, high.setting, t),
          from: t(`tornado.${spread}`),
        }),
        spans: [
          { from: format.printed(now), to: format.printed(low.value), role: "low" },
          { from: format.printed(now), to: format.printed(high.value), role: "high" },
        ],
        leftLabel: format.amount(left.value),
        rightLabel: format.amount(right.value),
      },
    ];
  });
  const lines = [{ value: format.printed(now), label: t("tornado.now", { value: format.amount(now) }) }];
  return {
    title: t("tornado.title", { name: topic.name, year }),
    unit: t("chart.unit", { unit: format.unit }),
    source: t("tornado.source"),
    rows,
    lines,
    stepped: false,
  };
}
