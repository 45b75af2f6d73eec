import { describe, expect, test } from "vitest";
import { growthToAim, type WhatIfGround, whatIfGround, whatIfLines } from "#core/scenario/what-if.ts";
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

function valuesOf(
  ground: WhatIfGround,
  method: string,
  growth: number,
  aim: "floor" | "stretch" = "floor",
): number[] {
  const line = whatIfLines(ground, { growth, aim }).find((candidate) => candidate.method === method);
  if (line === undefined || !line.values.ok) throw new Error(`no path by ${method}`);
  return [...line.values.value];
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
    expect(whatIfLines(ground, { growth: 10, aim: "floor" })).toEqual([]);
  });

  test("a qualitative target leads nowhere (Heshan: R&D intensity 稳步提高)", () => {
    expect(groundOf("heshan-14", "rd-intensity").target).toBeNull();
  });

  test("a history that begins at zero has no growth, not an infinite one (Taishan: 0 centres in 2011)", () => {
    expect(groundOf("taishan-13", "provincial-and-above-engineering-centres").historicalGrowth).toBeNull();
  });
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

describe("paths", () => {
  test("growth multiplies year by year: 1.54 × 1.1ⁿ", () => {
    const values = valuesOf(groundOf("taishan-13", "rd-intensity"), "growth", 10);
    expect(values).toHaveLength(5);
    values.forEach((value, index) => expect(value).toBeCloseTo(1.54 * 1.1 ** (index + 1), 12));
  });

  test("equal steps reach the target: 9 to 33 enterprises is 4.8 a year, in whole enterprises (Enping)", () => {
    const values = valuesOf(groundOf("enping-13", "national-high-tech-enterprises"), "to-target-linear", 0);
    expect(values).toEqual([14, 19, 23, 28, 33]);
  });

  test("equal rates reach the target exactly and grow by (2.5 / 1.54)^(1/5) − 1 (Taishan)", () => {
    const ground = groundOf("taishan-13", "rd-intensity");
    const values = valuesOf(ground, "to-target-geometric", 0);
    const rate = (2.5 / 1.54) ** 0.2;
    expect(values.at(-1)).toBe(2.5);
    expect((values[1] ?? 0) / (values[0] ?? 1)).toBeCloseTo(rate, 12);
    expect(growthToAim(ground, "floor")).toBeCloseTo(rate - 1, 12);
  });

  test("growing by what the target needs reproduces the target", () => {
    const ground = groundOf("jiangmen-14", "high-tech-enterprises");
    const rate = growthToAim(ground, "floor") ?? Number.NaN;
    expect(valuesOf(ground, "growth", rate * 100).at(-1)).toBe(2600);
  });

  test("a path to a target before the plan's end stops there (Shaoguan: 达到20% by 2018)", () => {
    const ground = groundOf("shaoguan-2017", "rd-institution-coverage-scale-industry");
    const started = {
      ...ground,
      start: { year: 2016, value: 10, decimals: 0, provisional: true },
    } as WhatIfGround;
    expect(valuesOf(started, "to-target-linear", 0)).toEqual([15, 20]);
  });
});
