import { MARK_WIDTH } from "./cell-marks.ts";
import { columnId, type GridColumn } from "./grid-columns.ts";
import type { PrintedCell } from "./printed-cell.ts";

/** Least and largest width in px that a column begins with; between them its contents decide. */
const BOUNDS: Readonly<Record<GridColumn["kind"] | "final", readonly [number, number]>> = {
  number: [28, 44],
  category: [34, 60],
  name: [160, 320],
  unit: [34, 64],
  attribute: [40, 100],
  observation: [44, 128],
  predecessorTarget: [56, 110],
  target: [58, 130],
  final: [148, 184],
  growth: [124, 168],
  department: [76, 132],
  evidence: [36, 60],
};

/** Padding and border of a cell, a box around a year, a mark with its gap, and a divider, in px. */
const EXTRA = { cell: 14, boxed: 12, mark: 18, divider: 11 } as const;
/** Kinds whose cells print at 12 px instead of 13. */
const SMALL: readonly GridColumn["kind"][] = ["number", "category", "unit", "attribute", "growth"];

/** What is printed in one column: header lines and some of its cells. */
export interface ColumnContents {
  readonly column: GridColumn;
  readonly header: readonly string[];
  readonly cells: readonly PrintedCell[];
}

/**
 * Widths in px by column id that columns begin with: as their contents need, within bounds. The name column gets
 * what is left of `available`, as long as its names want it.
 */
export function columnWidths(
  contents: readonly ColumnContents[],
  available: number,
): ReadonlyMap<string, number> {
  const wanted = new Map(contents.map((each) => [columnId(each.column), wantedWidth(each)]));
  const taken = contents.reduce(
    (sum, { column }) => sum + (column.kind === "name" ? 0 : (wanted.get(columnId(column)) ?? 0)),
    0,
  );
  const [least] = BOUNDS.name;
  const name = Math.max(Math.min(wanted.get("name") ?? least, available - taken), least);
  return wanted.set("name", name);
}

function wantedWidth({ column, header, cells }: ColumnContents): number {
  const size = SMALL.includes(column.kind) ? 12 : 13;
  const [least, most] = BOUNDS[column.kind === "target" && column.role === "final" ? "final" : column.kind];
  const heads = column.kind === "number" ? [] : header.map((line) => textWidth(line, 12));
  const widest = Math.max(0, ...heads, ...cells.map((cell) => cellWidth(cell, size)));
  return Math.ceil(Math.min(Math.max(widest + EXTRA.cell, least), most));
}

function cellWidth(cell: PrintedCell, size: number): number {
  if (cell.dot !== null) return 10;
  const boxed = cell.boxed === null ? 0 : textWidth(cell.boxed, 12) + EXTRA.boxed;
  const second = cell.second === null ? 0 : textWidth(cell.second, size) + EXTRA.divider;
  const mark = cell.tone === "warn" || cell.tone === "error" ? EXTRA.mark : 0;
  const marks = cell.marks.filter(({ kind }) => kind !== "estimated").length * MARK_WIDTH;
  return textWidth(cell.text, size) + boxed + second + mark + marks;
}

function textWidth(text: string, size: number): number {
  return Array.from(text).reduce((sum, character) => sum + shareOfHeight(character) * size, 0);
}

/**
 * A Chinese character is as wide as it is high, and a percent sign nearly; a digit or Latin letter a little more than half, a
 * point or a space a third.
 */
function shareOfHeight(character: string): number {
  if (character === "%") return 0.95;
  if (character === "." || character === "," || character === " ") return 0.34;
  return character <= "\u02ff" ? 0.58 : 1;
}
