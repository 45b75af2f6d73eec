import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { parseUnit } from "#core/indicator/unit.ts";
import type { Plan } from "#core/plan/plan.ts";
import { draggedAssumption } from "#core/scenario/drag-point.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { quickBand } from "#core/scenario/study-simulation.ts";
import { useJurisdictions } from "../../../data/use-workbench.ts";
import { Segment } from "../../../ui/segment.tsx";
import type { ExportOutcome } from "../../../workers/export-outcome.ts";
import type { Chances } from "../answers/use-chances.ts";
import type { LiveStudy } from "../answers/study-session.ts";
import type { Trying } from "../answers/use-live-study.ts";
import type { PointDrag } from "./chart-overlay.tsx";
import { ExportChart } from "./export-chart.tsx";
import { LiveFigure } from "./live-figure.tsx";
import { Multiples } from "./multiples.tsx";
import { PaneHead } from "./pane-head.tsx";
import { PathTable } from "./path-table.tsx";
import { scenarioChart } from "./scenario-chart.ts";
import { overlaidScenarios, scenarioStyles } from "./scenario-style.ts";
import type { ValueFormat } from "#core/scenario/value-format.ts";

interface ChartPaneProps {
  readonly plan: Plan;
  readonly live: LiveStudy;
  /** Whether a number is held or moves. */
  readonly moving: boolean;
  readonly trying: Trying;
  readonly topic: SeriesTopic;
  readonly format: ValueFormat;
  readonly scenario: ScenarioId;
  readonly chances: Chances;
  readonly uncertain: boolean;
  readonly onExported: (outcome: ExportOutcome) => void;
}

type Layout = "overlaid" | "apart";

/** The paths of a series under scenarios: live chart, over each other or apart, and its numbers, with one year cursor. */
export function ChartPane(props: ChartPaneProps) {
  const { t } = useTranslation("answers");
  const { live, topic, format, moving } = props;
  const [layout, setLayout] = useState<Layout>("overlaid");
  const [cursor, setCursor] = useState<number | null>(null);
  const chart = useScenarioChart(props, layout);
  const drag = usePointDrag(props);
  if (chart === null) return <p className="no-chart">{t("findings.noStart", { name: topic.name })}</p>;
  const description = t("chart.description", {
    ...{ title: chart.title, from: chart.years.first, base: chart.base.year, to: chart.years.last },
  });
  const cursorText = (year: number) => {
    const lines = [{ name: chart.historyName, points: chart.history }, ...chart.projections];
    const values = lines.flatMap(({ name, points }) => {
      const point = points.find((each) => each.year === year);
      return point === undefined ? [] : [t("chart.cursorValue", { name, value: point.label ?? "" })];
    });
    return t("chart.cursorText", { year, values: values.join(t("supposed.join")) });
  };
  const figure = { chart, description, moving, cursor, onCursor: setCursor, cursorText, drag };
  const hidden = live.study.tree.scenarios.length - chart.projections.length;
  return (
    <>
      <PaneHead title={chart.title} unit={chart.unit}>
        {layout === "overlaid" && hidden > 0 ? (
          <span className="muted more-lines" title={t("chart.moreLines")}>
            {t("chart.moreLines")}
          </span>
        ) : null}
        <Segment<Layout>
          label={t("layout.label")}
          value={layout}
          options={[
            { value: "overlaid", label: t("layout.overlaid") },
            { value: "apart", label: t("layout.apart") },
          ]}
          onChange={setLayout}
        />
        <ExportChart drawing={{ kind: "projection", chart }} onDone={props.onExported} />
      </PaneHead>
      {layout === "overlaid" ? <LiveFigure {...figure} /> : <Multiples {...figure} />}
      <p className="pane-source">{chart.source}</p>
      <PathTable chart={chart} name={topic.name} unit={format.unit} cursor={cursor} onCursor={setCursor} />
    </>
  );
}

function useScenarioChart(props: ChartPaneProps, layout: Layout) {
  const { t, i18n } = useTranslation("answers");
  const { plan, live, topic, format, scenario, chances, uncertain } = props;
  const jurisdiction = useJurisdictions().get(plan.jurisdiction);
  const place = (i18n.language === "en" ? jurisdiction?.nameEn : jurisdiction?.name) ?? "";
  return useMemo(() => {
    const { tree } = live.study;
    const drawn = chances.byScenario.get(scenario)?.result?.bands[0]?.quantiles ?? null;
    // The formula's band is there at once; the drawn one follows where there is no formula.
    const band = uncertain ? (quickBand(live.study, topic, scenario) ?? drawn) : null;
    return scenarioChart(
      {
        ...{ study: live.study, topic, format, place, band },
        planTitle: plan.title,
        scenarios: layout === "apart" ? tree.scenarios : overlaidScenarios(tree, scenario),
        current: scenario,
        styles: scenarioStyles(tree),
      },
      t,
    );
  }, [live, topic, format, place, plan.title, scenario, chances.byScenario, uncertain, layout, t]);
}

/** Points of the chosen scenario's path can be dragged where its method lets them. */
function usePointDrag({ live, trying, topic, scenario }: ChartPaneProps): PointDrag | null {
  const column = live.study.columnOf(scenario);
  const plan = live.study.engine.planOf(topic.at, column);
  const { start, unit, share } = topic;
  if (plan === null || start === null || plan.assumption.method === "formula") return null;
  return {
    onHold: trying.hold,
    onDrag: (year, printed) => {
      const value = printed * parseUnit(unit).factor;
      const before = live.study.engine.valueAt({ series: topic.at, year: year - 1, column });
      const { lastYear } = live.study;
      const ground = { start, before, lastYear, bySteps: share };
      const assumption = draggedAssumption(plan.assumption, { year, value }, ground);
      if (assumption !== null) trying.tryOut(scenario, topic.id, { assumption });
    },
    onDrop: trying.store,
  };
}
