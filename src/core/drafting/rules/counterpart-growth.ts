import { type IndicatorIndex, matchIndicator } from "../../compare/beside/align-indicators.ts";
import { err, type Result } from "../../result.ts";
import { promisedGrowth } from "./promised-growth.ts";
import type { Found, RuleGap, TargetQuestion } from "./target-rule.ts";

/** The growth that another plan asks for of the same concept, or why it cannot be told. */
export function counterpartGrowth(question: TargetQuestion, other: IndicatorIndex): Result<Found, RuleGap> {
  const { indicator, concepts } = question;
  const match = matchIndicator(indicator, other, concepts);
  if (match === null) return err({ kind: "no-concept" });
  if (match.by === "numerator") {
    // Beside the growth of its numerator the share itself may still stand there, in words.
    const inWords = indicator.concept !== null && other.byConcept.has(indicator.concept);
    return err({ kind: inWords ? "judged" : "no-concept" });
  }
  const promise = other.promise(match.row);
  if (promise === null) return err({ kind: "no-concept" });
  const theirs = promise.indicator.concept;
  const differs = indicator.concept !== null && theirs !== null && indicator.concept !== theirs;
  return differs ? err({ kind: "caliber" }) : promisedGrowth(promise);
}
