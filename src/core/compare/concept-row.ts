import { levelOf } from "../indicator/evaluate-target.ts";
import { formatTarget } from "../indicator/format-target.ts";
import { type Quantity, quantityOf } from "../indicator/quantity.ts";
import type { Target } from "../indicator/target.ts";
import { convertible } from "../indicator/unit.ts";
import { type IndicatorGrowth, indicatorGrowth } from "../path/indicator-growth.ts";
import { type BaseValue, baseValue } from "../plan/base-value.ts";
import type { Concept } from "../plan/concept.ts";
import { type IndicatorId, type PlanId, type StatementId, type Year, year } from "../plan/ids.ts";
import { observationAt, type ObservationBasis } from "../plan/observation-table.ts";
import { type CoveredYears, coveredYears } from "../plan/covered-years.ts";
import type { Indicator, Plan, PlannedTarget } from "../plan/plan.ts";
import { alignQuantity } from "./align-quantity.ts";

/** A value that a plan gives for a year; `provisional` stands in for a base that is not known (暂用). */
export interface ObservedCell {
  /** In the unit of the row. */
  readonly quantity: Quantity;
  readonly basis: Exclude<ObservationBasis, "none"> | "provisional";
  /** The statement behind it; `null` for the planner's own. */
  readonly statement: StatementId | null;
  /** The years that it sums up or is the average of, where it is not of one year only. */
  readonly span: CoveredYears | null;
}

/** A target of a plan for a year. */
export interface PlannedCell {
  readonly target: Target;
  /** The official wording, in the unit as printed. */
  readonly wording: string;
  /** The level that it implies, in the unit of the row; `null` where there is none. */
  readonly level: Quantity | null;
  /** The upper wish of 2—3家 and the stretch of 保底…力争…. */
  readonly high: Quantity | null;
  /** The level is not printed but follows from the base (年均增长, 新增). */
  readonly computed: boolean;
  readonly statement: StatementId | null;
  /** The last target of the row; others are milestones. */
  readonly final: boolean;
  /** The years whose sum or average it promises, where it does not promise one year's value. */
  readonly span: CoveredYears | null;
}

/** What a plan says of the concept for one year. */
export interface ConceptCell {
  readonly year: Year;
  readonly observed: ObservedCell | null;
  readonly planned: PlannedCell | null;
  /** Targets start from this value. */
  readonly base: boolean;
}

/** One indicator of one plan in the table of a concept. */
export interface ConceptRow {
  readonly plan: PlanId;
  readonly indicator: IndicatorId;
  /** The name and unit as the plan prints them. */
  readonly name: string;
  readonly printedUnit: string;
  /** The unit of the values: the table's, or the printed one where that does not convert. */
  readonly unit: string;
  readonly converts: boolean;
  /** Years with something to say, ascending. */
  readonly cells: readonly ConceptCell[];
  readonly base: BaseValue | null;
  readonly growth: IndicatorGrowth;
}

/** Digits of a computed level whose base has no fixed digits. */
const COMPUTED_DECIMALS = 2;

/** The row of the indicator at `index` of a plan, its values in `unit` where they convert. */
export function conceptRow(plan: Plan, index: number, concept: Concept, unit: string): ConceptRow | null {
  const indicator = plan.indicators[index];
  if (indicator === undefined) return null;
  const converts = convertible(indicator.unit, unit);
  const shown = converts ? unit : indicator.unit;
  const base = baseValue(plan, index);
  const source: RowSource = { plan, index, indicator, concept, unit: shown, base };
  return {
    plan: plan.id,
    indicator: indicator.id,
    name: indicator.name,
    printedUnit: indicator.unit,
    unit: shown,
    converts,
    cells: cells(source),
    base,
    growth: indicatorGrowth(plan, index, concept),
  };
}

interface RowSource {
  readonly plan: Plan;
  readonly index: number;
  readonly indicator: Indicator;
  readonly concept: Concept;
  readonly unit: string;
  readonly base: BaseValue | null;
}

