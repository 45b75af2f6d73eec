import "./export-dialog.css";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "#core/result.ts";
import { CHART_SIZES, type ChartSizeName, exportPixels } from "#exchange/chart/chart-size.ts";
import type { ExportChoice, ExportedChart, ExportFailure, ExportOutcome } from "../workers/export-outcome.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

interface ExportDialogProps {
  /** Of the chart; the file is named after it and its size. */
  readonly title: string;
  /** Sizes that the chart can be read in; all unless said. */
  readonly sizes?: readonly ChartSizeName[];
  /** Draws and saves; `null` when the planner cancelled. */
  readonly onExport: (
    choice: ExportChoice & { readonly name: string },
  ) => Promise<Result<ExportedChart | null, ExportFailure>>;
  readonly onClose: () => void;
  readonly onDone: (outcome: ExportOutcome) => void;
}

const KINDS = ["png", "svg"] as const;
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
    const name = t("fileName", { title, size: t(`sizeWord.${choice.size}`) });
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
  const [kind, setKind] = useState<ExportChoice["kind"]>("png");
  const [size, setSize] = useState<ChartSizeName>("full");
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
          void run({ kind, size });
        }}
      >
        <Choices
          legend={t("kind")}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`), aside: "" }))}
          onChange={setKind}
        />
        <Choices
          legend={t("size")}
          value={size}
          options={(props.sizes ?? SIZES).map((value) => ({
            value,
            label: t(`sizes.${value}`),
            aside: sizeAside(value, kind),
          }))}
          onChange={setSize}
        />
      </form>
    </Dialog>
  );

  function sizeAside(name: ChartSizeName, format: ExportChoice["kind"]): string {
    const { widthMm, heightMm } = CHART_SIZES[name];
    return format === "png"
      ? t("pixels", exportPixels(CHART_SIZES[name]))
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
