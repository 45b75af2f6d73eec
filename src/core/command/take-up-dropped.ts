import type { Plan } from "../plan/plan.ts";
import type { Command } from "./command.ts";
import type { DroppedChange, Placed, RowChange } from "./plan-change.ts";

/** The indicator leaves the list of those left out and its row comes; nothing where it is not on the list any more. */
export function takeUpDropped(
  plan: Plan,
  { dropped, row }: Extract<Command, { readonly type: "takeUpDropped" }>,
): readonly (DroppedChange | RowChange)[] {
  const at = plan.dropped.findIndex(({ indicator }) => indicator === dropped);
  const item = plan.dropped[at];
  if (item === undefined) return [];
  const goes: DroppedChange = { kind: "dropped", indicator: dropped, before: { at, item }, after: null };
  const { id } = row.indicator;
  if (plan.indicators.some((other) => other.id === id)) return [goes];
  const after = {
    at: plan.indicators.length,
    indicator: row.indicator,
    observed: row.observed,
    statements: atTheEnd(plan.statements, row.statements),
    disagreements: atTheEnd(plan.disagreements, row.disagreements),
    derivations: [],
  };
  return [goes, { kind: "row", indicator: id, before: null, after }];
}

function atTheEnd<T>(list: readonly T[], items: readonly T[]): readonly Placed<T>[] {
  return items.map((item, step) => ({ at: list.length + step, item }));
}
