import type { IndicatorIndex } from "../compare/beside/align-indicators.ts";
import { baseValue } from "../plan/base-value.ts";
import type { Concept } from "../plan/concept.ts";
import type { ConceptId } from "../plan/ids.ts";
import { observedRow } from "../plan/observation-table.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import type { TargetQuestion } from "./rules/target-rule.ts";

/** The plans that proposals rest on; making an index is the costly part, so keep them while the plans stay the same. */
export interface ProposalGrounds {
  readonly predecessor: IndicatorIndex;
  readonly superior: IndicatorIndex | null;
  readonly peers: readonly IndicatorIndex[];
  readonly concepts: ReadonlyMap<ConceptId, Concept>;
}

/** What a rule may look at for the target of a draft's row in the draft's last year; `null` where there is no such row. */
export function targetQuestion(draft: Plan, row: number, grounds: ProposalGrounds): TargetQuestion | null {
  const indicator = draft.indicators[row];
  if (indicator === undefined) return null;
  const { predecessor, superior, peers, concepts } = grounds;
  const before =
    indicator.carriedFrom === null ? undefined : predecessor.byId.get(indicator.carriedFrom.indicator);
  return {
    indicator,
    concept: indicator.concept === null ? null : (concepts.get(indicator.concept) ?? null),
    base: baseValue(draft, row),
    observed: observedRow(draft.observations, row),
    year: draft.period.end,
    predecessor: before === undefined ? null : predecessor.promise(before),
    ...{ superior, peers, concepts },
  };
}

/** Indicators of the superior plan whose concepts the predecessor does not have: 上位规划有、前期无. */
export function offeredBySuperior(predecessor: Plan, superior: Plan): readonly Indicator[] {
  const known = new Set(predecessor.indicators.map(({ concept }) => concept));
  return superior.indicators.filter(({ concept }) => concept !== null && !known.has(concept));
}
