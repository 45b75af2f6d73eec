import type { SideRow } from "#core/compare/beside/side-by-side.ts";
import { printSide, type SideWords } from "./printed-side.ts";
import { OWN, type SideColumn, sideColumnId, type SideGroup } from "./side-columns.ts";

/** Rows whose contents decide the widths; enough for what a planner sees first. */
const MEASURED_ROWS = 200;
/** Widths in px: a full-width sign and any other of the body text, a mark, the box around a year, what a cell keeps free. */
const SIGN = { wide: 13, narrow: 7.5 } as const;
const MARK = 16;
const BOX = 12;
const FREE = 16;

/** Between these widths in px a column is laid out, so that values are not cut and words do not push others away. */
const LIMITS = {
  name: [184, 184],
  unit: [36, 56],
  "own-target": [132, 220],
  target: [52, 132],
  base: [52, 130],
  growth: [98, 140],
  year: [58, 120],
  difference: [102, 200],
} as const;
/** On a window as wide as this, in px, names have their full length up to a limit. */
const ROOMY = { window: 1600, name: 320 } as const;

/** The widths in px that columns need, by column. */
export function sideWidths(
  rows: readonly SideRow[],
  groups: readonly SideGroup[],
  words: SideWords,
): ReadonlyMap<string, number> {
  const measured = rows.slice(0, MEASURED_ROWS);
  const columns = groups.flatMap((group): readonly SideColumn[] => group.columns);
  return new Map(
    columns.map((column) => {
      const [least, limit] =
        LIMITS[column.kind === "target" && column.side === OWN ? "own-target" : column.kind];
      const roomy = column.kind === "name" && window.innerWidth >= ROOMY.window;
      const most = roomy ? ROOMY.name : limit;
      const needed = Math.max(...measured.map((row) => cellWidth(row, column, words)), 0);
      return [sideColumnId(column), Math.ceil(Math.min(most, Math.max(least, needed)))];
    }),
  );
}

function cellWidth(row: SideRow, column: SideColumn, words: SideWords): number {
  const { text, mark, boxed, tone } = printSide(row, column, words);
  const size = tone === "small" ? 12 / 13 : 1;
  const wide = text.match(/[\u2e80-\uffff—～“”]/gu)?.length ?? 0;
  const signs = wide * SIGN.wide + (text.length - wide) * SIGN.narrow;
  return (
    signs * size + (mark === null ? 0 : MARK) + (boxed === null ? 0 : boxed.length * SIGN.narrow + BOX) + FREE
  );
}

/** Widths that only grow, so that columns do not jump while the planner types. */
export function widened(
  before: ReadonlyMap<string, number>,
  needed: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const grows = [...needed].some(([column, width]) => width > (before.get(column) ?? 0));
  if (!grows) return before;
  return new Map([
    ...before,
    ...[...needed].map(([column, width]) => [column, Math.max(width, before.get(column) ?? 0)] as const),
  ]);
}
