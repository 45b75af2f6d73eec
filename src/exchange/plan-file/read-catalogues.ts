import type { Concept } from "#core/plan/concept.ts";
import type { Jurisdiction } from "#core/plan/plan.ts";
import { err, type Result } from "#core/result.ts";
import type { PlanFileError } from "./plan-file-error.ts";

/** Version of the seeds and the SHA-256 (lower-case hex) of each seed file by its path below `seeds/`. */
export interface SeedManifest {
  readonly version: number;
  readonly files: Readonly<Record<string, string>>;
}

/** Reads `seeds/concepts.json`. */
export function readConcepts(data: unknown): Result<readonly Concept[], PlanFileError> {
  return err({ path: "", reason: { kind: "shape", detail: typeof data } });
}

/** Reads `seeds/jurisdictions.json`. */
export function readJurisdictions(data: unknown): Result<readonly Jurisdiction[], PlanFileError> {
  return err({ path: "", reason: { kind: "shape", detail: typeof data } });
}

/** Reads `seeds/manifest.json`. */
export function readManifest(data: unknown): Result<SeedManifest, PlanFileError> {
  return err({ path: "", reason: { kind: "shape", detail: typeof data } });
}
