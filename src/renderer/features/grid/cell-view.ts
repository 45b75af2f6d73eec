import { type CellError, readRejected } from "#core/command/read-cell.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { formatAmount, type Quantity } from "#core/indicator/quantity.ts";
import type { Target } from "#core/indicator/target.ts";
import { type IndicatorGrowth, indicatorGrowth } from "#core/path/indicator-growth.ts";
import { baseValue } from "#core/plan/base-value.ts";
import type { Concept } from "#core/plan/concept.ts";
import type { ConceptId, Year } from "#core/plan/ids.ts";
import { observationAt, type ObservationBasis } from "#core/plan/observation-table.ts";
import type { Attribute, Base, Indicator, Plan } from "#core/plan/plan.ts";
import { directionOf } from "../../data/catalogue.ts";
import { type Disagreeing, disagreeingAt, type DisagreementIndex } from "./disagreement-index.ts";
import { fieldOf, type GridColumn, sameField } from "./grid-columns.ts";
import { type EvidenceLevel, evidenceLevel } from "./evidence-level.ts";

/** How the value of a cell is known; `provisional` stands in for a base that is not there yet (暂用). */
export type ValueBasis = Exclude<ObservationBasis, "none"> | "provisional";

/** What a cell shows, before any word of a language: the grid prints it, the cell bar and the panel explain it. */
export type CellView =
  | { readonly kind: "blank" }
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "value";
      /** The number as printed, in `unit`. */
      readonly text: string;
      readonly unit: string;
      readonly basis: ValueBasis;
      readonly from: Base["provisionalFrom"];
      /** The year that the value is of, where that is not the column's. */
      readonly otherYear: Year | null;
      readonly disagreement: Disagreeing | null;
    }
  | {
      readonly kind: "target";
      /** The whole official wording. */
      readonly wording: string;
      /** What a narrow column prints: the bare number where the wording is a level in the row's unit. */
      readonly short: string;
      /** Whether a statement of a document backs it. */
      readonly stated: boolean;
      readonly disagreement: Disagreeing | null;
    }
  | { readonly kind: "growth"; readonly growth: IndicatorGrowth }
  | { readonly kind: "attribute"; readonly attribute: Attribute }
  | { readonly kind: "no-department" }
  | { readonly kind: "evidence"; readonly level: EvidenceLevel }
  | { readonly kind: "rejected"; readonly text: string; readonly reason: CellError | null };

/** The plans and concepts that cells are read from. */
export interface CellSource {
  readonly plan: Plan;
  readonly predecessor: Plan | null;
  readonly concepts: ReadonlyMap<ConceptId, Concept>;
  /** Of `plan`. */
  readonly disagreements: DisagreementIndex;
}

const BLANK: CellView = { kind: "blank" };

/** What the cell of row `index` (of the plan's tables) and a column shows. */
export function cellView(source: CellSource, index: number, column: GridColumn): CellView {
  const indicator = source.plan.indicators[index];
  if (indicator === undefined) return BLANK;
  const field = fieldOf(column);
  const rejected = field && indicator.rejected.find((input) => sameField(input.field, field));
  if (rejected) {
    const reason = readRejected(indicator, rejected, directionOf(indicator.concept));
    return { kind: "rejected", text: rejected.text, reason };
  }
  const view = readCell(source, index, indicator, column);
  if (view.kind !== "value" && view.kind !== "target") return view;
  // What the planner has written over the text's value is not at odds with the text.
  if (view.kind === "target" ? !view.stated : view.basis === "estimated") return view;
  return { ...view, disagreement: disagreeingAt(source, indicator.id, column) };
}

function readCell(source: CellSource, index: number, indicator: Indicator, column: GridColumn): CellView {
  switch (column.kind) {
    case "number":
      return BLANK;
    case "name":
    case "unit":
      return textView(indicator[column.kind]);
    case "category":
      return textView(indicator.category);
    case "department":
      return departmentView(source.plan, indicator);
    case "attribute":
      return indicator.attribute === "unspecified"
        ? BLANK
        : { kind: "attribute", attribute: indicator.attribute };
    case "observation":
      return column.role === "base"
        ? baseView(source.plan, index, column.year)
        : observedView(source.plan, index, column.year);
    case "predecessorTarget":
      return predecessorView(source.predecessor, indicator, column.year);
    case "target":
      return targetView(indicator, column.year);
    case "growth":
      return growthView(source, index, indicator);
    case "evidence":
      return { kind: "evidence", level: evidenceLevel(source.plan, index) };
  }
}

