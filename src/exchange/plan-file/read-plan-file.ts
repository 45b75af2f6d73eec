import type { Plan, PlanOrigin } from "#core/plan/plan.ts";
import { err, type Result } from "#core/result.ts";
import type { PlanFileError } from "./plan-file-error.ts";

/** Reads a parsed plan file (docs/plan-file.md) into a plan; the first thing wrong is the error. */
export function readPlanFile(data: unknown, origin: PlanOrigin): Result<Plan, PlanFileError> {
  return err({ path: origin, reason: { kind: "shape", detail: typeof data } });
}
