import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges } from "#core/command/apply-command.ts";
import { year } from "#core/plan/ids.ts";
import { summarise, summariseAfter } from "#core/plan/summary.ts";
import { seedPlan } from "../../seed-plan.ts";
import { changesOf, walk } from "../command/arbitraries.ts";
import { planOf } from "./plan-of.ts";

const plan = planOf([
  { name: "省级专业镇", unit: "个", base: null, targets: { 2020: "突破20个" } },
  { name: "国家高新技术企业", unit: "家", observed: { 2015: "9" }, targets: { 2020: "达到33家" } },
  { name: "财政科技投入", unit: "万元", observed: { 2014: "4000", 2015: "4114" } },
]);

describe("summarise", () => {
  test("counts what is filled", () => {
    expect(summarise(plan)).toMatchObject({
      indicatorCount: 3,
      observationCount: 3,
      targetCount: 2,
      filled: { targets: 2, bases: 2, departments: 0, evidence: 3 },
      rejectedCount: 0,
    });
  });

  test("stands the plan for by an indicator with base and target", () => {
    expect(summarise(plan).highlight).toEqual({
      indicator: "enping-13/row-2",
      name: "国家高新技术企业",
      unit: "家",
      points: [{ year: year(2015), value: 9 }],
      base: { year: year(2015), value: 9 },
      targets: [{ year: year(2020), level: 33, stretch: null }],
    });
  });

  test.each([
    [
      { name: "a", unit: "亿元", observed: { 2015: "2.3亿元" }, targets: { 2020: "达到5亿元" } },
      2.3,
      [5, null],
    ],
    [
      { name: "a", unit: "家", observed: { 2015: "1" }, targets: { 2020: "保底100家，力争130家" } },
      1,
      [100, 130],
    ],
    [{ name: "a", unit: "家", targets: { 2020: "达到5家" } }, undefined, [5, null]],
    [{ name: "a", unit: "家", observed: { 2015: "9" } }, 9, [undefined, undefined]],
  ])("tells base and levels of %j in the printed unit", (row, base, [level, stretch]) => {
    const highlight = summarise(planOf([row])).highlight;
    expect(highlight?.base?.value).toBe(base);
    expect(highlight?.targets[0]?.level).toBe(level);
    expect(highlight?.targets[0]?.stretch).toBe(stretch);
  });

  test.each([
    ["shaoguan-2017", "high-tech-enterprises"],
    ["taishan-13", "rd-intensity"],
    ["heshan-14", "high-tech-enterprises"],
  ])("stands %s for by %s, as look/1-library does", (id, indicator) => {
    expect(summarise(seedPlan(id)).highlight?.indicator).toBe(`${id}/${indicator}`);
  });

  test("takes the upper end of a range as the level where lower is better (domain.md section 3, mirrored)", () => {
    const ranged = planOf([{ name: "a", unit: "%", observed: { 2015: "9" }, targets: { 2020: "2—3%" } }]);
    expect(summarise(ranged, () => "lower").highlight?.targets[0]?.level).toBe(3);
    expect(summarise(ranged, () => "higher").highlight?.targets[0]?.level).toBe(2);
  });

  test("has no highlight where nothing has a number", () => {
    expect(
      summarise(planOf([{ name: "a", unit: "项", targets: { 2020: "实现突破" } }])).highlight,
    ).toBeNull();
    expect(summarise(planOf([])).highlight).toBeNull();
  });
});

describe("the summary after an edit", () => {
  test("is that of the plan, along any walk of edits", () => {
    fc.assert(
      fc.property(walk, ({ plan: start, commands }) => {
        let [current, summary] = [start, summarise(start)];
        for (const command of commands) {
          const next = applyChanges(current, changesOf(current, command));
          const after = summariseAfter({ plan: current, summary }, next);
          expect(after).toEqual(summarise(next));
          [current, summary] = [next, after];
        }
      }),
      { numRuns: 200 },
    );
  });

  test("keeps its list of names as long as no name changes", () => {
    const summary = summarise(plan);
    const [row] = plan.indicators;
    if (row === undefined) throw new Error("No rows");
    const edited = (text: string, field: "name" | "department") =>
      applyChanges(
        plan,
        changesOf(plan, { type: "editCell", indicator: row.id, field: { kind: field }, text }),
      );
    const before = { plan, summary };
    expect(summariseAfter(before, edited("科技局", "department")).indicatorNames).toBe(
      summary.indicatorNames,
    );
    expect(summariseAfter(before, edited("专业镇", "name")).indicatorNames[0]?.name).toBe("专业镇");
  });
});
