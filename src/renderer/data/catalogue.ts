import concepts from "#seeds/concepts.json";
import jurisdictions from "#seeds/jurisdictions.json";
import { type ConceptId, conceptId, type JurisdictionCode, jurisdictionCode } from "#core/plan/ids.ts";
import type { Concept } from "#core/plan/concept.ts";
import type { Jurisdiction } from "#core/plan/plan.ts";
import { z } from "./db/schema-library.ts";

const conceptSchema = z.object({
  id: z.string().min(1).transform(conceptId),
  zh: z.string().min(1),
  en: z.string().min(1),
  unit: z.string(),
  quantity: z.enum(["count", "money", "share", "ratio", "per-capita", "growth-rate", "person-years"]),
  direction: z.enum(["higher", "lower", "neither"]),
  measure: z.enum(["stock", "flow"]),
  range: z.object({ min: z.number().nullable(), max: z.number().nullable() }).nullable(),
  formula: z
    .object({
      numerator: z.string().transform(conceptId),
      denominator: z.string().transform(conceptId),
    })
    .nullable(),
  caliber: z.string(),
  aggregation: z.enum(["sum", "ratio-of-sums", "none"]),
});

const jurisdictionSchema = z.object({
  code: z
    .string()
    .regex(/^\d{6}$/)
    .transform(jurisdictionCode),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  level: z.enum(["province", "prefecture", "county-level-city", "county", "district"]),
  parent: z
    .string()
    .regex(/^\d{6}$/)
    .transform(jurisdictionCode)
    .nullable(),
});

const conceptList: readonly Concept[] = z.array(conceptSchema).parse(concepts);
const jurisdictionList: readonly Jurisdiction[] = z.array(jurisdictionSchema).parse(jurisdictions);

/** All concepts by id. */
export const conceptsById: ReadonlyMap<ConceptId, Concept> = new Map(conceptList.map((c) => [c.id, c]));

/** All known jurisdictions by code. */
export const jurisdictionsByCode: ReadonlyMap<JurisdictionCode, Jurisdiction> = new Map(
  jurisdictionList.map((j) => [j.code, j]),
);
