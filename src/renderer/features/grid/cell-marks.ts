import type { CellMarkKind } from "./printed-cell.ts";

/** Side in px that a mark takes of its cell, with its gap. */
export const MARK_WIDTH = 13;

/** Line drawings in a square of 16: a letter f as of a formula, a question mark, an unequal sign, a triangle. */
export const MARK_DRAWINGS: Readonly<Record<Exclude<CellMarkKind, "estimated">, readonly string[]>> = {
  derived: ["M12.6 2.6c-2.4-1-3.9.2-4.3 2.6L6.8 13c-.3 1.4-1.4 1.9-2.9 1.4", "M4.6 7.2h6.6"],
  inferred: ["M4.6 5.2c0-4.4 6.8-4.2 6.8-.2 0 2.7-3.4 2.8-3.4 5.4", "M8 13.4v.4"],
  caution: ["M8 1.8l6.6 12H1.4z", "M8 6.2v3.6M8 11.4v.7"],
  disagreement: ["M2.5 5.8h11M2.5 10.2h11", "M11.2 2.2L4.8 13.8"],
};
