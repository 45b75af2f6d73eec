import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cumulativeGrowth } from "#core/path/cumulative-growth.ts";
import { projectSeries } from "#core/projection/projection-registry.ts";
import { roundingOf, roundProjection } from "#core/scenario/round-projection.ts";
import { seedConcepts } from "../../seed-plan.ts";
import { planOf } from "../plan/plan-of.ts";

const count = seedConcepts().find(({ id }) => id === "patent-grants") ?? null;
const sum = (values: Iterable<number>) => [...values].reduce((total, each) => total + each, 0);

describe("how an indicator is printed", () => {
  test.each([
    ["件", "达到150件", "levels"],
    ["件", "累计完成600件", "parts"],
    ["件", "年均增长12%", "levels"],
    ["万件", "达到150万件", "none"],
  ])("%s, %s", (unit, target, rounding) => {
    const [indicator] = planOf([{ name: "专利", unit, targets: { 2020: target } }]).indicators;
    expect(indicator === undefined ? null : roundingOf(indicator, count)).toBe(rounding);
    expect(indicator === undefined ? null : roundingOf(indicator, null)).toBe("none");
  });

  test("levels round half away from zero, each for itself (domain.md section 4)", () => {
    expect([...roundProjection(Float64Array.of(1.5, -1.5, 2.4, Number.NaN), "levels")]).toEqual([
      2,
      -2,
      2,
      Number.NaN,
    ]);
  });

  test("parts add up: three thirds of 100 are 34, 33 and 33, and a year without a value stays so", () => {
    const thirds = Float64Array.of(100 / 3, Number.NaN, 100 / 3, 100 / 3);
    expect([...roundProjection(thirds, "parts")]).toEqual([34, Number.NaN, 33, 33]);
  });
});

describe("sums reconcile", () => {
  test("the printed years of a path by 累计法 add up to the promised total", () => {
    const whole = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 5 }), (base, total, years) => {
        const growth = cumulativeGrowth(base, total, years);
        if (!growth.ok || growth.value > 10) return;
        const path = projectSeries(
          { known: [{ year: 2020, value: base }], until: 2020 + years },
          { method: "growth", rate: growth.value * 100, byYear: [] },
        );
        if (!path.ok) throw new Error(path.error.kind);
        expect(sum(roundProjection(path.value, "parts"))).toBe(total);
      }),
    );
  });

  test("parts add up to the rounded sum and none is a whole away from its value", () => {
    const values = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(values, (list) => {
        const rounded = roundProjection(Float64Array.from(list), "parts");
        expect(sum(rounded)).toBe(Math.round(sum(list)) + 0);
        rounded.forEach((each, at) => expect(Math.abs(each - (list[at] ?? Number.NaN))).toBeLessThan(1));
      }),
    );
  });
});
