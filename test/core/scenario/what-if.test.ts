import { describe, expect, test } from "vitest";
import { type WhatIfGround, whatIfGround } from "#core/scenario/what-if.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";
import { planOf } from "../plan/plan-of.ts";

const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));

function groundOf(planId: string, indicator: string): WhatIfGround {
  const plan = seedPlan(planId);
  const row = plan.indicators.findIndex(({ id }) => id === `${planId}/${indicator}`);
  const concept = plan.indicators[row]?.concept ?? null;
  const ground = whatIfGround(plan, row, concept === null ? null : (concepts.get(concept) ?? null));
  if (ground === null) throw new Error(`${planId} has no ${indicator}`);
  return ground;
}

describe("what is known before a what-if question", () => {
  test("starts from the last printed value and leads to the last target (Taishan tables 1 and 2)", () => {
    const ground = groundOf("taishan-13", "rd-intensity");
    expect(ground.start).toMatchObject({ year: 2015, value: 1.54, provisional: false });
    expect(ground.target).toMatchObject({ level: 2.5, stretch: null });
    expect(ground.milestones.map((milestone) => [milestone.planned.year, milestone.level])).toEqual([
      [2017, 2.1],
    ]);
    expect(ground.share).toBe(true);
  });

  test("measures growth over the printed history: (1.54 / 0.94)^(1/4) − 1 is 13.1 % a year", () => {
    expect(groundOf("taishan-13", "rd-intensity").historicalGrowth).toBeCloseTo(
      (1.54 / 0.94) ** 0.25 - 1,
      12,
    );
  });

  test("keeps floor and stretch of one target (Shaoguan: 保底100家，力争130家) but has no start without a base", () => {
    const ground = groundOf("shaoguan-2017", "high-tech-enterprises");
    expect(ground.target).toMatchObject({ level: 100, stretch: 130 });
    expect(ground.start).toBeNull();
  });

  test("a qualitative target leads nowhere (Heshan: R&D intensity 稳步提高)", () => {
    expect(groundOf("heshan-14", "rd-intensity").target).toBeNull();
  });

  test("a history that begins at zero has no growth, not an infinite one (Taishan: 0 centres in 2011)", () => {
    expect(groundOf("taishan-13", "provincial-and-above-engineering-centres").historicalGrowth).toBeNull();
  });
});

test("what is promised for a year stays when its value is known, and is no goal ahead any more", () => {
  const row = { name: "产品", unit: "个", observed: { 2015: "13", 2017: "20" } };
  const ground = whatIfGround(planOf([{ ...row, targets: { 2017: "18", 2020: "30" } }]), 0, null);
  expect(ground?.milestones).toEqual([]);
  expect(ground?.promised.milestones).toMatchObject([{ level: 18 }]);
  expect(ground?.target).toMatchObject({ level: 30 });
  const over = whatIfGround(planOf([{ ...row, targets: { 2017: "18" } }]), 0, null);
  expect(over?.target).toBeNull();
  expect(over?.promised.target).toMatchObject({ level: 18 });
});

describe("the level of a target that is told by its base", () => {
  // domain.md section 3: increase is b + Δ, averageGrowth b·(1+g)ⁿ from the base year on.
  test.each([
    ["新增7个", 13 + 7],
    ["年均增长12%", 13 * 1.12 ** 5],
  ])("%s stays where it is when later years become known", (text, level) => {
    const row = { name: "高新技术产品", unit: "个", targets: { 2020: text } };
    const before = whatIfGround(planOf([{ ...row, observed: { 2015: "13" } }]), 0, null);
    const after = whatIfGround(planOf([{ ...row, observed: { 2015: "13", 2016: "16" } }]), 0, null);
    expect(before?.target?.level).toBeCloseTo(level, 10);
    expect(after?.target?.level).toBeCloseTo(level, 10);
    expect(after?.start).toMatchObject({ year: 2016, value: 16 });
  });

  test("is not known without a base, and projections still start from the last value", () => {
    const plan = planOf([
      { name: "产品", unit: "个", base: null, observed: { 2015: "13" }, targets: { 2020: "新增7个" } },
    ]);
    const ground = whatIfGround(plan, 0, null);
    expect(ground?.target).toBeNull();
    expect(ground?.start).toMatchObject({ year: 2015, value: 13 });
  });
});
