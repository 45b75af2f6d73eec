import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { FateChoice } from "#core/drafting/draft-choices.ts";
import type { TargetRuleId } from "#core/drafting/rules/target-rule.ts";
import type { IndicatorId, JurisdictionCode, PlanId } from "#core/plan/ids.ts";

/** The steps: 基本信息, 指标, 基期, 目标, 核对. */
export const STEPS = ["basics", "indicators", "bases", "targets", "review"] as const;

/** One step. */
export type Step = (typeof STEPS)[number];

/** What the planner has chosen and typed so far; `null` leaves what is proposed. */
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

/** What nobody has chosen anything of. */
export const UNTOUCHED: Drafting = {
  step: "basics",
  title: null,
  jurisdiction: null,
  start: null,
  end: null,
  baseYear: null,
  superior: null,
  peers: null,
  fates: new Map(),
  adopted: new Set(),
  bases: new Map(),
  targets: new Map(),
  rule: "same-growth",
  rules: new Map(),
};

const session = createStore<ReadonlyMap<PlanId, Drafting>>(() => new Map());

/** What has been chosen for the plan after `predecessor` in this window; it is there again when the planner comes back. */
export function useDraftingChoices(predecessor: PlanId): Drafting {
  return useStore(session, (all) => all.get(predecessor) ?? UNTOUCHED);
}

/** Changes what has been chosen. */
export function changeDrafting(predecessor: PlanId, change: Partial<Drafting>): void {
  session.setState(
    (all) => new Map(all).set(predecessor, { ...(all.get(predecessor) ?? UNTOUCHED), ...change }),
    true,
  );
}

/** Forgets what was chosen, once the draft is made. */
export function forgetDrafting(predecessor: PlanId): void {
  session.setState((all) => {
    const rest = new Map(all);
    rest.delete(predecessor);
    return rest;
  }, true);
}
