import { assertNever } from "../assert-never.ts";
import { type DirectionOf, higherIsBetter } from "../plan/concept.ts";
import { planDifference } from "../history/plan-difference.ts";
import type { Plan } from "../plan/plan.ts";
import { err, ok, type Result } from "../result.ts";
import { applyChanges } from "./apply-changes.ts";
import { areBounded } from "./bounded-changes.ts";
import type { Command, CommandError } from "./command.ts";
import { changeUnit, cite, editCellsInSteps } from "./edit-cells.ts";
import { editScenarios } from "./edit-plan-scenarios.ts";
import { writeSection } from "./edit-narrative.ts";
import { addIndicators, duplicateIndicators, moveIndicators, removeIndicators } from "./edit-rows.ts";
import type { PlanChange } from "./plan-change.ts";
import { matchIndicator, remark, setConcept } from "./say-of-row.ts";
import { takeUpDropped } from "./take-up-dropped.ts";

export { applyChanges, invertChanges } from "./apply-changes.ts";

type Applied = Result<readonly PlanChange[], CommandError>;

/**
 * The changes that a command makes to a plan, none where it would leave everything as it is. The direction of a concept
 * says in which order 保底 and 力争 are read.
 */
export function applyCommand(
  plan: Plan,
  command: Command,
  directionOf: DirectionOf = higherIsBetter,
): Applied {
  const steps = commandSteps(plan, command, directionOf);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same in steps, so that who reckons a pasted block of thousands of cells can do something else in between, or give it up. Each
 * step gives how many of the command's cells ({@link editsOf}) it came through. Refused where a number would come into the plan that no
 * file could hold, from whichever place it comes.
 */
export function* commandSteps(
  plan: Plan,
  command: Command,
  directionOf: DirectionOf,
): Generator<number, Applied> {
  const applied = yield* stepsOf(plan, command, directionOf);
  return applied.ok && !areBounded(applied.value) ? err({ kind: "number-too-large" }) : applied;
}

function* stepsOf(plan: Plan, command: Command, directionOf: DirectionOf): Generator<number, Applied> {
  if (plan.origin === "bundled") return err({ kind: "read-only" });
  switch (command.type) {
    case "editCell":
      return yield* editCellsInSteps(plan, [command], directionOf);
    case "editCells":
      return yield* editCellsInSteps(plan, command.edits, directionOf);
    case "changeUnit":
      return changeUnit(plan, command, directionOf);
    case "addIndicators":
      return ok(addIndicators(plan, command));
    case "duplicateIndicators":
      return ok(duplicateIndicators(plan, command));
    case "removeIndicators":
      return ok(removeIndicators(plan, command));
    case "moveIndicators":
      return ok(moveIndicators(plan, command));
    case "remark":
      return remark(plan, command);
    case "cite":
      return cite(plan, command);
    case "matchIndicator":
      return matchIndicator(plan, command);
    case "setConcept":
      return setConcept(plan, command);
    case "restore":
      return ok(planDifference(plan, command.state));
    case "takeUpDropped":
      return ok(takeUpDropped(plan, command));
    case "keepScenarios":
    case "setOverride":
    case "dropOverrides":
    case "addScenario":
    case "renameScenario":
    case "noteScenario":
    case "duplicateScenario":
    case "rebaseScenario":
    case "removeScenario":
    case "addDriver":
    case "editDriver":
    case "removeDriver":
      return editScenarios(plan, command);
    case "writeSection":
      return ok(writeSection(plan, command));
    case "batch":
      return yield* applyAll(plan, command.commands, directionOf);
    default:
      return assertNever(command);
  }
}

function* applyAll(
  plan: Plan,
  commands: readonly Command[],
  directionOf: DirectionOf,
): Generator<number, Applied> {
  const changes: PlanChange[] = [];
  let current = plan;
  for (const command of commands) {
    const applied = yield* stepsOf(current, command, directionOf);
    if (!applied.ok) return applied;
    for (const change of applied.value) changes.push(change);
    current = applyChanges(current, applied.value);
  }
  return ok(changes);
}
