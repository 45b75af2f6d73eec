import type { GridColumn } from "./grid-columns.ts";

/** Narrowest and widest the frozen name column begins with, in px. */
const NAME_WIDTH = { min: 160, usual: 196, max: 320 } as const;
/** Width of one Chinese character of a name, and what the cell adds, in px. */
const CHARACTER = 13;
const PADDING = 14;

/** Widths in px that the other columns need at least; the same as their definitions begin with. */
export const COLUMN_WIDTHS = {
  number: 28,
  category: 34,
  unit: 38,
  attribute: 50,
  observation: 54,
  base: 78,
  predecessorTarget: 66,
  milestone: 64,
  final: 148,
  growth: 130,
  department: 76,
  evidence: 38,
} as const;

/** The width in px that a column begins with; the name column takes what the others leave. */
export function initialWidth(column: GridColumn): number {
  if (column.kind === "name") return NAME_WIDTH.usual;
  if (column.kind === "observation") return COLUMN_WIDTHS[column.role === "base" ? "base" : "observation"];
  if (column.kind === "target") return COLUMN_WIDTHS[column.role === "final" ? "final" : "milestone"];
  return COLUMN_WIDTHS[column.kind];
}

/** Width in px for the name column: as long as the names where there is room, never wider than what is left. */
export function nameWidth(
  names: readonly string[],
  columns: readonly GridColumn[],
  available: number,
): number {
  const longest = Math.max(0, ...names.map((name) => textWidth(name))) + PADDING;
  const taken = columns.reduce((sum, column) => sum + (column.kind === "name" ? 0 : initialWidth(column)), 0);
  const wanted = Math.min(Math.max(longest, NAME_WIDTH.usual), NAME_WIDTH.max);
  return Math.max(Math.min(wanted, available - taken), NAME_WIDTH.min);
}

function textWidth(text: string): number {
  return Array.from(text).reduce(
    (sum, character) => sum + (character <= "\u00ff" ? CHARACTER * 0.58 : CHARACTER),
    0,
  );
}
