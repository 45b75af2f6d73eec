import { comparePlans, type PlanComparison } from "#core/history/compare-plans.ts";
import { disputedBase } from "#core/merge/disputed-base.ts";
import type { ChooseSide } from "#core/merge/merge-conflict.ts";
import { mergePlans, type PlanMerge } from "#core/merge/merge-plans.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import type { WorkbenchStore } from "../workbench-store.ts";
import type { ExportedPlans } from "./read-backup.ts";

/** A plan from outside that is not what is here under its id. */
export interface DifferentPlan {
  readonly kind: "different";
  readonly plan: Plan;
  readonly here: Plan;
  readonly changes: PlanComparison;
  /** The state that both came of; `null` where none is known, and then every difference is a conflict of a merge. */
  readonly ancestor: Plan | null;
}

/**
 * A plan that a backup or a plan file holds, beside what is here under its id: nothing (`absent`), the same, something else with what
 * would change, or a built-in plan, which cannot be replaced.
 */
export type IncomingPlan =
  | { readonly plan: Plan; readonly kind: "absent" | "same" | "bundled" }
  | DifferentPlan;

/** Sets plans from outside beside those that are here. */
export async function setBeside(
  store: Pick<WorkbenchStore, "readPlan">,
  { plans, ancestors }: Pick<ExportedPlans, "plans" | "ancestors">,
): Promise<readonly IncomingPlan[]> {
  const incoming: IncomingPlan[] = [];
  for (const plan of plans)
    incoming.push(beside(plan, await store.readPlan(plan.id), ancestors.get(plan.id) ?? null));
  return incoming;
}

/** Sets plans from outside anew beside those that are here, which have changed meanwhile. */
export function setBesideAgain(
  store: Pick<WorkbenchStore, "readPlan">,
  incoming: readonly IncomingPlan[],
): Promise<readonly IncomingPlan[]> {
  const ancestors = incoming.flatMap((each): [PlanId, Plan][] =>
    each.kind === "different" && each.ancestor !== null ? [[each.plan.id, each.ancestor]] : [],
  );
  return setBeside(store, { plans: incoming.map(({ plan }) => plan), ancestors: new Map(ancestors) });
}

/** Whether a plan from outside holds anything that the plan here has not gone through already. */
export function hasNews(incoming: IncomingPlan): boolean {
  if (incoming.kind !== "different") return incoming.kind === "absent";
  const { plan, here, ancestor } = incoming;
  return ancestor === null || plan.title !== here.title || !isSame({ ...ancestor, title: plan.title }, plan);
}

const isSame = (a: Plan, b: Plan) => JSON.stringify(writePlanFile(a)) === JSON.stringify(writePlanFile(b));

function beside(plan: Plan, here: Plan | null, ancestor: Plan | null): IncomingPlan {
  if (here === null) return { kind: "absent", plan };
  if (here.origin === "bundled") return { kind: "bundled", plan };
  if (isSame(here, plan)) return { kind: "same", plan };
  return { kind: "different", plan, here, changes: comparePlans(here, plan), ancestor };
}

/** The plan here merged with the one from outside; facts about the plan as a whole stay as they are here. */
export function mergeIncoming({ plan, here, ancestor }: DifferentPlan, choose: ChooseSide): PlanMerge {
  const base = ancestor ?? disputedBase(here, plan);
  const { plan: merged, conflicts } = mergePlans({ base, ours: here, theirs: plan }, (conflict) =>
    conflict.kind === "fact" ? "ours" : choose(conflict),
  );
  return { plan: merged, conflicts: conflicts.filter(({ kind }) => kind !== "fact") };
}
