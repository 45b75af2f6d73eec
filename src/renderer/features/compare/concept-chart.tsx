import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { ComparisonChart } from "#core/report/comparison-chart.ts";
import type { ChartLayout } from "#exchange/chart/chart-layout.ts";
import { comparisonOption } from "#exchange/chart/comparison-option.ts";
import { ChartFigure } from "../../ui/chart-figure.tsx";
import { Segment } from "../../ui/segment.tsx";
import { changeCompareView } from "./compare-session.ts";
import type { Comparison } from "./use-comparison.ts";

/** The chart of a concept with the choice of its arrangement and its key. */
export function ConceptChart({ chart, arrangement, fitsTogether }: Comparison) {
  const { t } = useTranslation("compare");
  if (chart === null) return <p className="concept-chart-empty muted">{t("chart.empty")}</p>;
  return (
    <section className="concept-chart" aria-label={t("chart.heading")} data-region tabIndex={-1}>
      <div className="concept-chart-head">
        <b>{chart.title}</b>
        <span className="muted">{chart.unit}</span>
        <span className="spacer" />
        <Segment
          label={t("chart.arrange")}
          value={arrangement}
          options={[
            {
              value: "together",
              label: t("chart.together"),
              disabledReason: fitsTogether ? undefined : t("chart.tooMany"),
            },
            { value: "shared", label: t("chart.shared") },
            { value: "separate", label: t("chart.separate") },
          ]}
          onChange={(value) => changeCompareView({ arrangement: value })}
        />
      </div>
      <Figure chart={chart} />
      <p className="concept-chart-key">
        <span>{chart.notes.join("")}</span>
        <span className="spacer" />
        <span className="source">{chart.source}</span>
      </p>
    </section>
  );
}

function Figure({ chart }: { readonly chart: ComparisonChart }) {
  const { t } = useTranslation("compare");
  const option = useCallback((layout: ChartLayout) => comparisonOption(chart, layout), [chart]);
  const names = [...new Set(chart.panels.flatMap(({ lines }) => lines.map(({ name }) => name)))];
  const description = t("chart.description", {
    title: chart.title,
    plans: names.join(t("remarks.and")),
    from: chart.years.first,
    to: chart.years.last,
  });
  return <ChartFigure className="concept-figure" description={description} option={option} />;
}
