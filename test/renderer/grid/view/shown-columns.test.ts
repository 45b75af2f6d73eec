import { describe, expect, test } from "vitest";
import { type Arrangement, COLUMN_SETS, PLAIN_ARRANGEMENT } from "#renderer/data/views/arrangement.ts";
import { columnId } from "#renderer/features/grid/grid-columns.ts";
import { planColumns } from "#renderer/features/grid/view/plan-columns.ts";
import { movedColumn, shownColumns } from "#renderer/features/grid/view/shown-columns.ts";
import { draft, enping } from "../grid-fixtures.ts";

const shown = (change: Partial<Arrangement>) => {
  const arrangement = { ...PLAIN_ARRANGEMENT, ...change };
  return shownColumns(planColumns(draft, enping, arrangement), arrangement);
};
const ids = (change: Partial<Arrangement>) => shown(change).shown.map(columnId);

describe("the columns of a grid", () => {
  test("have a target for every year of the period in the set of 年度分解", () => {
    const years = ids({ columnSet: "yearly" }).filter((id) => id.startsWith("target-"));
    expect(years).toEqual([2021, 2022, 2023, 2024, 2025].map((year) => `target-${year}`));
    expect(ids({ columnSet: "all" }).filter((id) => id.startsWith("target-"))).toEqual(["target-2025"]);
  });

  test("show what has been observed in the set of 历史, and who answers for it in that of 责任", () => {
    expect(ids({ columnSet: "history" })).toEqual(
      expect.arrayContaining(["observation-2010", "observation-2015", "predecessorTarget-2020"]),
    );
    expect(ids({ columnSet: "duty" })).toEqual([
      ...["number", "category", "name", "unit", "attribute", "target-2025", "department", "evidence"],
    ]);
  });

  test.each(COLUMN_SETS)("always have number, name and last target: %s", (columnSet) => {
    const hidden = ["number", "name", "target-2025", "unit"];
    expect(ids({ columnSet, hidden })).toEqual(expect.arrayContaining(["number", "name", "target-2025"]));
    expect(ids({ columnSet, hidden })).not.toContain("unit");
  });

  test("stand as they were moved; a new one stands after its neighbour", () => {
    const order = movedColumn(shown({}).shown, "unit", -1) ?? [];
    expect(ids({ order }).slice(0, 4)).toEqual(["number", "category", "unit", "name"]);
    const withYear = ids({ order, addedYears: [2018] });
    expect(withYear[withYear.indexOf("observation-2015") + 1]).toBe("observation-2018");
    expect(ids({ order }).length).toBe(ids({}).length);
  });

  test("do not move over the row numbers or beyond an end", () => {
    const columns = shown({}).shown;
    expect(movedColumn(columns, "category", -1)).toBeNull();
    expect(movedColumn(columns, "evidence", 1)).toBeNull();
    expect(movedColumn(columns, "number", 1)).toBeNull();
  });

  test("are frozen up to one of them, also where it is hidden", () => {
    expect([...shown({}).frozen]).toEqual(["number", "category", "name"]);
    expect([...shown({ frozenColumn: "unit", hidden: ["unit"] }).frozen]).toEqual([
      "number",
      "category",
      "name",
    ]);
    expect([...shown({ frozenColumn: null }).frozen]).toEqual(["number"]);
  });
});
