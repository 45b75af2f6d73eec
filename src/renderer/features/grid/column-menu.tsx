import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { toYear, type Year } from "#core/plan/ids.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { columnId, type GridColumn } from "./grid-columns.ts";
import { columnName } from "./printed-cell.ts";

interface ColumnMenuProps {
  readonly columns: readonly GridColumn[];
  readonly hidden: ReadonlySet<string>;
  readonly onHide: (hidden: ReadonlySet<string>) => void;
  /** Adds a year column; `null` where the plan cannot be edited. */
  readonly onAddYear: ((year: Year) => void) | null;
}

/** Which columns are shown, with a way to add a year. */
export function ColumnMenu({ columns, hidden, onHide, onAddYear }: ColumnMenuProps) {
  const { t } = useTranslation("grid");
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  useEffect(() => (open ? closeOutside(anchor.current, () => setOpen(false)) : undefined), [open]);
  const toggle = (id: string, shown: boolean) => {
    const after = new Set(hidden);
    if (shown) after.delete(id);
    else after.add(id);
    onHide(after);
  };
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
        {t("toolbar.columns")}
        <Icon name="down" size={14} />
      </Button>
      {open ? (
        <div className="menu column-menu" role="dialog" aria-label={t("toolbar.columnsMenu")}>
          {columns.filter(canHide).map((column) => (
            <label key={columnId(column)}>
              <input
                type="checkbox"
                className="check"
                checked={!hidden.has(columnId(column))}
                onChange={(event) => toggle(columnId(column), event.target.checked)}
              />
              {columnName(column, t)}
            </label>
          ))}
          {onAddYear === null ? null : (
            <Button variant="quiet" icon="plus" onClick={() => setAsking(true)}>
              {t("toolbar.addYear")}
            </Button>
          )}
        </div>
      ) : null}
      {asking && onAddYear !== null ? (
        <YearDialog
          known={observedYears(columns)}
          onClose={() => setAsking(false)}
          onAdd={(year) => {
            setAsking(false);
            setOpen(false);
            onAddYear(year);
          }}
        />
      ) : null}
    </span>
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

// Number and name tell the rows apart, and the last target is what the table is for.
function canHide(column: GridColumn): boolean {
  if (column.kind === "target") return column.role !== "final";
  return column.kind !== "number" && column.kind !== "name";
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
