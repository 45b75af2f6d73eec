import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContributionGap, Contributions } from "#core/projection/analysis/contribution.ts";
import { waterfallChart } from "#core/report/waterfall-chart.ts";
import type { Result } from "#core/result.ts";
import { overrideGroups } from "#core/scenario/override-groups.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import type { ProjectionClient } from "../../../workers/projection-client.ts";
import { Button } from "../../../ui/button.tsx";
import { signedText } from "../answers/answer-text.ts";
import { DRAWING } from "../answers/use-chances.ts";
import type { ExportOutcome } from "../../../workers/export-outcome.ts";
import type { LiveStudy } from "../answers/study-session.ts";
import { ExportChart } from "./export-chart.tsx";
import { PaneHead } from "./pane-head.tsx";
import { ScenarioChoice } from "./scenario-choice.tsx";
import { SpanFigure } from "./span-figure.tsx";
import type { ValueFormat } from "#core/scenario/value-format.ts";

interface ContributionViewProps {
  readonly live: LiveStudy;
  readonly client: () => ProjectionClient;
  readonly topic: SeriesTopic;
  readonly format: ValueFormat;
  readonly scenario: ScenarioId;
  readonly onExported: (outcome: ExportOutcome) => void;
}

/** What explains the difference between two scenarios in the target year, as a waterfall. */
export function ContributionView({
  live,
  client,
  topic,
  format,
  scenario,
  onExported,
}: ContributionViewProps) {
  const { t } = useTranslation("answers");
  const { tree } = live.study;
  const [chosen, setChosen] = useState<ScenarioId | null>(null);
  const other = tree.scenarios.find(({ id }) => id !== scenario)?.id ?? scenario;
  const parent = tree.byId.get(scenario)?.parent ?? other;
  const from = chosen !== null && tree.byId.has(chosen) && chosen !== scenario ? chosen : parent;
  const year = topic.target?.planned.year ?? live.study.lastYear;
  const groups = useMemo(
    () => overrideGroups(live.study, topic.at, from, scenario),
    [live, topic.at, from, scenario],
  );
  const { found, progress, cancel } = useContributions(client, live, {
    series: topic.at,
    year,
    from,
    groups,
  });
  const names = useMemo(
    () => ({ from: tree.byId.get(from)?.name ?? "", to: tree.byId.get(scenario)?.name ?? "" }),
    [tree, from, scenario],
  );
  const chart = useMemo(() => {
    if (found?.ok !== true) return null;
    const orders = found.value.exact ? t("waterfall.exact") : t("waterfall.sampled", { seed: DRAWING.seed });
    return waterfallChart(
      { ...names, groups, found: found.value, format },
      {
        title: t("waterfall.title", { name: topic.name, year, ...names }),
        unit: t("chart.unit", { unit: format.unit }),
        source: t("waterfall.source", { orders }),
        rest: (count) => t("waterfall.rest", { count }),
        signed: (amount) => signedText(amount, format, t),
      },
    );
  }, [found, topic.name, year, names, groups, format, t]);
  return (
    <>
      <PaneHead
        title={t("waterfall.title", { name: topic.name, year, ...names })}
        unit={t("chart.unit", { unit: format.unit })}
      >
        <ScenarioChoice
          label={t("waterfall.from")}
          tree={tree}
          value={from}
          except={scenario}
          onChoose={setChosen}
        />
        {chart === null || groups.length === 0 ? null : (
          <ExportChart drawing={{ kind: "spans", chart }} onDone={onExported} />
        )}
      </PaneHead>
      {groups.length === 0 ? <p className="no-chart">{t("waterfall.same", { name: topic.name })}</p> : null}
      {progress === null ? null : (
        <p className="no-chart" role="status">
          <progress value={progress} /> {t("waterfall.working")}{" "}
          <Button onClick={cancel}>{t("waterfall.cancel")}</Button>
        </p>
      )}
      {found?.ok === false ? (
        <p className="no-chart">
          {t("waterfall.gap", { names: found.error.groups.join(t("supposed.join")) })}
        </p>
      ) : null}
      {chart === null || groups.length === 0 ? null : (
        <>
          <SpanFigure chart={chart} />
          <p className="pane-source">{chart.source}</p>
        </>
      )}
    </>
  );
}

type Found = Result<Contributions, ContributionGap>;

interface ContributionAsk {
  readonly series: number;
  readonly year: number;
  readonly from: ScenarioId;
  readonly groups: ReturnType<typeof overrideGroups>;
}

/** Works the parts out in the worker; what was asked before is given up. */
function useContributions(client: () => ProjectionClient, live: LiveStudy, ask: ContributionAsk) {
  const { series, year, from, groups } = ask;
  const [state, setState] = useState<{
    readonly of: unknown;
    readonly found: Found | null;
    readonly progress: number | null;
  }>({ of: null, found: null, progress: null });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    if (groups.length === 0) return;
    const control = new AbortController();
    stop.current = control;
    const { study } = live;
    const cell = { series, year, column: study.columnOf(from) };
    const onProgress = ({ done }: { readonly done: number }) => {
      if (!control.signal.aborted) setState({ of: groups, found: null, progress: done });
    };
    const question = { model: study.model, cell, groups, seed: DRAWING.seed };
    void client()
      .contribute(question, { signal: control.signal, onProgress })
      .then((answer) => {
        setState((before) =>
          control.signal.aborted && before.of !== groups
            ? before
            : { of: groups, found: answer.ok ? answer.value : null, progress: null },
        );
      });
    return () => control.abort();
  }, [client, live, series, year, from, groups]);
  const current = state.of === groups ? state : null;
  return {
    found: current?.found ?? null,
    progress: current?.progress ?? null,
    cancel: () => stop.current?.abort(),
  };
}
