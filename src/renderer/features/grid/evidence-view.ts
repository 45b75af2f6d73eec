import type { IndicatorGrowth } from "#core/path/indicator-growth.ts";
import { indicatorGrowth } from "#core/path/indicator-growth.ts";
import { baseValue } from "#core/plan/base-value.ts";
import { formatQuantity } from "#core/indicator/quantity.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import type { StatementId, Year } from "#core/plan/ids.ts";
import type { Indicator, OutlineEntry, Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import { type CellSource, type CellView, cellView, sameIndicator } from "./cell-view.ts";
import type { GridColumn } from "./grid-columns.ts";

/** A statement and the plan whose document it stands in. */
export interface PlacedStatement {
  readonly statement: Statement;
  readonly plan: Plan;
}

/** The superior plan's indicator of the same concept: from what to what, and the growth that this takes. */
export interface SuperiorView {
  readonly title: string;
  readonly name: string;
  readonly base: { readonly year: Year; readonly text: string } | null;
  readonly target: { readonly year: Year; readonly text: string } | null;
  readonly growth: IndicatorGrowth;
}

/** What the evidence panel shows of one cell. */
export interface EvidenceView {
  readonly indicator: Indicator;
  readonly cell: CellView;
  readonly source: PlacedStatement | null;
  readonly others: readonly PlacedStatement[];
  /** `null` without a superior plan, or where it does not list the concept. */
  readonly superior: SuperiorView | null;
}

/** The plans that a cell's evidence may come from. */
export interface EvidenceSource extends CellSource {
  readonly superior: Plan | null;
}

/** Where the value of a cell comes from; `null` when the row is not there. */
export function evidenceView(source: EvidenceSource, index: number, column: GridColumn): EvidenceView | null {
  const indicator = source.plan.indicators[index];
  if (indicator === undefined) return null;
  const backing = findStatement(source, backingId(source, indicator, column));
  return {
    indicator,
    cell: cellView(source, index, column),
    source: backing,
    others: otherStatements(source, indicator, backing?.statement.id ?? null),
    superior: superiorView(source, indicator),
  };
}

/** The statement behind a cell; columns without a value of their own show what backs the last target, else the base. */
function backingId(source: EvidenceSource, indicator: Indicator, column: GridColumn): StatementId | null {
  switch (column.kind) {
    case "observation":
      return (
        sourceOf(indicator, column.year) ??
        (column.role === "base" && indicator.base !== null ? baseSource(source, indicator) : null)
      );
    case "target":
      return targetSource(indicator, column.year);
    case "predecessorTarget": {
      const same = source.predecessor === null ? undefined : sameIndicator(source.predecessor, indicator);
      return same === undefined ? null : targetSource(same, column.year);
    }
    default:
      return indicator.targets.at(-1)?.statement ?? baseSource(source, indicator);
  }
}

// A base that stands in from the predecessor's target is backed by that target's statement.
function baseSource(source: EvidenceSource, indicator: Indicator): StatementId | null {
  const { base } = indicator;
  if (base === null) return null;
  const own = sourceOf(indicator, base.year);
  if (own !== null || base.provisionalFrom !== "predecessor-target" || source.predecessor === null)
    return own;
  const same = sameIndicator(source.predecessor, indicator);
  return same?.targets.at(-1)?.statement ?? null;
}

function sourceOf(indicator: Indicator, year: Year): StatementId | null {
  return indicator.sources.find((source) => source.year === year)?.statement ?? null;
}

function targetSource(indicator: Indicator, year: Year): StatementId | null {
  return indicator.targets.find((target) => target.year === year)?.statement ?? null;
}

function plansOf(source: EvidenceSource): readonly Plan[] {
  return [source.plan, source.predecessor, source.superior].filter((plan) => plan !== null);
}

// A copy carries the statements of its source; the plan that first said it is the one whose document is meant.
function findStatement(source: EvidenceSource, id: StatementId | null): PlacedStatement | null {
  if (id === null) return null;
  for (const plan of plansOf(source)) {
    const statement = plan.statements.find((candidate) => candidate.id === id);
    if (statement !== undefined) return { statement, plan };
  }
  return null;
}

function otherStatements(
  source: EvidenceSource,
  indicator: Indicator,
  shown: StatementId | null,
): readonly PlacedStatement[] {
  const found = new Map<StatementId, PlacedStatement>();
  for (const plan of [source.plan, source.predecessor]) {
    if (plan === null) continue;
    const ids = new Set([indicator.id, sameIndicator(plan, indicator)?.id]);
    for (const statement of plan.statements) {
      const about = statement.indicator !== null && ids.has(statement.indicator);
      if (about && statement.id !== shown && !found.has(statement.id))
        found.set(statement.id, { statement, plan });
    }
  }
  return [...found.values()].sort((a, b) => (a.statement.year ?? 0) - (b.statement.year ?? 0));
}

function superiorView(source: EvidenceSource, indicator: Indicator): SuperiorView | null {
  const { superior, concepts } = source;
  if (superior === null) return null;
  const row = superior.indicators.findIndex(
    ({ concept }) => concept !== null && concept === indicator.concept,
  );
  const same = superior.indicators[row];
  if (same === undefined) return null;
  const base = baseValue(superior, row);
  const target = same.targets.at(-1);
  const concept = same.concept === null ? null : (concepts.get(same.concept) ?? null);
  return {
    title: superior.title,
    name: same.name,
    base: base === null ? null : { year: base.year, text: formatQuantity(base.quantity) },
    target: target === undefined ? null : { year: target.year, text: formatTarget(target.target) },
    growth: indicatorGrowth(superior, row, concept),
  };
}

/** The headings above a line of the plan's text, outermost first. */
export function sectionPath(outline: readonly OutlineEntry[], line: number): readonly string[] {
  const path: OutlineEntry[] = [];
  for (const entry of outline) {
    if (entry.line > line) break;
    while ((path.at(-1)?.level ?? 0) >= entry.level) path.pop();
    path.push(entry);
  }
  return path.map(({ heading }) => heading);
}
