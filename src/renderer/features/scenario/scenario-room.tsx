import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import { type Assumption, whatIfGround, type WhatIfMethod } from "#core/scenario/what-if.ts";
import { useChartExport } from "../../data/use-chart-export.ts";
import { useScenarios } from "../../data/use-scenarios.ts";
import { Button } from "../../ui/button.tsx";
import { ExportDialog } from "../../ui/export-dialog.tsx";
import { ExportNotice } from "../../ui/export-notice.tsx";
import type { ExportOutcome } from "../../workers/export-outcome.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { paths } from "../../ui/paths.ts";
import { useRoomCommand } from "../../ui/room-commands.tsx";
import { Room } from "../../ui/room.tsx";
import { MethodList } from "./method-list.tsx";
import { PathTable } from "./path-table.tsx";
import { ProjectionFigure } from "./projection-figure.tsx";
import { QuestionPanel } from "./question-panel.tsx";
import "./scenario.css";
import { useWhatIf, type WhatIf } from "./use-what-if.ts";

/** The scenario room: one indicator of a plan, what is supposed, and where that leads. */
export function ScenarioRoom({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("scenario");
  const plan = useScenarios(planId)?.plan;
  const wanted = new URLSearchParams(useSearch()).get("indicator");
  const [chosen, setChosen] = useState<string | null>(null);
  if (plan === undefined) return <Room title={t("title")}>{null}</Room>;
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

interface IndicatorScenarioProps {
  readonly plan: Plan;
  readonly row: number;
  readonly onChoose: (indicator: string) => void;
}

function IndicatorScenario({ plan, row, onChoose }: IndicatorScenarioProps) {
  const { t } = useTranslation("scenario");
  const { t: words } = useTranslation("charts");
  const indicator = plan.indicators[row];
  const [supposed, setSupposed] = useState<Assumption | null>(null);
  const [current, setCurrent] = useState<WhatIfMethod>("growth");
  const charts = useChartExport();
  const [exporting, setExporting] = useState(false);
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);
  const view = useWhatIf(plan, row, { supposed, current });
  const chart = view?.chart ?? null;
  const command = useMemo(
    () => ({
      run: () => setExporting(true),
      disabledReason: chart !== null ? undefined : t("empty.noStart", { name: indicator?.name ?? "" }),
    }),
    [chart, indicator?.name, t],
  );
  useRoomCommand("exportChart", command);

  return (
    <Room
      title={t("title")}
      toolbar={<IndicatorChoice plan={plan} row={row} onChoose={onChoose} />}
      actions={
        <Button variant="primary" icon="export" disabledReason={command.disabledReason} onClick={command.run}>
          {words("open")}
        </Button>
      }
      notice={
        outcome === null ? undefined : (
          <ExportNotice outcome={outcome} onReveal={charts.reveal} onDismiss={() => setOutcome(null)} />
        )
      }
      panel={
        view === null ? undefined : (
          <QuestionPanel {...view} onChange={(assumption) => setSupposed(assumption)} />
        )
      }
      status={view === null ? undefined : <ScenarioStatus view={view} />}
    >
      {view === null || chart === null ? (
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
          <Studio view={view} chart={chart} current={current} />
          {exporting ? (
            <ExportDialog
              title={chart.title}
              onExport={(choice) => charts.run({ ...choice, drawing: { kind: "projection", chart } })}
              onClose={() => setExporting(false)}
              onDone={setOutcome}
            />
          ) : null}
        </div>
      )}
    </Room>
  );
}

interface StudioProps {
  readonly view: WhatIf;
  readonly chart: ProjectionChart;
  readonly current: WhatIfMethod;
}

/** The chart with its title and source, and its numbers year by year. */
function Studio({ view, chart, current }: StudioProps) {
  const { t } = useTranslation("scenario");
  return (
    <div className="scenario-studio">
      <div className="scenario-head">
        <b>{chart.title}</b>
        <span className="muted">{chart.unit}</span>
      </div>
      <ProjectionFigure
        chart={chart}
        description={t("chart.description", {
          title: chart.title,
          from: chart.years.first,
          base: chart.base.year,
          to: chart.years.last,
        })}
      />
      <p className="scenario-source">{chart.source}</p>
      <PathTable ground={view.ground} lines={view.lines} current={current} format={view.format} />
    </div>
  );
}

function ScenarioStatus({ view: { ground, start } }: { readonly view: WhatIf }) {
  const { t } = useTranslation("scenario");
  const years = (from: number, to: number) => (from === to ? String(from) : t("status.years", { from, to }));
  const [first, last] = [ground.history[0], ground.history.at(-1)];
  const projected = years(start.year + 1, ground.lastYear);
  return (
    <>
      <span>
        {first === undefined || last === undefined
          ? t("status.projected", { projected })
          : t("status.span", { known: years(first.year, last.year), projected })}
      </span>
      <span className="spacer" />
      <span>{t("status.kept")}</span>
    </>
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
