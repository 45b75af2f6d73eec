import type { Plan } from "#core/plan/plan.ts";

/** What a plan took from its text, beside its table. */
export type PlanText = Pick<Plan, "origin" | "outline" | "statements" | "tasks" | "clauses">;
