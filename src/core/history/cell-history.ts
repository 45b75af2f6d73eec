import { cellContent, fieldKey } from "../command/cell-content.ts";
import type { CellContent } from "../command/command.ts";
import { isTableChange, type RowRecord } from "../command/plan-change.ts";
import { observationTable } from "../plan/observation-table.ts";
import type { IndicatorId } from "../plan/ids.ts";
import type { Field, Plan } from "../plan/plan.ts";
import { sameValue } from "../same-value.ts";
import { type ShownContent, showContent } from "./compare-plans.ts";
import type { JournalEntry } from "./journal-entry.ts";

/** One change of a cell: what it showed before and after an entry; `null` is an empty cell. */
export interface CellStep {
  readonly entry: JournalEntry;
  readonly before: ShownContent | null;
  readonly after: ShownContent | null;
}

/** The content of one cell, `null` where its row is not there. */
type Held = CellContent | null;

/**
 * What entries did to a cell, the newest first; entries that left what it shows as it was are none. `entries` are given the newest
 * first and hold all that touched the cell or its unit since the oldest of them; `unit` is the row's now.
 */
export function cellHistory(
  entries: readonly JournalEntry[],
  indicator: IndicatorId,
  field: Field,
  unit: string,
): readonly CellStep[] {
  let unitAfter = unit;
  return entries.flatMap((entry): readonly CellStep[] => {
    const units = changeOf(entry, indicator, { kind: "unit" });
    const unitBefore = units?.before?.kind === "text" ? (units.before.text ?? "") : unitAfter;
    const change = changeOf(entry, indicator, field);
    const step = {
      entry,
      before: shownIn(change?.before ?? null, unitBefore),
      after: shownIn(change?.after ?? null, unitAfter),
    };
    unitAfter = unitBefore;
    return change === null || sameValue(step.before, step.after) ? [] : [step];
  });
}

function shownIn(content: Held, unit: string): ShownContent | null {
  return content === null ? null : showContent(content, unit);
}

/** What a cell held before and after an entry, `null` where the entry did not touch it. */
function changeOf(
  entry: JournalEntry,
  indicator: IndicatorId,
  field: Field,
): { readonly before: Held; readonly after: Held } | null {
  if (!("changes" in entry)) return null;
  const key = fieldKey(field);
  let found: { readonly before: Held; readonly after: Held } | null = null;
  for (const change of entry.changes) {
    if (!isTableChange(change) || change.indicator !== indicator) continue;
    if (change.kind === "move" || change.kind === "dropped") continue;
    if (change.kind === "cell" && fieldKey(change.field) !== key) continue;
    const [before, after] =
      change.kind === "cell"
        ? [change.before, change.after]
        : [heldBy(change.before, field), heldBy(change.after, field)];
    found = { before: found === null ? before : found.before, after };
  }
  return found;
}

function heldBy(record: RowRecord | null, field: Field): Held {
  if (record === null) return null;
  const { indicator, observed } = record;
  const row: Pick<Plan, "indicators" | "observations"> = {
    indicators: [indicator],
    observations: observationTable(
      1,
      observed.map((cell) => ({ row: 0, ...cell })),
    ),
  };
  return cellContent(row, 0, field);
}
