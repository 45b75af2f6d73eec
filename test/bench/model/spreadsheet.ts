import { type BenchModel, COLUMNS, YEARS } from "./bench-model.ts";

/** A cell: a number, or a formula without its equals sign. */
export type Cell = number | { readonly formula: string };

/** How a program writes the cell of a row and a column, both from 0, in a formula. */
export type CellName = (row: number, column: number) => string;

/** Columns of a sheet: the observed value, a rate for each scenario, then the projected years, scenario by scenario. */
export const RATE_COLUMN = 1;
export const FIRST_VALUE_COLUMN = RATE_COLUMN + COLUMNS;

/** The model as a spreadsheet with a row for each series. */
export function spreadsheetRow(model: BenchModel, row: number, name: CellName): readonly Cell[] {
  const { growing, observed, rates, over, under } = model;
  const isGrowing = row < growing;
  const inputs: Cell[] = [observed[row] ?? NaN];
  for (let column = 0; column < COLUMNS; column += 1) {
    inputs.push(isGrowing ? (rates[row * COLUMNS + column] ?? NaN) : 0);
  }
  const values = Array.from({ length: YEARS * COLUMNS }, (_, at): Cell => {
    const column = FIRST_VALUE_COLUMN + at;
    if (!isGrowing) {
      const [a, b] = [over[row - growing] ?? 0, under[row - growing] ?? 0];
      return { formula: `${name(a, column)}/${name(b, column)}*100` };
    }
    const before = at < COLUMNS ? name(row, 0) : name(row, column - COLUMNS);
    return { formula: `${before}*(1+${name(row, RATE_COLUMN + (at % COLUMNS))}/100)` };
  });
  return [...inputs, ...values];
}

/** The letters of a column, from 0: A to Z, then AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode("A".charCodeAt(0) + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
