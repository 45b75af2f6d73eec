import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "#core/plan/plan.ts";
import { DRAFT_PARTS } from "#core/report/draft/draft-context.ts";
import { chartable } from "#core/report/draft/draft-report.ts";
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
            {context.scenarios.scenarios.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </section>
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
