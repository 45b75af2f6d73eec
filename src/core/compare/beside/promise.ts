import { levelOf, type LevelGap, type TargetLevel } from "../../indicator/evaluate-target.ts";
import { type IndicatorGrowth, indicatorGrowth } from "../../path/indicator-growth.ts";
import { type BaseValue, baseValue } from "../../plan/base-value.ts";
import type { Concept } from "../../plan/concept.ts";
import { type ConceptId, type Year, year } from "../../plan/ids.ts";
import type { CarriedFrom, Indicator, Plan, PlannedTarget } from "../../plan/plan.ts";
import type { Result } from "../../result.ts";

/** What one plan promises of an indicator, and from where. */
export interface PlanPromise {
  readonly plan: Plan;
  /** Row of the plan's tables. */
  readonly row: number;
  readonly indicator: Indicator;
  readonly concept: Concept | null;
  /** The last target; `null` where there is none that could be read. */
  readonly target: PlannedTarget | null;
  readonly base: BaseValue | null;
  readonly growth: IndicatorGrowth;
  /** The level that the target implies, in base units. */
  readonly level: Result<TargetLevel, LevelGap> | null;
  /**
   * The year that growth counts from: that of the base value, else the indicator's base year, else the year before the
   * plan. A promised growth counts from the base year, whatever value there is.
   */
  readonly from: Year;
}

/** Reads what a plan's row promises; `null` where there is no such row. */
export function promiseOf(
  plan: Plan,
  row: number,
  concepts: ReadonlyMap<ConceptId, Concept>,
): PlanPromise | null {
  const indicator = plan.indicators[row];
  if (indicator === undefined) return null;
  const concept = indicator.concept === null ? null : (concepts.get(indicator.concept) ?? null);
  const target = indicator.targets.at(-1) ?? null;
  const base = baseValue(plan, row);
  const start = base === null ? null : { year: base.year, value: base.quantity.value };
  return {
    plan,
    row,
    indicator,
    concept,
    target,
    base,
    growth: indicatorGrowth(plan, row, concept),
    level: target === null ? null : levelOf(target.target, start, target.year, concept?.direction),
    from: fromYear(plan, indicator, base, target),
  };
}

function fromYear(
  plan: Plan,
  { base: declared }: Indicator,
  base: BaseValue | null,
  target: PlannedTarget | null,
): Year {
  const stated = declared?.year ?? null;
  const known = target?.target.form === "averageGrowth" ? (stated ?? base?.year) : (base?.year ?? stated);
  return known ?? year(plan.period.start - 1);
}

/** Whether the row promises something that is a figure. */
export function hasFigure({ targets }: Pick<Indicator, "targets">): boolean {
  const last = targets.at(-1);
  return last !== undefined && last.target.form !== "qualitative";
}

/** How the draft's row was carried over from the other, where it is counted differently since then; `null` where it is not. */
export function changedCaliber(mine: PlanPromise, theirs: PlanPromise): CarriedFrom | null {
  const origin = mine.indicator.carriedFrom;
  const changed = origin?.fate === "caliber-changed" && origin.indicator === theirs.indicator.id;
  return changed ? origin : null;
}
