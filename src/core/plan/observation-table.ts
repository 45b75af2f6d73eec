import type { Year } from "./ids.ts";

/** How an observation is known; the order is the stored code and never changes. */
export const OBSERVATION_BASES = ["none", "stated", "derived", "inferred", "estimated"] as const;

/** How an observation is known: not stated, printed in a document, derived, inferred, or the planner's own. */
export type ObservationBasis = (typeof OBSERVATION_BASES)[number];

/** One observation: `value` in the base unit; `decimals` as printed, `null` when not fixed. */
export interface Observation {
  readonly value: number;
  readonly basis: Exclude<ObservationBasis, "none">;
  readonly decimals: number | null;
}

/**
 * Observations of a plan, indicator × year, row-major: cell (i, k) is at `i * years.length + k`. `values` are in
 * base units, NaN where nothing is stated. `status` packs the basis code in the low four bits and the printed
 * decimals plus one in the high four (0 means not fixed; up to 14 decimals).
 */
export interface ObservationTable {
  readonly rows: number;
  readonly years: readonly Year[];
  readonly values: Float64Array;
  readonly status: Uint8Array;
}

const DECIMALS_SHIFT = 4;
const BASIS_MASK = 0b1111;

/** A table with no observations for `rows` indicators over `years` (ascending, unique). */
export function emptyObservations(rows: number, years: readonly Year[]): ObservationTable {
  const size = rows * years.length;
  return { rows, years, values: new Float64Array(size).fill(Number.NaN), status: new Uint8Array(size) };
}

/** The observation of row `row` in `year`, or `null` when it is not stated or the year has no column. */
export function observationAt(table: ObservationTable, row: number, year: Year): Observation | null {
  const column = table.years.indexOf(year);
  if (column < 0) return null;
  const at = row * table.years.length + column;
  const status = table.status[at] ?? 0;
  const basis = OBSERVATION_BASES[status & BASIS_MASK];
  const value = table.values[at];
  if (basis === undefined || basis === "none" || value === undefined) return null;
  const packed = status >> DECIMALS_SHIFT;
  return { value, basis, decimals: packed === 0 ? null : packed - 1 };
}

/** How many cells of a row hold a value. */
export function observedCount({ years, status }: ObservationTable, row: number): number {
  let count = 0;
  for (let at = row * years.length; at < (row + 1) * years.length; at += 1) if (status[at] !== 0) count += 1;
  return count;
}

/** One cell to put into a table. */
export interface ObservedCell {
  readonly row: number;
  readonly year: Year;
  readonly observation: Observation;
}

/** A table of `rows` indicators with these cells; it has the columns that the cells need and no others. */
export function observationTable(rows: number, cells: readonly ObservedCell[]): ObservationTable {
  const years = ascending([...new Set(cells.map((cell) => cell.year))]);
  const table = emptyObservations(rows, years);
  for (const { row, year, observation } of cells) setCell(table, row, year, observation);
  return table;
}

/** One cell to set, or to clear by `null`. */
export interface CellUpdate {
  readonly row: number;
  readonly year: Year;
  readonly observation: Observation | null;
}

/**
 * A copy of the table with cells set or cleared, in their order. The columns are always the years that hold a value:
 * a missing one is added and an emptied one goes, so that taking an edit back gives the same table.
 */
export function withObservations(table: ObservationTable, updates: readonly CellUpdate[]): ObservationTable {
  if (updates.length === 0) return table;
  const touched = new Set(updates.map(({ year }) => year));
  const wide = withYears(table, ascending([...new Set([...table.years, ...touched])]));
  for (const { row, year, observation } of updates) setCell(wide, row, year, observation);
  const kept = wide.years.filter((year) => !touched.has(year) || hasValues(wide, year));
  return kept.length === wide.years.length ? wide : withYears(wide, kept);
}

/** A copy of the table with one cell set or cleared; see {@link withObservations}. */
export function withObservation(
  table: ObservationTable,
  row: number,
  year: Year,
  observation: Observation | null,
): ObservationTable {
  return withObservations(table, [{ row, year, observation }]);
}

