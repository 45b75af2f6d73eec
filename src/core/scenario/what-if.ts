import { levelOf, type TargetLevel, type YearValue } from "../indicator/evaluate-target.ts";
import { requiredGrowth } from "../path/growth.ts";
import type { PathPoint } from "../path/path.ts";
import { type BaseValue, baseValue } from "../plan/base-value.ts";
import type { Concept } from "../plan/concept.ts";
import type { Year } from "../plan/ids.ts";
import { isShare } from "../plan/is-share.ts";
import { observationAt } from "../plan/observation-table.ts";
import type { Indicator, Plan, PlannedTarget } from "../plan/plan.ts";

/** A year with its value in base units; `decimals` as printed. */
export interface KnownValue {
  readonly year: Year;
  readonly value: number;
  readonly decimals: number | null;
}

/** Which level of a target the paths lead to. */
export type Aim = "floor" | "stretch";

/** A target with the level it implies, in base units. */
export interface LevelledTarget extends TargetLevel {
  readonly planned: PlannedTarget;
}

/** Targets that imply a level: the last one, and the ones before it. */
export interface LevelledTargets {
  readonly target: LevelledTarget | null;
  readonly milestones: readonly LevelledTarget[];
}

/** What is known of one indicator before anything is supposed; its own target and milestones are those ahead of the start. */
export interface WhatIfGround extends LevelledTargets {
  readonly indicator: Indicator;
  readonly share: boolean;
  readonly history: readonly KnownValue[];
  /** Where the targets start, which years that are known since do not move; `null` where no base is known. */
  readonly base: YearValue | null;
  /** The value that projections start from, and whether it only stands in for an observation (暂用). */
  readonly start: (KnownValue & { readonly provisional: boolean }) | null;
  readonly lastYear: number;
  /** All that the plan promises, also for years whose value is known by now. */
  readonly promised: LevelledTargets;
  /** Growth a year between first and last known value, as a fraction; `null` where it cannot be computed. */
  readonly historicalGrowth: number | null;
}

/** Gathers what a plan knows about the indicator in `row`; `null` when the row is not there. */
export function whatIfGround(plan: Plan, row: number, concept: Concept | null): WhatIfGround | null {
  const indicator = plan.indicators[row];
  if (indicator === undefined) return null;
  const history = knownValues(plan, row);
  const found = baseValue(plan, row);
  const base = found === null ? null : { year: found.year, value: found.quantity.value };
  const start = startOf(found, history);
  const levelled = indicator.targets.flatMap((planned) => {
    const direction = concept?.direction ?? "higher";
    const level = levelOf(planned.target, base, planned.year, direction);
    return level.ok ? [{ planned, ...level.value }] : [];
  });
  const ahead = lastAndBefore(levelled.filter(({ planned }) => start === null || planned.year > start.year));
  return {
    indicator,
    share: isShare(indicator, concept),
    history,
    base,
    start,
    lastYear: Math.max(plan.period.end, ahead.target?.planned.year ?? 0),
    ...ahead,
    promised: lastAndBefore(levelled),
    historicalGrowth: growthBetween(history[0], history.at(-1)),
  };
}

const lastAndBefore = (levelled: readonly LevelledTarget[]): LevelledTargets => ({
  target: levelled.at(-1) ?? null,
  milestones: levelled.slice(0, -1),
});

/** The level that an aim means: the stretch where there is one and it is asked for, else the level itself. */
export function aimedLevel(target: TargetLevel, aim: Aim): number {
  return aim === "stretch" && target.stretch !== null ? target.stretch : target.level;
}

/** What a projection of the indicator goes by: its history, and after it a provisional base where one stands in. */
export function knownPoints({ history, start }: WhatIfGround): readonly PathPoint[] {
  const standsIn = start !== null && start.year > (history.at(-1)?.year ?? 0) ? [start] : [];
  return [...history, ...standsIn].map(({ year, value }) => ({ year, value }));
}

/** The years after `from` up to `to`, ascending. */
export function yearsAfter(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + 1 + index);
}

function knownValues(plan: Plan, row: number): readonly KnownValue[] {
  return plan.observations.years.flatMap((year) => {
    const observation = observationAt(plan.observations, row, year);
    return observation === null ? [] : [{ year, value: observation.value, decimals: observation.decimals }];
  });
}

/** Projections start from the last known value; a provisional base of a later year goes before it. */
function startOf(base: BaseValue | null, history: readonly KnownValue[]): WhatIfGround["start"] {
  const last = history.at(-1);
  if (base !== null && (last === undefined || base.year > last.year)) {
    const { value, decimals } = base.quantity;
    return { year: base.year, value, decimals, provisional: base.provisional };
  }
  return last === undefined ? null : { ...last, provisional: false };
}

function growthBetween(first: KnownValue | undefined, last: KnownValue | undefined): number | null {
  if (first === undefined || last === undefined) return null;
  const years = last.year - first.year;
  const growth = requiredGrowth({ base: first.value, level: last.value, years, share: false });
  return growth.ok ? growth.value.rate : null;
}
