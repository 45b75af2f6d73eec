import { describe, expect, test } from "vitest";
import { isAmbiguousUnit, unitEffects } from "#renderer/features/grid/cell/unit-effect.ts";
import { planOf } from "../../../core/plan/plan-of.ts";

const plan = planOf([
  { name: "财政投入", unit: "万元", observed: { 2015: "4114" }, targets: { 2020: "达到5000万元" } },
  { name: "空", unit: "万元" },
  { name: "企业", unit: "家", observed: { 2015: "33" } },
]);
const row = (at: number) => {
  const indicator = plan.indicators[at];
  if (indicator === undefined) throw new Error(`No row ${at}`);
  return indicator;
};

describe("what a new unit does to a row", () => {
  test("is shown before: amounts stay, or digits stay", () => {
    // 4114 万元 = 0.4114 亿元; 5000 万元 = 0.5 亿元
    expect(unitEffects(plan, row(0), "亿元", "convert").map(({ after }) => after)).toEqual([
      "0.4114 亿元",
      "达到0.5亿元",
    ]);
    expect(unitEffects(plan, row(0), "亿元", "relabel").map(({ after }) => after)).toEqual([
      "4114 亿元",
      "达到5000亿元",
    ]);
  });

  test("is asked only where it can mean two things", () => {
    expect(isAmbiguousUnit(plan, row(0), "亿元")).toBe(true);
    expect(isAmbiguousUnit(plan, row(0), "万元")).toBe(false);
    expect(isAmbiguousUnit(plan, row(0), "%")).toBe(false);
    expect(isAmbiguousUnit(plan, row(1), "亿元")).toBe(false);
    // 家 and 个 count the same things with the same digits.
    expect(isAmbiguousUnit(plan, row(2), "个")).toBe(false);
  });
});
