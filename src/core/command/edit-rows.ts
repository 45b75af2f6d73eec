import { baseYear } from "../plan/base-year.ts";
import { type ObservedRow, observedRow } from "../plan/observation-table.ts";
import type { IndicatorId } from "../plan/ids.ts";
import type { Base, Indicator, Plan } from "../plan/plan.ts";
import type { Command, NewIndicator } from "./command.ts";
import type { MoveChange, RowChange } from "./plan-change.ts";
import { printableText } from "./printable-text.ts";
import { withoutCompanions } from "./apply-row-changes.ts";
import { changedRow, leavingRow } from "./row-record.ts";

type CommandOf<T extends Command["type"]> = Extract<Command, { readonly type: T }>;

/** The rows that come, one below the other; those whose ids are there already do not come again. */
export function addIndicators(
  plan: Plan,
  { rows, before }: CommandOf<"addIndicators">,
): readonly RowChange[] {
  const known = new Set(plan.indicators.map(({ id }) => id));
  const place = placeBefore(plan, before);
  const base: Base = { year: baseYear(plan), provisional: null, provisionalFrom: null };
  return rows
    .filter(({ id }) => !known.has(id))
    .map((row, step) => coming(newIndicator(row, base), place + step, []));
}

/** The copies that come below their rows; rows that are gone and copies that are there already are passed over. */
export function duplicateIndicators(
  plan: Plan,
  { copies }: CommandOf<"duplicateIndicators">,
): readonly RowChange[] {
  const places = placesOf(plan);
  const wanted = copies.filter(({ of, id }) => places.has(of) && !places.has(id));
  const changes: RowChange[] = [];
  // From above: each copy that has come moves the rows below it by one.
  const inOrder = [...wanted].sort((a, b) => (places.get(a.of) ?? 0) - (places.get(b.of) ?? 0));
  for (const { of, id } of inOrder) {
    const row = places.get(of) ?? 0;
    const indicator = plan.indicators[row];
    if (indicator === undefined) continue;
    const copy = { ...withoutEvidence(indicator), id };
    changes.push(coming(copy, row + changes.length + 1, ownValues(observedRow(plan.observations, row))));
  }
  return changes;
}

/** The rows that go, from below; those that are gone already are passed over. */
export function removeIndicators(
  plan: Plan,
  { indicators }: CommandOf<"removeIndicators">,
): readonly RowChange[] {
  const leaving = new Set(indicators);
  const spokenOf = new Set([...plan.statements, ...plan.disagreements].map(({ indicator }) => indicator));
  let current = plan;
  return plan.indicators
    .flatMap((indicator, row) => (leaving.has(indicator.id) ? [{ indicator, row }] : []))
    .reverse()
    .map(({ indicator, row }) => {
      // What is said of other rows keeps its place only until a row goes with what is said of it.
      const known = spokenOf.has(indicator.id);
      const before = known ? leavingRow(current, row, indicator) : changedRow(plan, row, indicator);
      if (known) current = { ...current, ...withoutCompanions(current, before) };
      return { kind: "row", indicator: indicator.id, before, after: null };
    });
}

/** The moves that bring rows before another one, in the order given. */
export function moveIndicators(
  plan: Plan,
  { indicators, before }: CommandOf<"moveIndicators">,
): readonly MoveChange[] {
  const order = plan.indicators.map(({ id }) => id);
  const moving = new Set(indicators);
  const wanted = indicators.filter((id) => order.includes(id));
  // Rows that are to stand before one of themselves stand before the first that stays.
  const anchor = anchorOf(order, before, moving);
  const rest = order.filter((id) => !moving.has(id));
  const at = anchor === null ? rest.length : rest.indexOf(anchor);
  const target = [...rest.slice(0, at), ...wanted, ...rest.slice(at)];
  if (target.every((id, place) => order[place] === id)) return [];
  return wanted.flatMap((indicator) => {
    const from = order.indexOf(indicator);
    order.splice(from, 1);
    const to = anchor === null ? order.length : order.indexOf(anchor);
    order.splice(to, 0, indicator);
    return from === to ? [] : [{ kind: "move", indicator, from, to } as const];
  });
}

function anchorOf(
  order: readonly IndicatorId[],
  before: IndicatorId | null,
  moving: ReadonlySet<IndicatorId>,
): IndicatorId | null {
  const from = before === null ? -1 : order.indexOf(before);
  return from < 0 ? null : (order.slice(from).find((id) => !moving.has(id)) ?? null);
}

function placesOf(plan: Plan): ReadonlyMap<IndicatorId, number> {
  return new Map(plan.indicators.map(({ id }, row) => [id, row]));
}

function placeBefore(plan: Plan, before: IndicatorId | null): number {
  const at = before === null ? -1 : plan.indicators.findIndex(({ id }) => id === before);
  return at < 0 ? plan.indicators.length : at;
}

function coming(indicator: Indicator, at: number, observed: ObservedRow): RowChange {
  const after = { at, indicator, observed, statements: [], disagreements: [], derivations: [] };
  return { kind: "row", indicator: indicator.id, before: null, after };
}

function newIndicator(row: NewIndicator, base: Base): Indicator {
  const text = (value: string | null) => (value === null ? null : printableText(value));
  const name = printableText(row.name).trim();
  return {
    id: row.id,
    concept: row.concept,
    name,
    unit: printableText(row.unit),
    attribute: row.attribute,
    department: text(row.department),
    category: text(row.category),
    base,
    targets: [],
    // A row without a name waits for one, as it does when its name was cleared.
    rejected: name === "" ? [{ field: { kind: "name" }, text: "" }] : [],
    sources: [],
    remarks: [],
    matches: [],
    carriedFrom: null,
  };
}

function withoutEvidence(indicator: Indicator): Indicator {
  return {
    ...indicator,
    targets: indicator.targets.map((planned) => ({ ...planned, statement: null })),
    sources: [],
    matches: [],
    carriedFrom: null,
  };
}

/** What was read in a document is the planner's own in a copy. */
function ownValues(observed: ObservedRow): ObservedRow {
  return observed.map(({ year, observation }) => ({
    year,
    observation: { ...observation, basis: "estimated" },
  }));
}
