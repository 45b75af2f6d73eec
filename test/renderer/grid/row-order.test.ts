import { describe, expect, test } from "vitest";
import { year } from "#core/plan/ids.ts";
import { outlineTree } from "#renderer/features/grid/outline-tree.ts";
import { shownNodes } from "#renderer/features/grid/side/shown-nodes.ts";
import { gridRows, sameRows, startsGroup } from "#renderer/features/grid/row-order.ts";
import { filterCounts, passesFilter } from "#renderer/features/grid/row-status.ts";
import { seedPlan } from "../../seed-plan.ts";
import { draft, edited, enping, rowOf } from "./grid-fixtures.ts";

describe("the rows of a grid", () => {
  const plan = seedPlan("shaoguan-2017");
  const rows = gridRows(plan);

  test("stand together by field, each field once, and are numbered as they stand", () => {
    const fields = rows
      .filter((_, at) => startsGroup(plan, rows, at))
      .map(({ index }) => plan.indicators[index]?.category);
    expect(new Set(fields).size).toBe(fields.length);
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(plan.indicators.length);
  });

  test("stay where they are when a field is edited", () => {
    const after = edited(draft, 0, { field: { kind: "category" }, text: "环境" });
    expect(sameRows(gridRows(draft), gridRows(after))).toBe(false);
    const typed = draft.indicators[0];
    const held = new Map(typed === undefined ? [] : [[typed.id, typed.category]]);
    expect(sameRows(gridRows(draft), gridRows(after, { grouped: true, held }))).toBe(true);
    expect(sameRows(gridRows(draft), gridRows(draft).slice(1))).toBe(false);
  });

  test("stand as the plan lists them when they are not grouped", () => {
    const flat = gridRows(plan, { grouped: false, held: new Map() });
    expect(flat.map(({ index }) => index)).toEqual(plan.indicators.map((_, index) => index));
  });
});

describe("the filters", () => {
  test("count what still lacks something", () => {
    const firms = rowOf(draft, "national-high-tech-enterprises");
    const wrong = edited(draft, firms, { field: { kind: "target", year: year(2025) }, text: "3—2家" });
    const mended = edited(wrong, firms, { field: { kind: "department" }, text: "科工商务局" });
    const counts = filterCounts(mended);
    expect(counts).toMatchObject({
      all: draft.indicators.length,
      rejected: 1,
      "no-department": draft.indicators.length - 1,
    });
    expect(passesFilter(mended, firms, "rejected")).toBe(true);
    expect(passesFilter(mended, firms, "no-department")).toBe(false);
  });

  test("do not ask for a base where people judge the target", () => {
    // 国际发明专利: 实现突破, without a base value.
    const judged = enping.indicators.findIndex(({ name }) => name === "国际发明专利");
    expect(passesFilter(enping, judged, "no-base")).toBe(false);
    // 年发明专利申请量: 达到150件, without a base value.
    const counted = enping.indicators.findIndex(({ name }) => name === "年发明专利申请量");
    expect(passesFilter(enping, counted, "no-base")).toBe(true);
  });
});

describe("the outline", () => {
  const outline = [
    { heading: "一", level: 1, line: 1, start: null },
    { heading: "（一）", level: 2, line: 2, start: null },
    { heading: "1", level: 3, line: 3, start: null },
    { heading: "（二）", level: 2, line: 4, start: null },
    { heading: "二", level: 1, line: 5, start: null },
  ];

  test("puts a heading below the nearest one before it of a lower level", () => {
    const shown = shownNodes(outlineTree(outline), new Set());
    expect(shown.map(({ node, depth, parent }) => [node.entry.heading, depth, parent])).toEqual([
      ["一", 1, null],
      ["（一）", 2, "0"],
      ["1", 3, "1"],
      ["（二）", 2, "0"],
      ["二", 1, null],
    ]);
  });

  test("hides what is below a closed heading", () => {
    const shown = shownNodes(outlineTree(outline), new Set(["0"]));
    expect(shown.map(({ node }) => node.entry.heading)).toEqual(["一", "二"]);
  });

  test("takes a first heading of a deep level as it comes", () => {
    const shown = shownNodes(outlineTree(outline.slice(2)), new Set());
    expect(shown.map(({ node, depth }) => [node.entry.heading, depth])).toEqual([
      ["1", 1],
      ["（二）", 1],
      ["二", 1],
    ]);
  });
});
