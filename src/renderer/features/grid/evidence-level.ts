import { baseValue } from "#core/plan/base-value.ts";
import type { Plan, Remark } from "#core/plan/plan.ts";

/** How far an indicator is backed: statements behind base and target, behind part of them, or the planner's own. */
export type EvidenceLevel = "full" | "part" | "none";

/**
 * The evidence of an indicator as its dot shows it. Full needs a statement behind the base and one behind the last
 * target; a base that stands in from another year or from the predecessor is derived, and so counts as a part. So does a source
 * that the planner has named: it can be looked up, though no document of the plan holds it. “规划编制者估计” names none.
 */
export function evidenceLevel(plan: Plan, index: number): EvidenceLevel {
  const indicator = plan.indicators[index];
  if (indicator === undefined) return "none";
  const base = baseValue(plan, index);
  const stated = base !== null && indicator.sources.some(({ year }) => year === base.year);
  const carried = base?.provisional === true && indicator.base?.provisionalFrom === "predecessor-target";
  const promised = (indicator.targets.at(-1)?.statement ?? null) !== null;
  if (stated && !base.provisional && promised) return "full";
  const backed = stated || carried || promised || indicator.sources.length > 0;
  return backed || indicator.remarks.some(namesSource) ? "part" : "none";
}

/** How planners write that a value is their own. */
const OWN_ESTIMATE: ReadonlySet<string> = new Set([
  "规划编制者估计",
  "规划编制者自填",
  "The planner's own estimate",
]);

function namesSource({ field, source }: Remark): boolean {
  return "year" in field && source !== null && !OWN_ESTIMATE.has(source.trim());
}
