import { leaveOpen } from "./leave-open.ts";
import { observedTrend } from "./observed-trend.ts";
import { peerMedian } from "./peer-median.ts";
import { sameGrowth } from "./same-growth.ts";
import { superiorGrowth } from "./superior-growth.ts";
import type { TargetRule, TargetRuleId } from "./target-rule.ts";

/** All rules by which targets are proposed, in the order in which they are offered. */
export const TARGET_RULES: readonly TargetRule[] = [
  sameGrowth,
  superiorGrowth,
  peerMedian,
  observedTrend,
  leaveOpen,
];

/** The rule of a name. */
export function targetRule(id: TargetRuleId): TargetRule {
  return TARGET_RULES.find((rule) => rule.id === id) ?? leaveOpen;
}
