import type { MenuEntry } from "../../../ui/menu.tsx";
import { columnId, type GridColumn } from "../grid-columns.ts";
import { columnName, type GridWords } from "../printed-cell.ts";
import type { GridLayout } from "../use-grid-layout.ts";
import { canHide, movedColumn } from "../view/shown-columns.ts";
import type { CellDeeds } from "../cell/use-cell-deeds.ts";
import type { RowDeeds } from "./use-row-deeds.ts";

/** What a menu of the table was opened on. */
export type MenuTarget =
  | { readonly kind: "cell" | "row" }
  | { readonly kind: "header"; readonly column: GridColumn };

/** What the menus do beside the deeds on rows. */
export interface MenuDeeds {
  readonly rows: RowDeeds;
  readonly cell: CellDeeds;
  readonly cut: () => void;
  readonly copy: () => void;
  readonly paste: () => void;
  readonly clear: () => void;
  readonly askFilter: (column: GridColumn) => void;
}

/** The entries of the menu of a cell, a row or a header, with their keys; one that cannot be chosen says why. */
export function menuEntries(
  target: MenuTarget,
  layout: GridLayout,
  deeds: MenuDeeds,
  words: GridWords,
): readonly MenuEntry[] {
  if (target.kind === "header") return columnEntries(target.column, layout, deeds, words);
  const line = (id: string): MenuEntry => ({ kind: "separator", id });
  return [
    ...clipboardEntries(deeds, words),
    ...(target.kind === "cell" ? [line("cell"), ...cellEntries(deeds.cell, words)] : []),
    line("clipboard"),
    ...rowEntries(deeds.rows, words),
    ...frozenRowEntries(layout, words),
    ...(target.kind === "cell" && layout.column !== null
      ? [line("rows"), ...columnEntries(layout.column, layout, deeds, words)]
      : []),
  ];
}

function clipboardEntries(deeds: MenuDeeds, words: GridWords): readonly MenuEntry[] {
  const blocked = deeds.rows.blocked ?? undefined;
  return [
    entry("cut", words("rows.cut"), deeds.cut, { keys: "Ctrl+X", disabledReason: blocked }),
    entry("copy", words("rows.copy"), deeds.copy, { keys: "Ctrl+C" }),
    entry("paste", words("rows.paste"), deeds.paste, { keys: "Ctrl+V", disabledReason: blocked }),
    entry("clear", words("rows.clear"), deeds.clear, { keys: "Delete", disabledReason: blocked }),
  ];
}

function cellEntries(cell: CellDeeds, words: GridWords): readonly MenuEntry[] {
  const disabledReason = cell.remarkBlocked ?? undefined;
  return [
    entry("remark", words("cells.remark"), cell.remark, { keys: "Shift+F2", disabledReason }),
    ...(cell.target === null ? [] : [entry("target", words("target.edit"), cell.target, { keys: "Alt+↓" })]),
    entry("unit", words("cells.unit"), cell.unit, { disabledReason: cell.unitBlocked ?? undefined }),
  ];
}

function rowEntries(rows: RowDeeds, words: GridWords): readonly MenuEntry[] {
  const disabledReason = rows.blocked ?? undefined;
  const fixed = rows.fixed ?? undefined;
  return [
    entry("above", words("rows.insertAbove"), () => rows.insert("above"), { disabledReason }),
    entry("below", words("rows.insertBelow"), () => rows.insert("below"), { disabledReason }),
    entry("duplicate", words("rows.duplicate"), rows.duplicate, { disabledReason }),
    entry("up", words("rows.up"), () => rows.move(-1), { keys: "Alt+Shift+↑", disabledReason: fixed }),
    entry("down", words("rows.down"), () => rows.move(1), { keys: "Alt+Shift+↓", disabledReason: fixed }),
    entry("remove", words("rows.remove"), rows.remove, { keys: "Ctrl+-", disabledReason }),
  ];
}

