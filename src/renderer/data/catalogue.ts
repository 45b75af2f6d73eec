import concepts from "#seeds/concepts.json";
import jurisdictions from "#seeds/jurisdictions.json";
import { type Concept, type DirectionOf, higherIsBetter } from "#core/plan/concept.ts";
import type { ConceptId, JurisdictionCode } from "#core/plan/ids.ts";
import type { Jurisdiction } from "#core/plan/plan.ts";
import type { Result } from "#core/result.ts";
import { readConcepts, readJurisdictions } from "#exchange/plan-file/read-catalogues.ts";

/** All concepts by id. */
export const conceptsById: ReadonlyMap<ConceptId, Concept> = new Map(
  shipped(readConcepts(concepts)).map((concept) => [concept.id, concept]),
);

/** Which way is better for a concept of the catalogue. */
export const directionOf: DirectionOf = (id) =>
  (id === null ? undefined : conceptsById.get(id))?.direction ?? higherIsBetter(id);

/** All known jurisdictions by code. */
export const jurisdictionsByCode: ReadonlyMap<JurisdictionCode, Jurisdiction> = new Map(
  shipped(readJurisdictions(jurisdictions)).map((jurisdiction) => [jurisdiction.code, jurisdiction]),
);

/** The catalogues are checked when the program is built, so that a broken one here is a bug. */
function shipped<T>(read: Result<T, unknown>): T {
  if (!read.ok) throw new Error(`A catalogue of the program is broken: ${JSON.stringify(read.error)}`);
  return read.value;
}
