import type { Indicator } from "#core/plan/plan.ts";

/** How far an indicator is backed: statements behind base and target, behind one of them, or the planner's own. */
export type EvidenceLevel = "full" | "part" | "none";

/** The evidence of an indicator as its dot shows it: a base and a target that it has must both be backed to be full. */
export function evidenceLevel(indicator: Indicator): EvidenceLevel {
  const { base, sources, targets } = indicator;
  const baseBacked = base !== null && sources.some(({ year }) => year === base.year);
  const lastTarget = targets.at(-1);
  const targetBacked = lastTarget !== undefined && lastTarget.statement !== null;
  if (baseBacked && targetBacked) return "full";
  return baseBacked || targetBacked || sources.length > 0 ? "part" : "none";
}
