import type { YearNumber } from "../assumption.ts";

/** A number for each of the `count` years after `lastYear`: its own where one is given, else the constant. */
export function yearNumbers(
  byYear: readonly YearNumber[],
  lastYear: number,
  count: number,
  constant: number,
): Float64Array {
  const numbers = new Float64Array(count).fill(constant);
  for (const { year, value } of byYear) {
    const k = year - lastYear - 1;
    if (k >= 0 && k < count) numbers[k] = value;
  }
  return numbers;
}
