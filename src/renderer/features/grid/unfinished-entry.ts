import type { IndicatorId, PlanId } from "#core/plan/ids.ts";

/** Text that was being typed into a cell when its window went away. */
export interface UnfinishedEntry {
  readonly indicator: IndicatorId;
  /** Id of the cell's column. */
  readonly column: string;
  readonly text: string;
}

const PREFIX = "unfinished:";

/**
 * Keeps an unfinished entry for the next time the plan is open. A window that closes or loads again waits for no
 * database; this store is written before it goes.
 */
export function keepUnfinished(plan: PlanId, entry: UnfinishedEntry): void {
  localStorage.setItem(PREFIX + plan, JSON.stringify(entry));
}

/** The unfinished entry of a plan, once; `null` when there is none. */
export function takeUnfinished(plan: PlanId): UnfinishedEntry | null {
  const kept = localStorage.getItem(PREFIX + plan);
  if (kept === null) return null;
  localStorage.removeItem(PREFIX + plan);
  const entry: unknown = JSON.parse(kept);
  return isEntry(entry) ? entry : null;
}

function isEntry(value: unknown): value is UnfinishedEntry {
  if (typeof value !== "object" || value === null) return false;
  const { indicator, column, text } = { indicator: null, column: null, text: null, ...value };
  return typeof indicator === "string" && typeof column === "string" && typeof text === "string";
}