function cells(source: RowSource): readonly ConceptCell[] {
  const { plan, indicator, base } = source;
  const years = [
    ...plan.observations.years,
    ...indicator.targets.map((planned) => planned.year),
    ...(base === null ? [] : [base.year]),
  ];
  return [...new Set(years)]
    .sort((a, b) => a - b)
    .map((column) => ({
      year: column,
      observed: observedCell(source, column),
      planned: plannedCell(source, column),
      base: base?.year === column,
    }))
    .filter(({ observed, planned }) => observed !== null || planned !== null);
}

function observedCell(source: RowSource, column: Year): ObservedCell | null {
  const { plan, index, indicator, base } = source;
  const observation = observationAt(plan.observations, index, column);
  if (observation === null) {
    if (base === null || base.year !== column) return null;
    return { quantity: shown(source, base.quantity), basis: "provisional", statement: null, span: null };
  }
  const statement = indicator.sources.find((known) => known.year === column)?.statement ?? null;
  const { value, basis, decimals } = observation;
  return {
    quantity: shown(source, { value, unit: indicator.unit, decimals }),
    basis,
    statement,
    span: spanOf(plan, statement),
  };
}

function plannedCell(source: RowSource, column: Year): PlannedCell | null {
  const planned = source.indicator.targets.find((target) => target.year === column);
  if (planned === undefined) return null;
  const { target, statement } = planned;
  return {
    target,
    wording: formatTarget(target),
    ...levels(source, planned),
    statement,
    final: planned === source.indicator.targets.at(-1),
    span: spanOf(source.plan, statement) ?? summedYears(source, planned),
  };
}

function levels(
  source: RowSource,
  { target, year: at }: PlannedTarget,
): Pick<PlannedCell, "level" | "high" | "computed"> {
  const printed = printedLevels(target, source.concept);
  if (printed !== null) {
    const [level, high] = printed;
    return { level: shown(source, level), high: high && shown(source, high), computed: false };
  }
  const { base } = source;
  const from = base === null ? null : { year: base.year, value: base.quantity.value };
  const level = levelOf(target, from, at, source.concept.direction);
  if (!level.ok || base === null) return { level: null, high: null, computed: false };
  const decimals = base.quantity.decimals ?? COMPUTED_DECIMALS;
  const quantity = { value: level.value.level, unit: source.indicator.unit, decimals };
  return { level: shown(source, quantity), high: null, computed: true };
}

/** The level that a wording prints, and the second one of the forms with two; `null` where it prints none. */
function printedLevels(
  target: Target,
  { direction, quantity }: Concept,
): readonly [Quantity, Quantity | null] | null {
  const lower = direction === "lower";
  switch (target.form) {
    case "atLeast":
    case "exceed":
    case "atMost":
    case "below":
    case "about":
      return [target.level, null];
    case "between":
      return lower ? [target.high, target.low] : [target.low, target.high];
    case "floorStretch":
      return [target.floor, target.stretch];
    case "fullCoverage":
      return [quantityOf(100, "%", 0), null];
    case "averageGrowth":
      // Where growth itself is what is measured, the promised rate is the value.
      return quantity === "growth-rate" ? [quantityOf(target.rate, "%", target.decimals), null] : null;
    default:
      return null;
  }
}

/** 累计 promises a sum over the years after the base, or over the plan's years where no base is known. */
function summedYears({ plan, base }: RowSource, { target, year: end }: PlannedTarget): CoveredYears | null {
  const sums =
    target.form === "cumulative" || (target.form === "averageGrowth" && target.method === "cumulative");
  if (!sums) return null;
  const start = plan.period.start;
  const first = base === null || base.year >= end ? start : year(base.year + 1);
  return { start: first, end, as: "sum" };
}

/** The years that a value covers; an average growth covers years as well, but says where the last of them ends. */
function spanOf(plan: Plan, id: StatementId | null): CoveredYears | null {
  const statement = id === null ? undefined : plan.statements.find((known) => known.id === id);
  if (statement === undefined || statement.form === "averageGrowth") return null;
  return coveredYears(statement);
}

/** A level may be printed in another unit of the row's dimension (2亿元 in a row of 万元). */
function shown({ unit }: RowSource, quantity: Quantity): Quantity {
  return alignQuantity(quantity, unit) ?? quantity;
}
