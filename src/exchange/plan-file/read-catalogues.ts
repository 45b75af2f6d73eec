import type { Concept } from "#core/plan/concept.ts";
import { conceptId, jurisdictionCode } from "#core/plan/ids.ts";
import type { Jurisdiction } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { PlanFileError } from "./plan-file-error.ts";
import { pathText, readShape } from "./read-shape.ts";
import { conceptsSchema, jurisdictionsSchema, manifestSchema } from "./schema.ts";

/** Version of the seeds and the SHA-256 (lower-case hex) of each seed file by its path below `seeds/`. */
export interface SeedManifest {
  readonly version: number;
  readonly files: Readonly<Record<string, string>>;
}

/** Reads `seeds/concepts.json`: unique ids in order, formulas of known concepts. */
export function readConcepts(data: unknown): Result<readonly Concept[], PlanFileError> {
  const shaped = readShape(conceptsSchema, data);
  if (!shaped.ok) return shaped;
  const ids = shaped.value.map(({ id }) => id);
  for (const [at, { formula }] of shaped.value.entries()) {
    const misplaced = inOrder(ids, at, "id");
    if (misplaced !== null) return err(misplaced);
    if (formula === null) continue;
    for (const part of ["numerator", "denominator"] as const) {
      if (ids.includes(formula[part])) continue;
      const path = pathText([at, "formula", part]);
      return err({ path, reason: { kind: "unknown-reference", id: formula[part] } });
    }
  }
  return ok(
    shaped.value.map(({ formula, ...concept }) => ({
      ...concept,
      id: conceptId(concept.id),
      formula:
        formula === null
          ? null
          : { numerator: conceptId(formula.numerator), denominator: conceptId(formula.denominator) },
    })),
  );
}

/** Reads `seeds/jurisdictions.json`: unique codes in order, parents that are in the list. */
export function readJurisdictions(data: unknown): Result<readonly Jurisdiction[], PlanFileError> {
  const shaped = readShape(jurisdictionsSchema, data);
  if (!shaped.ok) return shaped;
  const codes = shaped.value.map(({ code }) => code);
  for (const [at, { parent }] of shaped.value.entries()) {
    const misplaced = inOrder(codes, at, "code");
    if (misplaced !== null) return err(misplaced);
    if (parent === null || codes.includes(parent)) continue;
    return err({ path: pathText([at, "parent"]), reason: { kind: "unknown-reference", id: parent } });
  }
  return ok(
    shaped.value.map((jurisdiction) => ({
      ...jurisdiction,
      code: jurisdictionCode(jurisdiction.code),
      parent: jurisdiction.parent === null ? null : jurisdictionCode(jurisdiction.parent),
    })),
  );
}

/** Reads `seeds/manifest.json`. */
export function readManifest(data: unknown): Result<SeedManifest, PlanFileError> {
  return readShape(manifestSchema, data);
}

function inOrder(ids: readonly string[], at: number, key: string): PlanFileError | null {
  const [before, here] = [ids[at - 1], ids[at]];
  if (before === undefined || here === undefined || before < here) return null;
  const path = pathText([at, key]);
  if (before === here) return { path, reason: { kind: "duplicate", id: here } };
  return { path, reason: { kind: "order", detail: `${here} stands after ${before}` } };
}
