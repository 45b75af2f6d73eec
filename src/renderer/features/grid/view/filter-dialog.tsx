import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ColumnFilter } from "../../../data/views/arrangement.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import type { CellSource } from "../cell-view.ts";
import { columnId, fieldOf, type GridColumn } from "../grid-columns.ts";
import { columnName } from "../printed-cell.ts";
import { valueText } from "./filter-text.ts";
import { filterValues, hasFilterValues } from "./filter-values.ts";

interface FilterDialogProps {
  readonly source: CellSource;
  readonly column: GridColumn;
  /** The filter that the column has. */
  readonly filter: ColumnFilter | null;
  /** `null` takes the column's filter away. */
  readonly onFilter: (filter: ColumnFilter | null) => void;
  readonly onClose: () => void;
}

type Condition = ColumnFilter["kind"];

/** Asks by which condition on a column rows are filtered. */
export function FilterDialog({ source, column, filter, onFilter, onClose }: FilterDialogProps) {
  const { t } = useTranslation("grid");
  const kinds = conditionsOf(column);
  const [kind, setKind] = useState<Condition>(filter?.kind ?? kinds[0] ?? "contains");
  const [text, setText] = useState(filter?.kind === "contains" ? filter.text : "");
  const [values, setValues] = useState<readonly string[]>(filter?.kind === "among" ? filter.values : []);
  const ids = { form: useId(), name: useId() };
  const made = filterOf(columnId(column), kind, text, values);
  return (
    <Dialog
      title={t("arrange.dialog.title", { column: columnName(column, t) })}
      onClose={onClose}
      actions={
        <>
          {filter === null ? null : (
            <Button onClick={() => onFilter(null)}>{t("arrange.dialog.clear")}</Button>
          )}
          <Button onClick={onClose}>{t("arrange.dialog.cancel")}</Button>
          <Button variant="primary" type="submit" form={ids.form}>
            {t("arrange.dialog.apply")}
          </Button>
        </>
      }
    >
      <form
        id={ids.form}
        className="grid-form"
        onSubmit={(event) => {
          event.preventDefault();
          onFilter(made);
        }}
      >
        <fieldset>
          <legend>{t("arrange.dialog.condition")}</legend>
          {kinds.map((each) => (
            <label key={each} className="choice">
              <input type="radio" name={ids.name} checked={each === kind} onChange={() => setKind(each)} />
              {t(`arrange.dialog.${each}`)}
            </label>
          ))}
        </fieldset>
        {kind === "contains" ? (
          <input
            className="input"
            aria-label={t("arrange.dialog.text")}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        ) : null}
        {kind === "among" ? (
          <ValueList source={source} column={column} chosen={values} onChoose={setValues} />
        ) : null}
      </form>
    </Dialog>
  );
}

interface ValueListProps {
  readonly source: CellSource;
  readonly column: GridColumn;
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}

function ValueList({ source, column, chosen, onChoose }: ValueListProps) {
  const { t } = useTranslation("grid");
  return (
    <div className="value-list" role="group" aria-label={t("arrange.dialog.values")}>
      {filterValues(source, column).map((value) => (
        <label key={value.key} className="choice">
          <input
            type="checkbox"
            className="check"
            checked={chosen.includes(value.key)}
            onChange={(event) =>
              onChoose(
                event.target.checked ? [...chosen, value.key] : chosen.filter((each) => each !== value.key),
              )
            }
          />
          {t("arrange.dialog.count", { value: valueText(value, column, t), count: value.count })}
        </label>
      ))}
    </div>
  );
}

/** What can be asked of a column; derived columns hold no input that could be wrong, save the growth. */
function conditionsOf(column: GridColumn): readonly Condition[] {
  const among: readonly Condition[] = hasFilterValues(column) ? ["among"] : [];
  if (column.kind === "evidence") return among;
  const error: readonly Condition[] = fieldOf(column) !== null || column.kind === "growth" ? ["error"] : [];
  return [...among, "contains", "blank", "filled", ...error];
}

function filterOf(
  column: string,
  kind: Condition,
  text: string,
  values: readonly string[],
): ColumnFilter | null {
  if (kind === "contains") return text.trim() === "" ? null : { kind, column, text: text.trim() };
  if (kind === "among") return values.length === 0 ? null : { kind, column, values };
  return { kind, column };
}
