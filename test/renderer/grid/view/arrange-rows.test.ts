import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import { year } from "#core/plan/ids.ts";
import { type Arrangement, PLAIN_ARRANGEMENT } from "#renderer/data/views/arrangement.ts";
import { disagreementIndex } from "#renderer/features/grid/disagreement-index.ts";
import { type GridColumn, gridColumns } from "#renderer/features/grid/grid-columns.ts";
import { gridRows } from "#renderer/features/grid/row-order.ts";
import { arrangedRows, arrangeRows } from "#renderer/features/grid/view/arrange-rows.ts";
import { filterValues } from "#renderer/features/grid/view/filter-values.ts";
import { planOf } from "../../../core/plan/plan-of.ts";
import { edited, words } from "../grid-fixtures.ts";

const plan = planOf([
  { name: "专利授权量", unit: "件", observed: { 2015: "150" }, targets: { 2020: "达到355件" } },
  { name: "财政投入", unit: "万元", observed: { 2015: "4114" }, targets: { 2020: "累计完成3亿元" } },
  { name: "研发经费", unit: "亿元", observed: { 2015: "2.3" } },
  { name: "第10类", unit: "家", observed: { 2015: "9" }, targets: { 2020: "年均增长10%" } },
  { name: "第2类", unit: "家" },
]);

const sourceOf = (shown: typeof plan) => ({
  plan: shown,
  predecessor: null,
  concepts: new Map(),
  disagreements: disagreementIndex(shown),
});
const columns: readonly GridColumn[] = gridColumns(plan, { predecessor: null, addedYears: [] });

const namesOf = (change: Partial<Arrangement>, shown = plan, arrangedFor = shown) => {
  const arranged = arrangeRows(sourceOf(arrangedFor), columns, { ...PLAIN_ARRANGEMENT, ...change }, words());
  return arrangedRows(gridRows(shown), arranged).map(({ index }) => shown.indicators[index]?.name);
};

describe("the sort of a grid", () => {
  test("puts words in the order of their sound, and numbers in words by their value", () => {
    // cái, dì (2 before 10), yán, zhuān
    const byName = ["财政投入", "第2类", "第10类", "研发经费", "专利授权量"];
    expect(namesOf({ sort: { column: "name", descending: false } })).toEqual(byName);
    expect(namesOf({ sort: { column: "name", descending: true } })).toEqual([...byName].reverse());
  });

  test("compares values in base units, and puts what holds nothing last either way", () => {
    const sort = { column: "observation-2015", descending: false };
    // 9, 150, 4114 万元 = 41 140 000 元, 2.3 亿元 = 230 000 000 元
    const ascending = ["第10类", "专利授权量", "财政投入", "研发经费", "第2类"];
    expect(namesOf({ sort })).toEqual(ascending);
    const [blank, ...rest] = [...ascending].reverse();
    expect(namesOf({ sort: { ...sort, descending: true } })).toEqual([...rest, blank]);
  });

  test("compares targets by the level they imply, and puts those without one after them as words", () => {
    // 9 × 1.1^5 = 14.5; 355; 累计 implies no level
    expect(namesOf({ sort: { column: "target-2020", descending: false } }).slice(0, 3)).toEqual([
      ...["第10类", "专利授权量", "财政投入"],
    ]);
  });

  test("keeps the plan's order among equals and takes it back", () => {
    expect(namesOf({ sort: { column: "attribute", descending: true } })).toEqual(namesOf({}));
  });

  test("holds while values are edited, and a new row stands below the one before it", () => {
    const sort = { column: "observation-2015", descending: false };
    const field = { kind: "observation", year: year(2015) } as const;
    const after = edited(plan, 3, { field, text: "9999" });
    expect(namesOf({ sort }, after, plan)).toEqual(namesOf({ sort }));
    const removed = applyCommand(plan, {
      type: "removeIndicators",
      indicators: plan.indicators.slice(1, 2).map(({ id }) => id),
    });
    const fewer = removed.ok ? applyChanges(plan, removed.value) : plan;
    const arranged = arrangeRows(sourceOf(fewer), columns, { ...PLAIN_ARRANGEMENT, sort }, words());
    const rows = arrangedRows(gridRows(plan), arranged).map(({ index }) => plan.indicators[index]?.name);
    expect(rows.slice(1, 3)).toEqual(["专利授权量", "财政投入"]);
  });
});

describe("the filters of a grid", () => {
  test("look for text as it is printed, wide or narrow", () => {
    expect(namesOf({ filters: [{ kind: "contains", column: "name", text: "第１０" }] })).toEqual(["第10类"]);
    expect(namesOf({ filters: [{ kind: "contains", column: "target-2020", text: "累计" }] })).toEqual([
      "财政投入",
    ]);
  });

  test("tell what is filled in from what is not, and what is wrong", () => {
    const column = "observation-2015";
    expect(namesOf({ filters: [{ kind: "blank", column }] })).toEqual(["第2类"]);
    expect(namesOf({ filters: [{ kind: "filled", column }] })).toHaveLength(4);
    const wrong = edited(plan, 0, { field: { kind: "target", year: year(2020) }, text: "3—2件" });
    expect(namesOf({ filters: [{ kind: "error", column: "target-2020" }] }, wrong)).toEqual(["专利授权量"]);
    expect(namesOf({ filters: [{ kind: "error", column: "growth" }] }, wrong)).toEqual(["专利授权量"]);
  });

  test("hold together, and with the segment", () => {
    const filters = [{ kind: "among", column: "unit", values: ["家", "件"] }] as const;
    expect(namesOf({ filters })).toEqual(["专利授权量", "第10类", "第2类"]);
    expect(namesOf({ filters, status: "no-base" })).toEqual(["第2类"]);
  });

  test("choose among what a column holds, nothing last", () => {
    const found = filterValues(sourceOf(plan), { kind: "unit" });
    expect(found.map(({ key, count }) => [key, count])).toEqual([
      ["件", 1],
      ["万元", 1],
      ["亿元", 1],
      ["家", 2],
    ]);
    const departments = edited(plan, 4, { field: { kind: "department" }, text: "统计局" });
    expect(filterValues(sourceOf(departments), { kind: "department" }).map(({ key }) => key)).toEqual([
      "统计局",
      "",
    ]);
    expect(
      namesOf({ filters: [{ kind: "among", column: "department", values: [""] }] }, departments),
    ).toHaveLength(4);
  });

  test("of a column that the plan has not mean nothing", () => {
    expect(namesOf({ filters: [{ kind: "blank", column: "observation-1990" }] })).toHaveLength(5);
  });

  test("reckon 10 000 rows in the time of a blink", () => {
    const many = planOf(
      Array.from({ length: 10_000 }, (_, at) => ({
        name: `指标${at % 977}`,
        unit: "家",
        observed: { 2015: String((at * 7919) % 10_007) },
      })),
    );
    const began = performance.now();
    const names = namesOf(
      {
        sort: { column: "observation-2015", descending: true },
        filters: [{ kind: "contains", column: "name", text: "9" }],
      },
      many,
    );
    expect(names.length).toBeGreaterThan(1000);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