function textView(text: string | null): CellView {
  return text === null || text === "" ? BLANK : { kind: "text", text };
}

// A document that names no department is not at fault; a draft that names none is unfinished.
function departmentView(plan: Plan, indicator: Indicator): CellView {
  if (indicator.department !== null) return { kind: "text", text: indicator.department };
  return plan.origin === "own" ? { kind: "no-department" } : BLANK;
}

function observedView(plan: Plan, index: number, year: Year): CellView {
  const observation = observationAt(plan.observations, index, year);
  const indicator = plan.indicators[index];
  if (observation === null || indicator === undefined) return BLANK;
  const { value, basis, decimals } = observation;
  return valueView({ value, unit: indicator.unit, decimals }, basis);
}

type ValueView = Extract<CellView, { readonly kind: "value" }>;

function valueView(quantity: Quantity, basis: ValueBasis, otherYear: Year | null = null): ValueView {
  const { unit } = quantity;
  const text = formatAmount(quantity);
  return { kind: "value", text, unit, basis, from: null, otherYear, disagreement: null };
}

/** The base column shows what the targets start from, even where that is of another year or only stands in. */
function baseView(plan: Plan, index: number, year: Year): CellView {
  const own = observedView(plan, index, year);
  const base = own.kind === "value" ? null : baseValue(plan, index);
  if (base === null) return own;
  const otherYear = base.year === year ? null : base.year;
  const from = plan.indicators[index]?.base?.provisionalFrom ?? null;
  if (base.provisional)
    return { ...valueView(base.quantity, "provisional", otherYear), from: otherYear === null ? from : null };
  const observed = observationAt(plan.observations, index, base.year);
  return valueView(base.quantity, observed?.basis ?? "stated", otherYear);
}

/** Whether a value only stands in for the cell's own: one that is 暂用, or of another year. */
export function standsIn(view: CellView): boolean {
  return view.kind === "value" && (view.basis === "provisional" || view.otherYear !== null);
}

function targetView(indicator: Indicator, year: Year): CellView {
  const planned = indicator.targets.find((target) => target.year === year);
  if (planned === undefined) return BLANK;
  const wording = formatTarget(planned.target);
  const short = bareLevel(planned.target, indicator.unit) ?? wording;
  return { kind: "target", wording, short, stated: planned.statement !== null, disagreement: null };
}

// Only 达到X and its like: 超X, 低于X or a range would say something else without their words.
function bareLevel(target: Target, unit: string): string | null {
  return target.form === "atLeast" && target.level.unit === unit ? formatAmount(target.level) : null;
}

function predecessorView(predecessor: Plan | null, indicator: Indicator, year: Year): CellView {
  const same = predecessor === null ? undefined : sameIndicator(predecessor, indicator);
  return same === undefined ? BLANK : targetView(same, year);
}

/**
 * The indicator of another plan that measures the same thing: the same concept (a total and its growth may share one,
 * then that of the same name), else the same name.
 */
export function sameIndicator(plan: Plan, indicator: Indicator): Indicator | undefined {
  const { concept, name } = indicator;
  const twins = concept === null ? [] : plan.indicators.filter((other) => other.concept === concept);
  const byConcept = twins.find((other) => other.name === name) ?? twins[0];
  return byConcept ?? plan.indicators.find((other) => other.name === name);
}

// Without any promise there is nothing to reckon; a dash says so as it does for the target itself.
function growthView({ plan, concepts }: CellSource, index: number, indicator: Indicator): CellView {
  const concept = indicator.concept === null ? null : (concepts.get(indicator.concept) ?? null);
  const growth = indicatorGrowth(plan, index, concept);
  return growth.kind === "no-target" ? BLANK : { kind: "growth", growth };
}
