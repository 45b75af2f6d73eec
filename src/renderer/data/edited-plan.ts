import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import type { Command, CommandError } from "#core/command/command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import type { Plan } from "#core/plan/plan.ts";
import { ok, type Result } from "#core/result.ts";
import { directionOf } from "./catalogue.ts";

/** What a command changes in a plan, and the plan after it. */
export interface EditedPlan {
  readonly changes: readonly PlanChange[];
  readonly plan: Plan;
}

type Outcome = Result<EditedPlan, CommandError>;

/** How many outcomes are kept: those of a few edits on their way. */
const MOST_KEPT = 4;

const kept: { readonly before: Plan; readonly command: Command; readonly outcome: Outcome }[] = [];

/**
 * A command carried out on a plan. Who shows an edit and who stores it ask for the same one: a pasted block of thousands of rows is
 * reckoned once.
 */
export function editedPlan(before: Plan, command: Command): Outcome {
  const known = kept.find((entry) => entry.before === before && entry.command === command);
  if (known !== undefined) return known.outcome;
  const applied = applyCommand(before, command, directionOf);
  const outcome = applied.ok
    ? ok({ changes: applied.value, plan: applyChanges(before, applied.value) })
    : applied;
  kept.push({ before, command, outcome });
  if (kept.length > MOST_KEPT) kept.shift();
  return outcome;
}
