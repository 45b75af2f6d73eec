import { describe, expect, test } from "vitest";
import { whatIfGround, whatIfLines } from "#core/scenario/what-if.ts";
import { firstAssumption, growthRange } from "#renderer/features/scenario/growth-range.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";

const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));

function groundOf(planId: string, indicator: string) {
  const plan = seedPlan(planId);
  const row = plan.indicators.findIndex(({ id }) => id === `${planId}/${indicator}`);
  const concept = plan.indicators[row]?.concept ?? null;
  const ground = whatIfGround(plan, row, concept === null ? null : (concepts.get(concept) ?? null));
  if (ground === null) throw new Error(`${planId} has no ${indicator}`);
  return ground;
}

describe("the first question", () => {
  test("goes on as before: Taishan's R&D intensity grew by 13.1 % a year", () => {
    expect(firstAssumption(groundOf("taishan-13", "rd-intensity")).growth).toBe(13.1);
  });

  test("without a history it is what the target needs, and that reaches the target (Enping: 9 to 33)", () => {
    const ground = groundOf("enping-13", "national-high-tech-enterprises");
    const assumption = firstAssumption(ground);
    expect(assumption.growth).toBeCloseTo(29.7, 12);
    const growth = whatIfLines(ground, assumption).find(({ method }) => method === "growth");
    expect(growth?.values.ok && growth.values.value.at(-1)).toBe(33);
  });

  test("the slider holds both the past and what is needed (Jiangmen: 205 to 1845 in five years is 55 %)", () => {
    const range = growthRange(groundOf("jiangmen-14", "high-tech-enterprises"));
    expect(range.max).toBeGreaterThanOrEqual(((1845 / 205) ** 0.2 - 1) * 100);
    expect(range.min).toBe(-10);
  });
});
