import { useCallback, useEffect, useMemo } from "react";
import { type CellEdit, type Command, editCommand, type EditOrigin, editsOf } from "#core/command/command.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { PlanEdits } from "../../data/use-plan-edits.ts";
import type { EditCourse } from "../../data/use-shown-plan.ts";
import { ambiguousUnits } from "./cell/unit-effect.ts";
import type { GridDialog } from "./grid-dialogs.tsx";
import { changeGridView, holdCategories } from "./grid-session.ts";

/**
 * Edits that ask, once for a whole block, where new units can mean two things, and leave a row where it is when its field is typed:
 * it goes to its group when the grid is arranged anew.
 */
export function useHeldEdits(plan: Plan, edits: PlanEdits, ask: (dialog: GridDialog) => void): PlanEdits {
  const { run: execute } = edits;
  const run = useCallback(
    (command: Command, course?: EditCourse) => {
      const units = ambiguousUnits(plan, command);
      if (units.length > 0) {
        ask(unitQuestion(command) ?? { kind: "units", command, course, units });
        return;
      }
      const typed = new Set(
        editsOf(command).flatMap(({ field, indicator }) => (field.kind === "category" ? [indicator] : [])),
      );
      const rows = plan.indicators.filter(({ id }) => typed.has(id));
      if (rows.length > 0) holdCategories(plan.id, new Map(rows.map(({ id, category }) => [id, category])));
      execute(command, course);
    },
    [plan, execute, ask],
  );
  const edit = useCallback(
    (made: readonly CellEdit[], origin?: EditOrigin, then?: () => void) => {
      const command = editCommand(made, origin);
      if (command !== null) run(command, { then });
    },
    [run],
  );
  useEffect(() => () => changeGridView(plan.id, { held: new Map() }), [plan.id]);
  return useMemo(() => ({ ...edits, run, edit }), [edits, run, edit]);
}

/** The question about the one unit that was typed; `null` for a block. */
function unitQuestion(command: Command): GridDialog | null {
  if (command.type !== "editCell" || command.origin !== undefined) return null;
  return { kind: "unit", indicator: command.indicator, typed: command.text };
}
