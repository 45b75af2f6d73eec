import type { StatementId } from "../plan/ids.ts";
import { type ObservedRow, withRows } from "../plan/observation-table.ts";
import type { DroppedIndicator, Indicator, Plan } from "../plan/plan.ts";
import type { Statement } from "../plan/statement.ts";
import type { DroppedChange, MoveChange, Placed, RowChange, RowRecord } from "./plan-change.ts";

/** A row on its way: its indicator, and its observations as a row of the former table or as new ones. */
interface Slot {
  readonly indicator: Indicator;
  readonly observed: number | ObservedRow;
}

/** What rows carry along when they come and go. */
type Companions = Pick<Plan, "statements" | "disagreements">;

/** The plan after rows came, went, changed or moved, in the order of the changes. */
export function applyRowChanges(
  plan: Plan,
  changes: readonly (RowChange | MoveChange | DroppedChange)[],
): Plan {
  const slots = plan.indicators.map((indicator, row): Slot => ({ indicator, observed: row }));
  let companions: Companions = plan;
  let { dropped } = plan;
  for (const change of changes) {
    if (change.kind === "dropped") {
      dropped = withDropped(dropped, change);
      continue;
    }
    if (change.kind === "move") {
      slots.splice(change.to, 0, take(slots, change.from, change));
      continue;
    }
    const { before, after } = change;
    if (before !== null) take(slots, before.at, change);
    if (after !== null) {
      if (after.at > slots.length) throw new RangeError(`No place ${after.at} for ${change.indicator}`);
      slots.splice(after.at, 0, { indicator: after.indicator, observed: after.observed });
    }
    if (before !== null && after === null) companions = withoutCompanions(companions, before);
    if (before === null && after !== null) companions = joined(companions, after);
  }
  return {
    ...plan,
    ...{ statements: companions.statements, disagreements: companions.disagreements, dropped },
    indicators: slots.map(({ indicator }) => indicator),
    observations: withRows(
      plan.observations,
      slots.map(({ observed }) => observed),
    ),
  };
}

function withDropped(
  dropped: readonly DroppedIndicator[],
  { indicator, before, after }: DroppedChange,
): readonly DroppedIndicator[] {
  const next = [...dropped];
  if (before !== null) {
    const [gone] = next.splice(before.at, 1);
    if (gone?.indicator !== indicator) throw new RangeError(`${indicator} is not left out at ${before.at}`);
  }
  return after === null ? next : insert(next, [after]);
}

function take(slots: Slot[], at: number, { indicator }: RowChange | MoveChange): Slot {
  const [slot] = slots.splice(at, 1);
  if (slot?.indicator.id !== indicator) throw new RangeError(`No indicator ${indicator} in row ${at}`);
  return slot;
}

/** Statements and disagreements of a plan without those that a leaving row takes along. */
export function withoutCompanions(companions: Companions, record: RowRecord): Companions {
  const { statements, disagreements, derivations } = record;
  if (statements.length === 0 && disagreements.length === 0) return companions;
  const gone = new Set(statements.map(({ item }) => item.id));
  const severed = new Set(derivations.map(({ statement }) => statement));
  return {
    statements: companions.statements
      .filter(({ id }) => !gone.has(id))
      .map((statement) => (severed.has(statement.id) ? { ...statement, derivation: null } : statement)),
    disagreements: companions.disagreements.filter(({ indicator }) => indicator !== record.indicator.id),
  };
}

function joined(companions: Companions, record: RowRecord): Companions {
  const { statements, disagreements, derivations } = record;
  if (statements.length === 0 && disagreements.length === 0) return companions;
  const formulas = new Map(derivations.map(({ statement, derivation }) => [statement, derivation]));
  return {
    statements: insert(companions.statements, statements).map((statement) => restored(statement, formulas)),
    disagreements: insert(companions.disagreements, disagreements),
  };
}

function restored(
  statement: Statement,
  formulas: ReadonlyMap<StatementId, NonNullable<Statement["derivation"]>>,
): Statement {
  const derivation = formulas.get(statement.id);
  return derivation === undefined ? statement : { ...statement, derivation };
}

/** The list with items put in at their places, given in ascending order. */
function insert<T>(items: readonly T[], placed: readonly Placed<T>[]): readonly T[] {
  const next = [...items];
  for (const { at, item } of placed) next.splice(at, 0, item);
  return next;
}
