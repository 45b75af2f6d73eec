import { applyChanges, applyCommand, invertChanges } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import type { CellChange } from "#core/command/plan-change.ts";
import { planDifference } from "#core/history/plan-difference.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok } from "#core/result.ts";
import { directionOf } from "../catalogue.ts";
import type { StorageReason, StoreError } from "../store-error.ts";
import type { StoreWrites } from "../store-writes.ts";
import type { EditResult } from "../workbench-store.ts";
import { type EditTools, executeChanges, executeCommand, lastChanges } from "./edit-plan.ts";
import { type Retried, typedCells, type WaitingEdit, type WaitingEdits } from "./waiting-edits.ts";

/** An edit that the database did not take, and why; `former` is the edit that it was to replace. */
export interface RefusedEdit {
  readonly plan: PlanId;
  readonly command: Command;
  readonly former?: Command | undefined;
  readonly reason: StorageReason;
}

interface RetryTools {
  readonly tools: EditTools;
  readonly writes: StoreWrites;
}

interface HoldTools extends RetryTools {
  readonly waiting: WaitingEdits;
}

/** Keeps an edit that the database refused on top of what is stored; the reason, when the plan cannot even be read. */
export async function holdEdit(
  { tools, writes, waiting }: HoldTools,
  { plan: id, command, former, reason }: RefusedEdit,
): Promise<EditResult> {
  const read = await writes.attempt<PlanBefore, StoreError>(async () => {
    const stored = await tools.plans.read(id);
    if (stored === null) return err({ kind: "unknown-plan" });
    if (stored.plan.origin !== "own") return err({ kind: "read-only" });
    const shown = waiting.onTop(stored.plan);
    const before = former === undefined ? shown : await withoutFormer({ tools, waiting }, shown, former);
    return ok({ shown, before });
  });
  if (!read.ok) return read;
  const { shown, before } = read.value;
  const applied = applyCommand(before, command, directionOf);
  if (!applied.ok) return applied;
  // In place of another it is more than the command: what that one changed goes with it.
  const after = applyChanges(before, applied.value);
  const isAlone = before === shown;
  const changes = isAlone ? applied.value : planDifference(shown, after);
  if (changes.length === 0) return ok(changes);
  const told = { command: isAlone ? command : null, typed: typedCells(command, { before, after }) };
  await waiting.add({ plan: id, changes, ...told }, reason);
  return ok(changes);
}

/** A plan as the planner sees it, and what an edit is carried out on: the same, or the plan without the edit that it replaces. */
interface PlanBefore {
  readonly shown: Plan;
  readonly before: Plan;
}

/** A plan before the edit that another is to replace; as it is where that edit is not the last one. */
async function withoutFormer(
  { tools, waiting }: Pick<HoldTools, "tools" | "waiting">,
  plan: Plan,
  former: Command,
): Promise<Plan> {
  const last = waiting.state.getState().edits.findLast((edit) => edit.plan === plan.id);
  const isIt = JSON.stringify(last?.command) === JSON.stringify(former);
  const changes = last === undefined ? await lastChanges(tools, plan.id, former) : isIt ? last.changes : null;
  return changes === null ? plan : applyChanges(plan, invertChanges(changes));
}

/** Tries a waiting edit again: as the command that it was, and by its changes where a row of that is gone. */
export async function retryEdit(
  { tools, writes }: RetryTools,
  { id, plan, command, changes }: WaitingEdit,
): Promise<Retried> {
  const done = await writes.runAgain<readonly CellChange[]>(async () => {
    const whole = command === null ? null : await executeCommand(tools, plan, command, id);
    if (whole?.ok === true) return ok([]);
    if (whole !== null && whole.error.kind !== "unknown-indicator") return whole;
    const fitted = await executeChanges(tools, plan, changes, id);
    return fitted.ok ? ok(fitted.value.gone) : fitted;
  });
  if (done.ok) return { kind: "stored", gone: done.value };
  return done.error.kind === "storage" ? { kind: "refused", reason: done.error.reason } : { kind: "unfit" };
}
