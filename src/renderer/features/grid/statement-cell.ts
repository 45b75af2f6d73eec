import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import type { ActiveCell } from "./grid-context.ts";
import { columnId, type GridColumn } from "./grid-columns.ts";

/**
 * The cell that a statement speaks of: the one that it backs, else that of its kind and year, else the name of its
 * indicator. `null` where it is about no indicator of the plan.
 */
export function statementCell(
  plan: Pick<Plan, "indicators">,
  columns: readonly GridColumn[],
  statement: Statement,
): ActiveCell | null {
  const indicator = plan.indicators.find(({ id }) => id === statement.indicator);
  if (indicator === undefined) return null;
  const backed = [
    ...indicator.sources
      .filter((source) => source.statement === statement.id)
      .map(({ year }) => `observation-${year}`),
    ...indicator.targets
      .filter((target) => target.statement === statement.id)
      .map(({ year }) => `target-${year}`),
  ];
  const known = new Set(columns.map(columnId));
  const column = [...backed, ...spokenOf(statement)].find((id) => known.has(id));
  return { row: indicator.id, column: column ?? "name" };
}

// In a draft the predecessor's last year is a column of its own.
function spokenOf({ kind, year }: Statement): readonly string[] {
  if (year === null) return [];
  switch (kind) {
    case "observation":
    case "derived":
      return [`observation-${year}`];
    case "target":
    case "milestone":
      return [`target-${year}`, `predecessorTarget-${year}`];
    case "amount":
      return [];
  }
}
