import { type IndicatorId, indicatorId, type PlanId } from "#core/plan/ids.ts";
import { readKept } from "./read-kept.ts";
import { z } from "./db/schema-library.ts";

/** Text that was being typed into a cell when its window went away. */
export interface UnfinishedEntry {
  readonly indicator: IndicatorId;
  /** Id of the cell's column. */
  readonly column: string;
  readonly text: string;
}

const PREFIX = "unfinished:";

const entrySchema = z.object({
  indicator: z.string().transform(indicatorId),
  column: z.string(),
  text: z.string(),
});

/**
 * Keeps an unfinished entry for the next time the plan is open. A window that closes or loads again waits for no
 * database; this store is written before it goes.
 */
export function keepUnfinished(plan: PlanId, entry: UnfinishedEntry): void {
  localStorage.setItem(PREFIX + plan, JSON.stringify(entry));
}

/** The unfinished entry of a plan, once; `null` when there is none that can be read. */
export function takeUnfinished(plan: PlanId): UnfinishedEntry | null {
  const kept = localStorage.getItem(PREFIX + plan);
  localStorage.removeItem(PREFIX + plan);
  return readKept(kept, entrySchema);
}
