import { useTranslation } from "react-i18next";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { PlanEdits } from "../../../data/use-plan-edits.ts";
import type { ActiveCell } from "../grid-context.ts";
import { changeGridView } from "../grid-session.ts";
import type { GridWords } from "../printed-cell.ts";
import type { GridLayout } from "../use-grid-layout.ts";
import type { RowEntry } from "./add-indicator-dialog.tsx";
import { moveRows, type RowDrop, stepDrop } from "./move-rows.ts";
import { blankRow, insertRows, newRowId, nextStaying } from "./new-rows.ts";
import { selectedRows } from "./selected-rows.ts";

/** What a planner does with rows. */
export interface RowDeeds {
  /** Why nothing of it can be done; `null` where it can. */
  readonly blocked: string | null;
  /** Why rows cannot be moved now. */
  readonly fixed: string | null;
  /** Adds a row below the active one. */
  readonly add: (entry: RowEntry) => void;
  /** Inserts as many blank rows as are selected. */
  readonly insert: (side: "above" | "below") => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
  readonly move: (step: 1 | -1) => void;
  /** Puts a dragged row, or all that are selected with it, where it was dropped. */
  readonly drop: (row: IndicatorId, drop: RowDrop) => void;
}

interface RowDeedParts {
  readonly plan: Plan;
  readonly layout: GridLayout;
  readonly edits: PlanEdits;
  readonly tell: Tell;
}

/** Tells above the table what happened, until the planner leaves the cell: the active one unless another is named. */
export type Tell = (text: string | null, at?: ActiveCell) => void;

/** The deeds on rows as the table stands; each is one command, and so one step of undo. */
export function useRowDeeds(parts: RowDeedParts): RowDeeds {
  const { t } = useTranslation("grid");
  const { plan, layout } = parts;
  const blocked = plan.origin === "bundled" ? t("readOnly.refused") : null;
  const fixed = blocked ?? (layout.arrangement.sort === null ? null : t("rows.sorted"));
  const when = (reason: string | null, deed: () => void) => {
    parts.tell(reason);
    if (reason === null) deed();
  };
  return {
    ...{ blocked, fixed },
    add: (entry) => when(blocked, () => addBelow(parts, entry)),
    insert: (side) => when(blocked, () => insertBlank(parts, side)),
    duplicate: () => when(blocked, () => duplicate(parts)),
    remove: () => when(blocked, () => remove(parts, t)),
    move: (step) => when(fixed, () => move(parts, step, t)),
    drop: (row, drop) => when(fixed, () => put(parts, draggedRows(layout, row), drop)),
  };
}

function addBelow({ plan, layout, edits }: RowDeedParts, entry: RowEntry): void {
  const id = newRowId(plan, crypto.randomUUID());
  edits.run(insertRows(plan, [{ id, ...entry }], layout.row?.id ?? null, "below"));
  layout.activate({ row: id, column: "name" });
}

function insertBlank({ plan, layout, edits }: RowDeedParts, side: "above" | "below"): void {
  const selected = selectedRows(layout);
  const beside = (side === "above" ? selected[0] : selected.at(-1))?.id ?? null;
  const count = Math.max(selected.length, 1);
  const rows = Array.from({ length: count }, () =>
    blankRow(plan, newRowId(plan, crypto.randomUUID()), beside),
  );
  edits.run(insertRows(plan, rows, beside, side));
  const [first] = rows;
  if (first !== undefined) layout.activate({ row: first.id, column: "name" });
}

function duplicate({ plan, layout, edits }: RowDeedParts): void {
  const copies = selectedRows(layout).map(({ id }) => ({ of: id, id: newRowId(plan, crypto.randomUUID()) }));
  const [first] = copies;
  if (first === undefined) return;
  edits.run({ type: "duplicateIndicators", copies });
  layout.activate({ row: first.id, column: layout.active?.column ?? "name" });
}

function remove({ layout, edits, tell }: RowDeedParts, words: GridWords): void {
  const leaving = selectedRows(layout).map(({ id }) => id);
  if (leaving.length === 0) return;
  const next = nextStaying(
    layout.rows.map(({ id }) => id),
    leaving,
  );
  edits.run({ type: "removeIndicators", indicators: leaving });
  const text = words("rows.removed", { count: leaving.length });
  if (next === null) {
    tell(text);
    return;
  }
  const cell = { row: next, column: layout.active?.column ?? "name" };
  layout.activate(cell);
  tell(text, cell);
}

function move(parts: RowDeedParts, step: 1 | -1, words: GridWords): void {
  const { plan, layout, tell } = parts;
  const rows = selectedRows(layout).map(({ id }) => id);
  const shown = layout.rows.map(({ id }) => id);
  const drop = stepDrop(plan, shown, rows, { step, grouped: layout.arrangement.grouped });
  if (drop === null) tell(words("rows.atEdge"));
  else put(parts, rows, drop);
}

function draggedRows(layout: GridLayout, row: IndicatorId): readonly IndicatorId[] {
  const selected = selectedRows(layout).map(({ id }) => id);
  return selected.includes(row) ? selected : [row];
}

function put({ plan, layout, edits }: RowDeedParts, rows: readonly IndicatorId[], drop: RowDrop): void {
  const command = moveRows(plan, rows, drop, layout.arrangement.grouped);
  if (command === null) return;
  changeGridView(plan.id, { held: new Map() });
  edits.run(command);
}
