import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { parseQuantity } from "#core/indicator/quantity.ts";
import { type GoalAnswer, goalSeek } from "#core/projection/analysis/goal-seek.ts";
import { type Knob, knobValue, turnedAssumption } from "#core/projection/analysis/knob.ts";
import { aimsOf } from "#core/report/scenario-answers.ts";
import type { ScenarioId, SeriesOverride } from "#core/scenario/scenario.ts";
import { knobsOf } from "#core/scenario/series-knob.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { knobRange } from "../answers/knob-range.ts";
import { settingOf, settingText, settingUnit, typedSetting } from "#core/scenario/setting-text.ts";
import type { LiveStudy } from "../answers/study-session.ts";
import type { ValueFormat } from "#core/scenario/value-format.ts";
import { goalText } from "./goal-text.ts";

interface GoalDialogProps {
  readonly live: LiveStudy;
  readonly topic: SeriesTopic;
  readonly format: ValueFormat;
  readonly scenario: ScenarioId;
  readonly onApply: (series: string, override: SeriesOverride) => void;
  readonly onClose: () => void;
}

/** Asks which setting of a number brings the series to a level in a year, answers at once, and takes the answer over. */
export function GoalDialog({ live, topic, format, scenario, onApply, onClose }: GoalDialogProps) {
  const { t } = useTranslation("answers");
  const { engine, tree, lastYear } = live.study;
  const knobs = knobsOf(engine, topic.at, live.study.columnOf(scenario));
  const [at, setAt] = useState(0);
  const knob = knobs[at];
  const year = useId();
  const form = useGoalForm(live, topic, knob);
  const answer = knob === undefined ? null : seek(live, topic, knob, form);
  const name = tree.byId.get(scenario)?.name ?? "";
  const apply = () => {
    const plan = knob === undefined ? null : engine.planOf(knob.series, knob.column);
    if (knob === undefined || plan === null || answer?.kind !== "found") return;
    const setting = Number(answer.setting.toPrecision(12));
    onApply(live.topicOf(knob.series).id, {
      assumption: turnedAssumption(plan.assumption, knob.parameter, setting),
    });
    onClose();
  };
  if (knob === undefined) {
    return (
      <Dialog
        title={t("goal.title")}
        onClose={onClose}
        actions={<Button onClick={onClose}>{t("goal.cancel")}</Button>}
      >
        <p>{t("goal.noKnob")}</p>
      </Dialog>
    );
  }
  const face = { ...live.topicOf(knob.series), parameter: knob.parameter };
  const said = goalText(answer, { face, format, level: form.level, year: form.year, t });
  return (
    <Dialog
      title={t("goal.title")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("goal.cancel")}</Button>
          <Button
            variant="primary"
            onClick={apply}
            disabledReason={answer?.kind === "found" ? undefined : said}
          >
            {t("goal.apply", { scenario: name })}
          </Button>
        </>
      }
    >
      <div className="goal-form">
        <label>
          <span>{t("goal.knob")}</span>
          <select
            className="input"
            value={at}
            onChange={(event) => {
              const chosen = Number(event.target.value);
              setAt(chosen);
              form.lookIn(knobs[chosen]);
            }}
          >
            {knobs.map((each, k) => (
              <option key={`${each.series} ${each.parameter}`} value={k}>
                {`${live.topicOf(each.series).name} · ${t(`parameter.${each.parameter}`)}`}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={year}>
          <span>{t("goal.year")}</span>
          <select
            id={year}
            className="input"
            value={form.year}
            onChange={(event) => form.setYear(Number(event.target.value))}
          >
            {Array.from({ length: lastYear - (topic.start?.year ?? lastYear) }, (_, k) => lastYear - k).map(
              (each) => (
                <option key={each}>{each}</option>
              ),
            )}
          </select>
        </label>
        <label>
          <span>{t("goal.level", { unit: topic.unit })}</span>
          <input
            className="input num"
            value={form.levelText}
            aria-invalid={form.level === null || undefined}
            onChange={(event) => form.setLevelText(event.target.value)}
          />
        </label>
        <p className="goal-levels">
          {topic.target === null
            ? null
            : aimsOf(topic.target).map(({ aim, level }) => (
                <button
                  key={aim}
                  type="button"
                  className="link"
                  onClick={() => form.setLevelText(format.level(level))}
                >
                  {t(`goal.${aim}`, { value: format.level(level) })}
                </button>
              ))}
        </p>
        <fieldset>
          <legend>{t("goal.range", { unit: settingUnit(face, t("knob.points")) })}</legend>
          <label>
            <span>{t("goal.low")}</span>
            <input
              className="input num"
              type="number"
              value={form.low}
              onChange={(event) => form.setLow(event.target.value)}
            />
          </label>
          <label>
            <span>{t("goal.high")}</span>
            <input
              className="input num"
              type="number"
              value={form.high}
              onChange={(event) => form.setHigh(event.target.value)}
            />
          </label>
        </fieldset>
      </div>
      <p className="goal-answer" role="status">
        {said}
        <br />
        <small className="muted">
          {t("goal.now", {
            setting: settingText(face, knobValue(engine, knob) ?? Number.NaN, t("knob.points")),
          })}
        </small>
      </p>
    </Dialog>
  );
}

/** What is asked; texts are kept as typed. */
interface GoalForm {
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

function useGoalForm(live: LiveStudy, topic: SeriesTopic, knob: Knob | undefined): GoalForm {
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

function seek(live: LiveStudy, topic: SeriesTopic, knob: Knob, form: GoalForm): GoalAnswer | null {
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
