import { type IndicatorIndex, indicatorIndex } from "#core/compare/beside/align-indicators.ts";
import { type DraftChoices, proposeChoices } from "#core/drafting/draft-choices.ts";
import { draftPlan } from "#core/drafting/draft-plan.ts";
import { proposeTarget } from "#core/drafting/propose-target.ts";
import { targetRule } from "#core/drafting/rules/rule-registry.ts";
import type { TargetRuleId } from "#core/drafting/rules/target-rule.ts";
import { targetQuestion } from "#core/drafting/target-question.ts";
import { planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { seedConcepts, seedJurisdictions, seedPlan } from "../../seed-plan.ts";

/** The concepts of the catalogue by id. */
export const CONCEPTS = new Map(seedConcepts().map((concept) => [concept.id, concept]));

/** The bundled plans. */
export const BUNDLED = ["enping-13", "heshan-14", "jiangmen-14", "shaoguan-2017", "taishan-13"].map(seedPlan);

/** The id of drafts in tests. */
export const DRAFT = planId("draft-7");

/** What is proposed for the plan after `predecessor`, with changes. */
export function choicesFor(predecessor: Plan, changes: Partial<DraftChoices> = {}): DraftChoices {
  const proposed = proposeChoices(predecessor, BUNDLED, seedJurisdictions());
  if (!proposed.ok) throw new Error(proposed.error.kind);
  return { ...proposed.value, ...changes };
}

/** The plan that choices name as the superior one. */
export function superiorOf({ superior }: DraftChoices): Plan | null {
  return BUNDLED.find(({ id }) => id === superior) ?? null;
}

/** The draft that choices make. */
export function draftOf(predecessor: Plan, changes: Partial<DraftChoices> = {}): Plan {
  const choices = choicesFor(predecessor, changes);
  return draftPlan({ predecessor, superior: superiorOf(choices) }, choices, DRAFT);
}

const indexOf = (plan: Plan): IndicatorIndex => indicatorIndex(plan, CONCEPTS);

/** What a rule says of the draft's row of a concept: the text that it proposes, else the kind of its reason. */
export function proposed(
  rule: TargetRuleId,
  concept: string,
  { predecessor, peers = [], changes = {} }: Asked,
): string {
  const choices = choicesFor(predecessor, changes);
  const superior = superiorOf(choices);
  const draft = draftPlan({ predecessor, superior }, choices, DRAFT);
  const row = draft.indicators.findIndex((indicator) => indicator.concept === concept);
  const question = targetQuestion(draft, row, {
    predecessor: indexOf(predecessor),
    superior: superior === null ? null : indexOf(superior),
    peers: peers.map((peer) => indexOf(seedPlan(peer))),
    concepts: CONCEPTS,
  });
  if (question === null) throw new Error(`There is no ${concept}`);
  const proposal = proposeTarget(targetRule(rule), question);
  return proposal.ok ? proposal.value.text : proposal.error.kind;
}

interface Asked {
  readonly predecessor: Plan;
  readonly peers?: readonly string[];
  readonly changes?: Partial<DraftChoices>;
}
