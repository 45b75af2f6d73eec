import "./export-dialog.css";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "#core/result.ts";
import { type ChartLook, PLAIN_LOOK, type ChartSizeName } from "#core/report/chart-look.ts";
import { CHART_SIZES, exportPixels } from "#exchange/chart/chart-size.ts";
import type { ExportChoice, ExportedChart, ExportFailure, ExportOutcome } from "../workers/export-outcome.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { EXPORT_FORMATS, type ExportFormat, FORMAT_NAMES } from "./export-formats.ts";

interface ExportDialogProps {
  /** Of the chart; the file is named after it and its size. */
  readonly title: string;
  /** How the chart looks; as usual unless said. Its size is what is chosen first. */
  readonly look?: ChartLook;
  /** Sizes that the chart can be read in; all unless said. */
  readonly sizes?: readonly ChartSizeName[];
  /** Draws and saves; `null` when the planner cancelled. */
  readonly onExport: (
    choice: ExportChoice & { readonly name: string },
  ) => Promise<Result<ExportedChart | null, ExportFailure>>;
  readonly onClose: () => void;
  readonly onDone: (outcome: ExportOutcome) => void;
}

const SIZES = Object.keys(CHART_SIZES).filter((name): name is ChartSizeName => name in CHART_SIZES);

/** Exports once at a time; the dialog closes when that came to an end. */
function useExport({ title, onExport, onClose, onDone }: ExportDialogProps) {
  const { t } = useTranslation("charts");
  const [busy, setBusy] = useState(false);
  const open = useRef(true);
  const close = () => {
    open.current = false;
    onClose();
  };
  const run = async (choice: ExportChoice) => {
    if (busy) return;
    setBusy(true);
    const name = t("fileName", { title, size: t(`sizeWord.${choice.look.size}`) });
    const result = await onExport({ ...choice, name });
    setBusy(false);
    if (!result.ok) onDone({ kind: "failed", failure: result.error });
    else if (result.value !== null) onDone({ kind: "done", file: result.value });
    if (open.current && (!result.ok || result.value !== null)) close();
  };
  return { busy, close, run };
}

/** Asks for format and size, draws, and hands the file to the host. */
export function ExportDialog(props: ExportDialogProps) {
  const { t } = useTranslation("charts");
  const { look = PLAIN_LOOK } = props;
  const [format, setFormat] = useState<ExportFormat>("png");
  const [size, setSize] = useState<ChartSizeName>(look.size);
  const { busy, close, run } = useExport(props);
  const form = useId();
  return (
    <Dialog
      title={t("title")}
      onClose={close}
      actions={
        <>
          {busy ? <span role="status">{t("busy")}</span> : null}
          <Button onClick={close}>{t("cancel")}</Button>
          <Button
            variant="primary"
            icon="export"
            type="submit"
            form={form}
            disabledReason={busy ? t("busy") : undefined}
          >
            {t("deed")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void run({ ...EXPORT_FORMATS[format], look: { ...look, size } });
        }}
      >
        <Choices
          legend={t("kind")}
          value={format}
          options={FORMAT_NAMES.map((value) => ({ value, label: t(`kinds.${value}`), aside: "" }))}
          onChange={setFormat}
        />
        <Choices
          legend={t("size")}
          value={size}
          options={(props.sizes ?? SIZES).map((value) => ({
            value,
            label: t(`sizes.${value}`),
            aside: sizeAside(value),
          }))}
          onChange={setSize}
        />
      </form>
    </Dialog>
  );

  function sizeAside(name: ChartSizeName): string {
    const { widthMm, heightMm } = CHART_SIZES[name];
    const { kind, dpi } = EXPORT_FORMATS[format];
    return kind === "png"
      ? t("pixels", exportPixels(CHART_SIZES[name], dpi))
      : t("millimetres", { width: widthMm, height: Math.round(heightMm) });
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
