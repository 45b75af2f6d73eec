import { describe, expect, test } from "vitest";
import { disagreementsOf } from "#core/plan/disagreement.ts";
import { indicatorId, statementId, year } from "#core/plan/ids.ts";
import type { Statement } from "#core/plan/statement.ts";
import { statementOf } from "./arbitraries.ts";
import { planOf } from "./plan-of.ts";

type Said = Partial<Omit<Statement, "id" | "indicator">>;

/** A plan of one indicator about which all of this is said. */
function planSaying(...said: readonly Said[]) {
  const plan = planOf([{ name: "指标", unit: "家" }]);
  const [row] = plan.indicators;
  if (row === undefined) throw new Error("The plan has no row");
  const statements = said.map((changes, at) => ({
    ...statementOf(statementId(`enping-13/s00${at + 1}`), row.id),
    ...changes,
  }));
  return { ...plan, statements };
}

const goal = (changes: Said): Said => ({ kind: "target", year: year(2020), form: "atLeast", ...changes });
const floorStretch = (floor: number, stretch: number): Said =>
  goal({ form: "floorStretch", value: null, floor, stretch });
const between = (low: number, high: number): Said => goal({ form: "between", value: null, low, high });
const observed = (value: number, changes: Said = {}): Said => ({ value, unit: "%", ...changes });

describe("statements of one indicator and year disagree", () => {
  test.each<[string, Said, Said]>([
    ["韶关 3家 against 2—3家 (国家级孵化器)", goal({ value: 3 }), between(2, 3)],
    [
      "韶关 突破20个 against 达到20个 (省级专业镇)",
      goal({ form: "exceed", wording: "break-through", value: 20, unit: "个" }),
      goal({ wording: "reach", value: 20, unit: "个" }),
    ],
    ["韶关 保底100家，力争130家 against 达到130家", floorStretch(100, 130), goal({ value: 130 })],
    [
      "江门 超2200家 against 2200 in the table",
      goal({ form: "exceed", wording: "over", value: 2200 }),
      goal({ wording: "bare", value: 2200, table: true }),
    ],
    ["台山 24.53 against 25", observed(24.53, { decimals: 2 }), observed(25)],
    ["a value and “more than” it", observed(20), observed(20, { form: "exceed" })],
    ["two growths since the same year", observed(5, growth(2010)), observed(6, growth(2010))],
    [
      "年均增长25%左右 against 年均增长25%",
      goal({ form: "averageGrowth", wording: "about", value: 25, unit: "%" }),
      goal({ form: "averageGrowth", wording: "exact", value: 25, unit: "%" }),
    ],
    ["two totals of the same years", total(100, 2016), total(110, 2016)],
  ])("%s", (_, one, other) => {
    expect(disagreementsOf(planSaying(one, other))).toEqual([
      {
        indicator: "enping-13/row-1",
        year: one.year ?? 2015,
        kind: one.kind ?? "observation",
        statements: ["enping-13/s001", "enping-13/s002"],
        settled: null,
      },
    ]);
  });
});

function growth(since: number): Said {
  return { form: "change", comparedWith: year(since) };
}

function total(value: number, start: number): Said {
  const period = { start: year(start), end: year(2020) };
  return goal({ form: "cumulative", value, unit: "亿元", period });
}

describe("statements do not disagree", () => {
  test.each<[string, Said, Said]>([
    [
      "where they say the same in other units (韶关 7100万元 is 0.71亿元)",
      observed(7100, { unit: "万元" }),
      observed(0.71, { unit: "亿元", decimals: 2 }),
    ],
    [
      "where they say the same in other words",
      goal({ wording: "reach", value: 33 }),
      goal({ wording: "bare", value: 33, table: true }),
    ],
    [
      "where one growth has 以上 behind it",
      goal({ form: "averageGrowth", wording: "or-above", value: 12, unit: "%" }),
      goal({ form: "averageGrowth", wording: "exact", value: 12, unit: "%" }),
    ],
    [
      "where they name the things differently",
      goal({ value: 8, unit: "家" }),
      goal({ value: 8, unit: "个" }),
    ],
    [
      "where one is a value and one a target",
      observed(14, { year: year(2020) }),
      goal({ value: 20, unit: "%" }),
    ],
    ["in different years", observed(20), observed(21, { year: year(2016) })],
    ["where one is a level and one its growth", observed(24.53), observed(12, growth(2010))],
    [
      "where growths are measured against different years",
      observed(5, growth(2010)),
      observed(6, growth(2014)),
    ],
    ["where totals cover different years", total(100, 2016), total(80, 2017)],
    ["where one is a rule's threshold", goal({ value: 20 }), goal({ value: 30, kind: "amount" })],
    ["where one is derived by us", observed(1.22), observed(1.23, { kind: "derived" })],
    ["where one has no number", goal({ value: 20 }), goal({ form: "qualitative", value: null, unit: null })],
    [
      "where one is 全覆盖 and one 100%",
      goal({ form: "fullCoverage", value: null, unit: null }),
      goal({ value: 100, unit: "%" }),
    ],
    ["where a year is not known", observed(20, { year: null }), observed(21, { year: null })],
  ])("%s", (_, one, other) => {
    expect(disagreementsOf(planSaying(one, other))).toEqual([]);
  });

  test("where they are about different indicators", () => {
    const plan = planSaying(goal({ value: 3 }), between(2, 3));
    const [one, other] = plan.statements;
    if (one === undefined || other === undefined) throw new Error("The statements are gone");
    const apart = { ...other, indicator: indicatorId("enping-13/row-2") };
    expect(disagreementsOf({ ...plan, statements: [one, apart] })).toEqual([]);
  });
});

test("a disagreement names all statements of its fact and how it was settled", () => {
  const plan = planSaying(goal({ value: 3 }), between(2, 3), goal({ value: 3, table: true }));
  const settled = {
    indicator: indicatorId("enping-13/row-1"),
    year: year(2020),
    official: statementId("enping-13/s002"),
    others: [statementId("enping-13/s001"), statementId("enping-13/s003")],
    reason: "以“主要任务”为准",
  };
  const elsewhere = { ...settled, official: statementId("enping-13/s009") };
  const [found, ...more] = disagreementsOf({ ...plan, disagreements: [elsewhere, settled] });
  expect(found?.statements).toEqual(["enping-13/s001", "enping-13/s002", "enping-13/s003"]);
  expect(found?.settled).toBe(settled);
  expect(more).toEqual([]);
});

// Taishan: 56 in the prose counts technology centres of enterprises too, 56 in the table does not (domain.md section 8).
test("one number that counts different things disagrees once it has been settled", () => {
  const plan = planSaying(goal({ value: 56 }), goal({ value: 56, table: true }));
  expect(disagreementsOf(plan)).toEqual([]);
  const settled = {
    indicator: indicatorId("enping-13/row-1"),
    year: year(2020),
    official: statementId("enping-13/s002"),
    others: [statementId("enping-13/s001")],
    reason: "指标表的范围是正式口径",
  };
  const found = disagreementsOf({ ...plan, disagreements: [settled] });
  expect(found.map((each) => [each.statements.length, each.settled])).toEqual([[2, settled]]);
});
