import { describe, expect, test } from "vitest";
import { year } from "#core/plan/ids.ts";
import { columnId, fieldOf, gridColumns, sameField } from "#renderer/features/grid/grid-columns.ts";
import { seedPlan } from "../../seed-plan.ts";
import { draft, enping } from "./grid-fixtures.ts";

const none = { predecessor: null, addedYears: [] };
const ids = (...[plan, context]: Parameters<typeof gridColumns>) => gridColumns(plan, context).map(columnId);

describe("the columns of a plan", () => {
  test("of Enping: identity, its years of observation, the final target, growth, duty, evidence", () => {
    // seeds/plans/enping-13.json: observations of 2010 and 2015, all targets for 2020.
    expect(ids(enping, none)).toEqual([
      ...["number", "category", "name", "unit", "attribute"],
      ...["observation-2010", "observation-2015", "target-2020"],
      ...["growth", "department", "evidence"],
    ]);
  });

  test("of its successor: the predecessor's target before the base year, which is there even when empty", () => {
    const columns = ids(draft, { predecessor: enping, addedYears: [] });
    expect(columns.slice(5, 10)).toEqual([
      ...[
        "observation-2010",
        "observation-2015",
        "predecessorTarget-2020",
        "observation-2020",
        "target-2025",
      ],
    ]);
  });

  test("take an added year in its place", () => {
    const columns = ids(draft, { predecessor: null, addedYears: [year(2018)] });
    expect(columns.slice(5, 8)).toEqual(["observation-2010", "observation-2015", "observation-2018"]);
  });

  test("tell milestones from the final target", () => {
    const targets = gridColumns(seedPlan("shaoguan-2017"), none).filter(({ kind }) => kind === "target");
    // docs: 达到20% and 全覆盖 by 2018, 不低于3000万元 in 2017, the rest by 2020.
    expect(targets).toEqual([
      { kind: "target", year: 2017, role: "milestone" },
      { kind: "target", year: 2018, role: "milestone" },
      { kind: "target", year: 2020, role: "final" },
    ]);
  });
});

describe("the field of a column", () => {
  test("is missing where the value is derived", () => {
    const derived = gridColumns(draft, { predecessor: enping, addedYears: [] }).filter(
      (c) => fieldOf(c) === null,
    );
    expect(derived.map(columnId)).toEqual(["number", "predecessorTarget-2020", "growth", "evidence"]);
  });

  test("carries the year for observations and targets", () => {
    expect(fieldOf({ kind: "target", year: year(2025), role: "final" })).toEqual({
      kind: "target",
      year: 2025,
    });
    expect(sameField({ kind: "target", year: year(2025) }, { kind: "target", year: year(2023) })).toBe(false);
    expect(sameField({ kind: "target", year: year(2025) }, { kind: "observation", year: year(2025) })).toBe(
      false,
    );
    expect(sameField({ kind: "unit" }, { kind: "unit" })).toBe(true);
  });
});
