import { describe, expect, test } from "vitest";
import { toYear, year } from "#core/plan/ids.ts";
import {
  emptyObservations,
  observationAt,
  observationTable,
  withObservations,
} from "#core/plan/observation-table.ts";

const nine = { value: 9, basis: "stated", decimals: 0 } as const;
const share = { value: 2.5, basis: "estimated", decimals: null } as const;

describe("the observation table", () => {
  test("gives back what was put in, and null elsewhere", () => {
    const table = observationTable(2, [
      { row: 0, year: year(2015), observation: nine },
      { row: 1, year: year(2012), observation: share },
    ]);
    expect(table.years).toEqual([2012, 2015]);
    expect(observationAt(table, 0, year(2015))).toEqual(nine);
    expect(observationAt(table, 1, year(2012))).toEqual(share);
    expect(observationAt(table, 0, year(2012))).toBeNull();
    expect(observationAt(table, 0, year(1990))).toBeNull();
  });

  test("keeps 0 apart from not stated", () => {
    const zero = { ...nine, value: 0 };
    const table = observationTable(1, [{ row: 0, year: year(2015), observation: zero }]);
    expect(observationAt(table, 0, year(2015))).toEqual(zero);
  });

  test("gains a column with its first value and loses it with its last", () => {
    const empty = emptyObservations(1, []);
    const filled = withObservations(empty, [{ row: 0, year: year(2015), observation: nine }]);
    expect(filled.years).toEqual([2015]);
    expect(withObservations(filled, [{ row: 0, year: year(2015), observation: null }])).toEqual(empty);
    expect(observationAt(filled, 0, year(2015))).toEqual(nine);
  });
});

test.each([1948, 2101, 2020.5, Number.NaN])("%d is not a year of the workbench", (value) => {
  expect(toYear(value)).toEqual({ ok: false, error: { kind: "not-a-year", value } });
});
