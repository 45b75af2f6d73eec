import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  CHART_FONTS,
  type ChartLook,
  fittingSizes,
  TEXT_SIZES,
  type ChartSizeName,
} from "#core/report/chart-look.ts";
import type { KeptDesign } from "#core/report/gallery/kept-charts.ts";
import { Button } from "../../ui/button.tsx";
import { PanelSection } from "../../ui/panel.tsx";
import { LookFields } from "../../ui/look-fields.tsx";
import { SelectField } from "../../ui/designer-field.tsx";
import type { Gallery } from "./use-gallery.ts";

const SIZES: readonly ChartSizeName[] = ["full", "half", "slide"];

/** How the chart looks, and what is done with that style: applied to all charts of the plan, saved, taken up again. */
export function StyleSection({ gallery }: { readonly gallery: Gallery }) {
  const { t } = useTranslation("gallery");
  const { look, redesign, keeping, wish } = gallery;
  const made = gallery.chart(wish.kind);
  const sizes = made.ok ? fittingSizes(made.value.plain) : SIZES;
  const change = (part: Partial<ChartLook>) => redesign({ look: { ...look, ...part } });
  const toAll = () => {
    const designs = Object.entries(keeping.kept.designs).map(([key, design]): [string, KeptDesign] => [
      key,
      { ...design, look: null },
    ]);
    keeping.keep({ ...keeping.kept, look, designs: Object.fromEntries(designs) });
  };
  return (
    <PanelSection title={t("style")}>
      <LookFields look={look} sizes={sizes} onChange={change} />
      <SelectField
        label={t("font")}
        value={look.font}
        options={CHART_FONTS.map((value) => ({ value, label: t(`fonts.${value}`) }))}
        onChange={(font) => change({ font })}
      />
      {look.font === "sans" ? null : <p className="muted">{t("fontNote")}</p>}
      <SelectField
        label={t("text")}
        value={look.text}
        options={TEXT_SIZES.map((value) => ({ value, label: t(`texts.${value}`) }))}
        onChange={(text) => change({ text })}
      />
      <div className="actions">
        <Button onClick={toAll}>{t("toAll")}</Button>
      </div>
      <SavedLooks gallery={gallery} />
    </PanelSection>
  );
}

/** Styles under names, for all plans. */
function SavedLooks({ gallery }: { readonly gallery: Gallery }) {
  const { t } = useTranslation("gallery");
  const { look, redesign, keeping } = gallery;
  const [name, setName] = useState("");
  const field = useId();
  const save = () => {
    const others = keeping.looks.filter((saved) => saved.name !== name.trim());
    keeping.keepLooks([...others, { name: name.trim(), look }]);
    setName("");
  };
  return (
    <>
      {keeping.looks.length === 0 ? null : (
        <ul className="gallery-looks" aria-label={t("savedStyles")}>
          {keeping.looks.map((saved) => (
            <li key={saved.name}>
              <Button variant="quiet" onClick={() => redesign({ look: saved.look })}>
                {saved.name}
              </Button>
              <Button
                variant="quiet"
                icon="trash"
                aria-label={t("removeStyle", { name: saved.name })}
                onClick={() => keeping.keepLooks(keeping.looks.filter((each) => each !== saved))}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className="designer-field"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") save();
        }}
      >
        <label htmlFor={field}>{t("saveAs")}</label>
        <input
          id={field}
          className="input"
          value={name}
          maxLength={40}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" disabledReason={name.trim() === "" ? t("needsName") : undefined}>
          {t("save")}
        </Button>
      </form>
    </>
  );
}
