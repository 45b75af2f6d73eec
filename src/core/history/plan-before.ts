import { applyChanges, invertChanges } from "../command/apply-changes.ts";
import type { Plan } from "../plan/plan.ts";
import type { JournalEntry } from "./journal-entry.ts";

/**
 * The rows of a plan as they were before entries of its journal: `now` with all of them taken back. The entries ascend, and
 * `now` is the state after the last of them. The title stays that of `now`: a renaming does not say what it replaced.
 */
export function planBefore(now: Plan, entries: readonly JournalEntry[]): Plan {
  const changes = entries.flatMap((entry) => ("changes" in entry ? entry.changes : []));
  return applyChanges(now, invertChanges(changes));
}
