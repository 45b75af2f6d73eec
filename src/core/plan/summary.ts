import { levelOf } from "../indicator/evaluate-target.ts";
import { printedValue } from "../indicator/quantity.ts";
import { baseValue } from "./base-value.ts";
import { type Direction, type DirectionOf, higherIsBetter } from "./concept.ts";
import type { IndicatorId, JurisdictionCode, PlanId, Year } from "./ids.ts";
import { observationAt, observationCount } from "./observation-table.ts";
import type { Indicator, Period, Plan, PlanOrigin, PlanStatus } from "./plan.ts";

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
}

/** How many of a plan's indicators have each of these. */
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

/** The summary of a plan; the direction of a concept says which end of 2—3家 is its level. */
export function summarise(plan: Plan, directionOf: DirectionOf = higherIsBetter): PlanSummary {
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
    observationCount: observationCount(plan.observations),
    targetCount: total(plan, ({ targets }) => targets.length),
    filled: {
      targets: total(plan, ({ targets }) => Number(targets.length > 0)),
      bases: total(plan, (_, row) => Number(baseValue(plan, row) !== null)),
      departments: total(plan, ({ department }) => Number(department !== null)),
      evidence: total(plan, (indicator) => Number(hasEvidence(indicator))),
    },
    rejectedCount: total(plan, ({ rejected }) => rejected.length),
    highlight: highlightOf(plan, directionOf),
  };
}

function total(plan: Plan, count: (indicator: Indicator, row: number) => number): number {
  return plan.indicators.reduce((sum, indicator, row) => sum + count(indicator, row), 0);
}

function hasEvidence({ sources, targets }: Indicator): boolean {
  return sources.length > 0 || targets.some(({ statement }) => statement !== null);
}

/** What a reader looks for first in a science plan; any of these with a target stands before all others. */
const HEADLINES: ReadonlySet<string> = new Set([
  "national-high-tech-enterprises",
  "high-tech-enterprises",
  "rd-intensity",
]);

/**
 * The indicator with most to show: a target level, of a headline concept if there is one, a base, then the longest
 * history and the most levels; the plan's order decides between equals.
 */
function highlightOf(plan: Plan, directionOf: DirectionOf): Highlight | null {
  let best: Highlight | null = null;
  let bestScore = 0;
  plan.indicators.forEach((indicator, row) => {
    if (mostScore(plan, indicator) <= bestScore) return;
    const candidate = highlightRow(plan, indicator, row, directionOf(indicator.concept));
    const aimed = candidate.targets.length > 0;
    const score =
      (candidate.base === null ? 0 : 1000) +
      (aimed ? 1000 : 0) +
      (aimed && HEADLINES.has(indicator.concept ?? "") ? 2000 : 0) +
      candidate.points.length +
      candidate.targets.length +
      (candidate.targets.some(({ stretch }) => stretch !== null) ? 1 : 0);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  });
  return best;
}

/** What a row could score at most: rows that cannot win are not worked out. */
function mostScore({ observations }: Plan, { concept, targets }: Indicator): number {
  const aimed = targets.length === 0 ? 0 : 1000 + (HEADLINES.has(concept ?? "") ? 2000 : 0);
  return 1000 + aimed + observations.years.length + targets.length + 1;
}

function highlightRow(plan: Plan, indicator: Indicator, row: number, direction: Direction): Highlight {
  const { id, name, unit } = indicator;
  const start = baseValue(plan, row);
  const from = start === null ? null : { year: start.year, value: start.quantity.value };
  const targets = indicator.targets.flatMap(({ year, target }) => {
    const level = levelOf(target, from, year, direction);
    if (!level.ok) return [];
    const { stretch } = level.value;
    return [
      {
        year,
        level: printedValue({ value: level.value.level, unit }),
        stretch: stretch === null ? null : printedValue({ value: stretch, unit }),
      },
    ];
  });
  const base = from === null ? null : { year: from.year, value: printedValue({ value: from.value, unit }) };
  return { indicator: id, name, unit, points: history(plan, row), base, targets };
}

function history(plan: Plan, row: number): readonly { readonly year: Year; readonly value: number }[] {
  const unit = plan.indicators[row]?.unit ?? "";
  return plan.observations.years.flatMap((year) => {
    const observation = observationAt(plan.observations, row, year);
    return observation === null ? [] : [{ year, value: printedValue({ value: observation.value, unit }) }];
  });
}
