import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import type { CellEdit } from "#core/command/command.ts";
import type { Concept } from "#core/plan/concept.ts";
import { nextPlan } from "#core/plan/draft.ts";
import { type ConceptId, planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { createI18n } from "#renderer/i18n/i18n.ts";
import type { Locale } from "#renderer/i18n/resources.ts";
import { disagreementIndex } from "#renderer/features/grid/disagreement-index.ts";
import type { EvidenceSource } from "#renderer/features/grid/evidence-view.ts";
import type { GridWords } from "#renderer/features/grid/printed-cell.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";

export const enping = seedPlan("enping-13");
export const jiangmen = seedPlan("jiangmen-14");
export const concepts: ReadonlyMap<ConceptId, Concept> = new Map(
  seedConcepts().map((concept) => [concept.id, concept]),
);

/** The draft 2021–2025 that follows Enping's plan, with Jiangmen's as its superior. */
export const draft = nextPlan(enping, jiangmen.id, { id: planId("draft"), title: "草案" });

/** The words of the grid in a language. */
export function words(locale: Locale = "zh-CN"): GridWords {
  return createI18n(locale).getFixedT(null, "grid");
}

/** The source of the grid of a bundled plan. */
export function bundledSource(plan: Plan): EvidenceSource {
  return { plan, predecessor: null, superior: null, concepts, disagreements: disagreementIndex(plan) };
}

/** The source of the grid of the draft, as edited. */
export function draftSource(plan: Plan = draft): EvidenceSource {
  return { plan, predecessor: enping, superior: jiangmen, concepts, disagreements: disagreementIndex(plan) };
}

/** The table row of an indicator by the end of its id; throws when it is not there. */
export function rowOf(plan: Plan, id: string): number {
  const row = plan.indicators.findIndex((indicator) => indicator.id.endsWith(`/${id}`));
  if (row < 0) throw new Error(`No indicator ${id}`);
  return row;
}

/** The plan after an edit of one cell. */
export function edited(plan: Plan, row: number, edit: Omit<CellEdit, "indicator">): Plan {
  const indicator = plan.indicators[row];
  if (indicator === undefined) throw new Error(`No row ${row}`);
  const changes = applyCommand(plan, { type: "editCell", indicator: indicator.id, ...edit });
  if (!changes.ok) throw new Error(JSON.stringify(changes.error));
  return applyChanges(plan, changes.value);
}
