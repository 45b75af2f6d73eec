import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "#core/report/answer.ts";
import type { ScenarioId, SeriesOverride } from "#core/scenario/scenario.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Panel, PanelSection } from "../../../ui/panel.tsx";
import { scenarioStyles } from "../charts/scenario-style.ts";
import type { ValueFormat } from "../charts/value-format.ts";
import { GoalDialog } from "../dialogs/goal-dialog.tsx";
import { UncertaintyDialog } from "../dialogs/uncertainty-dialog.tsx";
import { type AnswerContext, answerText } from "./answer-text.ts";
import { chanceAnswers } from "./chance-answers.ts";
import { ChanceTable } from "./chance-table.tsx";
import { KnobSection } from "./knob-section.tsx";
import type { Chances } from "./use-chances.ts";
import type { LiveStudy, Trying } from "./use-live-study.ts";

interface AnswerColumnProps {
  readonly live: LiveStudy;
  readonly trying: Trying;
  readonly topic: SeriesTopic;
  readonly format: ValueFormat;
  readonly scenario: ScenarioId;
  readonly answers: readonly Answer[];
  readonly chances: Chances;
  readonly uncertain: boolean;
  readonly onUncertain: (on: boolean) => void;
  readonly onApply: (series: string, override: SeriesOverride) => void;
}

const WIDTH = 300;

/** The answers beside the chart: the numbers to turn, what follows in sentences, and how likely it is. */
export function AnswerColumn(props: AnswerColumnProps) {
  const { t } = useTranslation("answers");
  const { live, trying, topic, format, scenario, answers, onApply } = props;
  const [dialog, setDialog] = useState<"goal" | "uncertainty" | null>(null);
  const name = live.study.tree.byId.get(scenario)?.name ?? "";
  const context: AnswerContext = {
    ...{ topic, format, t, scenario: name },
    nameOf: (series) => live.study.nameOf(series),
  };
  const about = { live, topic, scenario, onApply, onClose: () => setDialog(null) };
  return (
    <Panel label={t("title")} title={`${name} · ${t("title")}`} width={WIDTH}>
      <PanelSection title={t("knob.title")}>
        <KnobSection live={live} trying={trying} topic={topic} scenario={scenario} />
        <div className="actions">
          <Button onClick={() => setDialog("goal")}>{t("deeds.goal")}</Button>
          <Button onClick={() => setDialog("uncertainty")}>{t("deeds.uncertainty")}</Button>
        </div>
      </PanelSection>
      <PanelSection title={t("findings.title")}>
        <Sentences answers={answers} context={context} />
      </PanelSection>
      <ChanceSection {...props} context={context} />
      {dialog === "goal" ? <GoalDialog {...about} format={format} /> : null}
      {dialog === "uncertainty" ? <UncertaintyDialog {...about} /> : null}
    </Panel>
  );
}

function Sentences({
  answers,
  context,
}: {
  readonly answers: readonly Answer[];
  readonly context: AnswerContext;
}) {
  return (
    <div aria-live="polite">
      {answers.map((answer, at) => {
        const { icon, tone, text } = answerText(answer, context);
        return (
          <p key={`${answer.kind} ${at}`} className={`answer ${tone}`}>
            <Icon name={icon} />
            <span>{text}</span>
          </p>
        );
      })}
    </div>
  );
}

function ChanceSection(props: AnswerColumnProps & { readonly context: AnswerContext }) {
  const { t } = useTranslation("answers");
  const { live, topic, format, scenario, chances, uncertain, onUncertain, context } = props;
  const year = topic.targets.at(-1)?.year;
  if (year === undefined) return null;
  const column = live.study.columnOf(scenario);
  const said = chanceAnswers(live.study, topic, column, chances.byScenario.get(scenario));
  return (
    <PanelSection title={t("chances.title", { year })}>
      <label className="chance-switch">
        <input
          className="check"
          type="checkbox"
          checked={uncertain}
          onChange={(event) => onUncertain(event.target.checked)}
        />
        {t("chances.switch")}
        {chances.progress === null ? null : (
          <span role="status">
            {t("chances.running", { done: Math.round(chances.progress * 100) })}{" "}
            <Button variant="quiet" onClick={chances.cancel}>
              {t("chances.cancel")}
            </Button>
          </span>
        )}
      </label>
      {uncertain ? (
        <>
          <ChanceTable
            {...{ live, topic, format, chances }}
            chosen={scenario}
            styles={scenarioStyles(live.study.tree)}
          />
          <Sentences answers={said.filter(({ kind }) => kind === "probability")} context={context} />
        </>
      ) : (
        <p className="muted">{t("noProbability.off")}</p>
      )}
    </PanelSection>
  );
}
