import type { Assumption } from "#core/compare/beside/comparison.ts";
import { type IndicatorId, indicatorId, type PlanId, planId } from "#core/plan/ids.ts";
import { z } from "./db/schema-library.ts";
import { readKept } from "./read-kept.ts";

/** What the planner assumes of one indicator of the draft beside one other plan. */
export interface PairAssumption {
  readonly indicator: IndicatorId;
  readonly plan: PlanId;
  readonly assumption: Assumption;
}

/** A set of columns that can be shown or not: bases, the others' growth, past years. */
export type SideColumnSet = "base" | "growth" | "years";

/** What is remembered of a draft's comparison with other plans. */
export interface KeptComparison {
  /** The plans beside the draft; `null` as long as the planner leaves them to the program. */
  readonly chosen: readonly PlanId[] | null;
  readonly columns: Readonly<Record<SideColumnSet, boolean>>;
  readonly assumed: readonly PairAssumption[];
}

const PREFIX = "comparison:";

const plan = z.string().transform(planId);
const percent = z.number();
const assumption = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ratio"), percent }),
  z.object({ kind: z.literal("denominator-growth"), percent }),
  z.object({ kind: z.literal("same-growth") }),
  z.object({ kind: z.literal("even-growth") }),
  z.object({ kind: z.literal("required-growth") }),
]);
const schema = z.object({
  chosen: z.array(plan).nullable(),
  columns: z.object({ base: z.boolean(), growth: z.boolean(), years: z.boolean() }),
  assumed: z.array(z.object({ indicator: z.string().transform(indicatorId), plan, assumption })),
});

/** Remembers how a draft was compared, on this machine: it is a view of the plan, no part of it. */
export function keepComparison(draft: PlanId, { chosen, columns, assumed }: KeptComparison): void {
  localStorage.setItem(PREFIX + draft, JSON.stringify({ chosen, columns, assumed }));
}

/** How a draft was compared; `null` where nothing was kept, or an older program kept it otherwise. */
export function keptComparison(draft: PlanId): KeptComparison | null {
  return readKept(localStorage.getItem(PREFIX + draft), schema);
}
