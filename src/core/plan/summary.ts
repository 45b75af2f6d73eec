import type { IndicatorId, JurisdictionCode, PlanId, Year } from "./ids.ts";
import type { Period, Plan, PlanOrigin, PlanStatus } from "./plan.ts";

/** One indicator that stands for a plan in the library; values in the printed `unit`. */
export interface Highlight {
  readonly indicator: IndicatorId;
  readonly name: string;
  readonly unit: string;
  readonly points: readonly { readonly year: Year; readonly value: number }[];
  readonly base: { readonly year: Year; readonly value: number } | null;
  readonly targets: readonly {
    readonly year: Year;
    readonly level: number;
    readonly stretch: number | null;
  }[];
  /** Base and last target, numbers only: `9 → 33`. */
  readonly text: string;
}

/** How many cells of a plan are filled. */
export interface FilledCounts {
  readonly targets: number;
  readonly bases: number;
  readonly departments: number;
  readonly evidence: number;
}

/** What the library shows of a plan without opening it. */
export interface PlanSummary {
  readonly id: PlanId;
  readonly title: string;
  readonly jurisdiction: JurisdictionCode;
  readonly period: Period;
  readonly status: PlanStatus;
  readonly origin: PlanOrigin;
  readonly predecessor: PlanId | null;
  readonly superior: PlanId | null;
  readonly indicatorCount: number;
  /** Its indicators in order, for search. */
  readonly indicatorNames: readonly { readonly id: IndicatorId; readonly name: string }[];
  readonly observationCount: number;
  readonly targetCount: number;
  /** Indicators that have a target, a base value, a department, and evidence for at least one value. */
  readonly filled: FilledCounts;
  readonly rejectedCount: number;
  readonly highlight: Highlight | null;
}

/** The summary of a plan. */
export function summarise(plan: Plan): PlanSummary {
  return {
    id: plan.id,
    title: plan.title,
    jurisdiction: plan.jurisdiction,
    period: plan.period,
    status: plan.status,
    origin: plan.origin,
    predecessor: plan.predecessor,
    superior: plan.superior,
    indicatorCount: plan.indicators.length,
    indicatorNames: plan.indicators.map(({ id, name }) => ({ id, name })),
    observationCount: 0,
    targetCount: 0,
    filled: { targets: 0, bases: 0, departments: 0, evidence: 0 },
    rejectedCount: 0,
    highlight: null,
  };
}
