import { useCallback, useEffect, useMemo, useRef } from "react";
import type { Plan } from "#core/plan/plan.ts";
import { columnId, type GridColumn } from "./grid-columns.ts";
import { changeGridView, openEvidence, type Picked, revealCell } from "./grid-session.ts";
import type { StatementPicking } from "../../evidence/statement-picking.ts";
import { statementCell } from "./statement-cell.ts";

/**
 * Chooses what stands beside the grid: the evidence panel shows it, and a statement leads to its cell. The function
 * stays the same while the plan is edited, so that lists which have not changed are not drawn again.
 */
export function useChoice(plan: Plan, columns: readonly GridColumn[]): (picked: Picked) => void {
  const latest = useRef({ plan, columns });
  useEffect(() => {
    latest.current = { plan, columns };
  }, [plan, columns]);
  return useCallback((picked) => {
    const { plan, columns } = latest.current;
    openEvidence(true);
    const statement =
      picked.kind === "statement" ? plan.statements.find(({ id }) => id === picked.id) : undefined;
    const cell = statement === undefined ? null : statementCell(plan, columns, statement);
    if (cell === null) changeGridView(plan.id, { picked });
    else {
      const column = columns.find((each) => columnId(each) === cell.column) ?? null;
      revealCell(plan.id, cell, picked, column);
    }
  }, []);
}

/** How the evidence panel goes from a mention of a statement to it. */
export function useStatementChoice(plan: Plan, choose: (picked: Picked) => void): StatementPicking {
  return useMemo(() => {
    const ids = new Set(plan.statements.map(({ id }) => id));
    return { has: (id) => ids.has(id), pick: (id) => choose({ kind: "statement", id }) };
  }, [plan.statements, choose]);
}
