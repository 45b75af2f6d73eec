import { assertNever } from "#core/assert-never.ts";
import type { Command } from "#core/command/command.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import type { EditCourse } from "../../data/use-shown-plan.ts";
import type { ColumnFilter } from "../../data/views/arrangement.ts";
import type { CellSource } from "./cell-view.ts";
import { columnId, type GridColumn } from "./grid-columns.ts";
import { CellDialogs } from "./cell/cell-dialogs.tsx";
import { type AmbiguousUnit, withUnitChange } from "./cell/unit-effect.ts";
import { UnitsDialog } from "./cell/units-dialog.tsx";
import { AddIndicatorDialog } from "./rows/add-indicator-dialog.tsx";
import type { RowDeeds } from "./rows/use-row-deeds.ts";
import type { GridLayout } from "./use-grid-layout.ts";
import { FilterDialog } from "./view/filter-dialog.tsx";
import { ManageViewsDialog, SaveViewDialog } from "./view/view-dialogs.tsx";

/** What the indicator room asks the planner in a dialog. */
export type GridDialog =
  | { readonly kind: "add" | "save-view" | "views" }
  | { readonly kind: "filter"; readonly column: GridColumn }
  | { readonly kind: "unit"; readonly indicator: IndicatorId; readonly typed: string }
  /** Of a block that waits to be written. */
  | {
      readonly kind: "units";
      readonly command: Command;
      readonly course: EditCourse | undefined;
      readonly units: readonly AmbiguousUnit[];
    }
  /** Of the active cell. */
  | { readonly kind: "remark" | "target" };

interface GridDialogsProps {
  readonly dialog: GridDialog;
  readonly source: CellSource;
  readonly layout: GridLayout;
  readonly rowDeeds: RowDeeds;
  readonly edits: PlanEdits;
  readonly onClose: () => void;
}

/** The dialog that is open. */
export function GridDialogs(props: GridDialogsProps) {
  const { dialog, source, layout, rowDeeds, edits, onClose } = props;
  const { plan } = source;
  switch (dialog.kind) {
    case "add":
      return (
        <AddIndicatorDialog
          plan={plan}
          below={belowOf(source, layout)}
          onAdd={rowDeeds.add}
          onClose={onClose}
        />
      );
    case "save-view":
      return <SaveViewDialog plan={plan.id} arrangement={layout.arrangement} onClose={onClose} />;
    case "views":
      return <ManageViewsDialog plan={plan.id} onClose={onClose} />;
    case "filter":
      return <ColumnFilterDialog source={source} layout={layout} column={dialog.column} onClose={onClose} />;
    case "units": {
      const indicators = new Set(dialog.units.map(({ indicator }) => indicator));
      return (
        <UnitsDialog
          units={dialog.units}
          onSave={(how) => {
            edits.run(withUnitChange(dialog.command, indicators, how), dialog.course);
            onClose();
          }}
          onClose={onClose}
        />
      );
    }
    case "unit":
    case "remark":
    case "target":
      return <CellDialogs {...props} dialog={dialog} />;
    default:
      return assertNever(dialog);
  }
}

interface ColumnFilterDialogProps {
  readonly source: CellSource;
  readonly layout: GridLayout;
  readonly column: GridColumn;
  readonly onClose: () => void;
}

function ColumnFilterDialog({ source, layout, column, onClose }: ColumnFilterDialogProps) {
  const { filters } = layout.arrangement;
  const isOwn = (filter: ColumnFilter) => filter.column === columnId(column);
  return (
    <FilterDialog
      source={source}
      column={column}
      filter={filters.find(isOwn) ?? null}
      onFilter={(filter) => {
        const others = filters.filter((each) => !isOwn(each));
        layout.arrange({ filters: filter === null ? others : [...others, filter] });
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function belowOf({ plan }: CellSource, { row }: GridLayout) {
  const indicator = row === null ? undefined : plan.indicators[row.index];
  return indicator === undefined ? null : { name: indicator.name, category: indicator.category };
}
