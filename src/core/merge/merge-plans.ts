import { applyChanges } from "../command/apply-changes.ts";
import type { CellChange } from "../command/plan-change.ts";
import type { IndicatorId, StatementId } from "../plan/ids.ts";
import { emptyObservations, observedRow, withRows } from "../plan/observation-table.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import { sameValue } from "../same-value.ts";
import { mergeKeyed } from "./merge-keyed.ts";
import type { ChooseSide, Fact, MergeConflict, Side } from "./merge-conflict.ts";
import { mergeNarrative } from "./merge-narrative.ts";
import { mergeOrder } from "./merge-order.ts";
import { mergeScenarios } from "./merge-scenarios.ts";
import { mergeRow, rowStates, type RowState } from "./merge-row.ts";
import { mergeDisagreements, mergeStatements, withoutLostSources } from "./merge-statements.ts";
import { Settling, type Versions, versionsOf } from "./settle.ts";

/** Two states of a plan as one, and what both had changed differently: there the chosen side stands. */
export interface PlanMerge {
  readonly plan: Plan;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges two states of a plan that came of a common one, cell by cell: what only one side changed is taken from it. Without conflicts it does not matter
 * which side is which. `choose` says for each conflict which side stands; without it ours does.
 */
export function mergePlans(plans: Versions<Plan>, choose: ChooseSide = () => "ours"): PlanMerge {
  const settling = new Settling(choose);
  const states = versionsOf(plans, rowStates);
  const { kept, settledRows } = keptRows(states, settling);
  const order = mergeOrder(
    versionsOf(plans, ({ indicators }) => indicators.map(({ id }) => id)),
    kept,
    (ours, theirs) => (settling.between({ kind: "order" }) === "ours" ? ours : theirs),
  );
  const rows = order.flatMap((id) => joinedRow(id, states, settling));
  const start: Plan = {
    ...plans.theirs,
    ...mergeFacts(plans, settling),
    ...mergeScenarios(plans, settling),
    narrative: mergeNarrative(plans, settling),
    statements: mergeStatements(plans, kept, settledRows, settling),
    disagreements: mergeDisagreements(plans, kept, settledRows, settling),
    dropped: mergeKeyed(
      versionsOf(plans, ({ dropped }) => dropped),
      ({ indicator }) => indicator,
      (_, sides) => settling.part(sides, () => ({ kind: "fact", fact: "dropped" })),
    ),
    indicators: rows.map(({ indicator }) => indicator),
    observations: withRows(
      emptyObservations(0, []),
      rows.map(({ from }) => observedRow(from.plan.observations, from.at)),
    ),
  };
  const merged = applyChanges(
    start,
    rows.flatMap(({ cells }) => cells),
  );
  return { plan: withoutLost(merged, plans), conflicts: settling.conflicts };
}

type States = Versions<ReadonlyMap<IndicatorId, RowState>>;

/** The rows that stand, and for those that one side took out and the other changed which side does. */
function keptRows(states: States, settling: Settling) {
  const kept = new Set<IndicatorId>();
  const settledRows = new Map<IndicatorId, Side>();
  for (const id of new Set([...states.ours.keys(), ...states.theirs.keys()])) {
    const { base, ours, theirs } = versionsOf(states, (rows) => rows.get(id));
    const goneIn: Side | null = ours === undefined ? "ours" : theirs === undefined ? "theirs" : null;
    const there = ours ?? theirs;
    if (goneIn === null || base === undefined) kept.add(id);
    else if (there !== undefined && !sameRow(base, there)) {
      const side = settling.between({ kind: "row", indicator: id, goneIn });
      settledRows.set(id, side);
      if (side !== goneIn) kept.add(id);
    }
  }
  return { kept, settledRows };
}

function sameRow(a: RowState, b: RowState): boolean {
  const observed = ({ plan, at }: RowState) => observedRow(plan.observations, at);
  return sameValue(a.indicator, b.indicator) && sameValue(observed(a), observed(b));
}

interface JoinedRow {
  readonly indicator: Indicator;
  /** Whose observations it starts with. */
  readonly from: RowState;
  readonly cells: readonly CellChange[];
}

function joinedRow(id: IndicatorId, states: States, settling: Settling): readonly JoinedRow[] {
  const { base, ours, theirs } = versionsOf(states, (rows) => rows.get(id));
  if (ours !== undefined && theirs !== undefined) {
    return [{ ...mergeRow(id, { base: base ?? null, ours, theirs }, settling), from: theirs }];
  }
  const from = ours ?? theirs;
  return from === undefined ? [] : [{ indicator: from.indicator, from, cells: [] }];
}

/** Every part of a plan that is merged whole. */
type WholeFact = Exclude<
  Fact,
  "statements" | "disagreements" | "dropped" | "scenarios" | "drivers" | "narrative"
>;

function mergeFacts(plans: Versions<Plan>, settling: Settling): Pick<Plan, WholeFact> {
  const fact = <K extends WholeFact>(name: K): Plan[K] =>
    settling.part<Plan[K]>(
      versionsOf(plans, (plan) => plan[name]),
      () => ({ kind: "fact", fact: name }),
    );
  return {
    ...{ title: fact("title"), jurisdiction: fact("jurisdiction"), period: fact("period") },
    ...{ status: fact("status"), origin: fact("origin") },
    ...{ predecessor: fact("predecessor"), superior: fact("superior") },
    ...{ documents: fact("documents"), outline: fact("outline") },
    ...{ tasks: fact("tasks"), clauses: fact("clauses") },
  };
}

/** The plan without sources that named a statement which left with its row. */
function withoutLost(merged: Plan, { ours, theirs }: Versions<Plan>): Plan {
  const left = new Set<StatementId>(merged.statements.map(({ id }) => id));
  const lost = new Set<StatementId>();
  for (const { id } of [...ours.statements, ...theirs.statements]) if (!left.has(id)) lost.add(id);
  if (lost.size === 0) return merged;
  const indicators = merged.indicators.map((row) => withoutLostSources(row, (id) => lost.has(id)));
  return { ...merged, indicators };
}
