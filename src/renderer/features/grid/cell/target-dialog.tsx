import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { readRejected } from "#core/command/read-cell.ts";
import { parseTarget } from "#core/indicator/parse-target.ts";
import type { Target } from "#core/indicator/target.ts";
import type { Direction } from "#core/plan/concept.ts";
import type { Year } from "#core/plan/ids.ts";
import type { Indicator } from "#core/plan/plan.ts";
import { directionOf } from "../../../data/catalogue.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import type { CellSource } from "../cell-view.ts";
import { mendsOf, rejectReason } from "../../../i18n/reject-text.ts";
import { typedGrowth } from "./live-reading.ts";
import {
  partsOf,
  rewordedEntry,
  TARGET_FORMS,
  type TargetEntry,
  targetEntry,
  type TargetForm,
} from "./target-entry.ts";

interface TargetDialogProps {
  readonly source: CellSource;
  /** Row of the plan's tables. */
  readonly index: number;
  readonly indicator: Indicator;
  readonly year: Year;
  readonly where: string;
  /** The wording that the cell begins with. */
  readonly text: string;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
}

const EMPTY: TargetEntry = { form: "atLeast", first: "", second: "" };

/** Words a target: as official text with what is understood of it, or by form and numbers, which write the text. */
export function TargetDialog(props: TargetDialogProps) {
  const { indicator, where, onSave, onClose } = props;
  const { t } = useTranslation("grid");
  const direction = directionOf(indicator.concept);
  const [text, setText] = useState(props.text);
  const [read, setRead] = useState<Target | null>(() => readTarget(props.text, indicator, direction));
  const [entry, setEntry] = useState<TargetEntry>(() => (read === null ? EMPTY : targetEntry(read)));
  const form = useId();
  const change = (next: TargetEntry) => {
    setEntry(next);
    const filled = next.form === "fullCoverage" || next.first.trim() !== "";
    setText(filled ? rewordedEntry(next, read, { unit: indicator.unit, direction }) : "");
  };
  return (
    <Dialog
      title={t("target.title", { where })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("target.cancel")}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t("target.save")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSave(text);
        }}
      >
        <label className="field-line">
          {t("target.wording")}
          <input
            className="input"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              const typed = readTarget(event.target.value, indicator, direction);
              if (typed === null) return;
              setRead(typed);
              setEntry(targetEntry(typed));
            }}
          />
        </label>
        <TargetFields entry={entry} unit={indicator.unit} onChange={change} />
        <Understood {...props} text={text} onMend={setText} />
      </form>
    </Dialog>
  );
}

interface TargetFieldsProps {
  readonly entry: TargetEntry;
  readonly unit: string;
  readonly onChange: (entry: TargetEntry) => void;
}

function TargetFields({ entry, unit, onChange }: TargetFieldsProps) {
  const { t } = useTranslation("grid");
  const first = useRef<HTMLInputElement>(null);
  const { form } = entry;
  const parts = partsOf(form);
  const shownUnit = form === "averageGrowth" ? "%" : form === "qualitative" ? "" : unit;
  return (
    <div className="target-fields">
      <label>
        {t("target.form")}
        <select
          className="input"
          value={form}
          onChange={(event) => {
            const chosen = TARGET_FORMS.find((each) => each === event.target.value) ?? form;
            onChange({ ...entry, form: chosen });
          }}
        >
          {TARGET_FORMS.map((each) => (
            <option key={each} value={each}>
              {t(`target.forms.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {parts === 0 ? null : (
        <label>
          {t("target.amount", { name: t(`target.first.${firstName(form)}`), unit: shownUnit })}
          <input
            ref={first}
            className="input"
            value={entry.first}
            onChange={(event) => onChange({ ...entry, first: event.target.value })}
          />
        </label>
      )}
      {parts === 2 ? (
        <label>
          {t("target.amount", {
            name: form === "between" ? t("target.second.between") : t("target.second.floorStretch"),
            unit: shownUnit,
          })}
          <input
            className="input"
            value={entry.second}
            onChange={(event) => onChange({ ...entry, second: event.target.value })}
          />
        </label>
      ) : null}
    </div>
  );
}

function firstName(
  form: TargetForm,
): "level" | "between" | "floorStretch" | "rate" | "total" | "by" | "words" {
  switch (form) {
    case "between":
    case "floorStretch":
      return form;
    case "averageGrowth":
      return "rate";
    case "cumulative":
      return "total";
    case "increase":
      return "by";
    case "qualitative":
      return "words";
    default:
      return "level";
  }
}

interface UnderstoodProps extends Omit<TargetDialogProps, "onSave" | "onClose"> {
  readonly onMend: (text: string) => void;
}

/** What the text is read as, and the growth that it asks for; or why it cannot be read. */
function Understood({ source, index, indicator, year, text, onMend }: UnderstoodProps) {
  const { t } = useTranslation("grid");
  const direction = directionOf(indicator.concept);
  const field = { kind: "target", year } as const;
  if (text.trim() === "")
    return (
      <p className="small muted" role="status">
        {t("target.empty")}
      </p>
    );
  const read = parseTarget(text, indicator.unit, direction);
  if (!read.ok) {
    const reason = readRejected(indicator, { field, text }, direction);
    return (
      <div className="small is-error" role="status">
        {rejectReason(reason, t)}
        {mendsOf(reason).map((mend) => (
          <Button key={mend} variant="quiet" onClick={() => onMend(mend)}>
            {t("reject.mend", { mend })}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <div className="target-read" role="status">
      <p>{t("target.readAs", { form: t(`target.forms.${read.value.form}`) })}</p>
      <p className="muted">
        {t("target.growth", { growth: typedGrowth(source, index, indicator, { field, text }, t) })}
      </p>
    </div>
  );
}

function readTarget(text: string, { unit }: Indicator, direction: Direction): Target | null {
  if (text.trim() === "") return null;
  const read = parseTarget(text, unit, direction);
  return read.ok ? read.value : null;
}
