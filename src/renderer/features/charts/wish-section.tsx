import { useTranslation } from "react-i18next";
import { chartable, usualCharts } from "#core/report/draft/draft-report.ts";
import {
  isBetweenScenarios,
  isOfIndicator,
  isSameChart,
  isUnderScenario,
} from "#core/report/gallery/gallery-source.ts";
import { withPlaced } from "#core/report/gallery/kept-charts.ts";
import { PanelSection } from "../../ui/panel.tsx";
import { SelectField } from "../../ui/designer-field.tsx";
import type { Gallery } from "./use-gallery.ts";

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
      {isUnderScenario(wish.kind) ? (
        <SelectField
          label={t("scenario")}
          value={wish.scenario}
          options={scenarios}
          onChange={(scenario) => choose({ scenario })}
        />
      ) : null}
      {isBetweenScenarios(wish.kind) ? (
        <SelectField
          label={t("from")}
          value={wish.from}
          options={scenarios}
          onChange={(from) => choose({ from })}
        />
      ) : null}
      <InReport gallery={gallery} />
    </PanelSection>
  );
}

/** Whether the chart on show stands in the report; a course only of an indicator that the report can show with a target. */
function InReport({ gallery }: { readonly gallery: Gallery }) {
  const { t } = useTranslation("gallery");
  const { wish } = gallery;
  const placing = wish.kind === "path" ? pathPlacing(gallery) : chartPlacing(gallery);
  if (placing === null) return null;
  return (
    <label className="gallery-tick">
      <input
        type="checkbox"
        checked={placing.placed}
        onChange={({ target }) => placing.place(target.checked)}
      />
      <span>{t("inReport")}</span>
    </label>
  );
}

/** Whether a chart stands in the report, and how to change that. */
interface Placing {
  readonly placed: boolean;
  readonly place: (on: boolean) => void;
}

function pathPlacing({ source, wish, keeping }: Gallery): Placing | null {
  const { kept, keep } = keeping;
  const { plan } = source;
  if (!chartable(plan, source).includes(wish.indicator)) return null;
  const chosen = kept.inReport ?? usualCharts(plan, source);
  const others = chosen.filter((id) => id !== wish.indicator);
  return {
    placed: chosen.includes(wish.indicator),
    place: (on) => keep({ ...kept, inReport: on ? [...others, wish.indicator] : others }),
  };
}

/** What stands in the report can be taken out, even where there is no chart any more. */
function chartPlacing({ wish, chart, keeping }: Gallery): Placing | null {
  const { kept, keep } = keeping;
  const placed = kept.placed.some((each) => isSameChart(each, wish));
  if (!placed && !chart(wish.kind).ok) return null;
  return { placed, place: (on) => keep({ ...kept, placed: withPlaced(kept.placed, wish, on) }) };
}
