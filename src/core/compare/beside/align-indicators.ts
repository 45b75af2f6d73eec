import { convertible } from "../../indicator/unit.ts";
import type { Concept } from "../../plan/concept.ts";
import type { ConceptId, IndicatorId } from "../../plan/ids.ts";
import type { Indicator, Plan } from "../../plan/plan.ts";
import { hasFigure, type PlanPromise, promiseOf } from "./promise.ts";

/**
 * Why two indicators stand beside each other: by hand, since the draft's goes on with its predecessor's, by the same
 * concept, since the other is the numerator of the draft's share, by the same name, or since they are of one family and
 * differ in caliber.
 */
export type MatchedBy = "hand" | "carried" | "concept" | "numerator" | "name" | "family";

/** An indicator of another plan beside one of the draft. */
export interface Match {
  /** Row of the other plan's tables. */
  readonly row: number;
  readonly by: MatchedBy;
}

/** Rows of a plan by what they can be found by; worth keeping as long as the plan is the same. */
export interface IndicatorIndex {
  readonly plan: Plan;
  /** What a row promises, read when it is first asked for. */
  readonly promise: (row: number) => PlanPromise | null;
  readonly byId: ReadonlyMap<IndicatorId, number>;
  readonly byConcept: ReadonlyMap<ConceptId, readonly number[]>;
  readonly byName: ReadonlyMap<string, readonly number[]>;
  readonly byFamily: ReadonlyMap<string, readonly number[]>;
}

type Concepts = ReadonlyMap<ConceptId, Concept>;

/** The index of a plan's rows. */
export function indicatorIndex(plan: Plan, concepts: Concepts): IndicatorIndex {
  const family = ({ concept }: Indicator) => (concept && concepts.get(concept)?.family) ?? null;
  const promises = new Map<number, PlanPromise | null>();
  return {
    plan,
    promise: (row) => {
      const known = promises.get(row);
      if (known !== undefined) return known;
      const read = promiseOf(plan, row, concepts);
      promises.set(row, read);
      return read;
    },
    byId: new Map(plan.indicators.map(({ id }, row) => [id, row])),
    byConcept: grouped(plan.indicators, ({ concept }) => concept),
    byName: grouped(plan.indicators, ({ name }) => name),
    byFamily: grouped(plan.indicators, family),
  };
}

/** The indicator of another plan that stands beside one of the draft's; `null` where there is none. */
export function matchIndicator(
  indicator: Indicator,
  other: IndicatorIndex,
  concepts: Concepts,
): Match | null {
  const hand = indicator.matches.find(({ plan }) => plan === other.plan.id);
  const byHand = hand === undefined ? undefined : other.byId.get(hand.indicator);
  if (byHand !== undefined) return { row: byHand, by: "hand" };
  const origin = indicator.carriedFrom === null ? undefined : other.byId.get(indicator.carriedFrom.indicator);
  if (origin !== undefined) return { row: origin, by: "carried" };
  const concept = indicator.concept === null ? null : (concepts.get(indicator.concept) ?? null);
  const twin = twinOf(indicator, other);
  const isFigure = (row: number) => figureAt(other.plan, row);
  if (twin === null || !isFigure(twin)) {
    const part = numeratorOf(concept, other);
    if (part !== null) return { row: part, by: "numerator" };
  }
  if (twin !== null) return { row: twin, by: "concept" };
  const named = other.byName.get(indicator.name)?.[0];
  if (named !== undefined) return { row: named, by: "name" };
  const relative = relativeOf(indicator, concept, other, concepts);
  return relative === null ? null : { row: relative, by: "family" };
}

/** Of rows of the same concept that of the same name, else one that promises a figure, else the first. */
function twinOf({ concept, name }: Indicator, { plan, byConcept }: IndicatorIndex): number | null {
  const twins = concept === null ? [] : (byConcept.get(concept) ?? []);
  return (
    twins.find((row) => plan.indicators[row]?.name === name) ??
    twins.find((row) => figureAt(plan, row)) ??
    twins[0] ??
    null
  );
}

/** The row that promises the growth of what the concept is a share of something of. */
function numeratorOf(concept: Concept | null, { plan, byConcept }: IndicatorIndex): number | null {
  if (concept?.quantity !== "share" || concept.formula === null) return null;
  const parts = byConcept.get(concept.formula.numerator) ?? [];
  const grows = (row: number) => plan.indicators[row]?.targets.at(-1)?.target.form === "averageGrowth";
  return parts.find(grows) ?? null;
}

/** A row of the same family that promises a figure; one whose figure is of the same kind and unit first. */
function relativeOf(
  indicator: Indicator,
  concept: Concept | null,
  { plan, byFamily }: IndicatorIndex,
  concepts: Concepts,
): number | null {
  if (concept === null || concept.family === null) return null;
  const relatives = (byFamily.get(concept.family) ?? []).filter((row) => figureAt(plan, row));
  const alike = (row: number) => {
    const other = plan.indicators[row];
    if (other === undefined || other.concept === null) return false;
    return (
      concepts.get(other.concept)?.quantity === concept.quantity && convertible(other.unit, indicator.unit)
    );
  };
  return relatives.find(alike) ?? relatives[0] ?? null;
}

function figureAt({ indicators }: Plan, row: number): boolean {
  const indicator = indicators[row];
  return indicator !== undefined && hasFigure(indicator);
}

function grouped<K>(
  indicators: readonly Indicator[],
  key: (indicator: Indicator) => K | null,
): ReadonlyMap<K, readonly number[]> {
  const groups = new Map<K, number[]>();
  indicators.forEach((indicator, row) => {
    const at = key(indicator);
    if (at === null) return;
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [row]);
    else group.push(row);
  });
  return groups;
}
