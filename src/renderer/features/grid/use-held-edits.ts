import { useCallback, useEffect, useMemo } from "react";
import type { CellEdit } from "#core/command/command.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import { changeGridView, holdCategories } from "./grid-session.ts";

/** Edits that leave a row where it is when its field is typed: it goes to its group when the grid is arranged anew. */
export function useHeldEdits(plan: Plan, edits: PlanEdits): PlanEdits {
  const { edit: write } = edits;
  const edit = useCallback(
    (made: readonly CellEdit[]) => {
      const typed = new Set(
        made.filter(({ field }) => field.kind === "category").map((each) => each.indicator),
      );
      const rows = plan.indicators.filter(({ id }) => typed.has(id));
      if (rows.length > 0) holdCategories(plan.id, new Map(rows.map(({ id, category }) => [id, category])));
      write(made);
    },
    [plan, write],
  );
  useEffect(() => () => changeGridView(plan.id, { held: new Map() }), [plan.id]);
  return useMemo(() => ({ ...edits, edit }), [edits, edit]);
}
