import { useState } from "react";
import { useTranslation } from "react-i18next";
import { knobValue, turnedAssumption } from "#core/projection/analysis/knob.ts";
import { aimsOf } from "#core/report/scenario-answers.ts";
import type { ScenarioId, SeriesOverride } from "#core/scenario/scenario.ts";
import { knobsOf } from "#core/scenario/series-knob.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { type KnobFace, settingText, settingUnit } from "#core/scenario/setting-text.ts";
import type { ValueFormat } from "#core/scenario/value-format.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import type { LiveStudy } from "../answers/study-session.ts";
import { goalText } from "./goal-text.ts";
import { type GoalForm, seekGoal, useGoalForm } from "./use-goal-form.ts";

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
  const form = useGoalForm(live, topic, knob);
  const answer = knob === undefined ? null : seekGoal(live, topic, knob, form);
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
        <WhenField topic={topic} form={form} lastYear={lastYear} />
        <LevelField topic={topic} form={form} format={format} />
        <RangeFields form={form} face={face} />
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

interface GoalFieldProps {
  readonly topic: SeriesTopic;
  readonly form: GoalForm;
}

/** The year in which the level is to be reached: any after the start of the path, the last one first. */
function WhenField({ topic, form, lastYear }: GoalFieldProps & { readonly lastYear: number }) {
  const { t } = useTranslation("answers");
  const count = lastYear - (topic.start?.year ?? lastYear);
  return (
    <label>
      <span>{t("goal.year")}</span>
      <select
        className="input"
        value={form.year}
        onChange={(event) => form.setYear(Number(event.target.value))}
      >
        {Array.from({ length: count }, (_, back) => (
          <option key={back}>{lastYear - back}</option>
        ))}
      </select>
    </label>
  );
}

/** The level that is to be reached, with those of the target at hand. */
function LevelField({ topic, form, format }: GoalFieldProps & { readonly format: ValueFormat }) {
  const { t } = useTranslation("answers");
  const aims = topic.target === null ? [] : aimsOf(topic.target);
  return (
    <>
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
        {aims.map(({ aim, level }) => (
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
    </>
  );
}

/** Between which settings the number is looked for. */
function RangeFields({ form, face }: { readonly form: GoalForm; readonly face: KnobFace }) {
  const { t } = useTranslation("answers");
  const ends = [
    { key: "low", value: form.low, set: form.setLow },
    { key: "high", value: form.high, set: form.setHigh },
  ] as const;
  return (
    <fieldset>
      <legend>{t("goal.range", { unit: settingUnit(face, t("knob.points")) })}</legend>
      {ends.map(({ key, value, set }) => (
        <label key={key}>
          <span>{t(`goal.${key}`)}</span>
          <input
            className="input num"
            type="number"
            value={value}
            onChange={(event) => set(event.target.value)}
          />
        </label>
      ))}
    </fieldset>
  );
}
