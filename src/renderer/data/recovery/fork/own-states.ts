import { applyChanges, invertChanges } from "#core/command/apply-command.ts";
import type { Plan } from "#core/plan/plan.ts";
import { changesSchema } from "../../db/change-row.ts";
import type { JournalRow } from "../../db/journal-row.ts";

/** A plan before and after an entry of it. */
export interface Step {
  readonly entry: JournalRow;
  readonly before: Plan;
  readonly after: Plan;
}

/** Walks a plan back over its last entries, which are in order; titles stay that of `final`, since a renaming does not say what it replaced. */
export function stepsBackFrom(final: Plan, entries: readonly JournalRow[]): readonly Step[] {
  const steps: Step[] = [];
  let after = final;
  for (const entry of [...entries].reverse()) {
    const before = applyChanges(after, invertChanges(changesSchema.parse(entry.changes)));
    steps.push({ entry, before, after });
    after = before;
  }
  return steps.reverse();
}
