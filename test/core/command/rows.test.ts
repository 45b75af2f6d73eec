import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import type { Command, NewIndicator } from "#core/command/command.ts";
import { indicatorId, planId, statementId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import { planOf } from "../plan/plan-of.ts";

const [row1, row2, row3] = ["row-1", "row-2", "row-3"].map((name) => indicatorId(`enping-13/${name}`)) as [
  ReturnType<typeof indicatorId>,
  ReturnType<typeof indicatorId>,
  ReturnType<typeof indicatorId>,
];

const enping = planOf([
  { name: "国家高新技术企业", unit: "家", observed: { 2015: "9" }, targets: { 2020: "达到33家" } },
  { name: "财政科技投入", unit: "万元", observed: { 2010: "1800", 2015: "4114" } },
  { name: "研发投入强度", unit: "%", observed: { 2015: "1.5" } },
]);

function after(plan: Plan, command: Command): Plan {
  const applied = applyCommand(plan, command);
  if (!applied.ok) throw new Error(applied.error.kind);
  return applyChanges(plan, applied.value);
}

const names = (plan: Plan) => plan.indicators.map(({ name }) => name);
const valueIn = (plan: Plan, row: number, at: number) =>
  observationAt(plan.observations, row, year(at))?.value ?? null;

const blank = (name: string, id = "new-1"): NewIndicator => ({
  id: indicatorId(`enping-13/${id}`),
  concept: null,
  name,
  unit: "个",
  attribute: "unspecified",
  department: null,
  category: "主体",
});

describe("new rows", () => {
  test("come before the row named, empty, and start from the plan's base year", () => {
    const plan = after(enping, {
      type: "addIndicators",
      rows: [blank("孵化器", "new-1"), blank("众创空间", "new-2")],
      before: row2,
    });
    expect(names(plan)).toEqual(["国家高新技术企业", "孵化器", "众创空间", "财政科技投入", "研发投入强度"]);
    expect(plan.indicators[1]).toMatchObject({
      unit: "个",
      category: "主体",
      base: { year: 2015 },
      targets: [],
    });
    expect([valueIn(plan, 0, 2015), valueIn(plan, 1, 2015), valueIn(plan, 3, 2015)]).toEqual([
      9,
      null,
      41_140_000,
    ]);
  });

  test("come at the end without such a row, and wait for a name when they have none", () => {
    const plan = after(enping, { type: "addIndicators", rows: [blank(" ")], before: null });
    expect(plan.indicators[3]).toMatchObject({ name: "", rejected: [{ field: { kind: "name" }, text: "" }] });
  });
});

describe("a copy of a row", () => {
  test("stands below it with the same values as the planner's own", () => {
    const copy = indicatorId("enping-13/copy");
    const plan = after(enping, { type: "duplicateIndicators", copies: [{ of: row1, id: copy }] });
    expect(names(plan).slice(0, 2)).toEqual(["国家高新技术企业", "国家高新技术企业"]);
    expect(observationAt(plan.observations, 1, year(2015))).toEqual({
      value: 9,
      basis: "estimated",
      decimals: 0,
    });
    expect(plan.indicators[1]).toMatchObject({ id: copy, sources: [], targets: [{ statement: null }] });
    expect(plan.indicators[0]?.sources).toHaveLength(1);
  });
});

describe("a row that goes", () => {
  test("takes its values, its column and its statements along", () => {
    const plan = after(enping, { type: "removeIndicators", indicators: [row2] });
    expect(names(plan)).toEqual(["国家高新技术企业", "研发投入强度"]);
    // Only 财政科技投入 had a value for 2010.
    expect(plan.observations.years).toEqual([2015]);
    expect(valueIn(plan, 1, 2015)).toBe(1.5);
    expect(plan.statements.map(({ indicator }) => indicator)).toEqual([row1, row3]);
  });

  test("leaves other statements without the formula that rested on its own", () => {
    const derivation = { formula: "1.5 − 1.22", from: [statementId("enping-13/s001")] };
    const statements = enping.statements.map((one, at) => (at === 2 ? { ...one, derivation } : one));
    const plan = after({ ...enping, statements }, { type: "removeIndicators", indicators: [row1] });
    expect(plan.statements.map((statement) => statement.derivation)).toEqual([null, null]);
  });
});

describe("moved rows", () => {
  test.each([
    ["up", [row3], row1, [row3, row1, row2]],
    ["down to the end", [row1], null, [row2, row3, row1]],
    ["together, in the order given", [row3, row1], row2, [row3, row1, row2]],
    ["before one of themselves: before the next that stays", [row1, row2], row2, [row1, row2, row3]],
  ])("%s", (_, indicators, before, order) => {
    const plan = after(enping, { type: "moveIndicators", indicators, before });
    expect(plan.indicators.map(({ id }) => id)).toEqual(order);
    const at = plan.indicators.findIndex(({ id }) => id === row2);
    expect([valueIn(plan, at, 2010), valueIn(plan, at, 2015)]).toEqual([18_000_000, 41_140_000]);
  });
});

describe("what is said of a row", () => {
  const field = { kind: "observation", year: year(2015) } as const;

  test("a remark replaces the one on the same cell, and goes when nothing is left of it", () => {
    const said = after(enping, {
      type: "remark",
      indicator: row1,
      remark: { field, note: "待核", source: null },
    });
    const other = after(said, {
      type: "remark",
      indicator: row1,
      remark: { field, note: null, source: "2015年统计公报 " },
    });
    expect(other.indicators[0]?.remarks).toEqual([{ field, note: null, source: "2015年统计公报" }]);
    const none = after(other, {
      type: "remark",
      indicator: row1,
      remark: { field, note: " ", source: null },
    });
    expect(none.indicators[0]?.remarks).toEqual([]);
  });

  test("a match is one for each plan, and can be taken back", () => {
    const [plan, first, second] = [
      planId("jiangmen-14"),
      indicatorId("jiangmen-14/a"),
      indicatorId("jiangmen-14/b"),
    ];
    const matched = after(enping, { type: "matchIndicator", indicator: row1, plan, with: first });
    const again = after(matched, { type: "matchIndicator", indicator: row1, plan, with: second });
    expect(again.indicators[0]?.matches).toEqual([{ plan, indicator: second }]);
    const free = after(again, { type: "matchIndicator", indicator: row1, plan, with: null });
    expect(free.indicators[0]?.matches).toEqual([]);
  });

  test("relabelling keeps the printed number and lets it mean the new unit", () => {
    // 4114 万元 of Enping, line 55 of its document, read as 4114 亿元 when the unit alone was wrong.
    const plan = after(enping, { type: "changeUnit", indicator: row2, unit: "亿元", how: "relabel" });
    expect(valueIn(plan, 1, 2015)).toBe(411_400_000_000);
    const converted = after(enping, { type: "changeUnit", indicator: row2, unit: "亿元", how: "convert" });
    expect(valueIn(converted, 1, 2015)).toBe(41_140_000);
  });
});

test("a batch is carried out in its order: rows come, and their cells are filled", () => {
  const plan = after(enping, {
    type: "batch",
    commands: [
      { type: "addIndicators", rows: [blank("", "new-1")], before: null },
      {
        type: "editCells",
        edits: [
          { indicator: indicatorId("enping-13/new-1"), field: { kind: "name" }, text: "孵化器" },
          {
            indicator: indicatorId("enping-13/new-1"),
            field: { kind: "observation", year: year(2015) },
            text: "3",
          },
        ],
      },
    ],
  });
  expect(names(plan)[3]).toBe("孵化器");
  expect(plan.indicators[3]?.rejected).toEqual([]);
  expect(valueIn(plan, 3, 2015)).toBe(3);
});
