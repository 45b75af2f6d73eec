import type { Concept } from "#core/plan/concept.ts";
import type { ConceptId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { matchesPinyin } from "../../../ui/pinyin.ts";

/** A concept of the catalogue as the planner may take it up. */
export interface ConceptFind {
  readonly concept: Concept;
  readonly inPlan: boolean;
}

/** The concepts that a query finds by Chinese or English name or by pinyin; those that the plan lacks come first, short names before long ones. */
export function findConcepts(concepts: Iterable<Concept>, plan: Plan, query: string): readonly ConceptFind[] {
  const taken = new Set<ConceptId | null>(plan.indicators.map(({ concept }) => concept));
  return [...concepts]
    .filter(({ zh, en }) => matchesPinyin(zh, query) || en.toLowerCase().includes(query.trim().toLowerCase()))
    .map((concept) => ({ concept, inPlan: taken.has(concept.id) }))
    .sort((a, b) => Number(a.inPlan) - Number(b.inPlan) || a.concept.zh.length - b.concept.zh.length);
}
