import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { outcomeAnswer, scenarioAnswers } from "#core/report/scenario-answers.ts";
import { ChartPane } from "../charts/chart-pane.tsx";
import { ContributionView } from "../charts/contribution-view.tsx";
import { TargetsView } from "../charts/targets-view.tsx";
import { TornadoView } from "../charts/tornado-view.tsx";
import { valueFormat } from "#core/scenario/value-format.ts";
import { useChartExport } from "../../../data/use-chart-export.ts";
import { ExportNotice } from "../../../ui/export-notice.tsx";
import { Segment } from "../../../ui/segment.tsx";
import type { AnswerQuestion } from "#core/report/answer-question.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import type { ExportOutcome } from "../../../workers/export-outcome.ts";
import { AnswerColumn } from "./answer-column.tsx";
import "./answers.css";
import { useChances, useProjectionClient } from "./use-chances.ts";
import { type StoreAssumption, type StudySource, useLiveStudy } from "./use-live-study.ts";

interface AnswersPanelProps extends StudySource {
  /** The chosen scenario, and the chosen series of the plan's model: an indicator or a driver. */
  readonly scenario: ScenarioId;
  readonly series: string;
  /** Stores parts of a series in a scenario, as one step of undo. */
  readonly onChangeAssumption: StoreAssumption;
  /** Lets a scenario inherit the assumption of a series again. */
  readonly onInherit: (scenario: ScenarioId, series: string) => void;
  /** What stands above everything: the words of a worked example. */
  readonly lead?: ReactNode;
  /** What stands below the chart: the assumptions. */
  readonly children?: ReactNode;
}

/** What the middle of the room shows. */
type View = "paths" | "sensitivity" | "contribution" | "targets";
const VIEWS: readonly View[] = ["paths", "sensitivity", "contribution", "targets"];

/** The right half of the scenario room: the live chart with what stands below it, and beside it the answers in words. */
export function AnswersPanel(props: AnswersPanelProps) {
  const { t } = useTranslation("answers");
  const { plan, scenario, series, onChangeAssumption, onInherit, lead, children } = props;
  const [view, setView] = useState<View>("paths");
  const [uncertain, setUncertain] = useState(true);
  const { trying, ...state } = useLiveStudy(props, onChangeAssumption);
  const { live, rested } = state;
  const moving = live !== rested;
  const at = live.study.placeOf(series) ?? 0;
  const topic = live.topicOf(at);
  const format = useMemo(() => valueFormat(topic), [topic]);
  const client = useProjectionClient();
  const chances = useChances(client, state, at, uncertain);
  const question = useMemo(
    (): AnswerQuestion => ({
      ...{ study: rested.study, topic, scenario, topicOf: rested.topicOf },
      periodStart: plan.period.start,
    }),
    [rested, topic, scenario, plan.period.start],
  );
  const answers = useMemo(() => scenarioAnswers(question), [question]);
  const charts = useChartExport();
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);
  const about = { topic, format, scenario };
  const drawn = { ...about, live: rested, onExported: setOutcome };
  return (
    <div className="answers">
      <div className="answers-middle">
        {lead}
        {outcome === null ? null : (
          <div className="answers-notice">
            <ExportNotice outcome={outcome} onReveal={charts.reveal} onDismiss={() => setOutcome(null)} />
          </div>
        )}
        <div className="answers-views">
          <Segment<View>
            label={t("view.label")}
            value={view}
            options={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
            onChange={setView}
          />
        </div>
        <section className="answers-chart" aria-label={t(`view.${view}`)} data-region tabIndex={-1}>
          {view === "paths" ? (
            <ChartPane
              {...drawn}
              moving={moving || state.held}
              {...{ plan, live, trying, chances, uncertain }}
            />
          ) : null}
          {view === "sensitivity" ? <TornadoView {...drawn} /> : null}
          {view === "contribution" ? <ContributionView {...drawn} client={client} /> : null}
          {view === "targets" ? (
            <TargetsView {...{ plan, client, uncertain }} live={rested} chosen={series} />
          ) : null}
        </section>
        {children}
      </div>
      <AnswerColumn
        {...about}
        {...{ live, rested, trying, chances, uncertain }}
        answers={answers}
        outcome={moving ? outcomeAnswer(question) : null}
        onUncertain={setUncertain}
        onApply={(of, override) => onChangeAssumption(scenario, of, override)}
        onInherit={(of) => onInherit(scenario, of)}
      />
    </div>
  );
}
