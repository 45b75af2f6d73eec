import { describe, expect, test } from "vitest";
import { higherIsBetter } from "#core/plan/concept.ts";
import { year } from "#core/plan/ids.ts";
import { columnId, gridColumns } from "#renderer/features/grid/grid-columns.ts";
import { gridRows } from "#renderer/features/grid/row-order.ts";
import { nextCell, rejectedCells } from "#renderer/features/grid/cell/rejected-cells.ts";
import { planOf } from "../../../core/plan/plan-of.ts";
import { edited } from "../grid-fixtures.ts";

const target = { kind: "target", year: year(2020) } as const;
const base = { kind: "observation", year: year(2015) } as const;
const fresh = planOf([
  { name: "甲", unit: "家", observed: { 2015: "1" } },
  { name: "乙", unit: "家" },
  { name: "丙", unit: "家" },
]);
const plan = edited(
  edited(edited(fresh, 2, { field: base, text: "约多少" }), 0, { field: target, text: "3—2家" }),
  0,
  { field: base, text: "x" },
);
const rows = gridRows(plan);
const columns = gridColumns(plan, { predecessor: null, addedYears: [] });
const errors = rejectedCells(plan, rows, columns, higherIsBetter);

describe("inputs that could not be read", () => {
  test("are listed row by row with their reasons", () => {
    expect(errors.map(({ row, column, text }) => [row.index, columnId(column), text])).toEqual([
      [0, "observation-2015", "x"],
      [0, "target-2020", "3—2家"],
      [2, "observation-2015", "约多少"],
    ]);
    expect(errors.map(({ reason }) => reason?.kind)).toEqual([
      "not-a-number",
      "low-above-high",
      "not-a-number",
    ]);
  });

  test("follow one another, round the end, from wherever the planner is", () => {
    const at = (row: number, column: string) => ({ row: rows[row]?.id ?? "", column });
    const go = (row: number, column: string, step: 1 | -1) =>
      nextCell(errors, at(row, column), rows, columns, step)?.text;
    expect(go(0, "name", 1)).toBe("x");
    expect(go(0, "observation-2015", 1)).toBe("3—2家");
    expect(go(1, "name", 1)).toBe("约多少");
    expect(go(2, "observation-2015", 1)).toBe("x");
    expect(go(0, "observation-2015", -1)).toBe("约多少");
    expect(go(1, "unit", -1)).toBe("3—2家");
    expect(nextCell([], at(0, "name"), rows, columns, 1)).toBeNull();
  });
});
