import { isPercent, parseUnit } from "../indicator/unit.ts";
import type { Concept } from "../plan/concept.ts";
import type { CoveredYears } from "../plan/covered-years.ts";
import type { IndicatorId, PlanId, Year } from "../plan/ids.ts";
import type { ConceptRow } from "./concept-row.ts";
import { caliberVaries } from "./varying-caliber.ts";

/** Something a planner must know before comparing values of one concept; rows are named by their indicators. */
export type ConceptRemark =
  /** The unit does not convert, so the values stand in their own; `points` where 个百分点 meet %. */
  | {
      readonly kind: "unit";
      readonly rows: readonly IndicatorId[];
      readonly unit: string;
      readonly points: boolean;
    }
  /** A value or target sums several years, or is their average. */
  | { readonly kind: "span"; readonly rows: readonly IndicatorId[]; readonly span: CoveredYears }
  /** Some promise a growth and others a level. */
  | {
      readonly kind: "growth-and-level";
      readonly growth: readonly IndicatorId[];
      readonly level: readonly IndicatorId[];
    }
  /** The concept's own caliber differs from document to document. */
  | { readonly kind: "caliber-varies" }
  /** Targets start from different years. */
  | {
      readonly kind: "base-years";
      readonly groups: readonly { readonly year: Year; readonly rows: readonly IndicatorId[] }[];
    }
  /** A plan has several indicators of the concept. */
  | { readonly kind: "twice"; readonly plan: PlanId; readonly rows: readonly IndicatorId[] };

/** What stands in the way of comparing the rows of a concept, gravest first (domain.md section 6). */
export function conceptRemarks(concept: Concept, rows: readonly ConceptRow[]): readonly ConceptRemark[] {
  return [
    ...unitRemarks(concept, rows),
    ...spanRemarks(rows),
    ...(concept.quantity === "growth-rate" ? [] : growthRemarks(rows)),
    ...(caliberVaries(concept) && rows.length > 0 ? [{ kind: "caliber-varies" } as const] : []),
    ...baseRemarks(rows),
    ...twiceRemarks(rows),
  ];
}

function unitRemarks(concept: Concept, rows: readonly ConceptRow[]): readonly ConceptRemark[] {
  const apart = grouped(
    rows.filter(({ converts }) => !converts),
    ({ printedUnit }) => printedUnit,
  );
  return apart.map(([unit, found]) => ({
    kind: "unit",
    rows: found.map(({ indicator }) => indicator),
    unit,
    points: isPercent(concept.unit) && parseUnit(unit).dimension === "percentage-point",
  }));
}

/** Whether sums or averages over years stand beside values of one year, so that a chart must leave them out. */
export function mixesSpans(rows: readonly ConceptRow[]): boolean {
  const spans = rows.flatMap(({ cells }) =>
    cells.flatMap(({ observed, planned }) => [
      ...(observed === null ? [] : [observed.span]),
      // A qualitative target says nothing of years; 累计 has no level, but sums.
      ...(planned === null || (planned.level === null && planned.span === null) ? [] : [planned.span]),
    ]),
  );
  return spans.some((span) => span !== null) && spans.some((span) => span === null);
}

function spanRemarks(rows: readonly ConceptRow[]): readonly ConceptRemark[] {
  if (!mixesSpans(rows)) return [];
  const spans = rows.flatMap((row) =>
    row.cells
      .flatMap(({ observed, planned }) => [observed?.span ?? null, planned?.span ?? null])
      .filter((span) => span !== null)
      .filter(({ start, end }) => start < end)
      .map((span) => ({ row, span })),
  );
  return grouped(spans, ({ span }) => `${span.start}-${span.end} ${span.as}`).flatMap(([, found]) => {
    const span = found[0]?.span;
    const named = [...new Set(found.map(({ row }) => row.indicator))];
    return span === undefined ? [] : [{ kind: "span" as const, rows: named, span }];
  });
}

function growthRemarks(rows: readonly ConceptRow[]): readonly ConceptRemark[] {
  const finals = rows.flatMap(({ indicator, cells }) => {
    const form = cells.findLast(({ planned }) => planned?.final === true)?.planned?.target.form;
    return form === undefined || form === "qualitative" || form === "cumulative" ? [] : [{ indicator, form }];
  });
  const growth = finals.filter(({ form }) => form === "averageGrowth");
  const level = finals.filter(({ form }) => form !== "averageGrowth");
  if (growth.length === 0 || level.length === 0) return [];
  const names = (list: typeof finals) => list.map(({ indicator }) => indicator);
  return [{ kind: "growth-and-level", growth: names(growth), level: names(level) }];
}

function baseRemarks(rows: readonly ConceptRow[]): readonly ConceptRemark[] {
  const groups = grouped(
    rows.flatMap(({ base, indicator }) => (base === null ? [] : [{ year: base.year, indicator }])),
    ({ year }) => year,
  ).sort(([a], [b]) => a - b);
  if (groups.length < 2) return [];
  return [
    {
      kind: "base-years",
      groups: groups.map(([year, found]) => ({ year, rows: found.map(({ indicator }) => indicator) })),
    },
  ];
}

function twiceRemarks(rows: readonly ConceptRow[]): readonly ConceptRemark[] {
  return grouped(rows, ({ plan }) => plan)
    .filter(([, found]) => found.length > 1)
    .map(([plan, found]) => ({ kind: "twice", plan, rows: found.map(({ indicator }) => indicator) }));
}

function grouped<K, T>(list: readonly T[], key: (item: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups];
}
