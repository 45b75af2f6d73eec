import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StatementId } from "#core/plan/ids.ts";
import type { Field, Indicator, Remark } from "#core/plan/plan.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { remarkOf } from "./remark-of.ts";

interface RemarkDialogProps {
  readonly indicator: Indicator;
  readonly field: Field;
  /** Which cell it is, as the cell bar calls it. */
  readonly where: string;
  /** The statements of the plan that may back the value, as printed; none where the cell holds no value. */
  readonly statements: readonly { readonly id: StatementId; readonly text: string }[];
  /** Which of them backs it. */
  readonly cited: StatementId | null;
  readonly onSave: (said: Said) => void;
  readonly onClose: () => void;
}

/** What the planner says of a cell, and the statement that backs it. */
export interface Said {
  readonly remark: Remark;
  readonly cite: StatementId | null;
}

/** Asks what the planner has to say of a cell: a note, and for a value where it comes from. */
export function RemarkDialog(props: RemarkDialogProps) {
  const { indicator, field, where, statements, cited, onSave, onClose } = props;
  const { t } = useTranslation("grid");
  const before = remarkOf(indicator, field);
  const [note, setNote] = useState(before?.note ?? "");
  const [source, setSource] = useState(before?.source ?? "");
  const [cite, setCite] = useState(cited);
  const form = useId();
  const save = (remark: Pick<Remark, "note" | "source">) => {
    onSave({ remark: { field, ...remark }, cite });
    onClose();
  };
  return (
    <Dialog
      title={t("cells.dialog.title", { where })}
      onClose={onClose}
      actions={
        <>
          {before === null ? null : (
            <Button onClick={() => save({ note: null, source: null })}>{t("cells.dialog.clear")}</Button>
          )}
          <Button onClick={onClose}>{t("cells.dialog.cancel")}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t("cells.dialog.save")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid-form"
        onSubmit={(event) => {
          event.preventDefault();
          save({ note, source });
        }}
      >
        <label className="field-line">
          {t("cells.dialog.note")}
          <textarea
            className="input"
            rows={4}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save({ note, source });
            }}
          />
        </label>
        {"year" in field ? (
          <>
            <label className="field-line">
              {t("cells.dialog.source")}
              <input className="input" value={source} onChange={(event) => setSource(event.target.value)} />
            </label>
            <p className="small muted">{t("cells.dialog.hint")}</p>
          </>
        ) : null}
        {statements.length === 0 ? null : (
          <label className="field-line">
            {t("cells.dialog.cite")}
            <select
              className="input"
              value={cite ?? ""}
              onChange={(event) =>
                setCite(statements.find(({ id }) => id === event.target.value)?.id ?? null)
              }
            >
              <option value="">{t("cells.dialog.own")}</option>
              {statements.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        )}
      </form>
    </Dialog>
  );
}
