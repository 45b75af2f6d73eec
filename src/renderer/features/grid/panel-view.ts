import type { ClauseId, StatementId, TaskId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import type { Clause, Task } from "#core/plan/task.ts";
import { type CellView, cellView } from "./cell-view.ts";
import {
  type DisagreementView,
  disagreementViews,
  type EvidenceSource,
  type EvidenceView,
  evidenceView,
  findStatement,
  notDisagreeing,
  otherStatements,
  type PlacedStatement,
  planOfDocument,
} from "./evidence-view.ts";
import { columnId, type GridColumn } from "./grid-columns.ts";
import type { Picked } from "./grid-session.ts";
import { statementCell } from "./statement-cell.ts";

/** The cell that a statement speaks of, with its official value. */
export interface SpokenCell {
  readonly column: GridColumn;
  readonly view: CellView;
  /** Which statement backs the cell: this one, another, or none. */
  readonly backedBy: "this" | "other" | "none";
}

/** What the evidence panel is about: the active cell, or what was chosen in the side pane. */
export type PanelView =
  | { readonly kind: "nothing" }
  | { readonly kind: "cell"; readonly view: EvidenceView; readonly column: GridColumn }
  | {
      readonly kind: "statement";
      readonly placed: PlacedStatement;
      /** Name of the indicator or programme entry. */
      readonly about: string | null;
      readonly cell: SpokenCell | null;
      readonly disagreements: readonly DisagreementView[];
      readonly others: readonly PlacedStatement[];
    }
  | {
      readonly kind: "task";
      readonly task: Task;
      readonly plan: Plan;
      readonly parent: Task | null;
      readonly statements: readonly PlacedStatement[];
    }
  | { readonly kind: "clause"; readonly clause: Clause; readonly plan: Plan };

/** What the panel shows: what was picked, where it is still there, else the active cell. */
export function panelView(
  source: EvidenceSource,
  columns: readonly GridColumn[],
  picked: Picked | null,
  active: { readonly index: number; readonly column: GridColumn } | null,
): PanelView {
  const chosen = picked === null ? null : pickedView(source, columns, picked);
  if (chosen !== null) return chosen;
  const view = active === null ? null : evidenceView(source, active.index, active.column);
  return view === null || active === null
    ? { kind: "nothing" }
    : { kind: "cell", view, column: active.column };
}

function pickedView(
  source: EvidenceSource,
  columns: readonly GridColumn[],
  picked: Picked,
): PanelView | null {
  switch (picked.kind) {
    case "statement":
      return statementView(source, columns, picked.id);
    case "task":
      return taskView(source, picked.id);
    case "clause":
      return clauseView(source, picked.id);
  }
}

function statementView(
  source: EvidenceSource,
  columns: readonly GridColumn[],
  id: StatementId,
): PanelView | null {
  const { plan } = source;
  const placed = plan.statements.some((each) => each.id === id) ? findStatement(source, id) : null;
  if (placed === null) return null;
  const { statement } = placed;
  const indicator = plan.indicators.find((each) => each.id === statement.indicator);
  const task = plan.tasks.find((each) => each.id === statement.task);
  const differing = [...source.disagreements.values()]
    .flat()
    .filter(({ statements }) => statements.includes(id));
  const disagreements = disagreementViews(source, differing);
  return {
    kind: "statement",
    placed,
    about: indicator?.name ?? task?.name ?? null,
    cell: spokenCell(source, columns, statement),
    disagreements,
    others:
      indicator === undefined
        ? []
        : notDisagreeing(otherStatements(source, indicator, statement), disagreements),
  };
}

function spokenCell(
  source: EvidenceSource,
  columns: readonly GridColumn[],
  statement: Statement,
): SpokenCell | null {
  const at = statementCell(source.plan, columns, statement);
  const index = source.plan.indicators.findIndex(({ id }) => id === at?.row);
  const column = columns.find((each) => columnId(each) === at?.column);
  if (column === undefined || column.kind === "name") return null;
  const backing = evidenceView(source, index, column)?.source?.statement.id ?? null;
  const backedBy = backing === null ? "none" : backing === statement.id ? "this" : "other";
  return { column, view: cellView(source, index, column), backedBy };
}

function taskView(source: EvidenceSource, id: TaskId): PanelView | null {
  const { plan } = source;
  const task = plan.tasks.find((each) => each.id === id);
  if (task === undefined) return null;
  return {
    kind: "task",
    task,
    plan: planOfDocument(source, task, plan),
    parent: plan.tasks.find((each) => each.id === task.parent) ?? null,
    statements: plan.statements
      .filter((statement) => statement.task === id)
      .map((statement) => ({ statement, plan: planOfDocument(source, statement, plan) })),
  };
}

function clauseView(source: EvidenceSource, id: ClauseId): PanelView | null {
  const clause = source.plan.clauses.find((each) => each.id === id);
  return clause === undefined
    ? null
    : { kind: "clause", clause, plan: planOfDocument(source, clause, source.plan) };
}
