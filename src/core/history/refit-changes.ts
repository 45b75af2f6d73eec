import { applyChanges } from "../command/apply-changes.ts";
import type { CommandError } from "../command/command.ts";
import { removeIndicators } from "../command/edit-rows.ts";
import type {
  CellChange,
  DroppedChange,
  MoveChange,
  NarrativeChange,
  Placed,
  PlanChange,
  RowChange,
  ScenarioTreeChange,
} from "../command/plan-change.ts";
import { changedRow } from "../command/row-record.ts";
import { sectionBlocks } from "../narrative/narrative.ts";
import type { IndicatorId } from "../plan/ids.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import { err, ok, type Result } from "../result.ts";
import { sameValue } from "../same-value.ts";
import { planDifference } from "./plan-difference.ts";

type Refitted = Result<readonly PlanChange[], CommandError>;

/**
 * Changes that were made to another state of a plan, as they are made to this one: rows are found by their ids wherever they stand now,
 * and what is so already is no change. Refused when they speak of something that is no longer there.
 */
export function refitChanges(plan: Plan, changes: readonly PlanChange[]): Refitted {
  const fitted = refitWhatFits(plan, changes);
  if (!fitted.ok) return fitted;
  const [gone] = fitted.value.gone;
  return gone === undefined ? ok(fitted.value.changes) : unknownIndicator(gone.indicator);
}

/** Changes as they are made to a plan, and those of cells whose rows are not in it. */
export interface WhatFits {
  readonly changes: readonly PlanChange[];
  readonly gone: readonly CellChange[];
}

/** As {@link refitChanges}, but cells whose rows are gone refuse nothing of the rest. */
export function refitWhatFits(plan: Plan, changes: readonly PlanChange[]): Result<WhatFits, CommandError> {
  const gone: CellChange[] = [];
  let current = plan;
  for (const run of runsOfCells(changes)) {
    const cells = run.filter((change) => change.kind === "cell");
    const fitted =
      cells.length === run.length ? ok(cellsThere(current, cells, gone)) : refitAll(current, run);
    if (!fitted.ok) return fitted;
    current = applyChanges(current, fitted.value);
  }
  for (const { parent } of current.scenarios)
    if (parent !== null && placeOf(current.scenarios, parent) < 0)
      return err({ kind: "unknown-scenario", scenario: parent });
  return ok({ changes: planDifference(plan, current), gone });
}

/** Cells that follow each other are one pass over the plan; every other change is one by itself. */
function runsOfCells(changes: readonly PlanChange[]): readonly (readonly PlanChange[])[] {
  const runs: PlanChange[][] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (change.kind === "cell" && last?.[0]?.kind === "cell") last.push(change);
    else runs.push([change]);
  }
  return runs;
}

/** The cells whose rows are there; the others are added to `gone`. */
function cellsThere(plan: Plan, cells: readonly CellChange[], gone: CellChange[]): readonly CellChange[] {
  const rows = new Set(plan.indicators.map(({ id }) => id));
  return cells.filter((cell) => {
    const isThere = rows.has(cell.indicator);
    if (!isThere) gone.push(cell);
    return isThere;
  });
}

function refitAll(plan: Plan, changes: readonly PlanChange[]): Refitted {
  const [change] = changes;
  if (change === undefined || change.kind === "cell") return ok(changes);
  switch (change.kind) {
    case "row":
      return refitRow(plan, change);
    case "move":
      return refitMove(plan, change);
    case "dropped":
      return refitDropped(plan, change);
    case "narrative":
      return refitText(plan, change);
    default:
      return refitTree(plan, change);
  }
}

const unknownIndicator = (indicator: IndicatorId): Refitted => err({ kind: "unknown-indicator", indicator });

const placeOf = (list: readonly { readonly id: string }[], id: string) =>
  list.findIndex((item) => item.id === id);

function refitRow(plan: Plan, change: RowChange): Refitted {
  const { indicator: id, before, after } = change;
  const at = placeOf(plan.indicators, id);
  const here = plan.indicators[at];
  if (after === null)
    return ok(
      here === undefined ? [] : removeIndicators(plan, { type: "removeIndicators", indicators: [id] }),
    );
  if (before === null) {
    if (here !== undefined) return ok([]);
    return ok([{ ...change, after: { ...after, at: Math.min(after.at, plan.indicators.length) } }]);
  }
  if (here === undefined) return unknownIndicator(id);
  const row = changedRow(plan, at, here);
  const next = { ...row, indicator: withParts(here, before.indicator, after.indicator) };
  const observed = sameValue(before.observed, after.observed) ? row.observed : after.observed;
  return ok([{ kind: "row", indicator: id, before: row, after: { ...next, observed } }]);
}

/** A row with those parts that a change made different. */
function withParts(here: Indicator, before: Indicator, after: Indicator): Indicator {
  const had = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([name, part]) => !sameValue(part, had.get(name)));
  return { ...here, ...Object.fromEntries(changed) };
}

function refitMove(plan: Plan, change: MoveChange): Refitted {
  const from = placeOf(plan.indicators, change.indicator);
  if (from < 0) return unknownIndicator(change.indicator);
  const to = Math.min(change.to, plan.indicators.length - 1);
  return ok(from === to ? [] : [{ ...change, from, to }]);
}

function refitDropped({ dropped }: Plan, change: DroppedChange): Refitted {
  const at = dropped.findIndex(({ indicator }) => indicator === change.indicator);
  const before = at < 0 ? null : placedAt(dropped, at);
  if (before === null && change.after === null) return ok([]);
  return ok([{ ...change, before }]);
}

function refitText({ narrative }: Plan, change: NarrativeChange): Refitted {
  const { section, at, before, after } = change;
  const blocks = sectionBlocks(narrative, section);
  if (sameValue(blocks.slice(at, at + before.length), before)) return ok([change]);
  if (sameValue(blocks.slice(at, at + after.length), after)) return ok([]);
  return err({ kind: "unknown-text", section });
}

function refitTree({ scenarios, drivers }: Plan, change: ScenarioTreeChange): Refitted {
  if (change.kind === "driver") {
    const at = placeOf(drivers, change.driver);
    if (at < 0 && change.before !== null && change.after !== null)
      return err({ kind: "unknown-driver", driver: change.driver });
    return ok(
      placedChange({ ...change, before: placedAt(drivers, at), after: within(drivers, change.after) }),
    );
  }
  const { scenario } = change;
  const at = placeOf(scenarios, scenario);
  if (change.kind === "override")
    return at < 0 && change.after !== null
      ? err({ kind: "unknown-scenario", scenario })
      : ok(at < 0 ? [] : [change]);
  if (at < 0 && change.before !== null && change.after !== null)
    return err({ kind: "unknown-scenario", scenario });
  return ok(
    placedChange({ ...change, before: placedAt(scenarios, at), after: within(scenarios, change.after) }),
  );
}

/** None where nothing is there to go. */
function placedChange<T extends ScenarioTreeChange>(change: T): readonly T[] {
  return change.before === null && change.after === null ? [] : [change];
}

function placedAt<T>(list: readonly T[], at: number): Placed<T> | null {
  const item = list[at];
  return item === undefined ? null : { at, item };
}

/** A place that a list has, whether or not what is to stand there stood in it before. */
function within<T extends { readonly id: string }>(
  list: readonly { readonly id: string }[],
  placed: Placed<T> | null,
): Placed<T> | null {
  if (placed === null) return null;
  const others = list.filter(({ id }) => id !== placed.item.id).length;
  return { ...placed, at: Math.min(placed.at, others) };
}
