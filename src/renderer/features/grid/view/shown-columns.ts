import type { Arrangement, ColumnSet } from "../../../data/views/arrangement.ts";
import { columnId, type GridColumn } from "../grid-columns.ts";

/** The columns of a grid as arranged. */
export interface ShownColumns {
  /** Of the chosen set, hidden ones too, in their order. */
  readonly ordered: readonly GridColumn[];
  /** Those that are not hidden. */
  readonly shown: readonly GridColumn[];
  /** Ids of those that do not scroll: the first of the shown ones. */
  readonly frozen: ReadonlySet<string>;
}

/** The columns of an arrangement out of all that a plan has. Number, name and last target are always there. */
export function shownColumns(all: readonly GridColumn[], arrangement: Arrangement): ShownColumns {
  const { columnSet, order, hidden, frozenColumn } = arrangement;
  const ordered = inOrder(
    all.filter((column) => isOfSet(column, columnSet)),
    order,
  );
  const away = new Set(hidden);
  const shown = ordered.filter((column) => !canHide(column) || !away.has(columnId(column)));
  const last = ordered.findIndex((column) => columnId(column) === frozenColumn);
  const staying = new Set(ordered.slice(0, Math.max(last, 0) + 1).map(columnId));
  return { ordered, shown, frozen: new Set(shown.map(columnId).filter((id) => staying.has(id))) };
}

/** Whether a column may be hidden: number and name tell the rows apart, and the last target is what the table is for. */
export function canHide(column: GridColumn): boolean {
  if (column.kind === "target") return column.role !== "final";
  return column.kind !== "number" && column.kind !== "name";
}

/** The order after a column has gone one place to the left or right; `null` at the end, and for the row numbers. */
export function movedColumn(
  shown: readonly GridColumn[],
  id: string,
  step: 1 | -1,
): readonly string[] | null {
  const ids = shown.map(columnId);
  const at = ids.indexOf(id);
  const to = at + step;
  if (at < 1 || to < 1 || to >= ids.length) return null;
  ids.splice(at, 1);
  ids.splice(to, 0, id);
  return ids;
}

/** Whether a set has a column. */
export function isOfSet(column: GridColumn, set: ColumnSet): boolean {
  switch (column.kind) {
    case "number":
    case "category":
    case "name":
    case "unit":
      return true;
    case "attribute":
      return set !== "history";
    case "observation":
      if (set === "duty") return false;
      return set === "history" || set === "all" || column.role === "base";
    case "predecessorTarget":
      return set === "all" || set === "targets" || set === "history";
    case "target":
      return column.role === "final" || (set !== "duty" && set !== "history");
    case "growth":
      return set !== "history" && set !== "duty";
    case "department":
      return set !== "history" && set !== "yearly";
    case "evidence":
      return true;
  }
}

/** Columns as the planner has moved them; one that was not there then stands after its neighbour on the left. */
function inOrder(columns: readonly GridColumn[], order: readonly string[]): readonly GridColumn[] {
  if (order.length === 0) return columns;
  const places = new Map(order.map((id, at) => [id, at]));
  let before = -1;
  const ranked = columns.map((column, natural) => {
    const place = column.kind === "number" ? -1 : places.get(columnId(column));
    if (place !== undefined) before = place;
    return { column, place: place ?? before, natural, known: place !== undefined };
  });
  ranked.sort((a, b) => a.place - b.place || Number(b.known) - Number(a.known) || a.natural - b.natural);
  return ranked.map(({ column }) => column);
}
