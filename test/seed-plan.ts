import { readFileSync } from "node:fs";
import { readConcepts, readJurisdictions } from "#exchange/plan-file/read-catalogues.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import type { Concept } from "#core/plan/concept.ts";
import type { Jurisdiction, Plan } from "#core/plan/plan.ts";

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../seeds/${path}`, import.meta.url), "utf8"));

/** A bundled plan, read as the program reads it. */
export function seedPlan(id: string): Plan {
  const plan = readPlanFile(read(`plans/${id}.json`), "bundled");
  if (!plan.ok) throw new Error(`${id}: ${JSON.stringify(plan.error)}`);
  return plan.value;
}

/** The concepts of the catalogue, as the program reads them. */
export function seedConcepts(): readonly Concept[] {
  const concepts = readConcepts(read("concepts.json"));
  if (!concepts.ok) throw new Error(JSON.stringify(concepts.error));
  return concepts.value;
}

/** The jurisdictions of the catalogue, as the program reads them. */
export function seedJurisdictions(): readonly Jurisdiction[] {
  const jurisdictions = readJurisdictions(read("jurisdictions.json"));
  if (!jurisdictions.ok) throw new Error(JSON.stringify(jurisdictions.error));
  return jurisdictions.value;
}
