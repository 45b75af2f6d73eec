import type { Indicator } from "./plan.ts";

type Rows = readonly Indicator[];

/** How many outcomes are kept: those of the plans that a window shows beside each other. */
const MOST_KEPT = 5;

/**
 * What is reckoned from parts of rows, reckoned anew only when these parts differ in some row: an edit changes one row of ten
 * thousand, and mostly none of its parts that matter here. Rows that are the same object are not looked into.
 */
export function ofRows<T>(
  same: (a: Indicator, b: Indicator) => boolean,
  reckon: (rows: Rows) => T,
): (rows: Rows) => T {
  const kept: { rows: Rows; readonly value: T }[] = [];
  return (rows) => {
    const known =
      kept.find((entry) => entry.rows === rows) ?? kept.find((entry) => alike(entry.rows, rows, same));
    if (known !== undefined) {
      known.rows = rows;
      return known.value;
    }
    const value = reckon(rows);
    kept.unshift({ rows, value });
    if (kept.length > MOST_KEPT) kept.pop();
    return value;
  };
}

/** Whether two lists have the same rows in what matters; rows that are the same object are not looked into. */
export function alike(a: Rows, b: Rows, same: (a: Indicator, b: Indicator) => boolean): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) {
    const [one, other] = [a[at], b[at]];
    if (one === other) continue;
    if (one === undefined || other === undefined || !same(one, other)) return false;
  }
  return true;
}
