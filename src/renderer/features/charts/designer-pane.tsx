import { useTranslation } from "react-i18next";
import { LABEL_CHOICES, PLAIN_DESIGN, seriesOf, yearsOf } from "#core/report/gallery/chart-design.ts";
import type { ChartDrawing } from "#core/report/chart-drawing.ts";
import { Button } from "../../ui/button.tsx";
import { Panel, PanelSection } from "../../ui/panel.tsx";
import { SelectField, TextField } from "../../ui/designer-field.tsx";
import { StyleSection } from "./style-section.tsx";
import type { Gallery } from "./use-gallery.ts";
import { WishSection } from "./wish-section.tsx";

/** The designer of the chart on show: what it is about, its words, series, years and numbers, and its style. */
export function DesignerPane({ gallery }: { readonly gallery: Gallery }) {
  const { t } = useTranslation("gallery");
  const { design, redesign, wish } = gallery;
  const made = gallery.chart(wish.kind);
  const plain = made.ok ? made.value.plain : null;
  const touched =
    JSON.stringify({ ...design, look: null }) !== JSON.stringify({ ...PLAIN_DESIGN, look: null });
  return (
    <Panel label={t("designer")} title={t(`kinds.${wish.kind}`)} width={296}>
      <WishSection gallery={gallery} />
      {plain === null ? null : (
        <>
          <PanelSection title={t("words")}>
            <TextField
              label={t("titleField")}
              value={design.title}
              usual={plain.chart.title}
              onChange={(title) => redesign({ title })}
            />
            <TextField
              label={t("unitField")}
              value={design.unit}
              usual={plain.chart.unit}
              onChange={(unit) => redesign({ unit })}
            />
            <TextField
              label={t("sourceField")}
              value={design.source}
              usual={plain.chart.source}
              long
              onChange={(source) => redesign({ source })}
            />
          </PanelSection>
          <SeriesSection gallery={gallery} plain={plain} />
          <NumbersSection gallery={gallery} plain={plain} />
          {touched ? (
            <PanelSection>
              <Button onClick={() => redesign(PLAIN_DESIGN)}>{t("undesign")}</Button>
            </PanelSection>
          ) : null}
        </>
      )}
      <StyleSection gallery={gallery} />
    </Panel>
  );
}

interface PartProps {
  readonly gallery: Gallery;
  readonly plain: ChartDrawing;
}

function SeriesSection({ gallery, plain }: PartProps) {
  const { t } = useTranslation("gallery");
  const { design, redesign } = gallery;
  const series = seriesOf(plain);
  if (series.length === 0) return null;
  const toggled = (id: string, on: boolean) =>
    on ? design.hidden.filter((each) => each !== id) : [...design.hidden, id];
  return (
    <PanelSection title={t("series")}>
      {series.map(({ id, name }) => (
        <label className="gallery-tick" key={id} title={name}>
          <input
            type="checkbox"
            checked={!design.hidden.includes(id)}
            onChange={({ target }) => redesign({ hidden: toggled(id, target.checked) })}
          />
          <span>{name}</span>
        </label>
      ))}
    </PanelSection>
  );
}

function NumbersSection({ gallery, plain }: PartProps) {
  const { t } = useTranslation("gallery");
  const { design, redesign } = gallery;
  const years = yearsOf(plain);
  const offered = (list: readonly number[]) =>
    list.map((year) => ({ value: String(year), label: String(year) }));
  return (
    <PanelSection title={t("numbers")}>
      {years === null ? null : (
        <>
          <SelectField
            label={t("firstYear")}
            value={String(design.years.first ?? years.first[0] ?? "")}
            options={offered(years.first)}
            onChange={(first) => redesign({ years: { ...design.years, first: Number(first) } })}
          />
          <SelectField
            label={t("lastYear")}
            value={String(design.years.last ?? years.last.at(-1) ?? "")}
            options={offered(years.last)}
            onChange={(last) => redesign({ years: { ...design.years, last: Number(last) } })}
          />
        </>
      )}
      <SelectField
        label={t("labels")}
        value={design.labels}
        options={LABEL_CHOICES.map((value) => ({ value, label: t(`labelChoices.${value}`) }))}
        onChange={(labels) => redesign({ labels })}
      />
    </PanelSection>
  );
}
