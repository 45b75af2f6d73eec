import type { Concept } from "#core/plan/concept.ts";
import type { Jurisdiction, Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { sha256Hex } from "../sha256.ts";
import { type PlanFileError, reasonText } from "./plan-file-error.ts";
import { readConcepts, readJurisdictions, readManifest, type SeedManifest } from "./read-catalogues.ts";
import { readPlanFile } from "./read-plan-file.ts";
import { pathText } from "./read-shape.ts";

/** Text of the seed files by their path below `seeds/` (`manifest.json`, `concepts.json`, `plans/….json`). */
export type SeedTexts = Readonly<Record<string, string>>;

/** All that ships with the program, read and checked. */
export interface Seeds {
  readonly version: number;
  readonly concepts: readonly Concept[];
  readonly jurisdictions: readonly Jurisdiction[];
  /** In the order of their files. */
  readonly plans: readonly Plan[];
}

/** A broken seed file: which, where in it, and why. */
export interface SeedError extends PlanFileError {
  readonly file: string;
}

const MANIFEST = "manifest.json";
const CONCEPTS = "concepts.json";
const JURISDICTIONS = "jurisdictions.json";

/** Reads all seed files: hashes against the manifest, shapes, and references within and between the files. */
export async function validateSeeds(texts: SeedTexts): Promise<Result<Seeds, SeedError>> {
  const manifest = readFile(texts, MANIFEST, readManifest);
  if (!manifest.ok) return manifest;
  const broken = await firstWrongHash(texts, manifest.value);
  return broken === null ? readSeeds(texts, manifest.value.version) : err(broken);
}

/** Reads all seed files but not their hashes, as they are before the manifest has been written. */
export function readSeeds(texts: SeedTexts, version: number): Result<Seeds, SeedError> {
  const concepts = readFile(texts, CONCEPTS, readConcepts);
  if (!concepts.ok) return concepts;
  const jurisdictions = readFile(texts, JURISDICTIONS, readJurisdictions);
  if (!jurisdictions.ok) return jurisdictions;
  const plans: Plan[] = [];
  const files = Object.keys(texts)
    .filter((file) => file.startsWith("plans/"))
    .sort();
  for (const file of files) {
    const plan = readFile(texts, file, (data) => readPlanFile(data, "bundled"));
    if (!plan.ok) return plan;
    plans.push(plan.value);
  }
  const seeds: Seeds = { version, concepts: concepts.value, jurisdictions: jurisdictions.value, plans };
  for (const [at, plan] of plans.entries()) {
    const [dangling] = danglingReferences(plan, seeds);
    if (dangling !== undefined) return err({ file: files[at] ?? "", ...dangling });
  }
  return ok(seeds);
}

/** A broken seed file in one line of English: file, path, reason. */
export function seedErrorText({ file, path, reason }: SeedError): string {
  return [`seeds/${file}`, path, reasonText(reason)].filter((part) => part !== "").join(": ");
}

async function firstWrongHash(texts: SeedTexts, manifest: SeedManifest): Promise<SeedError | null> {
  for (const [file, expected] of Object.entries(manifest.files)) {
    const text = texts[file];
    if (text === undefined) return { file, path: "", reason: { kind: "missing-file" } };
    const actual = await sha256Hex(text);
    if (actual !== expected) return { file, path: "", reason: { kind: "wrong-hash", expected, actual } };
  }
  const unlisted = Object.keys(texts).find((file) => file !== MANIFEST && !(file in manifest.files));
  return unlisted === undefined ? null : { file: unlisted, path: "", reason: { kind: "unlisted-file" } };
}

function readFile<T>(
  texts: SeedTexts,
  file: string,
  read: (data: unknown) => Result<T, PlanFileError>,
): Result<T, SeedError> {
  const text = texts[file];
  if (text === undefined) return err({ file, path: "", reason: { kind: "missing-file" } });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return err({ file, path: "", reason: { kind: "not-json", detail } });
  }
  const result = read(data);
  return result.ok ? result : err({ file, ...result.error });
}

/** References of a plan to other files that lead nowhere. */
function danglingReferences(plan: Plan, seeds: Seeds): readonly PlanFileError[] {
  const concepts = new Set(seeds.concepts.map(({ id }) => id));
  const plans = new Set(seeds.plans.map(({ id }) => id));
  const codes = new Set(seeds.jurisdictions.map(({ code }) => code));
  const found: PlanFileError[] = [];
  const check = <T extends string>(
    known: ReadonlySet<T>,
    id: T | null,
    path: readonly (string | number)[],
  ) => {
    if (id === null || known.has(id)) return;
    found.push({ path: pathText(path), reason: { kind: "unknown-reference", id } });
  };
  check(codes, plan.jurisdiction, ["jurisdiction"]);
  check(plans, plan.predecessor, ["predecessor"]);
  check(plans, plan.superior, ["superior"]);
  for (const list of ["indicators", "statements"] as const) {
    plan[list].forEach(({ concept }, at) => check(concepts, concept, [list, at, "concept"]));
  }
  return found;
}
