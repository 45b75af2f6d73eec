import { useTranslation } from "react-i18next";
import type { Command } from "#core/command/command.ts";
import type { IndicatorId, StatementId } from "#core/plan/ids.ts";
import type { Field, Indicator, Plan } from "#core/plan/plan.ts";
import { printStatement } from "../../../evidence/printed-statement.ts";
import type { PlanEdits } from "../../../data/use-plan-edits.ts";
import type { CellSource } from "../cell-view.ts";
import { editText } from "../edit-text.ts";
import type { GridDialog } from "../grid-dialogs.tsx";
import { fieldOf, type GridColumn, sameField } from "../grid-columns.ts";
import { columnName, type GridWords } from "../printed-cell.ts";
import type { GridLayout } from "../use-grid-layout.ts";
import { RemarkDialog, type Said } from "./remark-dialog.tsx";
import { TargetDialog } from "./target-dialog.tsx";
import { UnitDialog } from "./unit-dialog.tsx";

interface CellDialogsProps {
  readonly dialog: Extract<GridDialog, { readonly kind: "unit" | "remark" | "target" }>;
  readonly source: CellSource;
  readonly layout: GridLayout;
  readonly edits: PlanEdits;
  readonly onClose: () => void;
}

/** The dialogs about one cell. */
export function CellDialogs({ dialog, source, layout, edits, onClose }: CellDialogsProps) {
  const { t } = useTranslation("grid");
  const { plan } = source;
  const { row, column, allColumns } = layout;
  if (dialog.kind === "unit") {
    const indicator = plan.indicators.find(({ id }) => id === dialog.indicator);
    if (indicator === undefined) return null;
    return (
      <UnitDialog
        plan={plan}
        indicator={indicator}
        typed={dialog.typed}
        nameOf={(field) => fieldName(allColumns, field, t)}
        onSave={(unit, how) => {
          edits.run({ type: "changeUnit", indicator: indicator.id, unit, how });
          onClose();
        }}
        onClose={onClose}
      />
    );
  }
  const indicator = row === null ? undefined : plan.indicators[row.index];
  const field = column === null ? null : fieldOf(column);
  if (row === null || column === null || indicator === undefined || field === null) return null;
  const where = t("cell.where", { name: indicator.name, column: columnName(column, t) });
  if (dialog.kind === "target") {
    if (field.kind !== "target") return null;
    return (
      <TargetDialog
        source={source}
        index={row.index}
        indicator={indicator}
        year={field.year}
        where={where}
        text={editText(source, row.index, column) ?? ""}
        onSave={(text) => {
          edits.edit([{ indicator: indicator.id, field, text }]);
          onClose();
        }}
        onClose={onClose}
      />
    );
  }
  return (
    <RemarkDialog
      indicator={indicator}
      field={field}
      where={where}
      statements={citable(plan, indicator, field, t)}
      cited={citedBy(indicator, field)}
      onSave={(said) => edits.run(saying(indicator.id, field, said))}
      onClose={onClose}
    />
  );
}

function fieldName(columns: readonly GridColumn[], field: Field, words: GridWords): string {
  const column = columns.find((each) => {
    const own = fieldOf(each);
    return own !== null && sameField(own, field);
  });
  return column === undefined
    ? "year" in field
      ? String(field.year)
      : field.kind
    : columnName(column, words);
}

/** The statements about an indicator of the years that they may back; none where the cell holds no value. */
function citable(plan: Plan, indicator: Indicator, field: Field, words: GridWords) {
  if (!("year" in field)) return [];
  return plan.statements
    .filter((statement) => statement.indicator === indicator.id)
    .map((statement) => {
      const text = printStatement(plan, statement, words);
      return { id: statement.id, text: statement.year === null ? text : `${statement.year} · ${text}` };
    });
}

function citedBy(indicator: Indicator, field: Field): StatementId | null {
  if (!("year" in field)) return null;
  if (field.kind === "target")
    return indicator.targets.find(({ year }) => year === field.year)?.statement ?? null;
  return indicator.sources.find(({ year }) => year === field.year)?.statement ?? null;
}

function saying(indicator: IndicatorId, field: Field, { remark, cite: statement }: Said): Command {
  const say: Command = { type: "remark", indicator, remark };
  if (!("year" in field)) return say;
  return { type: "batch", commands: [say, { type: "cite", indicator, field, statement }] };
}
