import { useTranslation } from "react-i18next";
import { chartable, usualCharts } from "#core/report/draft/draft-report.ts";
import { type ChartKind, isOfIndicator } from "#core/report/gallery/gallery-source.ts";
import { PanelSection } from "../../ui/panel.tsx";
import { SelectField } from "./designer-field.tsx";
import type { Gallery } from "./use-gallery.ts";

/** Kinds that are drawn under one scenario, and those that set two against each other. */
const UNDER_SCENARIO: readonly ChartKind[] = ["path", "tornado", "waterfall"];
const BETWEEN_SCENARIOS: readonly ChartKind[] = ["waterfall"];

/** What the chart is about: indicator, measure and scenarios, as far as its kind asks for them. */
export function WishSection({ gallery }: { readonly gallery: Gallery }) {
  const { t } = useTranslation("gallery");
  const { source, wish, choose } = gallery;
  const { plan, study } = source;
  const scenarios = study.tree.scenarios.map(({ id, name }) => ({ value: id, label: name }));
  const ofIndicator = isOfIndicator(wish.kind);
  return (
    <PanelSection title={t("about")}>
      {ofIndicator ? (
        <SelectField
          label={t("indicator")}
          value={wish.indicator}
          options={plan.indicators.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(indicator) => choose({ indicator })}
        />
      ) : (
        <p className="muted">{t("wholePlan")}</p>
      )}
      {wish.kind === "ranking" ? (
        <SelectField
          label={t("measure")}
          value={wish.measure}
          options={(["level", "growth"] as const).map((value) => ({ value, label: t(`measures.${value}`) }))}
          onChange={(measure) => choose({ measure })}
        />
      ) : null}
      {UNDER_SCENARIO.includes(wish.kind) ? (
        <SelectField
          label={t("scenario")}
          value={wish.scenario}
          options={scenarios}
          onChange={(scenario) => choose({ scenario })}
        />
      ) : null}
      {BETWEEN_SCENARIOS.includes(wish.kind) ? (
        <SelectField
          label={t("from")}
          value={wish.from}
          options={scenarios}
          onChange={(from) => choose({ from })}
        />
      ) : null}
      {wish.kind === "path" ? <InReport gallery={gallery} /> : null}
    </PanelSection>
  );
}

/** Whether the chart of the indicator stands in the report, for indicators that the report can show with a target. */
function InReport({ gallery }: { readonly gallery: Gallery }) {
  const { t } = useTranslation("gallery");
  const { source, wish, keeping } = gallery;
  const { kept, keep } = keeping;
  const { plan } = source;
  if (!chartable(plan, source).includes(wish.indicator)) return null;
  const chosen = kept.inReport ?? usualCharts(plan, source);
  const others = chosen.filter((id) => id !== wish.indicator);
  const choose = (on: boolean) => keep({ ...kept, inReport: on ? [...others, wish.indicator] : others });
  return (
    <label className="gallery-tick">
      <input
        type="checkbox"
        checked={chosen.includes(wish.indicator)}
        onChange={({ target }) => choose(target.checked)}
      />
      <span>{t("inReport")}</span>
    </label>
  );
}
