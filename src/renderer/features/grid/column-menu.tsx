import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { toYear, type Year } from "#core/plan/ids.ts";
import { COLUMN_SETS } from "../../data/views/arrangement.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { columnId, type GridColumn } from "./grid-columns.ts";
import { columnName } from "./printed-cell.ts";
import type { GridLayout } from "./use-grid-layout.ts";
import { canHide } from "./view/shown-columns.ts";

interface ColumnMenuProps {
  readonly layout: GridLayout;
  /** Whether year columns can be added. */
  readonly editable: boolean;
}

/** Which columns are shown: a set of them, each by itself, and for a draft a way to add a year. */
export function ColumnMenu({ layout, editable }: ColumnMenuProps) {
  const { t } = useTranslation("grid");
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  useEffect(() => (open ? closeOutside(anchor.current, () => setOpen(false)) : undefined), [open]);
  const { arrangement, arrange } = layout;
  return (
    <span
      className="menu-anchor"
      ref={anchor}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        setOpen(false);
        anchor.current?.querySelector("button")?.focus();
      }}
    >
      <Button variant="quiet" aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpen(!open)}>
        {t("arrange.columns", { set: t(`arrange.sets.${arrangement.columnSet}`) })}
        <Icon name="down" size={14} />
      </Button>
      {open ? (
        <div className="menu column-menu" role="dialog" aria-label={t("arrange.columnsMenu")}>
          <ColumnSets layout={layout} />
          <ColumnChecks layout={layout} />
          <label className="ruled">
            <input
              type="checkbox"
              className="check"
              checked={arrangement.grouped}
              onChange={(event) => arrange({ grouped: event.target.checked })}
            />
            {t("arrange.grouped")}
          </label>
          {editable ? (
            <Button variant="quiet" icon="plus" onClick={() => setAsking(true)}>
              {t("toolbar.addYear")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {asking ? (
        <YearDialog
          known={observedYears(layout.allColumns)}
          onClose={() => setAsking(false)}
          onAdd={(year) => {
            setAsking(false);
            setOpen(false);
            arrange({ addedYears: [...arrangement.addedYears, year] });
          }}
        />
      ) : null}
    </span>
  );
}

function ColumnSets({ layout }: { readonly layout: GridLayout }) {
  const { t } = useTranslation("grid");
  const name = useId();
  return (
    <fieldset className="column-sets">
      <legend className="visually-hidden">{t("arrange.setLabel")}</legend>
      {COLUMN_SETS.map((set) => (
        <label key={set}>
          <input
            type="radio"
            name={name}
            checked={layout.arrangement.columnSet === set}
            onChange={() => layout.arrange({ columnSet: set })}
          />
          {t(`arrange.sets.${set}`)}
        </label>
      ))}
    </fieldset>
  );
}

function ColumnChecks({ layout: { arrangement, orderedColumns, arrange } }: { readonly layout: GridLayout }) {
  const { t } = useTranslation("grid");
  const { hidden } = arrangement;
  const toggle = (id: string, shown: boolean) =>
    arrange({ hidden: shown ? hidden.filter((each) => each !== id) : [...hidden, id] });
  return (
    <fieldset className="ruled">
      <legend className="visually-hidden">{t("arrange.listLabel")}</legend>
      {orderedColumns.filter(canHide).map((column) => (
        <label key={columnId(column)}>
          <input
            type="checkbox"
            className="check"
            checked={!hidden.includes(columnId(column))}
            onChange={(event) => toggle(columnId(column), event.target.checked)}
          />
          {columnName(column, t)}
        </label>
      ))}
    </fieldset>
  );
}

interface YearDialogProps {
  readonly known: ReadonlySet<Year>;
  readonly onClose: () => void;
  readonly onAdd: (year: Year) => void;
}

function YearDialog({ known, onClose, onAdd }: YearDialogProps) {
  const { t } = useTranslation("grid");
  const [text, setText] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const ids = { form: useId(), message: useId() };
  const add = () => {
    const year = toYear(Number(text.trim()));
    if (!year.ok) setRefused(t("toolbar.addYearRefused"));
    else if (known.has(year.value)) setRefused(t("toolbar.addYearKnown", { year: year.value }));
    else onAdd(year.value);
  };
  return (
    <Dialog
      title={t("toolbar.addYearTitle")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("toolbar.cancel")}</Button>
          <Button variant="primary" type="submit" form={ids.form}>
            {t("toolbar.addYearConfirm")}
          </Button>
        </>
      }
    >
      <form
        id={ids.form}
        className="year-form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label>
          {t("toolbar.addYearLabel")}
          <input
            className="input"
            inputMode="numeric"
            value={text}
            aria-invalid={refused !== null}
            aria-describedby={ids.message}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p id={ids.message} className="small is-error" role="status">
          {refused}
        </p>
      </form>
    </Dialog>
  );
}

function observedYears(columns: readonly GridColumn[]): ReadonlySet<Year> {
  return new Set(columns.flatMap((column) => (column.kind === "observation" ? [column.year] : [])));
}

function closeOutside(anchor: HTMLElement | null, close: () => void): () => void {
  const away = (event: PointerEvent) => {
    if (event.target instanceof Node && anchor?.contains(event.target) === false) close();
  };
  document.addEventListener("pointerdown", away);
  return () => document.removeEventListener("pointerdown", away);
}
