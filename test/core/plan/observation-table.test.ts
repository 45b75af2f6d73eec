import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toYear, year } from "#core/plan/ids.ts";
import {
  emptyObservations,
  observationAt,
  observationTable,
  rowsBetween,
  stacked,
  withObservations,
} from "#core/plan/observation-table.ts";

import { planArbitrary } from "./arbitraries.ts";

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

describe("rows of a table by themselves", () => {
  const table = observationTable(3, [
    { row: 0, year: year(2015), observation: nine },
    { row: 1, year: year(2012), observation: share },
    { row: 2, year: year(2015), observation: { ...nine, value: 0 } },
  ]);

  test("have the columns in which one of them holds a value", () => {
    expect(rowsBetween(table, 1, 2)).toEqual(
      observationTable(1, [{ row: 0, year: year(2012), observation: share }]),
    );
    expect(rowsBetween(table, 3, 3)).toEqual(emptyObservations(0, []));
  });

  test("come together again as they were, in whatever parts", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 });
    fc.assert(
      fc.property(planArbitrary(), cuts, ({ observations }, drawn) => {
        const borders = [0, ...drawn.filter((cut) => cut < observations.rows).sort((a, b) => a - b)];
        const parts = borders.map((from, at) =>
          rowsBetween(observations, from, borders[at + 1] ?? observations.rows),
        );
        expect(stacked(parts, observations.years)).toEqual(observations);
      }),
    );
  });

  test("are a copy: what becomes of the table leaves them as they are", () => {
    const before = rowsBetween(table, 0, 3);
    const { buffer } = before.values;
    expect(buffer).not.toBe(table.values.buffer);
    expect(buffer.byteLength).toBe(3 * 2 * 8);
  });
});

test.each([1948, 2101, 2020.5, Number.NaN])("%d is not a year of the workbench", (value) => {
  expect(toYear(value)).toEqual({ ok: false, error: { kind: "not-a-year", value } });
});
