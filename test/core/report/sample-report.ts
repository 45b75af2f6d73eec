import { annualScenarios } from "#core/report/draft/annual-scenarios.ts";
import type { DraftContext, DraftOptions } from "#core/report/draft/draft-context.ts";
import { draftReport, usualOptions } from "#core/report/draft/draft-report.ts";
import { reportScenarios } from "#core/report/draft/report-scenarios.ts";
import type { Peer } from "#core/report/gallery/gallery-source.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Report } from "#core/report/report.ts";
import { seedConcepts, seedJurisdictions, seedPlan } from "../../seed-plan.ts";

/** What a report of a plan is made from, with the catalogues as they are shipped. */
export function sampleContext(plan: Plan): DraftContext {
  const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));
  const { scenarios, drivers } = reportScenarios(plan, concepts);
  return {
    concepts,
    jurisdiction: seedJurisdictions().find(({ code }) => code === plan.jurisdiction) ?? null,
    predecessor: null,
    superior: { title: "广东省科技创新“十四五”规划" },
    ...{ scenarios, drivers },
    annual: annualScenarios(plan, concepts, scenarios, drivers),
    peers: [],
  };
}

/** The report of a bundled plan with everything in it, or with other choices; beside other plans where they are given. */
export function sampleReport(
  id = "jiangmen-14",
  change: Partial<DraftOptions> = {},
  peers: readonly Peer[] = [],
): Report {
  const plan = seedPlan(id);
  const context = { ...sampleContext(plan), peers };
  return draftReport(plan, context, { ...usualOptions(plan, context), ...change });
}
