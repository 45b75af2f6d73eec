/** How a cell looks. */
export type CellStyle = "head" | "text" | "center" | "number" | "input" | "computed" | "aside";

/**
 * One cell: text, a number, or a formula with what it comes to. `format` is a number format of spreadsheets (`0.00`), `null` for as it
 * comes; `note` is shown beside the cell.
 */
export type WorkbookCell =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly style: CellStyle;
      readonly note?: string | null;
    }
  | {
      readonly kind: "number";
      readonly value: number;
      readonly format: string | null;
      readonly style: CellStyle;
      readonly note?: string | null;
    }
  | {
      readonly kind: "formula";
      /** Without the sign of equality. */
      readonly formula: string;
      readonly value: number;
      readonly format: string | null;
      readonly style: CellStyle;
      readonly note?: string | null;
    };

/** A sheet: its rows of cells, `null` for an empty one, and how many rows and columns stay when it is scrolled. */
export interface Worksheet {
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  /** Columns whose empty cells keep what is typed a text: 2-3 would be a date, 70% the number 0.7. */
  readonly textColumns?: readonly number[];
  readonly rows: readonly (readonly (WorkbookCell | null)[])[];
  readonly frozen: { readonly rows: number; readonly columns: number };
}

/** A name for an area of a sheet. */
export interface NamedArea {
  readonly name: string;
  readonly sheet: string;
  readonly from: CellAddress;
  readonly to: CellAddress;
}

/** A place in a sheet; both count from 0. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** A workbook as a value. */
export interface Workbook {
  readonly title: string;
  readonly sheets: readonly Worksheet[];
  readonly names: readonly NamedArea[];
}

const LETTERS = 26;

/** The letters of a column: A, Z, AA. */
export function columnName(column: number): string {
  const before = Math.floor(column / LETTERS);
  return (before === 0 ? "" : columnName(before - 1)) + String.fromCharCode(65 + (column % LETTERS));
}

/** A reference: B3, or $B$3 where it stays when the formula is copied. */
export function cellReference(
  { row, column }: CellAddress,
  fixed: "none" | "column" | "both" = "none",
): string {
  const letters = `${fixed === "none" ? "" : "$"}${columnName(column)}`;
  return `${letters}${fixed === "both" ? "$" : ""}${row + 1}`;
}

/** A reference to a cell of another sheet. */
export const sheetReference = (sheet: string, address: CellAddress): string =>
  `${quotedSheet(sheet)}!${cellReference(address)}`;

/** The name of a sheet as formulas write it. */
export const quotedSheet = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

const FORBIDDEN = /[\\/?*[\]:]/gu;
const LONGEST = 31;

/** A name that a spreadsheet takes for a sheet: none of its signs, not too long, and unlike those that are `taken`. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const clean =
    wanted
      .replace(FORBIDDEN, " ")
      .replace(/^'+|'+$/gu, "")
      .trim() || "表";
  return unlike(taken, (count) => {
    const end = count === 1 ? "" : ` ${count}`;
    return clean.slice(0, LONGEST - end.length) + end;
  });
}

/** A name that a spreadsheet takes for an area: signs become _, and it is unlike those that are `taken`. */
export function areaName(wanted: string, taken: readonly string[]): string {
  const clean = wanted.replace(/[^\p{L}\p{N}_]/gu, "_");
  return unlike(taken, (count) => (count === 1 ? clean : `${clean}_${count}`));
}

/** The first of the names of a count that none of the taken ones equals, in whatever case. */
function unlike(taken: readonly string[], nameOf: (count: number) => string): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const name = nameOf(count);
    if (!known.has(name.toLowerCase())) return name;
  }
}

/** The number format with so many digits after the point; `null` for as many as there are. */
export const digitsFormat = (decimals: number | null): string | null =>
  decimals === null ? null : decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
