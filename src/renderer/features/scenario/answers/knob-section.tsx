import { useTranslation } from "react-i18next";
import type { Knob } from "#core/projection/analysis/knob.ts";
import { knobValue, turnedAssumption } from "#core/projection/analysis/knob.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import { knobsOf } from "#core/scenario/series-knob.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { knobRange } from "./knob-range.ts";
import { KnobSlider } from "./knob-slider.tsx";
import type { LiveStudy, Trying } from "./use-live-study.ts";

interface KnobSectionProps {
  readonly live: LiveStudy;
  readonly trying: Trying;
  readonly topic: SeriesTopic;
  readonly scenario: ScenarioId;
}

/** Sliders of more numbers than this would not be seen beside their answers. */
const MOST = 4;

/** The numbers that move the series in the chosen scenario, to be turned. */
export function KnobSection({ live, trying, topic, scenario }: KnobSectionProps) {
  const { t } = useTranslation("answers");
  const { engine } = live.study;
  const column = live.study.columnOf(scenario);
  const knobs = knobsOf(engine, topic.at, column).slice(0, MOST);
  if (knobs.length === 0) {
    const method = engine.planOf(topic.at, column)?.assumption.method ?? "hold";
    const text =
      method === "formula" ? t("knob.noneFormula") : t("knob.none", { method: t(`method.${method}`) });
    return <p className="muted knob-none">{text}</p>;
  }
  return knobs.map((knob) => {
    const { id, name, unit, share } = live.topicOf(knob.series);
    const { parameter } = knob;
    return (
      <KnobSlider
        key={`${id} ${parameter}`}
        label={
          knob.series === topic.at ? t(`parameter.${parameter}`) : `${name} · ${t(`parameter.${parameter}`)}`
        }
        face={{ unit, share, parameter }}
        setting={knobValue(engine, knob) ?? 0}
        range={knobRange(live, knob, topic.at)}
        onTurn={(setting) => turn(live, trying, scenario, knob, setting)}
        onLeave={trying.store}
      />
    );
  });
}

function turn(live: LiveStudy, trying: Trying, scenario: ScenarioId, knob: Knob, setting: number): void {
  const plan = live.study.engine.planOf(knob.series, knob.column);
  if (plan === null) return;
  const assumption = turnedAssumption(plan.assumption, knob.parameter, setting);
  trying.tryOut(scenario, live.topicOf(knob.series).id, { assumption });
}
