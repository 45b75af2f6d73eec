import { applyChanges } from "../command/apply-changes.ts";
import type { CellChange } from "../command/plan-change.ts";
import { emptyContent } from "../command/read-cell.ts";
import type { IndicatorId } from "../plan/ids.ts";
import { emptyObservations, observedRow, withRows } from "../plan/observation-table.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import { sameValue } from "../same-value.ts";
import { contentOf, fieldsOf, type RowState, rowStates } from "./merge-row.ts";

/** What no planner has typed; it never leaves a merge, since one of the two sides stands wherever it is. */
const DISPUTED = "\u0000";

/**
 * A common state for two of which none is known: it differs from both wherever they differ, so that every such cell and row is a
 * conflict and the planner's choice. What only one of them says beside the cells (notes, matches) is kept; facts about the plan as
 * a whole are those of `ours`.
 */
export function disputedBase(ours: Plan, theirs: Plan): Plan {
  const [mine, others] = [rowStates(ours), rowStates(theirs)];
  const added = [...others.values()].filter(({ indicator }) => !mine.has(indicator.id));
  const rows = [...mine.values(), ...added];
  const union: Plan = {
    ...theirs,
    ...{ statements: common(ours.statements, theirs.statements) },
    ...{ disagreements: common(ours.disagreements, theirs.disagreements) },
    dropped: common(ours.dropped, theirs.dropped),
    indicators: rows.map(({ indicator }) => sharedWords(indicator, mine, others)),
    observations: withRows(
      emptyObservations(0, []),
      rows.map(({ plan, at }) => observedRow(plan.observations, at)),
    ),
  };
  const disputed = applyChanges(
    union,
    rows.flatMap((row) => disputes(row, mine, others)),
  );
  return inNoOrder(disputed, ours, theirs);
}

type Rows = ReadonlyMap<IndicatorId, RowState>;

/** The cells of a row that differ, marked as neither side has them; a row of one side alone is marked by its name. */
function disputes(row: RowState, mine: Rows, others: Rows): readonly CellChange[] {
  const { id } = row.indicator;
  const [a, b] = [mine.get(id) ?? null, others.get(id) ?? null];
  const fields =
    a === null || b === null
      ? [{ kind: "name" } as const]
      : fieldsOf([a, b]).filter((field) => !sameValue(contentOf(field)(a), contentOf(field)(b)));
  return fields.map((field) => {
    const before = contentOf(field)(row);
    return { kind: "cell", indicator: id, field, before, after: emptyContent(field, DISPUTED) };
  });
}

/** An indicator with only that of what is said beside its cells on which both sides agree. */
function sharedWords(indicator: Indicator, mine: Rows, others: Rows): Indicator {
  const [a, b] = [mine.get(indicator.id)?.indicator, others.get(indicator.id)?.indicator];
  if (a === undefined || b === undefined) return indicator;
  return {
    ...indicator,
    concept: a.concept === b.concept ? a.concept : null,
    base: sameValue(a.base, b.base) ? a.base : null,
    carriedFrom: sameValue(a.carriedFrom, b.carriedFrom) ? a.carriedFrom : null,
    remarks: common(a.remarks, b.remarks),
    matches: common(a.matches, b.matches),
  };
}

function common<T>(ours: readonly T[], theirs: readonly T[]): readonly T[] {
  return ours.filter((item) => theirs.some((other) => sameValue(item, other)));
}

/** Where the rows that both have stand in different orders, a third one; the rows keep their observations. */
function inNoOrder(disputed: Plan, ours: Plan, theirs: Plan): Plan {
  const orderOf = (plan: Plan, other: Plan) => {
    const known = new Set(other.indicators.map(({ id }) => id));
    return plan.indicators.flatMap(({ id }) => (known.has(id) ? [id] : []));
  };
  if (sameValue(orderOf(ours, theirs), orderOf(theirs, ours))) return disputed;
  return {
    ...disputed,
    indicators: disputed.indicators.toReversed(),
    observations: withRows(disputed.observations, disputed.indicators.map((_, at) => at).toReversed()),
  };
}