/** Freezing of rows, as spreadsheets offer it: the first one, or all down to the active one. */
function frozenRowEntries(layout: GridLayout, words: GridWords): readonly MenuEntry[] {
  const { arrange, frozenRows, rows, row } = layout;
  const at = rows.findIndex(({ id }) => id === row?.id);
  const freeze = (count: number) => () => arrange({ frozenRows: count });
  const disabledReason =
    at < MOST_FROZEN ? undefined : words("arrange.freezeRowsMost", { rows: MOST_FROZEN });
  return [
    { kind: "separator", id: "frozen" },
    ...(frozenRows === 1 ? [] : [entry("freezeFirst", words("arrange.freezeFirstRow"), freeze(1), {})]),
    ...(at < 1 || at + 1 === frozenRows
      ? []
      : [entry("freezeRows", words("arrange.freezeRowsTo"), freeze(at + 1), { disabledReason })]),
    ...(frozenRows === 0 ? [] : [entry("unfreezeRows", words("arrange.unfreezeRows"), freeze(0), {})]),
  ];
}

/** Rows that can be frozen at most: on a small screen some must be left that scroll. */
const MOST_FROZEN = 12;

function columnEntries(
  column: GridColumn,
  layout: GridLayout,
  deeds: MenuDeeds,
  words: GridWords,
): readonly MenuEntry[] {
  const { arrange, arrangement } = layout;
  const id = columnId(column);
  const sorted = arrangement.sort;
  const filtered = arrangement.filters.some((filter) => filter.column === id);
  const sort = (descending: boolean) => () => arrange({ sort: { column: id, descending } });
  const isSorted = (descending: boolean) => sorted?.column === id && sorted.descending === descending;
  const clear = () => arrange({ filters: arrangement.filters.filter((each) => each.column !== id) });
  return [
    entry("ascending", words("arrange.ascending"), sort(false), { checked: isSorted(false) }),
    entry("descending", words("arrange.descending"), sort(true), { checked: isSorted(true) }),
    ...(sorted === null
      ? []
      : [entry("order", words("arrange.planOrder"), () => arrange({ sort: null }), {})]),
    entry("filter", words("arrange.filter"), () => deeds.askFilter(column), {}),
    ...(filtered ? [entry("unfilter", words("arrange.clearFilter"), clear, {})] : []),
    ...placeEntries(column, layout, words),
  ];
}

function placeEntries(column: GridColumn, layout: GridLayout, words: GridWords): readonly MenuEntry[] {
  const { arrange, arrangement, columns } = layout;
  const id = columnId(column);
  const { frozenColumn, hidden } = arrangement;
  const frozen = frozenColumn === id;
  const left = movedColumn(columns, id, -1);
  const right = movedColumn(columns, id, 1);
  return [
    { kind: "separator", id: "place" },
    entry(
      "freeze",
      frozen ? words("arrange.unfreeze") : words("arrange.freezeTo", { column: columnName(column, words) }),
      () => arrange({ frozenColumn: frozen ? null : id }),
      {},
    ),
    ...(canHide(column)
      ? [entry("hide", words("arrange.hide"), () => arrange({ hidden: [...hidden, id] }), {})]
      : []),
    ...(hidden.length === 0
      ? []
      : [entry("unhide", words("arrange.unhide"), () => arrange({ hidden: [] }), {})]),
    ...(left === null ? [] : [entry("left", words("arrange.moveLeft"), () => arrange({ order: left }), {})]),
    ...(right === null
      ? []
      : [entry("right", words("arrange.moveRight"), () => arrange({ order: right }), {})]),
  ];
}

function entry(
  id: string,
  label: string,
  run: () => void,
  more: Pick<Extract<MenuEntry, { kind: "item" }>, "keys" | "checked" | "disabledReason">,
): MenuEntry {
  return { kind: "item", id, label, run, ...more };
}
