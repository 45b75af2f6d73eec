import * as z from "zod";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { readArchive, writeArchive } from "../archive/archive.ts";
import type { ArchiveError } from "../archive/archive-error.ts";
import { type ArchiveLimits, PLAN_FILE_LIMITS } from "../archive/archive-limits.ts";
import { canonicalJson } from "../archive/canonical-json.ts";
import { type JsonError, readJson } from "../archive/json-entry.ts";
import { sha256Hex } from "../sha256.ts";
import type { PlanFileError } from "./plan-file-error.ts";
import { WORKBENCH } from "./workbench-entry.ts";
import { readPlanFile } from "./read-plan-file.ts";
import { writePlanFile } from "./write-plan-file.ts";

/** What a plan file on the disk holds: plans, and in a backup also what the database knows beside them. */
export interface PlanArchive {
  /** Ids are unique. */
  readonly plans: readonly Plan[];
  /** Plain JSON data that the database itself wrote and checks; `null` in a file that a planner exported. */
  readonly workbench: unknown;
  /**
   * For plans, former states of theirs as SHA-256 ({@link planStateHash}), the newest first: by these two copies of a plan find the
   * state that both came of.
   */
  readonly lineage?: ReadonlyMap<string, readonly string[]>;
}

/** A plan of an archive that was left out, since it does not hold together; `title` is `null` where it cannot be told. */
export interface BrokenPlan {
  readonly entry: string;
  readonly title: string | null;
  readonly reason: PlanFileError;
}

/** Why a plan file was not read; `entry` is the name inside it, or `null` for a file that is itself the JSON of one plan. */
export type PlanArchiveError =
  | ArchiveError
  | { readonly kind: "unreadable-entry"; readonly entry: string | null; readonly reason: JsonError }
  | { readonly kind: "broken-plan"; readonly entry: string | null; readonly reason: PlanFileError }
  | { readonly kind: "no-plan" }
  | { readonly kind: "misnamed-plan"; readonly entry: string };

const LINEAGE = "lineage.json";
const PLAN_NAME = /^plans\/([a-z0-9]+(?:-[a-z0-9]+)*)\.json$/;

/** “PK”, with which every zip file begins, and no JSON text. */
const ZIP_START = [0x50, 0x4b];

/** Writes plans as the bytes of a plan file (.wunian): the same content gives the same bytes, in whatever order it comes. */
export function writePlanArchive({
  plans,
  workbench,
  lineage,
}: PlanArchive): Promise<Uint8Array<ArrayBuffer>> {
  const encoded = (data: unknown) => new TextEncoder().encode(canonicalJson(data));
  const entries = new Map(plans.map((plan) => [`plans/${plan.id}.json`, encoded(writePlanFile(plan))]));
  if (entries.size !== plans.length) throw new Error("Two plans of an archive have one id");
  if (workbench !== null) entries.set(WORKBENCH, encoded(workbench));
  if (lineage !== undefined && lineage.size > 0) entries.set(LINEAGE, encoded(Object.fromEntries(lineage)));
  return writeArchive(entries);
}

/**
 * Reads a plan file from anywhere: the archive that {@link writePlanArchive} writes, or the JSON of a single plan
 * (docs/plan-file.md). The limits are those for a file from outside, unless a backup is read. All plans become the planner's own. The first thing wrong is the error; nothing is read by half,
 * unless `leaveOut` takes plans that do not hold together and another one is sound. `onStep` is called again and again while a large file is read.
 */
export async function readPlanArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = PLAN_FILE_LIMITS,
  onStep: () => void = () => undefined,
  leaveOut: ((broken: BrokenPlan) => void) | null = null,
): Promise<Result<PlanArchive, PlanArchiveError>> {
  if (bytes.byteLength > limits.packed) return err({ kind: "too-large", limit: limits.packed });
  if (!ZIP_START.every((byte, index) => bytes[index] === byte)) return readSinglePlan(bytes);
  const isKnown = (name: string) => name === WORKBENCH || name === LINEAGE || PLAN_NAME.test(name);
  const archive = await readArchive(bytes, isKnown, limits, onStep);
  if (!archive.ok) return archive;
  const plans: Plan[] = [];
  let workbench: unknown = null;
  let lineage: PlanArchive["lineage"];
  let firstBroken: PlanArchiveError | null = null;
  for (const [entry, content] of archive.value) {
    const data = readJson(content);
    onStep();
    if (!data.ok) return err({ kind: "unreadable-entry", entry, reason: data.error });
    if (entry === WORKBENCH) {
      workbench = data.value;
      continue;
    }
    if (entry === LINEAGE) {
      const read = readLineage(data.value);
      if (read === null) return err({ kind: "unreadable-entry", entry, reason: { kind: "no-json" } });
      lineage = read;
      continue;
    }
    const plan = readPlanFile(data.value, "own");
    onStep();
    if (!plan.ok) {
      const broken = { kind: "broken-plan", entry, reason: plan.error } as const;
      if (leaveOut === null) return err(broken);
      leaveOut({ entry, title: titleOf(data.value), reason: plan.error });
      firstBroken ??= broken;
      continue;
    }
    if (PLAN_NAME.exec(entry)?.[1] !== plan.value.id) return err({ kind: "misnamed-plan", entry });
    plans.push(plan.value);
  }
  if (plans.length === 0 && firstBroken !== null) return err(firstBroken);
  if (plans.length === 0 && workbench === null) return err({ kind: "no-plan" });
  return ok({ plans, workbench, ...(lineage === undefined ? {} : { lineage }) });
}

const titledSchema = z.object({ title: z.string() });

function titleOf(data: unknown): string | null {
  const read = titledSchema.safeParse(data);
  return read.success ? read.data.title : null;
}

const lineageSchema = z.record(z.string(), z.array(z.string().regex(/^[0-9a-f]{64}$/)));

function readLineage(data: unknown): ReadonlyMap<string, readonly string[]> | null {
  const read = lineageSchema.safeParse(data);
  return read.success ? new Map(Object.entries(read.data)) : null;
}

/** One hash of what a plan holds, whatever it is called. */
export function planStateHash(plan: Plan): Promise<string> {
  return sha256Hex(canonicalJson(writePlanFile({ ...plan, title: "" })));
}

function readSinglePlan(bytes: Uint8Array): Result<PlanArchive, PlanArchiveError> {
  const data = readJson(bytes);
  // What is no text at all, such as a picture or a torn archive, is no plan file either.
  if (!data.ok)
    return data.error.kind === "too-deep" ? unreadable(data.error) : err({ kind: "not-an-archive" });
  const plan = readPlanFile(data.value, "own");
  if (!plan.ok) return err({ kind: "broken-plan", entry: null, reason: plan.error });
  return ok({ plans: [plan.value], workbench: null });
}

const unreadable = (reason: JsonError) => err({ kind: "unreadable-entry", entry: null, reason } as const);
