import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "#core/report/answer.ts";
import type { ScenarioId, SeriesOverride } from "#core/scenario/scenario.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Panel, PanelSection } from "../../../ui/panel.tsx";
import { scenarioStyles } from "../charts/scenario-style.ts";
import type { ValueFormat } from "#core/scenario/value-format.ts";
import { GoalDialog } from "../dialogs/goal-dialog.tsx";
import { UncertaintyDialog } from "../dialogs/uncertainty-dialog.tsx";
import { type AnswerContext, answerText } from "./answer-text.ts";
import { chanceAnswers } from "./chance-answers.ts";
import { ChanceTable } from "./chance-table.tsx";
import { KnobSection } from "./knob-section.tsx";
import type { Chances } from "./use-chances.ts";
import type { LiveStudy } from "./study-session.ts";
import type { Trying } from "./use-live-study.ts";

interface AnswerColumnProps {
  readonly live: LiveStudy;
  /** The study as it was when the hand last rested: what the answers are about. */
  readonly rested: LiveStudy;
  readonly trying: Trying;
  readonly topic: SeriesTopic;
  readonly format: ValueFormat;
  readonly scenario: ScenarioId;
  readonly answers: readonly Answer[];
  /** While a number is dragged: where it leads now, before the rest is worked out. */
  readonly outcome: Answer | null;
  readonly chances: Chances;
  readonly uncertain: boolean;
  readonly onUncertain: (on: boolean) => void;
  readonly onApply: (series: string, override: SeriesOverride) => void;
  readonly onInherit: (series: string) => void;
}

const WIDTH = 300;

/** The answers beside the chart: the numbers to turn, what follows in sentences, and how likely it is. */
export function AnswerColumn(props: AnswerColumnProps) {
  const { t } = useTranslation("answers");
  const { live, rested, trying, topic, format, scenario, answers, outcome, onApply, onInherit } = props;
  const { chances, uncertain, onUncertain } = props;
  const [dialog, setDialog] = useState<"goal" | "uncertainty" | null>(null);
  const name = rested.study.tree.byId.get(scenario)?.name ?? "";
  const context = useMemo(
    (): AnswerContext => ({
      ...{ topic, format, t, scenario: name },
      nameOf: (series) => rested.study.nameOf(series),
    }),
    [topic, format, t, name, rested],
  );
  const first = useMemo(() => answers.slice(0, 1), [answers]);
  const others = useMemo(() => answers.slice(1), [answers]);
  const about = { live: rested, topic, scenario, onApply, onClose: () => setDialog(null) };
  return (
    <Panel label={t("title")} title={`${name} · ${t("title")}`} width={WIDTH}>
      <PanelSection title={t("knob.title")}>
        <KnobSection {...{ live, rested, trying, topic, scenario, onInherit }} />
        <div className="actions">
          <Button onClick={() => setDialog("goal")}>{t("deeds.goal")}</Button>
          <Button onClick={() => setDialog("uncertainty")}>{t("deeds.uncertainty")}</Button>
        </div>
      </PanelSection>
      <PanelSection title={t("findings.title")}>
        <Sentences answers={outcome === null ? first : [outcome]} context={context} />
        <Sentences answers={others} context={context} stale={outcome !== null} />
      </PanelSection>
      <ChanceSection {...{ rested, topic, format, scenario, chances, uncertain, onUncertain, context }} />
      {dialog === "goal" ? <GoalDialog {...about} format={format} /> : null}
      {dialog === "uncertainty" ? <UncertaintyDialog {...about} /> : null}
    </Panel>
  );
}

interface SentencesProps {
  readonly answers: readonly Answer[];
  readonly context: AnswerContext;
  /** Whether they are about an earlier state and come anew when the hand rests. */
  readonly stale?: boolean;
}

const Sentences = memo(function Sentences({ answers, context, stale = false }: SentencesProps) {
  return (
    <div className="sentences" aria-live="polite" aria-busy={stale}>
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
});

type ChanceProps = Pick<
  AnswerColumnProps,
  "rested" | "topic" | "format" | "scenario" | "chances" | "uncertain" | "onUncertain"
> & { readonly context: AnswerContext };

const ChanceSection = memo(function ChanceSection(props: ChanceProps) {
  const { t } = useTranslation("answers");
  const { rested: live, topic, format, scenario, chances, uncertain, onUncertain, context } = props;
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
});
