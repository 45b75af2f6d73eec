import { useCallback, useEffect, useMemo } from "react";
import type { CellEdit, Command } from "#core/command/command.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import { isAmbiguousUnit } from "./cell/unit-effect.ts";
import { changeGridView, holdCategories } from "./grid-session.ts";

/**
 * Edits that ask where a new unit can mean two things, and leave a row where it is when its field is typed: it goes to its
 * group when the grid is arranged anew.
 */
export function useHeldEdits(
  plan: Plan,
  edits: PlanEdits,
  askUnit: (indicator: IndicatorId, unit: string) => void,
): PlanEdits {
  const { run: execute } = edits;
  const run = useCallback(
    (command: Command) => {
      const [only, ...others] = editsOf(command);
      if (only !== undefined && others.length === 0 && asksUnit(plan, only)) {
        askUnit(only.indicator, only.text);
        return;
      }
      const typed = new Set(
        editsOf(command).flatMap(({ field, indicator }) => (field.kind === "category" ? [indicator] : [])),
      );
      const rows = plan.indicators.filter(({ id }) => typed.has(id));
      if (rows.length > 0) holdCategories(plan.id, new Map(rows.map(({ id, category }) => [id, category])));
      execute(command);
    },
    [plan, execute, askUnit],
  );
  const edit = useCallback(
    (made: readonly CellEdit[]) => {
      const [first] = made;
      if (first === undefined) return;
      run(made.length === 1 ? { type: "editCell", ...first } : { type: "editCells", edits: made });
    },
    [run],
  );
  useEffect(() => () => changeGridView(plan.id, { held: new Map() }), [plan.id]);
  return useMemo(() => ({ ...edits, run, edit }), [edits, run, edit]);
}

function editsOf(command: Command): readonly CellEdit[] {
  if (command.type === "editCell") return [command];
  return command.type === "editCells" ? command.edits : [];
}

function asksUnit(plan: Plan, { indicator, field, text }: CellEdit): boolean {
  if (field.kind !== "unit") return false;
  const row = plan.indicators.find(({ id }) => id === indicator);
  return row !== undefined && isAmbiguousUnit(plan, row, text);
}
