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

/** A copy of the table with one cell set (or cleared by `null`); adds the year's column where it is missing. */
export function withObservation(
  table: ObservationTable,
  row: number,
  year: Year,
  observation: Observation | null,
): ObservationTable {
  const wide = table.years.includes(year) ? copyTable(table) : withYear(table, year);
  const at = row * wide.years.length + wide.years.indexOf(year);
  wide.values[at] = observation === null ? Number.NaN : observation.value;
  wide.status[at] = observation === null ? 0 : packStatus(observation);
  return wide;
}

function packStatus(observation: Observation): number {
  const basis = OBSERVATION_BASES.indexOf(observation.basis);
  const decimals = observation.decimals === null ? 0 : Math.min(observation.decimals, 14) + 1;
  return basis | (decimals << DECIMALS_SHIFT);
}

function copyTable(table: ObservationTable): ObservationTable {
  return { rows: table.rows, years: table.years, values: table.values.slice(), status: table.status.slice() };
}

function withYear(table: ObservationTable, year: Year): ObservationTable {
  const years = [...table.years, year].sort((a, b) => a - b);
  const next = emptyObservations(table.rows, years);
  table.years.forEach((known, column) => {
    const target = years.indexOf(known);
    for (let row = 0; row < table.rows; row += 1) {
      const from = row * table.years.length + column;
      next.values[row * years.length + target] = table.values[from] ?? Number.NaN;
      next.status[row * years.length + target] = table.status[from] ?? 0;
    }
  });
  return next;
}
