import { describe, expect, test } from "vitest";
import { holds, holdsStretch, levelOf, type TargetContext } from "#core/indicator/evaluate-target.ts";
import { parseTarget } from "#core/indicator/parse-target.ts";
import type { Target } from "#core/indicator/target.ts";
import type { Direction } from "#core/plan/concept.ts";

function target(text: string, unit: string, direction: Direction = "higher"): Target {
  const read = parseTarget(text, unit, direction);
  if (!read.ok) throw new Error(`${text}: ${read.error.kind}`);
  return read.value;
}

function context(x: number | null, direction: Direction = "higher"): TargetContext {
  const values = x === null ? [] : [{ year: 2020, value: x }];
  return { targetYear: 2020, base: { year: 2015, value: 9 }, values, direction };
}

describe("holds", () => {
  // The column "holds when" of domain.md section 3.
  test.each([
    ["达到33家", "家", 33, true],
    ["33家以上", "家", 33, true],
    ["不低于33家", "家", 32, false],
    ["超33家", "家", 33, false],
    ["突破33家", "家", 34, true],
    ["控制在5%以内", "%", 5, true],
    ["控制在5%以内", "%", 5.1, false],
    ["低于5%", "%", 5, false],
    ["下降到5%", "%", 5, true],
    ["下降到5%", "%", 5.1, false],
    ["降至5%以下", "%", 4.9, true],
    ["降低到5%", "%", 6, false],
    ["160家左右", "家", 152, true],
    ["160家左右", "家", 151, false],
    ["160家左右", "家", 169, false],
    ["160家左右（±10%）", "家", 145, true],
    ["2—3家", "家", 2, true],
    ["2—3家", "家", 1, false],
    ["保底100家，力争130家", "家", 100, true],
    ["新增20家", "家", 29, true],
    ["新增20家", "家", 28, false],
    ["减少2家", "家", 7, true],
    ["减少2家", "家", 8, false],
    ["全覆盖", "%", 100, true],
    ["全覆盖", "%", 99.9, false],
    // 9 · 1.12⁵ = 15.861
    ["年均增长12%", "家", 15.87, true],
    ["年均增长12%", "家", 15.86, false],
    ["年均增长超过12%", "家", 15.87, true],
    ["年均增长超过0%", "家", 9, false],
    ["年均增长0%以上", "家", 9, true],
    // 9 · 0.97⁵ = 7.7286
    ["年均下降超过3%", "家", 7.72, true],
    ["年均下降超过3%", "家", 7.73, false],
    ["力争达到33家", "家", 33, true],
    ["力争突破33家", "家", 33, false],
    ["确保33家", "家", 32, false],
    ["保持在33家以上", "家", 33, true],
  ])("%s (%s) at %d is %s", (text, unit, x, expected) => {
    expect(holds(target(text, unit), context(x))).toBe(expected);
  });

  test.each([
    ["达到5%", 5, true],
    ["达到5%", 5.1, false],
    ["超过5%", 5, false],
    ["2—3%", 3, true],
    ["2—3%", 3.1, false],
    ["保底5%，力争3%", 4, true],
    ["控制在5%以内", 5, true],
    ["低于5%", 4.9, true],
  ])("where lower is better, %s at %d is %s", (text, x, expected) => {
    expect(holds(target(text, "%", "lower"), context(x, "lower"))).toBe(expected);
  });

  test("leaves qualitative targets and missing values to a person", () => {
    expect(holds(target("实现突破", "项"), context(3))).toBeNull();
    expect(holds(target("达到33家", "家"), context(null))).toBeNull();
    expect(holds(target("新增20家", "家"), { ...context(33), base: null })).toBeNull();
  });

  test("adds up the years after the base year for a cumulative target", () => {
    const values = [2015, 2016, 2017].map((year) => ({ year, value: 55e8 }));
    const base = { year: 2015, value: 55e8 };
    const both: TargetContext = { targetYear: 2017, base, values, direction: "higher" };
    expect(holds(target("累计完成110亿元", "亿元"), both)).toBe(true);
    expect(holds(target("累计完成111亿元", "亿元"), both)).toBe(false);
    expect(holds(target("累计完成110亿元", "亿元"), { ...both, values: values.slice(0, 2) })).toBeNull();
  });

  test("compares sums for average growth by 累计法", () => {
    // 10·1.1 + 10·1.21 = 23.1
    const base = { year: 2018, value: 10 };
    const at = (a: number, b: number): TargetContext => ({
      targetYear: 2020,
      base,
      values: [
        { year: 2019, value: a },
        { year: 2020, value: b },
      ],
      direction: "higher",
    });
    expect(holds(target("年均增长10%（累计法）", "元"), at(13.1, 10))).toBe(true);
    expect(holds(target("年均增长10%（累计法）", "元"), at(13, 10))).toBe(false);
  });

  test("takes the stretch level on its own", () => {
    const floorStretch = target("保底100家，力争130家", "家");
    expect(holdsStretch(floorStretch, context(129))).toBe(false);
    expect(holdsStretch(floorStretch, context(130))).toBe(true);
    expect(holdsStretch(target("达到33家", "家"), context(130))).toBeNull();
  });
});

describe("levelOf", () => {
  const base = { year: 2015, value: 9 };
  // The column "level" of domain.md section 3.
  test.each([
    ["达到33家", "家", 33, null],
    ["160家左右", "家", 160, null],
    ["2—3家", "家", 2, null],
    ["保底100家，力争130家", "家", 100, 130],
    ["新增20家", "家", 29, null],
    ["全覆盖", "%", 100, null],
    ["达到2.3亿元", "亿元", 230_000_000, null],
  ])("%s (%s) implies %d", (text, unit, level, stretch) => {
    expect(levelOf(target(text, unit), base, 2020)).toEqual({ ok: true, value: { level, stretch } });
  });

  test("compounds average growth over the years after the base year", () => {
    const level = levelOf(target("年均增长12%", "家"), base, 2020);
    // 9 · 1.12^5, exactly 15.8610751488
    expect(level.ok && level.value.level).toBeCloseTo(15.8610751488, 9);
  });

  test.each([
    ["累计完成110亿元", "亿元", base, { kind: "no-level" }],
    ["年均增长12%（累计法）", "亿元", base, { kind: "no-level" }],
    ["实现突破", "项", base, { kind: "judged" }],
    ["年均增长12%", "家", null, { kind: "no-base" }],
    ["新增20家", "家", null, { kind: "no-base" }],
    ["年均增长12%", "家", { year: 2020, value: 9 }, { kind: "no-years" }],
  ])("%s (%s) implies none and says why", (text, unit, from, error) => {
    expect(levelOf(target(text, unit), from, 2020)).toEqual({ ok: false, error });
  });
});
