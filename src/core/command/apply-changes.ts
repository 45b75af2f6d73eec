import { assertNever } from "../assert-never.ts";
import { type CellUpdate, withObservations } from "../plan/observation-table.ts";
import type { IndicatorId } from "../plan/ids.ts";
import type { Field, Indicator, Plan } from "../plan/plan.ts";
import { applyRowChanges } from "./apply-row-changes.ts";
import { applyNarrativeChange } from "./edit-narrative.ts";
import { applyScenarioChanges } from "./apply-scenario-changes.ts";
import { fieldKey, orderRejected } from "./cell-content.ts";
import type { CellContent } from "./command.ts";
import {
  type CellChange,
  isScenarioTreeChange,
  type NarrativeChange,
  type PlanChange,
  type ScenarioTreeChange,
  type TableChange,
} from "./plan-change.ts";
import { toAttribute } from "./read-cell.ts";

/** The plan after the changes, in their order; the plan given is left as it is. */
export function applyChanges(plan: Plan, changes: readonly PlanChange[]): Plan {
  return runs(changes).reduce(applyRun, plan);
}

function applyRun(plan: Plan, run: Run): Plan {
  switch (run.kind) {
    case "cells":
      return applyCells(plan, run.changes);
    case "rows":
      return applyRowChanges(plan, run.changes);
    case "scenarios":
      return applyScenarioChanges(plan, run.changes);
    case "narrative":
      return { ...plan, narrative: run.changes.reduce(applyNarrativeChange, plan.narrative) };
    default:
      return assertNever(run);
  }
}

/** Changes next to each other that are carried out at once: a block of thousands is one pass over the plan. */
type Run =
  | { readonly kind: "cells"; readonly changes: CellChange[] }
  | { readonly kind: "rows"; readonly changes: Exclude<TableChange, CellChange>[] }
  | { readonly kind: "scenarios"; readonly changes: ScenarioTreeChange[] }
  | { readonly kind: "narrative"; readonly changes: NarrativeChange[] };

function runs(changes: readonly PlanChange[]): readonly Run[] {
  const found: Run[] = [];
  for (const change of changes) {
    const last = found.at(-1);
    if (isScenarioTreeChange(change)) {
      if (last?.kind === "scenarios") last.changes.push(change);
      else found.push({ kind: "scenarios", changes: [change] });
    } else if (change.kind === "narrative") {
      if (last?.kind === "narrative") last.changes.push(change);
      else found.push({ kind: "narrative", changes: [change] });
    } else if (change.kind === "cell") {
      if (last?.kind === "cells") last.changes.push(change);
      else found.push({ kind: "cells", changes: [change] });
    } else if (last?.kind === "rows") last.changes.push(change);
    else found.push({ kind: "rows", changes: [change] });
  }
  return found;
}

/** A row that is being changed, and that nobody else holds yet. */
type OwnIndicator = { -readonly [Part in keyof Indicator]: Indicator[Part] };

function applyCells(plan: Plan, changes: readonly CellChange[]): Plan {
  const wanted = new Set(changes.map(({ indicator }) => indicator));
  const own = new Map<IndicatorId, { readonly row: number; readonly indicator: OwnIndicator }>();
  const indicators = plan.indicators.map((indicator, row) => {
    if (!wanted.has(indicator.id)) return indicator;
    const copy = { ...indicator };
    own.set(indicator.id, { row, indicator: copy });
    return copy;
  });
  const updates: CellUpdate[] = [];
  for (const { indicator: id, field, after } of changes) {
    const changed = own.get(id);
    if (changed === undefined) throw new RangeError(`No indicator ${id}`);
    const { row, indicator } = changed;
    putContent(indicator, field, after);
    if (field.kind === "observation" && after.kind === "observation") {
      updates.push({ row, year: field.year, observation: after.observation });
    }
  }
  return { ...plan, indicators, observations: withObservations(plan.observations, updates) };
}

/** The changes that take the given ones back. */
export function invertChanges(changes: readonly PlanChange[]): readonly PlanChange[] {
  return changes.map(inverse).reverse();
}

function inverse(change: PlanChange): PlanChange {
  switch (change.kind) {
    case "cell":
      return { ...change, before: change.after, after: change.before };
    case "row":
      return { ...change, before: change.after, after: change.before };
    case "dropped":
      return { ...change, before: change.after, after: change.before };
    case "scenario":
      return { ...change, before: change.after, after: change.before };
    case "override":
      return { ...change, before: change.after, after: change.before };
    case "driver":
      return { ...change, before: change.after, after: change.before };
    case "narrative":
      return { ...change, before: change.after, after: change.before };
    case "move":
      return { ...change, from: change.to, to: change.from };
    default:
      return assertNever(change);
  }
}

function putContent(row: OwnIndicator, field: Field, content: CellContent): void {
  row.rejected = withRejected(row.rejected, field, content.rejected);
  switch (field.kind) {
    case "name":
    case "unit":
      row[field.kind] = textIn(content, field) ?? "";
      return;
    case "department":
    case "category":
      row[field.kind] = textIn(content, field);
      return;
    case "attribute":
      row.attribute = toAttribute(textIn(content, field));
      return;
    case "observation": {
      if (content.kind !== "observation") return mismatch(field);
      const { year } = field;
      const entry = content.source === null ? null : { year, statement: content.source };
      row.sources = replaceYear(row.sources, year, entry);
      return;
    }
    case "target":
      if (content.kind !== "target") return mismatch(field);
      row.targets = replaceYear(row.targets, field.year, content.planned);
      return;
    default:
      assertNever(field);
  }
}

function textIn(content: CellContent, field: Field): string | null {
  return content.kind === "text" ? content.text : mismatch(field);
}

function withRejected(
  rejected: Indicator["rejected"],
  field: Field,
  text: string | null,
): Indicator["rejected"] {
  if (text === null && rejected.length === 0) return rejected;
  const key = fieldKey(field);
  const others = rejected.filter((input) => fieldKey(input.field) !== key);
  return text === null ? others : orderRejected([...others, { field, text }]);
}

function replaceYear<T extends { readonly year: number }>(
  items: readonly T[],
  year: number,
  item: T | null,
): readonly T[] {
  if (item === null && items.length === 0) return items;
  const others = items.filter((other) => other.year !== year);
  return item === null ? others : [...others, item].sort((a, b) => a.year - b.year);
}

function mismatch(field: Field): never {
  throw new TypeError(`The content does not belong into a cell of kind ${field.kind}`);
}
