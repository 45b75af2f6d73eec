import { indicatorIndex } from "#core/compare/beside/align-indicators.ts";
import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import {
  type SideCatalogues,
  type SideChoices,
  type SidePair,
  type SideTable,
  sideBySide,
} from "#core/compare/beside/side-by-side.ts";
import type { Assumption } from "#core/compare/beside/comparison.ts";
import { planId } from "#core/plan/ids.ts";
import { nextPlan } from "#core/plan/draft.ts";
import type { Plan } from "#core/plan/plan.ts";
import { seedConcepts, seedJurisdictions, seedPlan } from "../../../seed-plan.ts";

/** The catalogues of the program. */
export const CATALOGUES: SideCatalogues = {
  concepts: new Map(seedConcepts().map((concept) => [concept.id, concept])),
  jurisdictions: new Map(seedJurisdictions().map((jurisdiction) => [jurisdiction.code, jurisdiction])),
};

/** Nothing assumed. */
export const NOTHING_CHOSEN: SideChoices = { assumed: () => [] };

/** Assumes the same for every pair. */
export const assuming = (...assumed: readonly Assumption[]): SideChoices => ({
  assumed: () => assumed,
});

/** The draft that follows Enping's plan, with Jiangmen's as its superior and these targets for 2025 by concept. */
export function enpingDraft(targets: Readonly<Record<string, string>>): Plan {
  const draft = nextPlan(seedPlan("enping-13"), planId("jiangmen-14"), {
    id: planId("enping-draft"),
    title: "恩平市科技创新“十四五”规划",
  });
  return withTargets(draft, targets);
}

/** A plan of the planner's own with these targets for its last year, by concept. */
export function withTargets(plan: Plan, targets: Readonly<Record<string, string>>): Plan {
  const edits = Object.entries(targets).map(([concept, text]) => {
    const indicator = plan.indicators.find((row) => row.concept === concept);
    if (indicator === undefined) throw new Error(`There is no ${concept}`);
    return { indicator: indicator.id, field: { kind: "target", year: plan.period.end } as const, text };
  });
  const changes = applyCommand(plan, { type: "editCells", edits });
  if (!changes.ok) throw new Error(changes.error.kind);
  return applyChanges(plan, changes.value);
}

/** The table of a draft beside other plans. */
export function tableOf(
  draft: Plan,
  others: readonly (string | Plan)[],
  choices: SideChoices = NOTHING_CHOSEN,
): SideTable {
  const plans = others.map((other) => (typeof other === "string" ? seedPlan(other) : other));
  const indexes = plans.map((plan) => indicatorIndex(plan, CATALOGUES.concepts));
  return sideBySide(draft, indexes, CATALOGUES, choices);
}

/** What the only other plan has beside the draft's row of a concept; throws where it has nothing. */
export function pairOf(table: SideTable, concept: string, at = 0): SidePair {
  const pair = table.rows.find(({ indicator }) => indicator.concept === concept)?.pairs[at] ?? null;
  if (pair === null) throw new Error(`Nothing stands beside ${concept}`);
  return pair;
}
