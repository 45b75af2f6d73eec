import type { Plan } from "#core/plan/plan.ts";

/** A plan as plan file data, ready for JSON (docs/plan-file.md); the origin is not part of the file. */
export function writePlanFile(plan: Plan): unknown {
  return { format: "wunian-plan", version: 1, id: plan.id };
}
