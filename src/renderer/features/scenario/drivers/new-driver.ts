import type { Concept } from "#core/plan/concept.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Driver } from "#core/scenario/driver.ts";
import type { Concepts } from "#core/scenario/plan-model.ts";

/** What indicators are most often measured by. */
const USUAL = ["gdp", "population-resident", "industrial-output-scale"];

/** Concepts of the catalogue that a plan has neither as an indicator nor as a driver; the usual ones first. */
export function offeredConcepts(
  { indicators }: Plan,
  drivers: readonly Driver[],
  concepts: Concepts,
): readonly Concept[] {
  const taken = new Set([...indicators, ...drivers].map(({ concept }) => concept));
  const place = ({ id }: Concept) => (USUAL.includes(id) ? USUAL.indexOf(id) : USUAL.length);
  return [...concepts.values()].filter(({ id }) => !taken.has(id)).sort((a, b) => place(a) - place(b));
}

/** A driver of the catalogue without values. */
export function catalogueDriver({ id, zh, unit }: Concept): Driver {
  return { id, name: zh, unit, concept: id, known: [], note: null };
}

/** A driver of the planner's own. */
export function blankDriver(name: string): Driver {
  return { id: `own-${crypto.randomUUID()}`, name, unit: "", concept: null, known: [], note: null };
}
