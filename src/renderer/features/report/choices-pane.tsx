import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "#core/plan/plan.ts";
import { DRAFT_PARTS } from "#core/report/draft/draft-context.ts";
import { chartable } from "#core/report/draft/draft-report.ts";
import {
  CHART_KINDS,
  type ChartWish,
  isBetweenScenarios,
  isOfIndicator,
  isSameChart,
  isUnderScenario,
} from "#core/report/gallery/gallery-source.ts";
import { withPlaced } from "#core/report/gallery/kept-charts.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import type { DraftedReport } from "./use-draft-report.ts";

interface ChoicesPaneProps {
  readonly plan: Plan;
  readonly drafted: DraftedReport;
  readonly pictures: boolean;
  readonly onPictures: (pictures: boolean) => void;
}

/** What goes into the report: its parts, the scenario of its years, and the indicators with a chart. */
export function ChoicesPane({ plan, drafted, pictures, onPictures }: ChoicesPaneProps) {
  const { t } = useTranslation("report");
  const { options, choose, context } = drafted;
  const label = useId();
  const named = new Map(plan.indicators.map(({ id, name }) => [id, name]));
  return (
    <>
      <section>
        <h2>{t("choices")}</h2>
        {DRAFT_PARTS.map((part) => (
          <Tick
            key={part}
            label={t(`parts.${part}`)}
            checked={options.parts.has(part)}
            onChange={(on) => choose({ parts: toggled(options.parts, part, on) })}
          />
        ))}
        <Tick
          label={t("allIndicators")}
          checked={options.allIndicators}
          onChange={(allIndicators) => choose({ allIndicators })}
        />
        <Tick label={t("pictures")} checked={pictures} onChange={onPictures} />
        <div className="report-form">
          <label htmlFor={label}>{t("scenario")}</label>
          <select
            id={label}
            className="input"
            value={options.scenario}
            onChange={({ target }) => choose({ scenario: scenarioId(target.value) })}
          >
            {context.annual.tree.scenarios.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </section>
      <PlacedCharts plan={plan} drafted={drafted} />
      <section>
        <h2>{t("chartsOf")}</h2>
        {chartable(plan, context).map((id) => (
          <Tick
            key={id}
            label={named.get(id) ?? id}
            checked={options.charts.has(id)}
            onChange={(on) => choose({ charts: toggled(options.charts, id, on) })}
          />
        ))}
      </section>
    </>
  );
}

/** Charts that the gallery has put into the report; one that is taken out stays in the list while the room is open. */
function PlacedCharts({ plan, drafted }: Pick<ChoicesPaneProps, "plan" | "drafted">) {
  const { t } = useTranslation(["report", "gallery"]);
  const { options, choose, context } = drafted;
  const [taken, setTaken] = useState<readonly ChartWish[]>([]);
  const isPlaced = (wish: ChartWish) => options.placed.some((each) => isSameChart(each, wish));
  const listed = [...options.placed, ...taken.filter((wish) => !isPlaced(wish))];
  if (listed.length === 0) return null;
  const names = new Map(plan.indicators.map(({ id, name }) => [id, name]));
  const scenarios = new Map(context.scenarios.scenarios.map(({ id, name }) => [id, name]));
  const words = ({ kind, indicator, measure, scenario, from }: ChartWish) =>
    [
      t(`gallery:kinds.${kind}`),
      ...(isOfIndicator(kind) ? [names.get(indicator) ?? t("report:goneIndicator")] : []),
      ...(kind === "ranking" ? [t(`gallery:measures.${measure}`)] : []),
      ...(isUnderScenario(kind) ? [scenarios.get(scenario) ?? t("report:goneScenario")] : []),
      ...(isBetweenScenarios(kind) ? [scenarios.get(from) ?? t("report:goneScenario")] : []),
    ].join(" · ");
  const change = (wish: ChartWish, on: boolean) => {
    setTaken([...taken.filter((each) => !isSameChart(each, wish)), wish]);
    choose({ placed: withPlaced(options.placed, wish, on) });
  };
  return (
    <section>
      <h2>{t("report:placed")}</h2>
      {listed
        .map((wish) => ({ wish, label: words(wish) }))
        .sort(
          (a, b) =>
            CHART_KINDS.indexOf(a.wish.kind) - CHART_KINDS.indexOf(b.wish.kind) ||
            (a.label < b.label ? -1 : 1),
        )
        .map(({ wish, label }) => (
          <Tick key={label} label={label} checked={isPlaced(wish)} onChange={(on) => change(wish, on)} />
        ))}
    </section>
  );
}

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Tick({ label, checked, onChange }: TickProps) {
  return (
    <label className="report-tick" title={label}>
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  );
}

function toggled<T>(set: ReadonlySet<T>, item: T, on: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (on) next.add(item);
  else next.delete(item);
  return next;
}
