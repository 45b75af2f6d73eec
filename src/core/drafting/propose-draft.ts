import type { DirectionOf } from "../plan/concept.ts";
import { type IndicatorId, planId } from "../plan/ids.ts";
import type { Plan } from "../plan/plan.ts";
import type { Result } from "../result.ts";
import type { DraftChoices, Figures } from "./draft-choices.ts";
import { draftPlan, draftRows, type DraftSources } from "./draft-plan.ts";
import { type ProposalGround, proposeTarget, type TargetProposal } from "./propose-target.ts";
import { targetRule } from "./rules/rule-registry.ts";
import type { RuleGap, TargetQuestion, TargetRuleId } from "./rules/target-rule.ts";
import { type ProposalGrounds, targetQuestion } from "./target-question.ts";

/** By which rule targets are proposed: one for the whole plan, others for single indicators. */
export interface RuleChoices {
  readonly plan: TargetRuleId;
  readonly rows: ReadonlyMap<IndicatorId, TargetRuleId>;
}

/** All that proposals are made with beside the choices. */
export interface ProposalTools {
  readonly grounds: ProposalGrounds;
  readonly rules: RuleChoices;
  /** What is noted beside a target that a rule has proposed, in the planner's language. */
  readonly noteOf: (rule: TargetRuleId, ground: ProposalGround) => string;
  readonly directionOf: DirectionOf;
}

/** A row of the draft to be, with what its rule says. */
export interface ProposedRow {
  /** The indicator of the predecessor or of the superior plan that it comes from. */
  readonly from: IndicatorId;
  /** Its place in the tables of {@link ProposedDraft.plan}. */
  readonly row: number;
  readonly rule: TargetRuleId;
  /** What any rule may look at for it. */
  readonly question: TargetQuestion;
  readonly proposal: Result<TargetProposal, RuleGap>;
}

/** The draft as it would be made now. */
export interface ProposedDraft {
  readonly plan: Plan;
  readonly rows: readonly ProposedRow[];
  /** The choices with what the rules propose where the planner has typed nothing. */
  readonly choices: DraftChoices;
}

/** Stands for the id of a draft that is not made yet. */
const TO_BE = planId("to-be");

/** The draft that choices make, with the targets that rules propose; `figures` of the choices hold what was typed. */
export function proposeDraft(
  sources: DraftSources,
  typed: DraftChoices,
  { grounds, rules, noteOf, directionOf }: ProposalTools,
): ProposedDraft {
  const ground = draftPlan(sources, withoutTargets(typed), TO_BE, directionOf);
  const places = new Map(ground.indicators.map(({ id }, row) => [id, row]));
  const rows = [...draftRows(sources, typed, TO_BE)].flatMap(([from, id]): readonly ProposedRow[] => {
    const row = places.get(id);
    const question = row === undefined ? null : targetQuestion(ground, row, grounds);
    if (row === undefined || question === null) return [];
    const rule = rules.rows.get(from) ?? rules.plan;
    return [{ from, row, rule, question, proposal: proposeTarget(targetRule(rule), question) }];
  });
  const figures = new Map(typed.figures);
  for (const { from, rule, proposal } of rows) {
    const own = typed.figures.get(from) ?? NOTHING_TYPED;
    if (own.target !== null || !proposal.ok) continue;
    const { text, ground: basis } = proposal.value;
    figures.set(from, { ...own, target: text, note: noteOf(rule, basis) });
  }
  const choices = { ...typed, figures };
  return { plan: draftPlan(sources, choices, TO_BE, directionOf), rows, choices };
}

const NOTHING_TYPED: Figures = { base: null, target: null, note: null };

function withoutTargets(choices: DraftChoices): DraftChoices {
  const figures = [...choices.figures].map(([from, { base }]) => [from, { ...NOTHING_TYPED, base }] as const);
  return { ...choices, figures: new Map(figures) };
}
