import { expect, test } from "vitest";
import { baseYear } from "#core/plan/base-year.ts";
import { draft, enping } from "../../renderer/grid/grid-fixtures.ts";

test("the base year is the one that most indicators start from, else the year before the period", () => {
  // seeds/plans/enping-13.json: most rows start from 2015; its successor of 2021–2025 starts from 2020.
  expect(baseYear(enping)).toBe(2015);
  expect(baseYear(draft)).toBe(2020);
  expect(baseYear({ ...enping, indicators: [] })).toBe(2015);
});
