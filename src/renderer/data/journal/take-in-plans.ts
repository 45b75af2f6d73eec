import type { Seq } from "#core/command/history.ts";
import { copyPlan } from "#core/plan/draft.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import type { StoreError } from "../store-error.ts";
import { addEntry, journalTables } from "./add-entry.ts";
import { executeCommand } from "./edit-plan.ts";
import { type DraftTools, freshId, renameDraft } from "./manage-drafts.ts";

/**
 * How a plan from a backup or a file comes in beside what is here: under its own id, which is free; as a copy; in place of the one
 * here, or merged with it, as one edit that undo takes back. `entry` is the journal entry up to which it reaches, 0 for a file, which knows of
 * none; `seen` is the plan here as the planner saw it when choosing: where it is another one by now, nothing comes in.
 */
export type TakingIn =
  | { readonly kind: "add" }
  | { readonly kind: "copy"; readonly title: string }
  | { readonly kind: "replace"; readonly entry: Seq; readonly seen?: Plan }
  | { readonly kind: "merge"; readonly seen?: Plan };

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
      return replacePlan(tools, plan, how.entry, how.seen);
    case "merge":
      return replacePlan(tools, plan, null, how.seen);
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

/** Makes the plan here what the other is, and gives it that title; without an entry it is a merge, which leaves facts of the plan here as they are. */
async function replacePlan(
  tools: DraftTools,
  state: Plan,
  entry: Seq | null,
  seen: Plan | undefined,
): Promise<Result<PlanId, StoreError>> {
  const here = (await tools.plans.read(state.id))?.plan;
  if (seen !== undefined && (here === undefined || contentOf(here) !== contentOf(seen)))
    return err({ kind: "changed-meanwhile" });
  const done = await executeCommand(tools, state.id, { type: "restore", state, entry: entry ?? 0 });
  if (!done.ok) return done;
  if (here?.title !== state.title) {
    const renamed = await renameDraft(tools, state.id, state.title);
    if (!renamed.ok) return renamed;
  }
  const outcome = (await tools.plans.read(state.id))?.plan;
  const isFit = outcome !== undefined && isSound(outcome) && (entry === null || isSame(outcome, state));
  return isFit ? ok(state.id) : err({ kind: "unfit-replacement" });
}

const contentOf = (plan: Plan) => JSON.stringify(writePlanFile(plan));

/** Whether a plan can be written and read again: every backup and every export asks for that. */
const isSound = (plan: Plan) => readPlanFile(writePlanFile(plan), "own").ok;

/** Whether two plans hold the same; the order of what is said about them does not matter. */
const isSame = (a: Plan, b: Plan) => contentOf(inOrder(a)) === contentOf(inOrder(b));

function inOrder(plan: Plan): Plan {
  const statements = plan.statements.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const disagreements = plan.disagreements.toSorted(
    (a, b) => a.indicator.localeCompare(b.indicator) || a.year - b.year,
  );
  return { ...plan, origin: "own", statements, disagreements };
}

class RefusedTakingIn extends Error {
  override readonly name = "RefusedTakingIn";
  readonly reason: StoreError;

  constructor(reason: StoreError) {
    super(reason.kind);
    this.reason = reason;
  }
}
