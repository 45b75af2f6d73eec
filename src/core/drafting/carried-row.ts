import type { CarriedRow } from "../command/command.ts";
import { baseYear } from "../plan/base-year.ts";
import { type DirectionOf, higherIsBetter } from "../plan/concept.ts";
import { nextPlan } from "../plan/draft.ts";
import type { IndicatorId } from "../plan/ids.ts";
import { observedRow } from "../plan/observation-table.ts";
import type { Plan } from "../plan/plan.ts";
import type { Statement } from "../plan/statement.ts";

/**
 * The row that an indicator of the predecessor would have in the draft had it been carried over: with its observations, their
 * evidence and a proposed base, without targets; `null` where the predecessor no longer has it.
 */
export function carriedRow(
  draft: Plan,
  predecessor: Plan,
  dropped: IndicatorId,
  directionOf: DirectionOf = higherIsBetter,
): CarriedRow | null {
  const terms = { period: draft.period, baseYear: baseYear(draft) };
  const identity = { id: draft.id, title: draft.title };
  const next = nextPlan(predecessor, draft.superior, identity, directionOf, terms);
  const at = next.indicators.findIndex(({ carriedFrom }) => carriedFrom?.indicator === dropped);
  const indicator = next.indicators[at];
  if (indicator === undefined) return null;
  const statements = next.statements.filter((statement) => statement.indicator === indicator.id);
  return {
    indicator,
    observed: observedRow(next.observations, at),
    statements: statements.map((statement) => withinDraft(statement, draft, statements)),
    disagreements: next.disagreements.filter((entry) => entry.indicator === indicator.id),
  };
}

/** A statement without places in documents, and without formulas over statements, that the draft does not have. */
function withinDraft(statement: Statement, draft: Plan, coming: readonly Statement[]): Statement {
  const { evidence, derivation } = statement;
  const files = new Set(draft.documents.map(({ file }) => file));
  const known = new Set([...draft.statements, ...coming].map(({ id }) => id));
  return {
    ...statement,
    evidence: evidence !== null && files.has(evidence.document) ? evidence : null,
    derivation: derivation?.from.every((id) => known.has(id)) === true ? derivation : null,
  };
}
