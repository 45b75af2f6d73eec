import { observedRow } from "../plan/observation-table.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import type { Placed, RowRecord } from "./plan-change.ts";

/** The record of a row that only changes: what speaks of it elsewhere in the plan stays where it is. */
export function changedRow(plan: Plan, at: number, indicator: Indicator): RowRecord {
  const observed = observedRow(plan.observations, at);
  return { at, indicator, observed, statements: [], disagreements: [], derivations: [] };
}

/** The record of a row that goes, with all that goes with it. */
export function leavingRow(plan: Plan, at: number, indicator: Indicator): RowRecord {
  const statements = placed(plan.statements, (statement) => statement.indicator === indicator.id);
  const leaving = new Set(statements.map(({ item }) => item.id));
  return {
    ...changedRow(plan, at, indicator),
    statements,
    disagreements: placed(plan.disagreements, (entry) => entry.indicator === indicator.id),
    derivations:
      leaving.size === 0
        ? []
        : plan.statements.flatMap(({ id: statement, derivation }) => {
            const rests = derivation?.from.some((id) => leaving.has(id)) ?? false;
            return derivation === null || !rests || leaving.has(statement) ? [] : [{ statement, derivation }];
          }),
  };
}

function placed<T>(items: readonly T[], wanted: (item: T) => boolean): readonly Placed<T>[] {
  return items.flatMap((item, at) => (wanted(item) ? [{ at, item }] : []));
}
