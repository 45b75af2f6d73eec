import type { YearlyStep } from "../../path/yearly-step.ts";
import { median } from "../../projection/methods/trend-fits.ts";
import { err, ok } from "../../result.ts";
import { counterpartGrowth } from "./counterpart-growth.ts";
import type { RuleGap, TargetRule } from "./target-rule.ts";

/**
 * 同级中位数: the median of what the peers' targets of the same concept ask for a year; of a promise with floor and stretch
 * the floor counts. Points and rates are not mixed: points are taken where any peer has them.
 */
export const peerMedian: TargetRule = {
  id: "peer-median",
  find: (question) => {
    if (question.peers.length === 0) return err({ kind: "no-plan" });
    const asked = question.peers.map((peer) => counterpartGrowth(question, peer));
    const steps = asked.flatMap((each) => (each.ok && each.value.kind === "growth" ? [each.value.step] : []));
    if (steps.length === 0) {
      const gaps = asked.flatMap((each) => (each.ok ? [] : [each.error]));
      return err(gaps.find(({ kind }) => kind !== "no-concept") ?? NO_CONCEPT);
    }
    return ok({ kind: "growth", ...middle(steps), stated: null });
  },
};

const NO_CONCEPT: RuleGap = { kind: "no-concept" };

function middle(steps: readonly YearlyStep[]): { readonly step: YearlyStep; readonly of: number } {
  const points = steps.some((step) => step.points);
  const alike = steps.filter((step) => step.points === points);
  const each = median(alike.map(({ low }) => low));
  return { step: { low: each, high: each, points }, of: alike.length };
}
