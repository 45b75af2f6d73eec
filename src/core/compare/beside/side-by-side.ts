import type { Concept } from "../../plan/concept.ts";
import type { ConceptId, IndicatorId, JurisdictionCode, PlanId } from "../../plan/ids.ts";
import type { Indicator, Jurisdiction, Plan } from "../../plan/plan.ts";
import { tierOf } from "./administrative-tier.ts";
import { type IndicatorIndex, type Match, type MatchedBy, matchIndicator } from "./align-indicators.ts";
import { comparePromises } from "./compare-promises.ts";
import type { Assumption, Comparison } from "./comparison.ts";
import { hasFigure, type PlanPromise, promiseOf } from "./promise.ts";

/** What another plan has beside a row of the draft. */
export interface SidePair {
  readonly plan: PlanId;
  readonly by: MatchedBy;
  readonly theirs: PlanPromise;
  readonly comparison: Comparison;
}

/** A row of the table: an indicator of the draft, or one of the superior plan that the draft does not list. */
export interface SideRow {
  readonly indicator: Indicator;
  /** The draft's promise; `null` in a row that the draft does not list. */
  readonly mine: PlanPromise | null;
  /** One entry a plan beside, in their order; `null` where that plan has nothing. */
  readonly pairs: readonly (SidePair | null)[];
}

/** The draft beside other plans. */
export interface SideTable {
  readonly draft: Plan;
  readonly others: readonly Plan[];
  /** The draft's indicators in its order, then those of its superior plan that it does not list. */
  readonly rows: readonly SideRow[];
  /** Rows of each other plan that stand beside no row of the draft, in the plans' order. */
  readonly unmatched: readonly (readonly number[])[];
}

/** The catalogues that a comparison reads. */
export interface SideCatalogues {
  readonly concepts: ReadonlyMap<ConceptId, Concept>;
  readonly jurisdictions: ReadonlyMap<JurisdictionCode, Jurisdiction>;
}

/** What the planner assumes. */
export interface SideChoices {
  readonly assumed: (indicator: IndicatorId, plan: PlanId) => readonly Assumption[];
}

/**
 * Aligns each indicator of the draft with those of other plans and compares their last targets (domain.md section 6).
 * A few µs a pair; nothing in it depends on how many are shown.
 */
export function sideBySide(
  draft: Plan,
  indexes: readonly IndicatorIndex[],
  catalogues: SideCatalogues,
  choices: SideChoices,
): SideTable {
  const source: Source = { draft, indexes, catalogues, choices };
  const taken = indexes.map(() => new Set<number>());
  const rows = draft.indicators.flatMap((indicator, row) => ownRow(source, indicator, row, taken));
  const unmatched = indexes.map(({ plan }, at) =>
    plan.indicators.flatMap((_, row) => (taken[at]?.has(row) === true ? [] : [row])),
  );
  const others = indexes.map(({ plan }) => plan);
  return { draft, others, rows: [...rows, ...missingRows(source, unmatched)], unmatched };
}

interface Source {
  readonly draft: Plan;
  readonly indexes: readonly IndicatorIndex[];
  readonly catalogues: SideCatalogues;
  readonly choices: SideChoices;
}

function ownRow(
  source: Source,
  indicator: Indicator,
  row: number,
  taken: readonly Set<number>[],
): readonly SideRow[] {
  const { draft, indexes, catalogues } = source;
  const mine = promiseOf(draft, row, catalogues.concepts);
  if (mine === null) return [];
  const pairs = indexes.map((index, at) => {
    const match = matchIndicator(indicator, index, catalogues.concepts);
    if (match === null) return null;
    taken[at]?.add(match.row);
    // The share itself is found as well, though its numerator stands in its place.
    for (const twin of twins(index, indicator)) taken[at]?.add(twin);
    return pairOf(source, mine, index, match);
  });
  return [{ indicator, mine, pairs }];
}

function twins({ byConcept }: IndicatorIndex, { concept }: Indicator): readonly number[] {
  return concept === null ? [] : (byConcept.get(concept) ?? []);
}

function pairOf(
  { draft, catalogues, choices }: Source,
  mine: PlanPromise,
  { plan, promise }: IndicatorIndex,
  { row, by }: Match,
): SidePair | null {
  const theirs = promise(row);
  if (theirs === null) return null;
  const comparison = comparePromises(mine, theirs, {
    sameTier: tierOf(draft, catalogues.jurisdictions) === tierOf(plan, catalogues.jurisdictions),
    numerator: by === "numerator",
    assumed: choices.assumed(mine.indicator.id, plan.id),
  });
  return { plan: plan.id, by, theirs, comparison };
}

/** What the superior plan promises and the draft does not list, with what the other plans have of the same concept. */
function missingRows(source: Source, unmatched: readonly (readonly number[])[]): readonly SideRow[] {
  const { draft, indexes, catalogues } = source;
  const at = indexes.findIndex(({ plan }) => plan.id === draft.superior);
  const superior = indexes[at]?.plan;
  if (superior === undefined) return [];
  return (unmatched[at] ?? []).flatMap((row) => {
    const indicator = superior.indicators[row];
    if (indicator === undefined || !hasFigure(indicator)) return [];
    const pairs = indexes.map((index, other): SidePair | null => {
      const match: Match | null =
        other === at ? { row, by: "concept" } : matchIndicator(indicator, index, catalogues.concepts);
      if (match === null || (match.by !== "concept" && match.by !== "name")) return null;
      const theirs = index.promise(match.row);
      return theirs === null
        ? null
        : {
            plan: index.plan.id,
            by: match.by,
            theirs,
            comparison: { kind: other === at ? "missing" : "none" },
          };
    });
    return [{ indicator, mine: null, pairs }];
  });
}

/** What a table comes to: rows, and cells that are compared or cannot be. */
export interface SideCounts {
  readonly all: number;
  /** Rows of the draft with at least one other plan beside them. */
  readonly aligned: number;
  readonly compared: number;
  readonly blocked: number;
  /** Rows with a blocked cell. */
  readonly blockedRows: number;
  /** Rows of the superior plan that the draft does not list. */
  readonly missing: number;
}

/** Counts a table. */
export function countSides({ rows }: SideTable): SideCounts {
  const kinds = rows.map(({ pairs }) => pairs.map((pair) => pair?.comparison.kind ?? null));
  const cells = kinds.flat();
  return {
    all: rows.length,
    aligned: rows.filter(({ mine, pairs }) => mine !== null && pairs.some((pair) => pair !== null)).length,
    compared: cells.filter((kind) => kind === "difference").length,
    blocked: cells.filter((kind) => kind === "blocked").length,
    blockedRows: kinds.filter((row) => row.includes("blocked")).length,
    missing: rows.filter(({ mine }) => mine === null).length,
  };
}
