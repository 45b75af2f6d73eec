import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import { CHART_SIZES, type ChartSizeName, exportPixels } from "#exchange/chart/chart-size.ts";
import { useBridge } from "../../data/machine.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { type ChartExport, type ExportedChart, type ExportFailure, exportChart } from "./chart-export.ts";

interface ExportDialogProps {
  readonly chart: ProjectionChart;
  readonly onClose: () => void;
  readonly onDone: (outcome: ExportOutcome) => void;
}

/** What came of an export. */
export type ExportOutcome =
  | { readonly kind: "done"; readonly file: ExportedChart }
  | { readonly kind: "failed"; readonly failure: ExportFailure };

const KINDS = ["png", "svg"] as const;
const SIZES = Object.keys(CHART_SIZES).filter((name): name is ChartSizeName => name in CHART_SIZES);

/** What is asked of an export. */
interface ExportChoice {
  readonly kind: ChartExport["kind"];
  readonly size: ChartSizeName;
}

/** Draws and hands the file to the host, once at a time; the dialog closes when that came to an end. */
function useExport({ chart, onClose, onDone }: ExportDialogProps) {
  const { t } = useTranslation("scenario");
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const open = useRef(true);
  const close = () => {
    open.current = false;
    onClose();
  };
  const run = async ({ kind, size }: ExportChoice) => {
    if (busy) return;
    setBusy(true);
    const name = t("export.fileName", { title: chart.title, size: t(`export.sizeWord.${size}`) });
    const result = await exportChart(bridge, { kind, size, chart, name });
    setBusy(false);
    if (!result.ok) onDone({ kind: "failed", failure: result.error });
    else if (result.value !== null) onDone({ kind: "done", file: result.value });
    if (open.current && (!result.ok || result.value !== null)) close();
  };
  return { busy, close, run };
}

/** Asks for format and size, draws, and hands the file to the host. */
export function ExportDialog(props: ExportDialogProps) {
  const { t } = useTranslation("scenario");
  const [kind, setKind] = useState<ChartExport["kind"]>("png");
  const [size, setSize] = useState<ChartSizeName>("full");
  const { busy, close, run } = useExport(props);
  const form = useId();
  return (
    <Dialog
      title={t("export.title")}
      onClose={close}
      actions={
        <>
          {busy ? <span role="status">{t("export.busy")}</span> : null}
          <Button onClick={close}>{t("export.cancel")}</Button>
          <Button
            variant="primary"
            icon="export"
            type="submit"
            form={form}
            disabledReason={busy ? t("export.busy") : undefined}
          >
            {t("export.deed")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void run({ kind, size });
        }}
      >
        <Choices
          legend={t("export.kind")}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`export.${value}`), aside: "" }))}
          onChange={setKind}
        />
        <Choices
          legend={t("export.size")}
          value={size}
          options={SIZES.map((value) => ({
            value,
            label: t(`export.${value}`),
            aside: sizeAside(value, kind),
          }))}
          onChange={setSize}
        />
      </form>
    </Dialog>
  );

  function sizeAside(name: ChartSizeName, format: ChartExport["kind"]): string {
    const { widthMm, heightMm } = CHART_SIZES[name];
    return format === "png"
      ? t("export.pixels", exportPixels(CHART_SIZES[name]))
      : t("export.millimetres", { width: widthMm, height: Math.round(heightMm) });
  }
}

interface ChoicesProps<T extends string> {
  readonly legend: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly aside: string }[];
  readonly onChange: (value: T) => void;
}

function Choices<T extends string>({ legend, value, options, onChange }: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset className="export-choices">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
          <small>{option.aside}</small>
        </label>
      ))}
    </fieldset>
  );
}
