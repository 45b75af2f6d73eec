import type { ConceptCell, ConceptRow } from "#core/compare/concept-row.ts";
import type { ConceptTable } from "#core/compare/concept-table.ts";
import type { Concept } from "#core/plan/concept.ts";
import type { PlanId, StatementId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";

/** A concept over all plans with the words for plans and concepts, as the room's parts take it. */
export interface ConceptStudy {
  readonly table: ConceptTable;
  readonly plans: ReadonlyMap<PlanId, Plan>;
  /** 恩平“十三五”. */
  readonly planName: (plan: PlanId) => string;
  readonly planTitle: (plan: PlanId) => string;
  readonly conceptName: (concept: Concept) => string;
  /** The plan that is open, if any. */
  readonly current: PlanId | null;
}

/** A statement of a plan by its id. */
export function statementOf(study: ConceptStudy, plan: PlanId, id: StatementId | null): Statement | null {
  if (id === null) return null;
  return study.plans.get(plan)?.statements.find((statement) => statement.id === id) ?? null;
}

/** What a row says of a year. */
export function cellOf(row: ConceptRow, year: number): ConceptCell | null {
  return row.cells.find((cell) => cell.year === year) ?? null;
}

/** The rows of the table and of its relatives, from top to bottom. */
export function allRows({ rows, relatives }: ConceptTable): readonly ConceptRow[] {
  return [...rows, ...relatives.flatMap((relative) => relative.rows)];
}
