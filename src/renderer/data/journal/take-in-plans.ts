import type { Seq } from "#core/command/history.ts";
import { copyPlan } from "#core/plan/draft.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import type { StoreError } from "../store-error.ts";
import { addEntry, journalTables } from "./add-entry.ts";
import { executeCommand } from "./edit-plan.ts";
import { type DraftTools, freshId, renameDraft } from "./manage-drafts.ts";

/**
 * How a plan from a backup or a file comes in beside what is here: under its own id, which is free; as a copy; or in place of the one
 * here, as one edit that undo takes back. `entry` is the journal entry up to which it reaches, 0 for a file, which knows of none.
 */
export type TakingIn =
  | { readonly kind: "add" }
  | { readonly kind: "copy"; readonly title: string }
  | { readonly kind: "replace"; readonly entry: Seq };

/** A plan from outside and how it comes in. */
export interface TakenPlan {
  readonly plan: Plan;
  readonly how: TakingIn;
}

/** Takes plans in, all of them or none, in one transaction; resolves to the ids under which they are here then. */
export async function takeInPlans(
  tools: DraftTools,
  taken: readonly TakenPlan[],
): Promise<Result<readonly PlanId[], StoreError>> {
  const { db, plans } = tools;
  // A refusal is thrown, so that the transaction does not end with half of them.
  try {
    const ids = await db.transaction("rw", [...plans.tables, ...journalTables(db)], async () => {
      const done: PlanId[] = [];
      for (const each of taken) {
        const id = await takeIn(tools, each);
        if (!id.ok) throw new RefusedTakingIn(id.error);
        done.push(id.value);
      }
      return done;
    });
    return ok(ids);
  } catch (error) {
    if (error instanceof RefusedTakingIn) return err(error.reason);
    throw error;
  }
}

function takeIn(tools: DraftTools, { plan, how }: TakenPlan): Promise<Result<PlanId, StoreError>> {
  switch (how.kind) {
    case "add":
      return addPlan(tools, { ...plan, origin: "own" });
    case "copy":
      return addPlan(tools, copyPlan(plan, { id: freshId(tools), title: how.title }));
    case "replace":
      return replacePlan(tools, plan, how.entry);
  }
}

async function addPlan(tools: DraftTools, plan: Plan): Promise<Result<PlanId, StoreError>> {
  const { db, plans } = tools;
  if ((await db.plans.get(plan.id)) !== undefined) return err({ kind: "plan-exists" });
  const at = tools.now();
  const planFile = JSON.stringify(writePlanFile(plan));
  await plans.put(plan, { generation: tools.newId(), at });
  await addEntry(tools, { plan: plan.id, kind: "create", planFile, revision: 0, at });
  return ok(plan.id);
}

/** Makes the plan here what the other is, and gives it that title. */
async function replacePlan(tools: DraftTools, state: Plan, entry: Seq): Promise<Result<PlanId, StoreError>> {
  const here = (await tools.plans.read(state.id))?.plan;
  const done = await executeCommand(tools, state.id, { type: "restore", state, entry });
  if (!done.ok) return done;
  if (here?.title === state.title) return ok(state.id);
  const renamed = await renameDraft(tools, state.id, state.title);
  return renamed.ok ? ok(state.id) : renamed;
}

class RefusedTakingIn extends Error {
  override readonly name = "RefusedTakingIn";
  readonly reason: StoreError;

  constructor(reason: StoreError) {
    super(reason.kind);
    this.reason = reason;
  }
}
