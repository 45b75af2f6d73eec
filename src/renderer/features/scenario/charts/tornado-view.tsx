import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { tornadoChart } from "#core/report/tornado-chart.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import type { ExportOutcome } from "../../../workers/export-outcome.ts";
import type { LiveStudy } from "../answers/study-session.ts";
import { ExportChart } from "./export-chart.tsx";
import { PaneHead } from "./pane-head.tsx";
import { SpanFigure } from "./span-figure.tsx";
import type { ValueFormat } from "#core/scenario/value-format.ts";

interface TornadoViewProps {
  readonly live: LiveStudy;
  readonly topic: SeriesTopic;
  readonly format: ValueFormat;
  readonly scenario: ScenarioId;
  readonly onExported: (outcome: ExportOutcome) => void;
}

/** How much each number that moves the series does within its range, the strongest first. */
export function TornadoView({ live, topic, format, scenario, onExported }: TornadoViewProps) {
  const { t } = useTranslation("answers");
  const chart = useMemo(
    () =>
      tornadoChart(
        { study: live.study, topicOf: live.topicOf, topic, scenario, format },
        {
          title: (year) => t("tornado.title", { name: topic.name, year }),
          unit: t("chart.unit", { unit: format.unit }),
          source: t("tornado.source"),
          parameter: (parameter) => t(`parameter.${parameter}`),
          points: t("knob.points"),
          setting: (low, high, from) => t("tornado.setting", { low, high, from: t(`tornado.${from}`) }),
          now: (value) => t("tornado.now", { value }),
        },
      ),
    [live, topic, scenario, format, t],
  );
  if (chart === null) return <p className="no-chart">{t("tornado.empty", { name: topic.name })}</p>;
  return (
    <>
      <PaneHead title={chart.title} unit={chart.unit}>
        <ExportChart drawing={{ kind: "spans", chart }} onDone={onExported} />
      </PaneHead>
      <SpanFigure chart={chart} />
      <p className="pane-source">{chart.source}</p>
    </>
  );
}
