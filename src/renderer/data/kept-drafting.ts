import type { FateChoice } from "#core/drafting/draft-choices.ts";
import type { TargetRuleId } from "#core/drafting/rules/target-rule.ts";
import {
  type IndicatorId,
  indicatorId,
  type JurisdictionCode,
  jurisdictionCode,
  type PlanId,
  planId,
} from "#core/plan/ids.ts";
import { z } from "./db/schema-library.ts";
import { readKept } from "./read-kept.ts";

/** The steps in which a next plan is made: 基本信息, 指标, 基期, 目标, 核对. */
export const STEPS = ["basics", "indicators", "bases", "targets", "review"] as const;

/** One step. */
export type Step = (typeof STEPS)[number];

/** What the planner has chosen and typed so far of the plan after another; `null` leaves what is proposed. */
export interface Drafting {
  readonly step: Step;
  readonly title: string | null;
  readonly jurisdiction: JurisdictionCode | null;
  /** As typed. */
  readonly start: string | null;
  readonly end: string | null;
  readonly baseYear: string | null;
  /** `"none"` is a draft without a superior plan. */
  readonly superior: PlanId | "none" | null;
  readonly peers: ReadonlySet<PlanId> | null;
  readonly fates: ReadonlyMap<IndicatorId, FateChoice>;
  readonly adopted: ReadonlySet<IndicatorId>;
  readonly bases: ReadonlyMap<IndicatorId, string>;
  readonly targets: ReadonlyMap<IndicatorId, string>;
  readonly rule: TargetRuleId;
  readonly rules: ReadonlyMap<IndicatorId, TargetRuleId>;
}

const PREFIX = "drafting:";

const typed = z.string().nullable();
const plan = z.string().transform(planId);
const indicator = z.string().transform(indicatorId);
const ruleId = z.enum(["same-growth", "superior-growth", "peer-median", "observed-trend", "leave-open"]);
const byIndicator = <T>(value: z.ZodType<T>) =>
  z.array(z.tuple([indicator, value])).transform((entries) => new Map(entries));
const draftingSchema = z.object({
  step: z.enum(STEPS),
  title: typed,
  jurisdiction: z.string().transform(jurisdictionCode).nullable(),
  start: typed,
  end: typed,
  baseYear: typed,
  superior: z.union([z.literal("none"), plan]).nullable(),
  peers: z
    .array(plan)
    .transform((ids) => new Set(ids))
    .nullable(),
  fates: byIndicator(
    z.discriminatedUnion("fate", [
      z.object({ fate: z.literal("kept") }),
      z.object({ fate: z.enum(["caliber-changed", "dropped"]), reason: z.string() }),
    ]),
  ),
  adopted: z.array(indicator).transform((ids) => new Set(ids)),
  bases: byIndicator(z.string()),
  targets: byIndicator(z.string()),
  rule: ruleId,
  rules: byIndicator(ruleId),
});

/** Keeps what was chosen for the plan after `predecessor`, on this machine, until the draft is made. */
export function keepDrafting(predecessor: PlanId, drafting: Drafting): void {
  const { peers, fates, adopted, bases, targets, rules } = drafting;
  const lists = { fates: [...fates], bases: [...bases], targets: [...targets], rules: [...rules] };
  const row = { ...drafting, ...lists, adopted: [...adopted], peers: peers && [...peers] };
  localStorage.setItem(PREFIX + predecessor, JSON.stringify(row));
}

/** What was chosen for the plan after `predecessor`; `null` where nothing was kept that can be read. */
export function keptDrafting(predecessor: PlanId): Drafting | null {
  return readKept(localStorage.getItem(PREFIX + predecessor), draftingSchema);
}

/** Lets go of it, once the draft is made. */
export function forgetKeptDrafting(predecessor: PlanId): void {
  localStorage.removeItem(PREFIX + predecessor);
}