/** One row of a table by itself: what is observed in which year. */
export type ObservedRow = readonly Omit<ObservedCell, "row">[];

/** What a row of a table holds, in the order of the years. */
export function observedRow(table: ObservationTable, row: number): ObservedRow {
  return table.years.flatMap((year) => {
    const observation = observationAt(table, row, year);
    return observation === null ? [] : [{ year, observation }];
  });
}

/**
 * A table of other rows: each is a row of `table`, by its number, or what a new row holds. Its columns are again the years
 * that hold a value.
 */
export function withRows(table: ObservationTable, rows: readonly (number | ObservedRow)[]): ObservationTable {
  const added = rows.flatMap((row) => (typeof row === "number" ? [] : row.map(({ year }) => year)));
  const wide = withYears(table, ascending([...new Set([...table.years, ...added])]));
  const width = wide.years.length;
  const next = emptyObservations(rows.length, wide.years);
  rows.forEach((row, to) => {
    if (typeof row === "number") {
      next.values.set(wide.values.subarray(row * width, (row + 1) * width), to * width);
      next.status.set(wide.status.subarray(row * width, (row + 1) * width), to * width);
    } else {
      for (const { year, observation } of row) setCell(next, to, year, observation);
    }
  });
  const kept = next.years.filter((year) => hasValues(next, year));
  return kept.length === width ? next : withYears(next, kept);
}

/** Some rows of a table as one of their own: from one to before another, with the columns in which one of them holds a value. */
export function rowsBetween(table: ObservationTable, from: number, before: number): ObservationTable {
  const width = table.years.length;
  const part = {
    ...{ rows: before - from, years: table.years },
    values: table.values.subarray(from * width, before * width),
    status: table.status.subarray(from * width, before * width),
  };
  return withYears(
    part,
    part.years.filter((year) => hasValues(part, year)),
  );
}

/** The rows of several tables as those of one, in their order; its columns are `years`, among which are theirs. */
export function stacked(tables: readonly ObservationTable[], years: readonly Year[]): ObservationTable {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const whole = emptyObservations(rows, years);
  let from = 0;
  for (const table of tables) {
    const wide = sameYears(table.years, years) ? table : withYears(table, years);
    whole.values.set(wide.values, from * years.length);
    whole.status.set(wide.status, from * years.length);
    from += table.rows;
  }
  return whole;
}

function setCell(table: ObservationTable, row: number, year: Year, observation: Observation | null): void {
  const at = row * table.years.length + table.years.indexOf(year);
  table.values[at] = observation === null ? Number.NaN : observation.value;
  table.status[at] = observation === null ? 0 : packStatus(observation);
}

function hasValues(table: ObservationTable, year: Year): boolean {
  const column = table.years.indexOf(year);
  for (let at = column; at < table.status.length; at += table.years.length) {
    if (table.status[at] !== 0) return true;
  }
  return false;
}

function ascending(years: readonly Year[]): readonly Year[] {
  return [...years].sort((a, b) => a - b);
}

function packStatus(observation: Observation): number {
  const basis = OBSERVATION_BASES.indexOf(observation.basis);
  const decimals = observation.decimals === null ? 0 : Math.min(observation.decimals, 14) + 1;
  return basis | (decimals << DECIMALS_SHIFT);
}

/** Whether two tables have the same columns. */
export function sameYears(a: readonly Year[], b: readonly Year[]): boolean {
  return a.length === b.length && a.every((year, at) => b[at] === year);
}

function withYears(table: ObservationTable, years: readonly Year[]): ObservationTable {
  if (sameYears(table.years, years))
    return { ...table, values: table.values.slice(), status: table.status.slice() };
  const next = emptyObservations(table.rows, years);
  years.forEach((year, target) => {
    const column = table.years.indexOf(year);
    if (column < 0) return;
    for (let row = 0; row < table.rows; row += 1) {
      const from = row * table.years.length + column;
      next.values[row * years.length + target] = table.values[from] ?? Number.NaN;
      next.status[row * years.length + target] = table.status[from] ?? 0;
    }
  });
  return next;
}
