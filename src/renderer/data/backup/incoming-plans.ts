import { comparePlans, type PlanComparison } from "#core/history/compare-plans.ts";
import type { Plan } from "#core/plan/plan.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import type { WorkbenchStore } from "../workbench-store.ts";

/**
 * A plan that a backup or a plan file holds, beside what is here under its id: nothing (`absent`), the same, something else with what
 * would change, or a built-in plan, which cannot be replaced.
 */
export type IncomingPlan = { readonly plan: Plan } & (
  | { readonly kind: "absent" | "same" | "bundled" }
  | { readonly kind: "different"; readonly here: Plan; readonly changes: PlanComparison }
);

/** Sets plans from outside beside those that are here. */
export async function setBeside(
  store: Pick<WorkbenchStore, "readPlan">,
  plans: readonly Plan[],
): Promise<readonly IncomingPlan[]> {
  const incoming: IncomingPlan[] = [];
  for (const plan of plans) incoming.push(beside(plan, await store.readPlan(plan.id)));
  return incoming;
}

function beside(plan: Plan, here: Plan | null): IncomingPlan {
  if (here === null) return { kind: "absent", plan };
  if (here.origin === "bundled") return { kind: "bundled", plan };
  const same = JSON.stringify(writePlanFile(here)) === JSON.stringify(writePlanFile(plan));
  return same ? { kind: "same", plan } : { kind: "different", plan, here, changes: comparePlans(here, plan) };
}
