import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { CHART_KINDS, type ChartKind, isOfIndicator } from "#core/report/gallery/gallery-source.ts";
import type { StyledChart } from "#core/report/chart-look.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { EXPORT_FORMATS, type ExportFormat, FORMAT_NAMES } from "../../ui/export-formats.ts";
import { SelectField } from "../../ui/designer-field.tsx";
import type { BatchWish } from "./use-chart-deeds.ts";
import type { Gallery } from "./use-gallery.ts";

interface BatchDialogProps {
  readonly gallery: Gallery;
  readonly onClose: () => void;
  readonly onStart: (wish: BatchWish) => void;
}

type Scope = "one" | "all";
/** What is put into an archive unasked. */
const USUAL: readonly ChartKind[] = ["path", "bullet", "multiples", "matrix"];

/** Asks which kinds of charts, about which indicators and in which format go into an archive. */
export function BatchDialog({ gallery, onClose, onStart }: BatchDialogProps) {
  const { t } = useTranslation(["gallery", "charts"]);
  const [kinds, setKinds] = useState<ReadonlySet<ChartKind>>(new Set(USUAL));
  const [scope, setScope] = useState<Scope>("all");
  const [format, setFormat] = useState<ExportFormat>("png");
  const form = useId();
  const charts = batchCharts(gallery, kinds, scope);
  const toggle = (kind: ChartKind, on: boolean) => {
    const next = new Set(kinds);
    if (on) next.add(kind);
    else next.delete(kind);
    setKinds(next);
  };
  return (
    <Dialog
      title={t("gallery:batch")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("charts:cancel")}</Button>
          <Button
            variant="primary"
            icon="export"
            type="submit"
            form={form}
            disabledReason={charts.length === 0 ? t("gallery:noChart") : undefined}
          >
            {t("gallery:batchDeed", { count: charts.length })}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="gallery-batch"
        onSubmit={(event) => {
          event.preventDefault();
          const name = t("gallery:batchName", { title: gallery.source.plan.title });
          if (charts.length > 0) onStart({ ...EXPORT_FORMATS[format], charts, name });
        }}
      >
        <fieldset>
          <legend>{t("gallery:batchKinds")}</legend>
          {CHART_KINDS.map((kind) => (
            <label className="gallery-tick" key={kind}>
              <input
                type="checkbox"
                checked={kinds.has(kind)}
                onChange={({ target }) => toggle(kind, target.checked)}
              />
              <span>{t(`gallery:kinds.${kind}`)}</span>
            </label>
          ))}
        </fieldset>
        <SelectField<Scope>
          label={t("gallery:batchScope")}
          value={scope}
          options={[
            { value: "all", label: t("gallery:scopes.all") },
            { value: "one", label: t("gallery:scopes.one") },
          ]}
          onChange={setScope}
        />
        <SelectField
          label={t("charts:kind")}
          value={format}
          options={FORMAT_NAMES.map((value) => ({ value, label: t(`charts:kinds.${value}`) }))}
          onChange={setFormat}
        />
      </form>
    </Dialog>
  );
}

/** Every chart of these kinds that there is, those of indicators for each that has a target, or for the chosen one. */
function batchCharts(gallery: Gallery, kinds: ReadonlySet<ChartKind>, scope: Scope): readonly StyledChart[] {
  const promising = gallery.rows
    .filter(({ topic }) => topic.target !== null)
    .map(({ indicator }) => indicator.id);
  const indicators = scope === "one" ? [gallery.wish.indicator] : promising;
  return CHART_KINDS.filter((kind) => kinds.has(kind)).flatMap((kind) =>
    (isOfIndicator(kind) ? indicators : [gallery.wish.indicator]).flatMap((indicator) => {
      const made = gallery.chart(kind, indicator);
      return made.ok ? [{ drawing: made.value.drawing, look: made.value.look }] : [];
    }),
  );
}
