import { useTranslation } from "react-i18next";
import { directionOf } from "../../../data/catalogue.ts";
import type { CellInputHandle } from "../../../ui/sheet/cell-input.tsx";
import type { EvidenceSource } from "../evidence-view.ts";
import type { GridDialog } from "../grid-dialogs.tsx";
import { fieldOf } from "../grid-columns.ts";
import { revealCell } from "../grid-session.ts";
import { gridRows } from "../row-order.ts";
import { useStableCommand } from "../rows/use-row-commands.ts";
import type { Tell } from "../rows/use-row-deeds.ts";
import type { GridLayout } from "../use-grid-layout.ts";
import { nextCell, rejectedCells } from "./rejected-cells.ts";

/** What a planner does with the active cell beside typing into it. */
export interface CellDeeds {
  readonly remark: () => void;
  /** Why nothing can be said of the cell. */
  readonly remarkBlocked: string | null;
  readonly unit: () => void;
  readonly unitBlocked: string | null;
  /** Opens the form of a target; `null` where the cell is none. */
  readonly target: (() => void) | null;
}

interface CellDeedParts {
  readonly source: EvidenceSource;
  readonly layout: GridLayout;
  readonly tell: Tell;
  readonly ask: (dialog: GridDialog) => void;
  readonly input: React.RefObject<CellInputHandle | null>;
}

/** The deeds on the active cell, offered to menus, keys and palette too. */
export function useCellDeeds({ source, layout, tell, ask, input }: CellDeedParts): CellDeeds {
  const { t } = useTranslation("grid");
  const { plan } = source;
  const { row, column } = layout;
  const field = column === null ? null : fieldOf(column);
  const blocked = plan.origin === "bundled" ? t("readOnly.refused") : null;
  const remarkBlocked = blocked ?? (field === null ? t("readOnly.derived") : null);
  const unitBlocked = blocked ?? (row === null ? t("empty") : null);
  const remark = () => ask({ kind: "remark" });
  const unit = () => {
    const indicator = row === null ? undefined : plan.indicators[row.index];
    if (indicator !== undefined) ask({ kind: "unit", indicator: indicator.id, typed: indicator.unit });
  };
  const go = (step: 1 | -1) => {
    input.current?.finish();
    const all = gridRows(plan, { grouped: layout.arrangement.grouped, held: new Map() });
    const errors = rejectedCells(plan, all, layout.allColumns, directionOf);
    const next = nextCell(errors, layout.active, all, layout.allColumns, step);
    if (next === null) tell(t("cells.errors.none"));
    else revealCell(plan.id, next.cell, null, next.column);
  };
  useStableCommand("editRemark", remark, remarkBlocked);
  useStableCommand("changeUnit", unit, unitBlocked);
  useStableCommand("nextError", () => go(1), null);
  useStableCommand("previousError", () => go(-1), null);
  const isTarget = blocked === null && column?.kind === "target";
  return {
    ...{ remark, remarkBlocked, unit, unitBlocked },
    target: isTarget ? () => ask({ kind: "target" }) : null,
  };
}
