import type { IndicatorGrowth } from "#core/path/indicator-growth.ts";
import { indicatorGrowth } from "#core/path/indicator-growth.ts";
import { baseValue } from "#core/plan/base-value.ts";
import { formatAmount } from "#core/indicator/quantity.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import type { StatementId, Year } from "#core/plan/ids.ts";
import type { Indicator, Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import type { Disagreement } from "#core/plan/disagreement.ts";
import { type CellSource, type CellView, cellView, sameIndicator } from "./cell-view.ts";
import { disagreementsAt } from "./disagreement-index.ts";
import type { GridColumn } from "./grid-columns.ts";
import { officialStatements } from "./side/statement-rows.ts";

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

/** Statements of one fact that differ, and by which of them the plan's table goes. */
export interface DisagreementView {
  readonly statements: readonly PlacedStatement[];
  /** `null` where neither the plan nor its table says which holds. */
  readonly official: StatementId | null;
  readonly reason: string | null;
}

/** What the evidence panel shows of one cell. */
export interface EvidenceView {
  readonly indicator: Indicator;
  readonly cell: CellView;
  readonly source: PlacedStatement | null;
  readonly others: readonly PlacedStatement[];
  readonly disagreements: readonly DisagreementView[];
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
  const cell = cellView(source, index, column);
  // What could not be read is no value, so nothing backs it.
  const backing = cell.kind === "rejected" ? null : findStatement(source, backingId(source, index, column));
  const agreed = (cell.kind === "value" || cell.kind === "target") && cell.disagreement === null;
  const disagreements = agreed
    ? []
    : disagreementViews(source, disagreementsAt(source.disagreements, indicator.id, column));
  return {
    indicator,
    cell,
    source: backing,
    others: notDisagreeing(otherStatements(source, indicator, backing?.statement ?? null), disagreements),
    disagreements,
    superior: superiorView(source, indicator),
  };
}

/** The statement behind a cell; columns without a value of their own show what backs the last target, else the base. */
function backingId(source: EvidenceSource, index: number, column: GridColumn): StatementId | null {
  const indicator = source.plan.indicators[index];
  if (indicator === undefined) return null;
  switch (column.kind) {
    case "observation":
      if (column.role === "base") return baseSource(source, index, indicator);
      return sourceOf(indicator, column.year);
    case "target":
      return targetSource(indicator, column.year);
    case "predecessorTarget":
      return predecessorSource(source, indicator);
    default:
      return indicator.targets.at(-1)?.statement ?? baseSource(source, index, indicator);
  }
}

// A base that stands in is backed by what it stands in from: the predecessor's target, or an earlier observation.
function baseSource(source: EvidenceSource, index: number, indicator: Indicator): StatementId | null {
  const base = baseValue(source.plan, index);
  if (base === null) return null;
  const { year, provisionalFrom } = indicator.base ?? { year: null, provisionalFrom: null };
  if (!base.provisional || base.year !== year) return sourceOf(indicator, base.year);
  return provisionalFrom === "predecessor-target" ? predecessorSource(source, indicator) : null;
}

function predecessorSource({ predecessor }: EvidenceSource, indicator: Indicator): StatementId | null {
  const same = predecessor === null ? undefined : sameIndicator(predecessor, indicator);
  return same === undefined || predecessor === null ? null : targetSource(same, predecessor.period.end);
}

function sourceOf(indicator: Indicator, year: Year): StatementId | null {
  return indicator.sources.find((source) => source.year === year)?.statement ?? null;
}

function targetSource(indicator: Indicator, year: Year): StatementId | null {
  return indicator.targets.find((target) => target.year === year)?.statement ?? null;
}

/** What the panel shows of disagreements; where none settles them, the statement that a cell names is official. */
export function disagreementViews(
  source: EvidenceSource,
  disagreements: readonly Disagreement[],
): readonly DisagreementView[] {
  const backing = officialStatements(source.plan);
  return disagreements.map(({ statements, settled }) => ({
    statements: statements.flatMap((id) => findStatement(source, id) ?? []),
    official: settled?.official ?? statements.find((id) => backing.has(id)) ?? null,
    reason: settled?.reason ?? null,
  }));
}

/** Statements without those that a disagreement lists already. */
export function notDisagreeing(
  others: readonly PlacedStatement[],
  disagreements: readonly DisagreementView[],
): readonly PlacedStatement[] {
  const listed = new Set(
    disagreements.flatMap(({ statements }) => statements.map(({ statement }) => statement.id)),
  );
  return others.filter(({ statement }) => !listed.has(statement.id));
}

function plansOf(source: EvidenceSource): readonly Plan[] {
  return [source.plan, source.predecessor, source.superior].filter((plan) => plan !== null);
}

/** A statement of the plan or of those it is linked to, with the plan whose document it stands in. */
export function findStatement(source: EvidenceSource, id: StatementId | null): PlacedStatement | null {
  if (id === null) return null;
  for (const plan of plansOf(source)) {
    const statement = plan.statements.find((candidate) => candidate.id === id);
    if (statement !== undefined) return { statement, plan: planOfDocument(source, statement, plan) };
  }
  return null;
}

/** A draft carries its predecessor's documents and statements; the plan that they are from names them. */
export function planOfDocument(
  { predecessor }: EvidenceSource,
  { evidence }: Pick<Statement, "evidence">,
  holder: Plan,
): Plan {
  const carried = predecessor?.documents.some(({ file }) => file === evidence?.document) ?? false;
  return carried && predecessor !== null ? predecessor : holder;
}

/** The other statements of an indicator, by year, each place once though draft and predecessor both hold it. */
export function otherStatements(
  source: EvidenceSource,
  indicator: Indicator,
  shown: Statement | null,
): readonly PlacedStatement[] {
  const found = new Map<string, PlacedStatement>();
  for (const plan of [source.plan, source.predecessor]) {
    if (plan === null) continue;
    // Two rows of one plan may share a concept: only the other plan's row is found by it.
    const own = plan === source.plan;
    const ids = new Set([indicator.id, own ? null : sameIndicator(plan, indicator)?.id]);
    for (const statement of plan.statements) {
      const about = statement.indicator !== null && ids.has(statement.indicator);
      const key = placeOf(statement);
      if (about && (shown === null || key !== placeOf(shown)) && !found.has(key))
        found.set(key, { statement, plan: planOfDocument(source, statement, plan) });
    }
  }
  return [...found.values()].sort((a, b) => (a.statement.year ?? 0) - (b.statement.year ?? 0));
}

// A draft carries its predecessor's statements under its own ids; the place in the document tells that they are one.
function placeOf({ kind, year, value, derivation, evidence }: Statement): string {
  if (evidence !== null) return `${evidence.document} ${evidence.start}-${evidence.end}`;
  return `${kind} ${year} ${value} ${derivation?.formula}`;
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
    base: base === null ? null : { year: base.year, text: formatAmount(base.quantity) },
    target: target === undefined ? null : { year: target.year, text: formatTarget(target.target) },
    growth: indicatorGrowth(superior, row, concept),
  };
}
