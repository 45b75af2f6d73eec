import { applyChanges, applyCommand, commandSteps } from "#core/command/apply-command.ts";
import { type Command, type CommandError, editsOf } from "#core/command/command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import type { Plan } from "#core/plan/plan.ts";
import { ok, type Result } from "#core/result.ts";
import type { TaskWatch } from "../workers/one-shot-worker.ts";
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
  return keep(before, command, applyCommand(before, command, directionOf));
}

/** Whether a plan is what a command came to: read again, it needs the command no more. */
export function isOutcome(plan: Plan, command: Command): boolean {
  return kept.some(
    (entry) => entry.command === command && entry.outcome.ok && entry.outcome.value.plan === plan,
  );
}

/** How long a step may last before the page draws and takes keys again, in ms. */
const STEP_TIME = 10;

/**
 * Reckons a command beforehand, in steps between which the page goes on; {@link editedPlan} then knows its outcome. `false` where it
 * was stopped.
 */
export async function reckonAhead(before: Plan, command: Command, watch: TaskWatch): Promise<boolean> {
  const of = editsOf(command).length;
  const steps = commandSteps(before, command, directionOf);
  let done = 0;
  let pauseAt = performance.now() + STEP_TIME;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      keep(before, command, step.value);
      return true;
    }
    done += step.value;
    if (performance.now() < pauseAt) continue;
    watch.onProgress?.({ done, of });
    await new Promise((resolve) => setTimeout(resolve));
    if (watch.signal?.aborted === true) return false;
    pauseAt = performance.now() + STEP_TIME;
  }
}

function keep(before: Plan, command: Command, applied: ReturnType<typeof applyCommand>): Outcome {
  const outcome = applied.ok
    ? ok({ changes: applied.value, plan: applyChanges(before, applied.value) })
    : applied;
  kept.push({ before, command, outcome });
  if (kept.length > MOST_KEPT) kept.shift();
  return outcome;
}
