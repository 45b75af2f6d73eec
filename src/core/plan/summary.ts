import { levelOf } from "../indicator/evaluate-target.ts";
import { printedValue } from "../indicator/quantity.ts";
import { baseValue } from "./base-value.ts";
import { type Direction, type DirectionOf, higherIsBetter } from "./concept.ts";
import type { IndicatorId, JurisdictionCode, PlanId, Year } from "./ids.ts";
import { observationAt, observedCount, sameYears } from "./observation-table.ts";
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

function identityOf({ id, title, jurisdiction, period, status, origin, predecessor, superior }: Plan) {
  return { id, title, jurisdiction, period, status, origin, predecessor, superior };
}

/** The summary of a plan; the direction of a concept says which end of 2—3家 is its level. */
export function summarise(plan: Plan, directionOf: DirectionOf = higherIsBetter): PlanSummary {
  return {
    ...identityOf(plan),
    indicatorCount: plan.indicators.length,
    indicatorNames: plan.indicators.map(({ id, name }) => ({ id, name })),
    ...countsOf(plan, plan.indicators.keys(), NOTHING_COUNTED, 1),
    highlight: highlightOf(plan, directionOf),
  };
}

/**
 * The summary of a plan of which a former state and its summary are known, reckoned from the rows that differ: an edit of a plan of ten
 * thousand rows need not go through all of them. Rows that are the same object hold the same in both states.
 */
export function summariseAfter(
  before: { readonly plan: Plan; readonly summary: PlanSummary },
  plan: Plan,
  directionOf: DirectionOf = higherIsBetter,
): PlanSummary {
  const changed = changedRows(before.plan, plan);
  if (changed === null) return summarise(plan, directionOf);
  const { summary } = before;
  const named = changed.every((row) => {
    const [was, is] = [before.plan.indicators[row], plan.indicators[row]];
    return was?.id === is?.id && was?.name === is?.name;
  });
  const highlight = highlightAfter(before, plan, changed, directionOf);
  return {
    ...summary,
    ...identityOf(plan),
    indicatorNames: named ? summary.indicatorNames : plan.indicators.map(({ id, name }) => ({ id, name })),
    ...countsOf(plan, changed, countsOf(before.plan, changed, summary, -1), 1),
    highlight: highlight === undefined ? highlightOf(plan, directionOf) : highlight,
  };
}

/** From how many changed rows on all of them are gone through. */
const MANY = 200;

/** The rows that are not the same in both states; `null` where there are many, or rows came or went. */
function changedRows(before: Plan, after: Plan): readonly number[] | null {
  if (before.indicators.length !== after.indicators.length) return null;
  // A year that comes into the table or leaves it may give rows another number of points.
  if (!sameYears(before.observations.years, after.observations.years)) return null;
  const changed: number[] = [];
  for (let row = 0; row < after.indicators.length; row += 1) {
    if (before.indicators[row] !== after.indicators[row]) changed.push(row);
    if (changed.length > MANY) return null;
  }
  return changed;
}

type Counts = Pick<PlanSummary, "observationCount" | "targetCount" | "filled" | "rejectedCount">;

const NOTHING_COUNTED: Counts = {
  observationCount: 0,
  targetCount: 0,
  filled: { targets: 0, bases: 0, departments: 0, evidence: 0 },
  rejectedCount: 0,
};

/** Counts with rows of a plan added, or taken away by -1. */
function countsOf(plan: Plan, rows: Iterable<number>, start: Counts, times: 1 | -1): Counts {
  let { observationCount, targetCount, rejectedCount } = start;
  let { targets, bases, departments, evidence } = start.filled;
  for (const row of rows) {
    const indicator = plan.indicators[row];
    if (indicator === undefined) continue;
    observationCount += times * observedCount(plan.observations, row);
    targetCount += times * indicator.targets.length;
    rejectedCount += times * indicator.rejected.length;
    targets += times * Number(indicator.targets.length > 0);
    bases += times * Number(baseValue(plan, row) !== null);
    departments += times * Number(indicator.department !== null);
    evidence += times * Number(hasEvidence(indicator));
  }
  return { observationCount, targetCount, filled: { targets, bases, departments, evidence }, rejectedCount };
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
    const { candidate, score } = candidateIn(plan, indicator, row, directionOf);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  });
  return best;
}

interface Candidate {
  readonly candidate: Highlight;
  readonly score: number;
}

function candidateIn(plan: Plan, indicator: Indicator, row: number, directionOf: DirectionOf): Candidate {
  const candidate = highlightRow(plan, indicator, row, directionOf(indicator.concept));
  const aimed = candidate.targets.length > 0;
  const score =
    (candidate.base === null ? 0 : 1000) +
    (aimed ? 1000 : 0) +
    (aimed && HEADLINES.has(indicator.concept ?? "") ? 2000 : 0) +
    candidate.points.length +
    candidate.targets.length +
    (candidate.targets.some(({ stretch }) => stretch !== null) ? 1 : 0);
  return { candidate, score };
}

/** The highlight after rows changed, as long as it is still that of the same row; else `undefined`. */
function highlightAfter(
  { plan: before, summary: { highlight } }: { readonly plan: Plan; readonly summary: PlanSummary },
  plan: Plan,
  changed: readonly number[],
  directionOf: DirectionOf,
): Highlight | undefined {
  const at = before.indicators.findIndex(({ id }) => id === highlight?.indicator);
  const [was, is] = [before.indicators[at], plan.indicators[at]];
  if (was === undefined || is === undefined || was.id !== is.id) return undefined;
  const { score: former } = candidateIn(before, was, at, directionOf);
  const { candidate, score } = candidateIn(plan, is, at, directionOf);
  if (score < former) return undefined;
  const outdone = changed.some((row) => {
    const indicator = plan.indicators[row];
    if (row === at || indicator === undefined) return false;
    const other = candidateIn(plan, indicator, row, directionOf).score;
    return other > score || (other === score && row < at);
  });
  return outdone ? undefined : candidate;
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
