import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import type { Concept } from "#core/plan/concept.ts";
import type { ConceptId, PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { ProjectionMethod } from "#core/projection/method.ts";
import { type Assumption, whatIfGround, whatIfLines } from "#core/scenario/what-if.ts";
import { useConcepts, useJurisdictions, usePlan } from "../../data/use-workbench.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { paths } from "../../ui/paths.ts";
import { useRoomCommand } from "../../ui/room-commands.tsx";
import { Room } from "../../ui/room.tsx";
import { ExportDialog, type ExportOutcome } from "./export-dialog.tsx";
import { ExportNotice } from "./export-notice.tsx";
import { findings } from "./findings.ts";
import { firstAssumption } from "./growth-range.ts";
import { MethodList } from "./method-list.tsx";
import { PathTable } from "./path-table.tsx";
import { ProjectionFigure } from "./projection-figure.tsx";
import { projectionChart } from "./projection-view.ts";
import { QuestionPanel } from "./question-panel.tsx";
import "./scenario.css";
import { valueFormat } from "./value-format.ts";

/** The scenario room: one indicator of a plan, what is supposed, and where that leads. */
export function ScenarioRoom({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("scenario");
  const plan = usePlan(planId);
  const wanted = new URLSearchParams(useSearch()).get("indicator");
  const [chosen, setChosen] = useState<string | null>(null);
  if (plan === undefined || plan === null) return <Room title={t("title")}>{null}</Room>;
  const row = rowOf(plan, chosen ?? wanted);
  if (row === null) {
    return (
      <Room title={t("title")}>
        <EmptyState text={t("empty.noIndicators")} actions={<ToGrid planId={planId} />} />
      </Room>
    );
  }
  return <IndicatorScenario key={plan.indicators[row]?.id} plan={plan} row={row} onChoose={setChosen} />;
}

/** The wanted indicator, else the first that can be projected to a target, else the first. */
function rowOf(plan: Plan, wanted: string | null): number | null {
  if (plan.indicators.length === 0) return null;
  const asked = plan.indicators.findIndex((indicator) => indicator.id === wanted);
  if (asked >= 0) return asked;
  const grounds = plan.indicators.map((_, row) => whatIfGround(plan, row, null));
  const telling = grounds.findIndex(
    (ground) => ground !== null && ground.start !== null && ground.target !== null,
  );
  return Math.max(0, telling);
}

function useConcept(id: ConceptId | null): Concept | null {
  const concepts = useConcepts();
  return id === null ? null : (concepts.get(id) ?? null);
}

interface IndicatorScenarioProps {
  readonly plan: Plan;
  readonly row: number;
  readonly onChoose: (indicator: string) => void;
}

function IndicatorScenario({ plan, row, onChoose }: IndicatorScenarioProps) {
  const { t, i18n } = useTranslation("scenario");
  const indicator = plan.indicators[row];
  const jurisdiction = useJurisdictions().get(plan.jurisdiction);
  const place = (i18n.language === "en" ? jurisdiction?.nameEn : jurisdiction?.name) ?? "";
  const concept = useConcept(indicator?.concept ?? null);
  const ground = useMemo(() => whatIfGround(plan, row, concept), [plan, row, concept]);
  const [supposed, setSupposed] = useState<Assumption | null>(null);
  const [current, setCurrent] = useState<ProjectionMethod["id"]>("growth");
  const [exporting, setExporting] = useState(false);
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);

  const view = useMemo(() => {
    if (ground === null || ground.start === null) return null;
    const assumption = supposed ?? firstAssumption(ground);
    const lines = whatIfLines(ground, assumption);
    const format = valueFormat(ground);
    const chart = projectionChart({ ground, lines, current, format, planTitle: plan.title, place }, t);
    const found = findings(ground, lines, assumption.aim, { concept, periodStart: plan.period.start });
    return { ground, start: ground.start, assumption, lines, format, chart, found };
  }, [ground, supposed, current, concept, plan, place, t]);

  const drawable = view !== null && view.chart !== null;
  const command = useMemo(
    () => ({
      run: () => setExporting(true),
      disabledReason: drawable ? undefined : t("empty.noStart", { name: indicator?.name ?? "" }),
    }),
    [drawable, indicator?.name, t],
  );
  useRoomCommand("exportChart", command);

  return (
    <Room
      title={t("title")}
      toolbar={<IndicatorChoice plan={plan} row={row} onChoose={onChoose} />}
      actions={
        <Button variant="primary" icon="export" disabledReason={command.disabledReason} onClick={command.run}>
          {t("export.open")}
        </Button>
      }
      notice={
        outcome === null ? undefined : <ExportNotice outcome={outcome} onDismiss={() => setOutcome(null)} />
      }
      panel={
        view === null ? undefined : (
          <QuestionPanel {...view} onChange={(assumption) => setSupposed(assumption)} />
        )
      }
      status={
        view === null ? undefined : (
          <>
            <span>
              {t("status.span", {
                from: view.ground.history[0]?.year ?? view.start.year,
                to: view.ground.history.at(-1)?.year ?? view.start.year,
                first: view.start.year + 1,
                last: view.ground.lastYear,
              })}
            </span>
            <span className="spacer" />
            <span>{t("status.kept")}</span>
          </>
        )
      }
    >
      {view === null || view.chart === null ? (
        <EmptyState
          text={t("empty.noStart", { name: indicator?.name ?? "" })}
          actions={<ToGrid planId={plan.id} />}
        />
      ) : (
        <div className="scenario">
          <MethodList
            ground={view.ground}
            format={view.format}
            assumption={view.assumption}
            current={current}
            onChoose={setCurrent}
          />
          <div className="scenario-studio">
            <div className="scenario-head">
              <b>{view.chart.title}</b>
              <span className="muted">{view.chart.unit}</span>
            </div>
            <ProjectionFigure
              chart={view.chart}
              description={t("chart.description", {
                title: view.chart.title,
                from: view.chart.years.first,
                base: view.chart.base.year,
                to: view.chart.years.last,
              })}
            />
            <p className="scenario-source">{view.chart.source}</p>
            <PathTable ground={view.ground} lines={view.lines} current={current} format={view.format} />
          </div>
          {exporting ? (
            <ExportDialog chart={view.chart} onClose={() => setExporting(false)} onDone={setOutcome} />
          ) : null}
        </div>
      )}
    </Room>
  );
}

function IndicatorChoice({ plan, row, onChoose }: IndicatorScenarioProps) {
  const { t } = useTranslation("scenario");
  return (
    <label className="scenario-choice">
      <span>{t("indicator")}</span>
      <select
        className="input"
        value={plan.indicators[row]?.id ?? ""}
        onChange={(event) => onChoose(event.target.value)}
      >
        {plan.indicators.map((indicator) => (
          <option key={indicator.id} value={indicator.id}>
            {indicator.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function ToGrid({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("scenario");
  const [, navigate] = useLocation();
  return (
    <Button variant="primary" onClick={() => navigate(paths.indicators(planId))}>
      {t("empty.toGrid")}
    </Button>
  );
}
