import { type ConceptTable, conceptTable } from "#core/compare/concept-table.ts";
import type { Concept } from "#core/plan/concept.ts";
import { type ConceptId, conceptId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { ConceptStudy } from "#renderer/features/compare/concept-study.ts";
import { createI18n } from "#renderer/i18n/i18n.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";

/** The words of the room in Chinese. */
export const words = createI18n("zh-CN").getFixedT("zh-CN", "compare");

/** The five bundled plans. */
export const FIVE = ["enping-13", "taishan-13", "heshan-14", "jiangmen-14", "shaoguan-2017"].map(seedPlan);

/** The catalogue by id. */
export const CONCEPTS: ReadonlyMap<ConceptId, Concept> = new Map(
  seedConcepts().map((concept) => [concept.id, concept]),
);

/** A concept over plans as the room holds it; plans go by their ids. */
export function studyOf(id: string, plans: readonly Plan[] = FIVE, concepts = CONCEPTS): ConceptStudy {
  const table: ConceptTable | null = conceptTable(plans, concepts, conceptId(id));
  if (table === null) throw new Error(`There is no concept ${id}`);
  return {
    table,
    plans: new Map(plans.map((plan) => [plan.id, plan])),
    planName: (plan) => plan,
    planTitle: (plan) => plans.find((other) => other.id === plan)?.title ?? plan,
    conceptName: ({ zh }) => zh,
    current: null,
  };
}
