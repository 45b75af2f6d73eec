import { fieldKey } from "../command/cell-content.ts";
import type { PlanChange } from "../command/plan-change.ts";
import type { IndicatorId } from "../plan/ids.ts";
import type { Field } from "../plan/plan.ts";

/** From how many cells on a block is noted by its rows: its cells would fill the index, and such blocks are few. */
const BLOCK = 200;

/**
 * Keys of what changes touched, each once: a key a cell; where rows came, went or changed otherwise, and for large blocks, a key a row.
 * Moves, and what is said of indicators left out, touch no cell.
 */
export function touchKeys(changes: readonly PlanChange[]): readonly string[] {
  const isBlock = changes.length > BLOCK;
  const keys = changes.flatMap((change) => {
    if (change.kind === "move" || change.kind === "dropped") return [];
    return change.kind === "row" || isBlock ? [change.indicator] : [cellKey(change.indicator, change.field)];
  });
  return [...new Set(keys)];
}

/** The keys under which all is found that changed a cell or what it shows: its own, that of its row, and that of the row's unit. */
export function keysOfCell(indicator: IndicatorId, field: Field): readonly string[] {
  return [...new Set([indicator, cellKey(indicator, field), cellKey(indicator, { kind: "unit" })])];
}

function cellKey(indicator: IndicatorId, field: Field): string {
  return `${indicator} ${fieldKey(field)}`;
}
