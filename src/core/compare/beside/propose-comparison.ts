import type { ConceptId, JurisdictionCode, PlanId } from "../../plan/ids.ts";
import type { Jurisdiction, Plan } from "../../plan/plan.ts";
import { compareText } from "../compare-text.ts";
import { tierOf } from "./administrative-tier.ts";
import { hasFigure } from "./promise.ts";

/** What another plan is to the draft: 前期, 上位, 同级, 上级, 下级, or another plan of the same jurisdiction. */
export type PlanRole = "predecessor" | "superior" | "peer" | "above" | "below" | "own";

type Jurisdictions = ReadonlyMap<JurisdictionCode, Jurisdiction>;

/** What another plan is to the draft. */
export function roleOf(draft: Plan, other: Plan, jurisdictions: Jurisdictions): PlanRole {
  if (other.id === draft.predecessor) return "predecessor";
  if (other.id === draft.superior) return "superior";
  if (other.jurisdiction === draft.jurisdiction) return "own";
  const own = tierOf(draft, jurisdictions);
  const tier = tierOf(other, jurisdictions);
  if (own === null || tier === null || own === tier) return "peer";
  return tier < own ? "above" : "below";
}

/** The plans that stand beside a draft unless the planner chooses others: predecessor, superior and the best peer. */
export function proposeComparison(
  draft: Plan,
  plans: readonly Plan[],
  jurisdictions: Jurisdictions,
): readonly PlanId[] {
  const there = new Set(plans.map(({ id }) => id));
  const linked = [draft.predecessor, draft.superior].filter((id) => id !== null && there.has(id));
  const peer = rankPeers(draft, plans, jurisdictions)[0]?.id ?? null;
  return [...linked, peer].filter((id) => id !== null);
}

/** The issued plans of other jurisdictions of the draft's level, those that promise most of its concepts first. */
function rankPeers(draft: Plan, plans: readonly Plan[], jurisdictions: Jurisdictions): readonly Plan[] {
  const concepts = new Set(draft.indicators.map(({ concept }) => concept));
  const parent = (plan: Plan) => jurisdictions.get(plan.jurisdiction)?.parent ?? null;
  const near = (plan: Plan) => Number(parent(plan) === parent(draft));
  const shared = new Map(plans.map((plan) => [plan.id, sharedConcepts(plan, concepts)]));
  const count = ({ id }: Plan) => shared.get(id) ?? 0;
  return plans
    .filter((plan) => plan.id !== draft.id && plan.status === "issued")
    .filter((plan) => roleOf(draft, plan, jurisdictions) === "peer")
    .sort((a, b) => count(b) - count(a) || near(b) - near(a) || compareText(a.id, b.id));
}

function sharedConcepts(plan: Plan, concepts: ReadonlySet<ConceptId | null>): number {
  return plan.indicators.filter(
    (indicator) => indicator.concept !== null && concepts.has(indicator.concept) && hasFigure(indicator),
  ).length;
}
