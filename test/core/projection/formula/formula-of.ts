import {
  type CheckedFormula,
  checkFormula,
  type FormulaScope,
  seriesKey,
} from "#core/projection/formula/check-formula.ts";
import { compileFormula, type FormulaCode } from "#core/projection/formula/compile-formula.ts";
import type { FormulaError } from "#core/projection/formula/formula-error.ts";
import type { LaneMemory } from "#core/projection/formula/run-lanes.ts";
import type { Result } from "#core/result.ts";

/** A series of a test: name, printed unit, and stored values by year from {@link FIRST_YEAR}, the same in all columns. */
export interface TestSeries {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
}

export const FIRST_YEAR = 2020;
const TEMPORARIES = 80;
const CONSTANTS = 80;

/** Where formulas of a test look names up. */
export function scopeOf(list: readonly TestSeries[], years: number): FormulaScope {
  return {
    find: (key) => list.flatMap(({ name }, at) => (seriesKey(name) === key ? [at] : [])),
    unitOf: (series) => list[series]?.unit ?? "",
    firstYear: FIRST_YEAR,
    lastYear: FIRST_YEAR + years - 1,
  };
}

/** Checks a formula over `years` years for a series of `unit`. */
export function checked(
  text: string,
  unit: string,
  list: readonly TestSeries[],
  years = 5,
): Result<CheckedFormula, FormulaError> {
  return checkFormula(text, unit, scopeOf(list, years));
}

/** A compiled formula beside the memory that it runs in: the series, the result, constants, temporaries. */
export interface Compiled extends FormulaCode {
  readonly memory: LaneMemory;
  /** Slot of the result. */
  readonly result: number;
}

/** Compiles a checked formula and lays its memory out for `columns` equal columns. */
export function compiled(
  { root, seriesOf }: CheckedFormula,
  unit: string,
  list: readonly TestSeries[],
  years: number,
  columns: number,
): Compiled {
  const constants: number[] = [];
  const code = compileFormula(
    root,
    { slot: list.length, unit },
    {
      series: (name) => {
        const slot = seriesOf.get(name) ?? -1;
        return { slot, unit: list[slot]?.unit ?? "" };
      },
      constant: (value) => list.length + constants.push(value),
      temporary: (k) => list.length + 1 + CONSTANTS + k,
      yearIndex: (year) => year - FIRST_YEAR,
    },
  );
  const lanes = years * columns;
  const values = new Float64Array((list.length + 1 + CONSTANTS + TEMPORARIES) * lanes).fill(Number.NaN);
  list.forEach((series, slot) => {
    for (let lane = 0; lane < lanes; lane += 1) {
      values[slot * lanes + lane] = series.values[Math.floor(lane / columns)] ?? Number.NaN;
    }
  });
  constants.forEach((value, at) => {
    values.fill(value, (list.length + 1 + at) * lanes, (list.length + 2 + at) * lanes);
  });
  return { ...code, memory: { values, lanes, columns }, result: list.length };
}
