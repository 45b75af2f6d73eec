import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import { indicatorGrowth } from "#core/path/indicator-growth.ts";
import { year } from "#core/plan/ids.ts";
import { planOf, type RowSketch } from "../plan/plan-of.ts";

function growthOf(row: RowSketch) {
  return indicatorGrowth(planOf([row]), 0, null);
}

/** A number close to the given one; the matcher is untyped. */
const about = (value: number, digits: number): unknown => expect.closeTo(value, digits);

const row = (unit: string, base: string, target: string): RowSketch => ({
  name: "指标",
  unit,
  observed: { 2015: base },
  targets: { 2020: target },
});

describe("indicatorGrowth", () => {
  test("gives the rate to the last target, and points for percentages", () => {
    // (33/9)^(1/5) − 1; (2.92/2.5)^(1/5) − 1 and (2.92 − 2.5)/5, by 30-digit decimal arithmetic
    expect(growthOf(row("家", "9", "达到33家"))).toEqual({
      kind: "rate",
      rate: about(0.2967441161, 9),
      points: null,
    });
    expect(growthOf(row("%", "2.5", "达到2.92%以上"))).toEqual({
      kind: "rate",
      rate: about(0.0315459269, 9),
      points: about(0.084, 9),
    });
  });

  test("gives a range from floor to stretch", () => {
    // (100/33)^(1/5) − 1 = 0.24823, (130/33)^(1/5) − 1 = 0.31549: the 24.8～31.5 % of the design's grid
    expect(growthOf(row("家", "33", "保底100家，力争130家"))).toEqual({
      kind: "range",
      low: about(0.24823, 4),
      high: about(0.31549, 4),
      points: null,
    });
  });

  test.each([
    [row("家", "33", "达到33家"), { kind: "hold" }],
    [row("%", "100", "全覆盖"), { kind: "hold" }],
    [row("项", "3", "实现突破"), { kind: "judged" }],
    [row("亿元", "3", "年均增长12%"), { kind: "stated", rate: 0.12 }],
    [{ ...row("家", "9", "达到33家"), base: null }, { kind: "no-base" }],
    [{ name: "指标", unit: "家", targets: { 2020: "达到33家" } }, { kind: "no-base" }],
    [{ name: "指标", unit: "家", observed: { 2015: "9" } }, { kind: "no-target" }],
    [row("亿元", "3", "累计完成110亿元"), { kind: "not-computable", gap: { kind: "no-level" } }],
    [
      row("家", "0", "达到33家"),
      { kind: "not-computable", gap: { kind: "not-positive", which: "base", pointsPerYear: null } },
    ],
  ] as const)("says of %j what there is instead", (sketch, expected) => {
    expect(growthOf(sketch)).toEqual(expected);
  });

  test("says that the last target could not be read", () => {
    const plan = planOf([row("家", "9", "达到33家")]);
    const indicator = plan.indicators[0];
    if (indicator === undefined) throw new Error("no row");
    const field = { kind: "target", year: year(2020) } as const;
    const edited = applyCommand(plan, { type: "editCell", indicator: indicator.id, field, text: "3—2家" });
    if (!edited.ok) throw new Error(edited.error.kind);
    expect(indicatorGrowth(applyChanges(plan, edited.value), 0, null)).toMatchObject({
      kind: "rejected",
      reason: { kind: "low-above-high" },
    });
  });
});
