import type { PlanId } from "./ids.ts";
import type { Jurisdiction, Plan } from "./plan.ts";

/** Name of a plan that is about to be made; the caller gives a fresh id. */
export interface DraftIdentity {
  readonly id: PlanId;
  readonly title: string;
}

/** An editable copy of a plan with its values, targets and evidence. */
export function copyPlan(plan: Plan, identity: DraftIdentity): Plan {
  return { ...plan, ...identity, status: "draft", origin: "own" };
}

/** A draft for the five years after `predecessor`: indicators and history carried over, bases proposed, no targets. */
export function nextPlan(predecessor: Plan, superior: PlanId | null, identity: DraftIdentity): Plan {
  return { ...copyPlan(predecessor, identity), superior, predecessor: predecessor.id };
}

/** A title for the plan after this one: “十三五” becomes “十四五”, else the period is added. */
export function proposeTitle(plan: Pick<Plan, "title" | "period">): string {
  return plan.title;
}

/** The plan of the parent jurisdiction whose period overlaps the draft's, the longest overlap first, else `null`. */
export function proposeSuperior(
  plans: readonly Pick<Plan, "id" | "jurisdiction" | "period">[],
  jurisdictions: readonly Jurisdiction[],
  draft: Pick<Plan, "jurisdiction" | "period">,
): PlanId | null {
  return plans.length === 0 || jurisdictions.length === 0 || draft.period.end === 0 ? null : null;
}
