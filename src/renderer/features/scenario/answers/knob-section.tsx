import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Knob } from "#core/projection/analysis/knob.ts";
import { knobValue, turnedAssumption } from "#core/projection/analysis/knob.ts";
import { inheritedPlan } from "#core/scenario/resolve-scenarios.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import { scenarioOf } from "#core/scenario/scenario-tree.ts";
import { knobsOf } from "#core/scenario/series-knob.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { assumptionText } from "../../../i18n/assumption-text.ts";
import { Button } from "../../../ui/button.tsx";
import { knobRange, neededTick } from "./knob-range.ts";
import { KnobSlider } from "./knob-slider.tsx";
import type { LiveStudy } from "./study-session.ts";
import type { Trying } from "./use-live-study.ts";

interface KnobSectionProps {
  readonly live: LiveStudy;
  /** The study as it was when the hand last rested. */
  readonly rested: LiveStudy;
  readonly trying: Trying;
  readonly topic: SeriesTopic;
  readonly scenario: ScenarioId;
  /** Lets the scenario inherit the assumption of a series again. */
  readonly onInherit: (series: string) => void;
}

/** Sliders of more numbers than this would not be seen beside their answers. */
const MOST = 4;

/** The numbers that move the series in the chosen scenario, to be turned. */
export function KnobSection({ live, rested, trying, topic, scenario, onInherit }: KnobSectionProps) {
  const { t } = useTranslation("answers");
  const { engine } = live.study;
  const column = live.study.columnOf(scenario);
  const knobs = knobsOf(engine, topic.at, column).slice(0, MOST);
  if (knobs.length === 0) {
    const method = engine.planOf(topic.at, column)?.assumption.method ?? "hold";
    const text =
      method === "formula" ? t("knob.noneFormula") : t("knob.none", { method: t(`method.${method}`) });
    return (
      <>
        <p className="muted knob-none">{text}</p>
        <InheritAgain {...{ live, scenario, onInherit }} series={topic.at} />
      </>
    );
  }
  return knobs.map((knob) => (
    <OneKnob
      key={`${live.topicOf(knob.series).id} ${knob.parameter}`}
      {...{ live, rested, trying, knob, topic, scenario, onInherit }}
    />
  ));
}

/** One number with its slider, whose ends stay where they are while it is held. */
function OneKnob({ live, rested, trying, knob, topic, ...rest }: KnobSectionProps & { readonly knob: Knob }) {
  const { t } = useTranslation("answers");
  const { study, topicOf } = live;
  const { series, column, parameter } = knob;
  const { name, unit, share } = topicOf(series);
  const range = useMemo(
    () => knobRange({ study, topicOf }, { series, column, parameter }, topic.at),
    [study, topicOf, series, column, parameter, topic.at],
  );
  const needed = useMemo(
    () => neededTick(rested, { series, column, parameter }, topic.at, range),
    [rested, series, column, parameter, topic.at, range],
  );
  return (
    <KnobSlider
      label={series === topic.at ? t(`parameter.${parameter}`) : `${name} · ${t(`parameter.${parameter}`)}`}
      face={{ unit, share, parameter }}
      setting={knobValue(study.engine, knob) ?? 0}
      range={range}
      needed={needed}
      onHold={trying.hold}
      onTurn={(setting) => turn(live, trying, rest.scenario, knob, setting)}
      onLeave={trying.store}
    >
      <InheritAgain {...{ live, series, ...rest }} />
    </KnobSlider>
  );
}

type InheritProps = Pick<KnobSectionProps, "live" | "scenario" | "onInherit"> & { readonly series: number };

/** The way back to what the scenario above supposes of a series, with what that is; nothing where it is inherited already. */
function InheritAgain({ live, scenario, series, onInherit }: InheritProps) {
  const { t } = useTranslation("answers");
  const { t: told } = useTranslation("assumption");
  const { study, topicOf } = live;
  const own = scenarioOf(study.tree, scenario);
  const { id, unit } = topicOf(series);
  if (own.parent === null || !("assumption" in (own.overrides.get(id) ?? {}))) return null;
  const { assumption } = inheritedPlan(study.tree, own, id);
  return (
    <Button variant="quiet" icon="undo" onClick={() => onInherit(id)}>
      {t("knob.inherit", { what: assumptionText(assumption, unit, told) })}
    </Button>
  );
}

function turn(live: LiveStudy, trying: Trying, scenario: ScenarioId, knob: Knob, setting: number): void {
  const plan = live.study.engine.planOf(knob.series, knob.column);
  if (plan === null) return;
  const assumption = turnedAssumption(plan.assumption, knob.parameter, setting);
  trying.tryOut(scenario, live.topicOf(knob.series).id, { assumption });
}
