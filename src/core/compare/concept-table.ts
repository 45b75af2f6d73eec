import { convertible } from "../indicator/unit.ts";
import type { Concept } from "../plan/concept.ts";
import type { ConceptId, PlanId, Year } from "../plan/ids.ts";
import type { Plan } from "../plan/plan.ts";
import { compareText } from "./compare-text.ts";
import { type ConceptRow, conceptRow } from "./concept-row.ts";
import { type ConceptRemark, conceptRemarks } from "./concept-remarks.ts";

/** A concept of the same family in another caliber: shown apart, as its values say something else. */
export interface RelativeConcept {
  readonly concept: Concept;
  readonly rows: readonly ConceptRow[];
  /** Whether its values are of the table's dimension, so that a chart can hold both at all. */
  readonly drawable: boolean;
}

/** One concept over all plans: a row an indicator, a column a year. */
export interface ConceptTable {
  readonly concept: Concept;
  /** The one unit that values are told in. */
  readonly unit: string;
  /** Years of all rows, those of relatives included, ascending. */
  readonly years: readonly Year[];
  readonly rows: readonly ConceptRow[];
  readonly relatives: readonly RelativeConcept[];
  /** What to know before values are compared; blocking ones first. */
  readonly remarks: readonly ConceptRemark[];
}

/**
 * All that plans say of a concept, and of its family in other calibers; `null` for an unknown concept. Plans stand in
 * the order of their jurisdictions' codes (a prefecture before its counties) and periods, however they are given.
 */
export function conceptTable(
  plans: readonly Plan[],
  concepts: ReadonlyMap<ConceptId, Concept>,
  id: ConceptId,
): ConceptTable | null {
  const concept = concepts.get(id);
  if (concept === undefined) return null;
  const ordered = inOrder(plans);
  const { unit, family } = concept;
  const rows = rowsOf(ordered, concept, unit);
  const relatives = [...concepts.values()]
    .filter((other) => other.id !== id && family !== null && other.family === family)
    .map((other) => ({
      concept: other,
      rows: rowsOf(ordered, other, unit),
      drawable: other.quantity === concept.quantity && convertible(other.unit, unit),
    }))
    .filter((relative) => relative.rows.length > 0)
    .sort((a, b) => b.rows.length - a.rows.length || compareText(a.concept.id, b.concept.id));
  const all = [...rows, ...relatives.flatMap((relative) => relative.rows)];
  return { concept, unit, years: yearsOf(all), rows, relatives, remarks: conceptRemarks(concept, rows) };
}

/** The plans with a row in the table itself. */
export function plansOf(rows: readonly ConceptRow[]): readonly PlanId[] {
  return [...new Set(rows.map(({ plan }) => plan))];
}

function inOrder(plans: readonly Plan[]): readonly Plan[] {
  return [...plans].sort(
    (a, b) =>
      compareText(a.jurisdiction, b.jurisdiction) ||
      a.period.start - b.period.start ||
      a.period.end - b.period.end ||
      compareText(a.origin, b.origin) ||
      compareText(a.id, b.id),
  );
}

function rowsOf(plans: readonly Plan[], concept: Concept, unit: string): readonly ConceptRow[] {
  return plans.flatMap((plan) =>
    plan.indicators.flatMap((indicator, index) => {
      const row = indicator.concept === concept.id ? conceptRow(plan, index, concept, unit) : null;
      return row === null ? [] : [row];
    }),
  );
}

function yearsOf(rows: readonly ConceptRow[]): readonly Year[] {
  const years = rows.flatMap(({ cells }) => cells.map(({ year }) => year));
  return [...new Set(years)].sort((a, b) => a - b);
}
