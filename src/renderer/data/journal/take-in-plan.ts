import { copyPlan } from "#core/plan/draft.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import type { StoreError } from "../store-error.ts";
import { addEntry, journalTables } from "./add-entry.ts";
import { type DraftTools, freshId } from "./manage-drafts.ts";

/** How a plan from a backup or a file comes in beside what is here: under its own id, which is free, or as a copy. */
export type TakingIn = { readonly kind: "add" } | { readonly kind: "copy"; readonly title: string };

/** Takes a plan in; resolves to the id under which it is here then. */
export function takeInPlan(
  tools: DraftTools,
  plan: Plan,
  how: TakingIn,
): Promise<Result<PlanId, StoreError>> {
  const taken =
    how.kind === "add"
      ? { ...plan, origin: "own" as const }
      : copyPlan(plan, { id: freshId(tools), title: how.title });
  return addPlan(tools, taken);
}

function addPlan(tools: DraftTools, plan: Plan): Promise<Result<PlanId, StoreError>> {
  const { db, plans } = tools;
  return db.transaction("rw", [...plans.tables, ...journalTables(db)], async () => {
    if ((await db.plans.get(plan.id)) !== undefined) return err({ kind: "plan-exists" });
    const at = tools.now();
    const planFile = JSON.stringify(writePlanFile(plan));
    await plans.put(plan, { generation: tools.newId(), at });
    await addEntry(tools, { plan: plan.id, kind: "create", planFile, revision: 0, at });
    return ok(plan.id);
  });
}
