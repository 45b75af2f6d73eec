import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import { baseValue } from "#core/plan/base-value.ts";
import { copyPlan, nextPlan, proposeSuperior, proposeTitle } from "#core/plan/draft.ts";
import { milestoneYears, observationYears } from "#core/plan/grid-years.ts";
import { jurisdictionCode, planId, taskId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { seedPlan } from "../../seed-plan.ts";
import { planArbitrary } from "./arbitraries.ts";
import { planOf } from "./plan-of.ts";

const identity = { id: planId("draft-7"), title: "恩平市科学技术发展“十四五”规划" };

const enping = planOf(
  [
    { name: "国家高新技术企业", unit: "家", observed: { 2015: "9" }, targets: { 2020: "达到33家" } },
    {
      name: "研发经费投入强度",
      unit: "%",
      observed: { 2015: "1.5", 2020: "2.41" },
      targets: { 2020: "达到2.50%" },
    },
    { name: "全社会研发经费投入", unit: "亿元", observed: { 2015: "2.3" } },
    { name: "骨干企业研发机构覆盖率", unit: "%", targets: { 2020: "全覆盖" } },
    {
      name: "高新技术产品",
      unit: "个",
      observed: { 2015: "13" },
      targets: { 2018: "新增3个", 2020: "新增7个" },
    },
    { name: "省级专业镇", unit: "个", targets: { 2020: "保底2个，力争3个" } },
    { name: "高新技术产品产值", unit: "亿元", observed: { 2015: "3.0" }, targets: { 2020: "年均增长12%" } },
  ],
  { origin: "bundled" },
);

describe("copyPlan", () => {
  test("makes an editable draft in which every value keeps its evidence", () => {
    const copy = copyPlan(enping, identity);
    expect(copy).toMatchObject({ ...identity, status: "draft", origin: "own" });
    for (const { id, sources, targets } of copy.indicators) {
      expect(id.startsWith("draft-7/")).toBe(true);
      for (const { statement } of [...sources, ...targets]) {
        expect(copy.statements.find((each) => each.id === statement)?.indicator).toBe(id);
      }
    }
    expect(copy.observations).toEqual(enping.observations);
  });

  test("is a sound plan file, whatever is copied", () => {
    fc.assert(
      fc.property(planArbitrary("bundled"), (plan) => {
        const copy = copyPlan(plan, identity);
        const json = JSON.stringify(writePlanFile(copy));
        expect(readPlanFile(JSON.parse(json), "own")).toEqual({ ok: true, value: copy });
      }),
    );
  });
});

/** Every bundled plan of the program. */
const bundled = ["enping-13", "heshan-14", "jiangmen-14", "shaoguan-2017", "taishan-13"].map(seedPlan);

describe.each(bundled.map((plan) => [plan.id, plan] as const))("of the bundled plan %s", (_, plan) => {
  const copied = copyPlan(plan, identity);
  const next = nextPlan(plan, null, identity);

  test.each([
    ["a copy", copied],
    ["the next plan", next],
  ])("%s is a sound plan file", (_what, draft) => {
    const json = JSON.stringify(writePlanFile(draft));
    expect(readPlanFile(JSON.parse(json), "own")).toEqual({ ok: true, value: draft });
  });

  test("a copy has the whole programme, clauses and settled disagreements, under its own ids", () => {
    expect(writePlanFile(copied)).toEqual({
      ...JSON.parse(JSON.stringify(writePlanFile(plan)).replaceAll(`"${plan.id}/`, `"${identity.id}/`)),
      ...identity,
      status: "draft",
    });
  });

  test("the next plan has neither programme nor clauses, and of the statements those about indicators", () => {
    expect([next.outline, next.tasks, next.clauses]).toEqual([[], [], []]);
    expect(next.statements.map(({ indicator }) => indicator)).toEqual(
      copied.statements.map(({ indicator }) => indicator).filter((indicator) => indicator !== null),
    );
    expect(next.disagreements).toEqual(copied.disagreements);
  });
});

test("the next plan keeps a derived value whose sources stay behind, without its formula", () => {
  const [first, ...rest] = enping.statements;
  const source = rest[0];
  if (first === undefined || source === undefined) throw new Error("The plan has too few statements");
  const task = { ...source, indicator: null, task: taskId("enping-13/t001") };
  const derived = { ...first, kind: "derived", derivation: { formula: "1 + 1", from: [source.id] } } as const;
  const formula = (plan: Plan) => nextPlan(plan, null, identity).statements[0]?.derivation;
  expect(formula({ ...enping, statements: [derived, source] })).toEqual({
    formula: "1 + 1",
    from: ["draft-7/s002"],
  });
  expect(formula({ ...enping, statements: [derived, task] })).toBeNull();
});

describe("nextPlan", () => {
  const next = nextPlan(enping, planId("jiangmen-14"), identity);

  test("takes the upper end of a promised range over where lower is better (domain.md section 3, mirrored)", () => {
    const ranged = planOf([{ name: "能耗", unit: "%", observed: { 2015: "9" }, targets: { 2020: "2—3%" } }]);
    const value = (draft: Plan) => draft.indicators[0]?.base?.provisional?.value;
    expect(value(nextPlan(ranged, null, identity, () => "lower"))).toBe(3);
    expect(value(nextPlan(ranged, null, identity))).toBe(2);
  });

  test("takes the five years after the predecessor's and links both plans", () => {
    expect(next.period).toEqual({ start: 2021, end: 2025 });
    expect(next.predecessor).toBe("enping-13");
    expect(next.superior).toBe("jiangmen-14");
    const shaoguan = planOf([], { period: { start: year(2017), end: year(2020) } });
    expect(nextPlan(shaoguan, null, identity).period).toEqual({ start: 2021, end: 2025 });
  });

  test("carries indicators and observations over, and leaves the targets to the planner", () => {
    expect(next.indicators.map(({ name }) => name)).toEqual(enping.indicators.map(({ name }) => name));
    expect(next.indicators.flatMap(({ targets }) => targets)).toEqual([]);
    expect(observationAt(next.observations, 0, year(2015))?.value).toBe(9);
    expect(next.indicators[0]?.sources).toEqual([{ year: 2015, statement: "draft-7/s001" }]);
  });

  test.each([
    [
      "the observation of the year",
      1,
      { year: 2020, quantity: { value: 2.41, unit: "%", decimals: 2 }, provisional: false },
    ],
    [
      "what the predecessor promised",
      0,
      { year: 2020, quantity: { value: 33, unit: "家", decimals: 0 }, provisional: true },
    ],
    [
      "what a promised increase comes to",
      4,
      { year: 2020, quantity: { value: 20, unit: "个", decimals: 0 }, provisional: true },
    ],
    [
      "the floor of a promise",
      5,
      { year: 2020, quantity: { value: 2, unit: "个", decimals: 0 }, provisional: true },
    ],
    [
      "the latest observation in its own year",
      2,
      { year: 2015, quantity: { value: 230_000_000, unit: "亿元", decimals: 1 }, provisional: true },
    ],
    // 3 · 1.12⁵ = 5.287, shown with the digits of the base
    [
      "what promised growth comes to, as it is shown",
      6,
      { year: 2020, quantity: { value: 530_000_000, unit: "亿元", decimals: 1 }, provisional: true },
    ],
    ["nothing for full coverage", 3, null],
  ])("proposes as the base %s", (_what, row, expected) => {
    expect(baseValue(next, row)).toEqual(expected);
  });

  test("lets a typed value of the base year take the place of the stand-in", () => {
    const indicator = next.indicators[0];
    if (indicator === undefined) throw new Error("no row");
    const field = { kind: "observation", year: year(2020) } as const;
    const edited = applyCommand(next, { type: "editCell", indicator: indicator.id, field, text: "35" });
    const after: Plan = edited.ok ? applyChanges(next, edited.value) : next;
    expect(baseValue(after, 0)).toMatchObject({ year: 2020, quantity: { value: 35 }, provisional: false });
  });

  test("shows its base year and its last year as columns", () => {
    expect(observationYears(next)).toEqual([2015, 2020]);
    expect(milestoneYears(next)).toEqual([2025]);
    expect(milestoneYears(enping)).toEqual([2018, 2020]);
  });

  test("is a sound plan file, whatever came before", () => {
    fc.assert(
      fc.property(planArbitrary("bundled"), (plan) => {
        const draft = nextPlan(plan, null, identity);
        const json = JSON.stringify(writePlanFile(draft));
        expect(readPlanFile(JSON.parse(json), "own")).toEqual({ ok: true, value: draft });
      }),
    );
  });
});

describe("proposeTitle", () => {
  test.each([
    ["恩平市科学技术发展“十三五”规划", 2016, 2020, "恩平市科学技术发展“十四五”规划"],
    ["鹤山市科技发展“十四五”规划（征求意见稿）", 2021, 2025, "鹤山市科技发展“十五五”规划"],
    ["韶关市科技创新发展行动计划", 2017, 2020, "韶关市科技创新发展行动计划（2021—2025年）"],
    ["某市规划（2016—2020年）", 2016, 2020, "某市规划（2021—2025年）"],
    ["某市“十九五”规划", 2046, 2050, "某市“二十五”规划"],
  ])("after %s (%d–%d) comes %s", (title, start, end, expected) => {
    expect(proposeTitle({ title, period: { start: year(start), end: year(end) } })).toBe(expected);
  });
});

describe("proposeSuperior", () => {
  const place = (code: string, parent: string | null) => ({
    code: jurisdictionCode(code),
    name: "",
    nameEn: "",
    level: "county" as const,
    parent: parent === null ? null : jurisdictionCode(parent),
  });
  const places = [place("440700", null), place("440785", "440700")];
  const plan = (id: string, code: string, start: number, end: number) => ({
    id: planId(id),
    jurisdiction: jurisdictionCode(code),
    period: { start: year(start), end: year(end) },
  });
  const jiangmen = plan("jiangmen-14", "440700", 2021, 2025);

  test("is the plan of the parent whose period overlaps most", () => {
    const earlier = plan("jiangmen-old", "440700", 2018, 2022);
    const draft = plan("draft", "440785", 2021, 2025);
    expect(proposeSuperior([earlier, jiangmen], places, draft)).toBe("jiangmen-14");
  });

  test("is none for another period, another place, or without a parent", () => {
    expect(proposeSuperior([jiangmen], places, plan("draft", "440785", 2026, 2030))).toBeNull();
    expect(
      proposeSuperior([plan("x", "440200", 2021, 2025)], places, plan("draft", "440785", 2021, 2025)),
    ).toBeNull();
    expect(proposeSuperior([jiangmen], places, plan("draft", "440700", 2021, 2025))).toBeNull();
  });
});
