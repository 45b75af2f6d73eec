import { cellContent, fieldKey } from "../command/cell-content.ts";
import type { CellContent } from "../command/command.ts";
import type { CellChange } from "../command/plan-change.ts";
import { emptyContent } from "../command/read-cell.ts";
import type { IndicatorId } from "../plan/ids.ts";
import { observedRow } from "../plan/observation-table.ts";
import type { Field, Indicator, Plan } from "../plan/plan.ts";
import { sameValue } from "../same-value.ts";
import { mergeKeyed } from "./merge-keyed.ts";
import type { Side } from "./merge-conflict.ts";
import { type Settling, type Versions, versionsOf } from "./settle.ts";

/** A row of a plan as one state has it. */
export interface RowState {
  readonly plan: Plan;
  readonly at: number;
  readonly indicator: Indicator;
}

/** The rows of a plan by their indicators, in their order. */
export function rowStates(plan: Plan): ReadonlyMap<IndicatorId, RowState> {
  return new Map(plan.indicators.map((indicator, at) => [indicator.id, { plan, at, indicator }]));
}

/** A row that both sides have; it may be new in both. */
export type RowVersions = { readonly base: RowState | null } & Readonly<Record<Side, RowState>>;

/** What a merged row holds beside its cells, and how its cells differ from those of `theirs`. */
export interface MergedRow {
  readonly indicator: Indicator;
  readonly cells: readonly CellChange[];
}

/** Merges a row cell by cell, and what is said of it part by part. */
export function mergeRow(id: IndicatorId, rows: RowVersions, settling: Settling): MergedRow {
  const { ours, theirs } = rows;
  return { indicator: said(id, rows, settling), cells: cellChanges(id, rows, ours, theirs, settling) };
}

function cellChanges(
  id: IndicatorId,
  rows: RowVersions,
  ours: RowState,
  theirs: RowState,
  settling: Settling,
): readonly CellChange[] {
  const fields = fieldsOf([rows.base, ours, theirs]);
  const cells = fields.map((field) => ({
    field,
    contents: versionsOf<RowState | null, CellContent>(rows, contentOf(field)),
  }));
  const measure = measuredSide(id, cells, settling);
  return cells.flatMap(({ field, contents }) => {
    const after =
      measure !== null && isMeasured(field)
        ? contents[measure]
        : settling.part(contents, (sides) => ({
            kind: "cell",
            indicator: id,
            field,
            ours: sides.ours,
            theirs: sides.theirs,
          }));
    const before = contents.theirs;
    return sameValue(before, after) ? [] : [{ kind: "cell", indicator: id, field, before, after } as const];
  });
}

const TEXTS: readonly Field[] = (["name", "unit", "attribute", "department", "category"] as const).map(
  (kind) => ({ kind }),
);

/** The cells that hold something in any state of a row. */
export function fieldsOf(states: readonly (RowState | null)[]): readonly Field[] {
  const fields = states.flatMap((state): readonly Field[] => {
    if (state === null) return [];
    const { plan, at, indicator } = state;
    return [
      ...[...observedRow(plan.observations, at), ...indicator.sources].map(
        ({ year }) => ({ kind: "observation", year }) as const,
      ),
      ...indicator.targets.map(({ year }) => ({ kind: "target", year }) as const),
      ...indicator.rejected.map(({ field }) => field),
    ];
  });
  return [...new Map([...TEXTS, ...fields].map((field) => [fieldKey(field), field])).values()];
}

/** What a cell holds in a state of its row; nothing where there is no such row. */
export const contentOf = (field: Field) => (state: RowState | null) =>
  state === null ? emptyContent(field, null) : cellContent(state.plan, state.at, field);

interface Cell {
  readonly field: Field;
  readonly contents: Versions<CellContent>;
}

const isMeasured = ({ kind }: Field) => kind === "unit" || kind === "observation" || kind === "target";

/** The side that unit and numbers are taken from together, where one changed the unit and the other numbers; `null` where cells can be mixed. */
function measuredSide(id: IndicatorId, cells: readonly Cell[], settling: Settling): Side | null {
  const unit = cells.find(({ field }) => field.kind === "unit")?.contents;
  if (unit === undefined || sameValue(unit.ours, unit.theirs)) return null;
  const changedNumbers = (side: Side) =>
    cells.some(
      ({ field, contents }) =>
        field.kind !== "unit" && isMeasured(field) && !sameValue(contents.base, contents[side]),
    );
  const clashes =
    (!sameValue(unit.base, unit.ours) && changedNumbers("theirs")) ||
    (!sameValue(unit.base, unit.theirs) && changedNumbers("ours"));
  return clashes ? settling.between({ kind: "measure", indicator: id }) : null;
}

/** The indicator of `theirs` with what is said of the row as merged; its cells stay. */
function said(id: IndicatorId, rows: RowVersions, settling: Settling): Indicator {
  const { theirs } = rows;
  const all = versionsOf<RowState | null, Indicator | null>(rows, (state) => state?.indicator ?? null);
  const concept = settling.part(
    versionsOf(all, (row) => row?.concept ?? null),
    ({ ours: a, theirs: b }) => ({ kind: "concept", indicator: id, ours: a, theirs: b }),
  );
  const base = settling.part(
    versionsOf(all, (row) => row?.base ?? null),
    ({ ours: a, theirs: b }) => ({ kind: "base", indicator: id, ours: a, theirs: b }),
  );
  const carriedFrom = settling.part(
    versionsOf(all, (row) => row?.carriedFrom ?? null),
    ({ ours: a, theirs: b }) => ({ kind: "carriedFrom", indicator: id, ours: a, theirs: b }),
  );
  const remarks = mergeKeyed(
    versionsOf(all, (row) => row?.remarks ?? []),
    ({ field }) => fieldKey(field),
    (_, sides) =>
      settling.part(sides, ({ ours: a, theirs: b }) => {
        const field = (a ?? b ?? sides.base)?.field ?? { kind: "name" };
        return { kind: "remark", indicator: id, field, ours: a, theirs: b };
      }),
  );
  const matches = mergeKeyed(
    versionsOf(all, (row) => row?.matches ?? []),
    ({ plan }) => plan,
    (_, sides) =>
      settling.part(sides, ({ ours: a, theirs: b }) => {
        const plan = (a ?? b)?.plan ?? theirs.plan.id;
        return {
          kind: "match",
          indicator: id,
          plan,
          ours: a?.indicator ?? null,
          theirs: b?.indicator ?? null,
        };
      }),
  );
  return { ...theirs.indicator, concept, base, carriedFrom, remarks, matches };
}
