import { formatTarget } from "../indicator/format-target.ts";
import { parseTarget } from "../indicator/parse-target.ts";
import type { Target } from "../indicator/target.ts";
import { steppedFrom, type YearlyStep } from "../path/yearly-step.ts";
import { withinRange } from "../plan/within-range.ts";
import { err, ok, type Result } from "../result.ts";
import type { Found, RuleGap, TargetQuestion, TargetRule } from "./rules/target-rule.ts";
import { type ProposedLevels, wordTarget } from "./word-target.ts";

/** What a proposal rests on: a growth that so many plans ask for, so many observations, or a promise kept as it was. */
export type ProposalGround =
  | { readonly kind: "growth"; readonly step: YearlyStep; readonly of: number }
  | { readonly kind: "trend"; readonly of: number }
  | { readonly kind: "promise" };

/** A target that a rule proposes. */
export interface TargetProposal {
  readonly target: Target;
  /** In official wording. */
  readonly text: string;
  readonly ground: ProposalGround;
}

/** The target that a rule proposes for a row of a draft, worded as the predecessor worded it where that makes sense. */
export function proposeTarget(rule: TargetRule, question: TargetQuestion): Result<TargetProposal, RuleGap> {
  const found = rule.find(question);
  if (!found.ok) return found;
  const target = targetOf(found.value, question);
  if (!target.ok) return target;
  const text = formatTarget(target.value);
  const { indicator, concept } = question;
  // What will be written is what is typed: a number of more digits than are kept is no proposal.
  const read = parseTarget(text, indicator.unit, concept?.direction);
  return read.ok
    ? ok({ target: read.value, text, ground: groundOf(found.value) })
    : err({ kind: "too-large" });
}

function groundOf(found: Found): ProposalGround {
  switch (found.kind) {
    case "growth":
      return { kind: "growth", step: found.step, of: found.of };
    case "trend":
      return { kind: "trend", of: found.of };
    case "promise":
      return { kind: "promise" };
  }
}

function targetOf(found: Found, question: TargetQuestion): Result<Target, RuleGap> {
  const model = question.predecessor?.target?.target ?? null;
  switch (found.kind) {
    case "promise":
      return ok(found.target);
    case "trend": {
      const level = withinRange(found.level, question.indicator, question.concept);
      return ok(wordTarget(model, { low: level, high: level, step: null }, question));
    }
    case "growth": {
      // A growth that is promised as one needs no base to be promised again.
      const ownForm = model === null || model.form === "averageGrowth";
      if (found.stated !== null && ownForm) return ok(found.stated);
      const levels = grownLevels(found.step, question);
      return levels.ok ? ok(wordTarget(model, levels.value, question)) : levels;
    }
  }
}

function grownLevels(
  step: YearlyStep,
  { base, year, indicator, concept }: TargetQuestion,
): Result<ProposedLevels, RuleGap> {
  if (base === null) return err({ kind: "no-base" });
  const years = year - base.year;
  if (years <= 0) return err({ kind: "no-years" });
  const from = base.quantity.value;
  if (!step.points && from <= 0) return err({ kind: "not-positive" });
  const level = (each: number) =>
    withinRange(steppedFrom(from, each, years, step.points), indicator, concept);
  const levels = { low: level(step.low), high: level(step.high), step };
  return Number.isFinite(levels.low) && Number.isFinite(levels.high)
    ? ok(levels)
    : err({ kind: "not-positive" });
}
