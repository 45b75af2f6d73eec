import type { Plan } from "#core/plan/plan.ts";
import type { GridCell } from "../../ui/sheet/cell-anchor.ts";
import { coversRow, type Rect } from "../../ui/sheet/selection.ts";
import { type CellSource, cellView } from "./cell-view.ts";
import { cautionOf, cautionText } from "./cell/caution.ts";
import { remarkOf } from "./cell/remark-of.ts";
import { fieldOf, type GridColumn } from "./grid-columns.ts";
import { type GridWords, type PrintedCell, printCell } from "./printed-cell.ts";
import { type GridRow, startsGroup } from "./row-order.ts";

/** The active cell: a row by its indicator, a column by its id. */
export type ActiveCell = GridCell;

/** What cells are printed from at this moment. */
export interface GridReading {
  readonly source: CellSource;
  readonly words: GridWords;
  /** The rows shown, in their order. */
  readonly rows: readonly GridRow[];
  /** Whether rows of a field stand together: then only the first of them names it. */
  readonly grouped: boolean;
}

/** A header that shows whether its column holds selected cells. */
export interface MarkedHeader {
  mark(active: boolean): void;
}

/** Whether all but the contents of rows is the same; a row whose values or texts changed is another object. */
function onlyRowsDiffer(before: GridReading, after: GridReading): boolean {
  const plan = { ...before.source.plan, ...rowsOf(after.source.plan) };
  return (
    sameParts({ ...before, source: after.source }, after) &&
    sameParts({ ...before.source, plan: after.source.plan }, after.source) &&
    sameParts(plan, after.source.plan)
  );
}

const rowsOf = ({ indicators, observations }: Plan) => ({ indicators, observations });

function sameParts<T extends object>(before: T, after: T): boolean {
  const parts = new Map(Object.entries(before));
  return Object.entries(after).every(([name, part]) => parts.get(name) === part);
}

/** What the cells of a grid share: they read it when they are drawn, so that nothing is copied into rows. */
export class GridContext {
  #reading: GridReading;
  #places: ReadonlyMap<string, number>;
  #rects: readonly Rect[] = [];
  #columns: ReadonlySet<string> = new Set();
  readonly #headers = new Map<string, MarkedHeader>();

  constructor(reading: GridReading) {
    this.#reading = reading;
    this.#places = placesOf(reading.rows);
  }

  /** Takes what cells are printed from now; tells which rows may print otherwise than before. */
  read(reading: GridReading): (row: GridRow) => boolean {
    const before = this.#reading;
    if (reading.rows !== before.rows) this.#places = placesOf(reading.rows);
    this.#reading = reading;
    if (!onlyRowsDiffer(before, reading)) return () => true;
    return ({ index }) => before.source.plan.indicators[index] !== reading.source.plan.indicators[index];
  }

  /** Takes what is selected, to tint the headers of its rows and columns; the ids are those of the sheet's columns. Tells what was selected before. */
  mark(rects: readonly Rect[], columnIds: readonly string[]): readonly Rect[] {
    const before = this.#rects;
    this.#rects = rects;
    this.#columns = new Set(rects.flatMap(({ left, right }) => columnIds.slice(left, right + 1)));
    for (const [column, header] of this.#headers) header.mark(this.#columns.has(column));
    return before;
  }

  addHeader(column: string, header: MarkedHeader): void {
    this.#headers.set(column, header);
    header.mark(this.#columns.has(column));
  }

  removeHeader(column: string, header: MarkedHeader): void {
    if (this.#headers.get(column) === header) this.#headers.delete(column);
  }

  /** Whether cells of a row are selected, or were when these rectangles were. */
  isMarkedRow(row: GridRow | undefined, rects: readonly Rect[] = this.#rects): boolean {
    const at = this.#placeOf(row);
    return at !== null && coversRow(rects, at);
  }

  hasLineAbove(row: GridRow | undefined): boolean {
    const at = this.#placeOf(row);
    return at !== null && at > 0 && this.#startsGroup(at);
  }

  #startsGroup(at: number): boolean {
    const { grouped, source, rows } = this.#reading;
    return grouped && startsGroup(source.plan, rows, at);
  }

  /** The place of a row among those shown; the grid counts frozen rows and those below them each by themselves. */
  #placeOf(row: GridRow | undefined): number | null {
    return row === undefined ? null : (this.#places.get(row.id) ?? null);
  }

  #withCaution(cell: PrintedCell, row: GridRow, column: GridColumn): PrintedCell {
    const { source, words } = this.#reading;
    const caution = cautionOf(source, row.index, column);
    if (caution === null) return cell;
    const label = cautionText(caution, words);
    const tip = [cell.tip, label].filter((line) => line !== null).join("\n");
    return { ...cell, marks: [...cell.marks, { kind: "caution", label }], tip };
  }

  #withNote(cell: PrintedCell, row: GridRow, column: GridColumn): PrintedCell {
    const { source, words } = this.#reading;
    const indicator = source.plan.indicators[row.index];
    const remark = indicator === undefined ? null : remarkOf(indicator, fieldOf(column));
    if (remark === null) return cell;
    const { note, source: from } = remark;
    const lines = [
      note === null ? null : words("cells.noted", { note }),
      from === null ? null : words("cells.sourced", { source: from }),
    ].filter((line) => line !== null);
    return {
      ...cell,
      note: lines.join("\n"),
      tip: [cell.tip, ...lines].filter((line) => line !== null).join("\n"),
    };
  }

  print(row: GridRow, column: GridColumn): PrintedCell {
    const { source, words } = this.#reading;
    const at = this.#placeOf(row);
    if (column.kind === "category" && this.#reading.grouped && (at === null || !this.#startsGroup(at))) {
      return printCell({ kind: "blank" }, column, words);
    }
    const printed = printCell(cellView(source, row.index, column), column, words);
    const cell = this.#withNote(this.#withCaution(printed, row, column), row, column);
    return column.kind === "number" ? { ...cell, text: String(row.number), tone: "muted" } : cell;
  }
}

function placesOf(rows: readonly GridRow[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ id }, at) => [id, at]));
}
