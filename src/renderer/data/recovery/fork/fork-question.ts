import type { MergeConflict, Side } from "#core/merge/merge-conflict.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";

/** What both sides of a fork made of a plan and cannot both stand: a part of it, or the plan itself, removed by one and edited by the other. */
export type ForkConflict = MergeConflict | { readonly kind: "plan"; readonly goneIn: Side };

/** A plan about which the planner is to choose; a state is `null` where that side removed it. */
export interface ForkedPlan {
  readonly id: PlanId;
  readonly title: string;
  readonly ours: Plan | null;
  readonly theirs: Plan | null;
  readonly conflicts: readonly ForkConflict[];
}

/** How much a side did since the common entry, and when last, in ms since the epoch. */
export interface ForkSide {
  readonly edits: number;
  readonly last: number;
}

/** Two courses of one store: `ours` of this database, `theirs` of the machine's journal, which another shell wrote. */
export interface ForkQuestion {
  readonly ours: ForkSide;
  readonly theirs: ForkSide;
  readonly plans: readonly ForkedPlan[];
}

/** The side that is to stand for each conflict of each plan. */
export type ForkChoice = (plan: PlanId, conflict: ForkConflict) => Side;

/** Asks the planner; may take as long as it takes. Nothing is changed before. */
export type AskFork = (question: ForkQuestion) => Promise<ForkChoice>;
