import { type CellError, readRejected } from "#core/command/read-cell.ts";
import type { DirectionOf } from "#core/plan/concept.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { ActiveCell } from "../grid-context.ts";
import { columnId, fieldOf, type GridColumn, sameField } from "../grid-columns.ts";
import type { GridRow } from "../row-order.ts";

/** A cell whose input could not be read, and why. */
export interface RejectedCell {
  readonly cell: ActiveCell;
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly text: string;
  readonly reason: CellError | null;
}

/** The cells of a plan whose input could not be read: row by row, from left to right. */
export function rejectedCells(
  plan: Plan,
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  directionOf: DirectionOf,
): readonly RejectedCell[] {
  return rows.flatMap((row) => {
    const indicator = plan.indicators[row.index];
    if (indicator === undefined || indicator.rejected.length === 0) return [];
    return columns.flatMap((column) => {
      const field = fieldOf(column);
      const input = field && indicator.rejected.find((each) => sameField(each.field, field));
      if (!input) return [];
      const reason = readRejected(indicator, input, directionOf(indicator.concept));
      return [{ cell: { row: row.id, column: columnId(column) }, row, column, text: input.text, reason }];
    });
  });
}

/** The next of some cells after (or, for -1, before) the active one, in the order of the table and round its end. */
export function nextCell<T extends { readonly cell: ActiveCell }>(
  cells: readonly T[],
  active: ActiveCell | null,
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  step: 1 | -1,
): T | null {
  const rowAt = new Map<string, number>(rows.map(({ id }, at) => [id, at]));
  const columnAt = new Map(columns.map((column, at) => [columnId(column), at]));
  const placeOf = (cell: ActiveCell | null) =>
    cell === null ? -1 : (rowAt.get(cell.row) ?? 0) * columns.length + (columnAt.get(cell.column) ?? 0);
  const here = placeOf(active);
  const ahead =
    step === 1
      ? cells.find(({ cell }) => placeOf(cell) > here)
      : cells.findLast(({ cell }) => placeOf(cell) < here);
  return ahead ?? (step === 1 ? cells[0] : cells.at(-1)) ?? null;
}
