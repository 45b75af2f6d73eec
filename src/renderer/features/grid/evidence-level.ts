import { baseValue } from "#core/plan/base-value.ts";
import type { Plan } from "#core/plan/plan.ts";

/** How far an indicator is backed: statements behind base and target, behind part of them, or the planner's own. */
export type EvidenceLevel = "full" | "part" | "none";

/**
 * The evidence of an indicator as its dot shows it. Full needs a statement behind the base and one behind the last
 * target; a base that stands in from another year or from the predecessor is derived, and so counts as a part.
 */
export function evidenceLevel(plan: Plan, index: number): EvidenceLevel {
  const indicator = plan.indicators[index];
  if (indicator === undefined) return "none";
  const base = baseValue(plan, index);
  const stated = base !== null && indicator.sources.some(({ year }) => year === base.year);
  const carried = base?.provisional === true && indicator.base?.provisionalFrom === "predecessor-target";
  const promised = (indicator.targets.at(-1)?.statement ?? null) !== null;
  if (stated && !base.provisional && promised) return "full";
  return stated || carried || promised || indicator.sources.length > 0 ? "part" : "none";
}
