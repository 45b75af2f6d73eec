import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CellChange, MoveChange, PlanChange, RowChange } from "#core/command/plan-change.ts";
import type { Plan } from "#core/plan/plan.ts";
import { useHistoryStep } from "../../data/use-workbench.ts";
import type { CellInputHandle } from "../../ui/sheet/cell-input.tsx";
import type { CellPlace } from "../../ui/sheet/cell-move.ts";
import { rectsAround, selectRects } from "../../ui/sheet/selection.ts";
import { fieldColumn } from "./grid-columns.ts";
import type { Tell } from "./rows/use-row-deeds.ts";
import type { GridLayout } from "./use-grid-layout.ts";

interface StepParts {
  readonly plan: Plan;
  readonly layout: GridLayout;
  readonly reveal: (place: CellPlace) => void;
  readonly tell: Tell;
  readonly input: React.RefObject<CellInputHandle | null>;
}

/** Goes to what an undo or redo changed, whoever asked for it: selects the cells and brings the first of them into sight. */
export function useHistorySteps({ plan, layout, reveal, tell, input }: StepParts): void {
  const { t } = useTranslation("grid");
  const step = useHistoryStep(plan.id);
  const followed = useRef(step);
  useLayoutEffect(() => {
    if (step === null || step === followed.current || isComing(plan, step.changes)) return;
    followed.current = step;
    // Who has begun to type elsewhere meanwhile is not led away from it.
    if ((input.current?.unfinished() ?? null) !== null) return;
    const places = step.changes.flatMap((change) => changedPlaces(change, layout));
    // The last rectangle holds the active cell, which is to be the first one.
    const selection = selectRects([...rectsAround(places)].reverse());
    if (selection === null) {
      if (step.changes.some(isStaying)) tell(t("stepOutOfSight"));
      return;
    }
    layout.select(selection);
    reveal(selection.active);
  }, [step, plan, layout, reveal, tell, input, t]);
}

/** Whether a row that the step brought back has not been read yet. */
function isComing(plan: Plan, changes: readonly PlanChange[]): boolean {
  const back = changes.flatMap((change) =>
    change.kind === "row" && change.after !== null ? [change.indicator] : [],
  );
  if (back.length === 0) return false;
  const known = new Set(plan.indicators.map(({ id }) => id));
  return back.some((id) => !known.has(id));
}

function isStaying(change: PlanChange): change is CellChange | MoveChange | RowChange {
  return change.kind === "cell" || change.kind === "move" || (change.kind === "row" && change.after !== null);
}

function changedPlaces(change: PlanChange, { places }: GridLayout): readonly CellPlace[] {
  if (!isStaying(change)) return [];
  if (change.kind === "cell") {
    const place = places.placeOf({ row: change.indicator, column: fieldColumn(change.field) });
    return place === null ? [] : [place];
  }
  const first = places.placeOf({ row: change.indicator, column: places.columnIds[0] ?? "" });
  return first === null ? [] : places.columnIds.map((_, column) => ({ row: first.row, column }));
}
