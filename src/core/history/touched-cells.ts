import { fieldKey } from "../command/cell-content.ts";
import { isTableChange, type PlanChange } from "../command/plan-change.ts";
import type { IndicatorId } from "../plan/ids.ts";
import type { Field } from "../plan/plan.ts";

/** From how many cells on a block is noted by its rows: its cells would fill the index, and such blocks are few. */
const BLOCK = 200;

/** From how many rows on a block is noted for all rows of its plan at once: a key a row would take longer than the edit itself. */
const LARGE_BLOCK = 1000;

/** The key of blocks that are noted for all rows of their plan. */
const ANY_ROW = "*";

/**
 * Keys of what changes touched, each once: a key a cell; where rows came, went or changed otherwise, and for blocks, a key a row, and for
 * large blocks one key. Moves, what is said of indicators left out, scenarios and the text touch no cell.
 */
export function touchKeys(changes: readonly PlanChange[]): readonly string[] {
  const isBlock = changes.length > BLOCK;
  const keys = changes.flatMap((change) => {
    if (!isTableChange(change) || change.kind === "move" || change.kind === "dropped") return [];
    return change.kind === "row" || isBlock ? [change.indicator] : [cellKey(change.indicator, change.field)];
  });
  const distinct = new Set(keys);
  return distinct.size < LARGE_BLOCK ? [...distinct] : [ANY_ROW];
}

/** The keys under which all is found that changed a cell or what it shows: its own, that of its row, that of the row's unit, and that of large blocks. */
export function keysOfCell(indicator: IndicatorId, field: Field): readonly string[] {
  return [...new Set([indicator, cellKey(indicator, field), cellKey(indicator, { kind: "unit" }), ANY_ROW])];
}

function cellKey(indicator: IndicatorId, field: Field): string {
  return `${indicator} ${fieldKey(field)}`;
}
