import { describe, expect, test } from "vitest";
import { formatTarget } from "#core/indicator/format-target.ts";
import { year } from "#core/plan/ids.ts";
import { statementWording, type WordedStatement } from "#core/plan/statement-wording.ts";
import { seedPlan } from "../../seed-plan.ts";

const bare: WordedStatement = {
  form: "level",
  value: null,
  low: null,
  high: null,
  floor: null,
  stretch: null,
  unit: "家",
  decimals: 0,
  wording: null,
  comparedWith: null,
};

describe("the wording of a statement", () => {
  // The forms of domain.md section 3 and of docs/plan-file.md, as the plans print them.
  test.each([
    [{ value: 9 }, "9家"],
    [{ value: 2.5, unit: "%", decimals: 2 }, "2.50%"],
    [{ form: "atLeast", value: 33, wording: "reach" }, "达到33家"],
    [{ form: "atLeast", value: 2.92, unit: "%", decimals: 2, wording: "reach-or-above" }, "达到2.92%以上"],
    [{ form: "atLeast", value: 50, wording: "not-below" }, "不低于50家"],
    [{ form: "atLeast", value: 50, wording: null }, "50家"],
    [{ form: "exceed", value: 2200, wording: "over" }, "超2200家"],
    [{ form: "exceed", value: 20, unit: "个", wording: "break-through" }, "突破20个"],
    [{ form: "atMost", value: 5, unit: "%" }, "控制在5%以内"],
    [{ form: "atMost", value: 5, unit: "%", wording: "fall-to-or-below" }, "下降到5%以下"],
    [{ form: "about", value: 230, unit: "项" }, "230项左右"],
    [{ form: "between", low: 2, high: 3 }, "2—3家"],
    [{ form: "floorStretch", floor: 100, stretch: 130 }, "保底100家，力争130家"],
    [{ form: "averageGrowth", value: 12, unit: "%", wording: "or-above" }, "年均增长12%以上"],
    [{ form: "cumulative", value: 110, unit: "亿元" }, "累计完成110亿元"],
    [{ form: "cumulative", value: 6, unit: "亿元", wording: "or-above" }, "累计完成6亿元以上"],
    [{ form: "increase", value: 20, wording: "add" }, "新增20家"],
    [{ form: "increase", value: 10, unit: "个", wording: "add-or-above" }, "新增10个以上"],
    [{ form: "fullCoverage" }, "全覆盖"],
  ] satisfies readonly (readonly [Partial<WordedStatement>, string])[])("%o is %s", (given, wording) => {
    expect(statementWording({ ...bare, ...given })).toBe(wording);
  });

  test.each([
    [{ value: 1.22, unit: "个百分点", decimals: 2, comparedWith: 2010 }, "比2010年提高1.22个百分点"],
    [{ value: -0.4, unit: "个百分点", decimals: 1 }, "降低0.4个百分点"],
    [{ value: 158, unit: "%", comparedWith: 2015 }, "比2015年增长158%"],
    [{ value: -5, unit: "%" }, "下降5%"],
    [{ value: -3 }, "减少3家"],
    // Jiangmen's plan: 比2015年翻一番.
    [{ value: 1, unit: "番", comparedWith: 2015 }, "比2015年翻1番"],
    [{ value: 2095, unit: "万元", comparedWith: 2010 }, "比2010年增加2095万元"],
    [{ value: 9, unit: "倍", comparedWith: 2015 }, "9倍（比2015年）"],
  ])("of a change says against which year: %o is %s", (given, wording) => {
    const comparedWith = "comparedWith" in given ? year(given.comparedWith) : null;
    expect(statementWording({ ...bare, form: "change", ...given, comparedWith })).toBe(wording);
  });

  test("is missing where nothing is said in figures", () => {
    expect(statementWording({ ...bare, form: "qualitative" })).toBeNull();
    expect(statementWording(bare)).toBeNull();
    expect(statementWording({ ...bare, form: "between", low: 2 })).toBeNull();
  });

  test.each(["enping-13", "taishan-13", "jiangmen-14", "heshan-14", "shaoguan-2017"])(
    "says what the cells of %s say, where a target names its statement",
    (id) => {
      const { indicators, statements } = seedPlan(id);
      for (const { targets } of indicators) {
        for (const { target, statement: source } of targets) {
          const statement = statements.find((known) => known.id === source);
          if (statement === undefined || target.form === "qualitative") continue;
          expect(statementWording(statement), statement.id).toBe(formatTarget(target));
        }
      }
    },
  );

  test.each(["enping-13", "taishan-13", "jiangmen-14", "heshan-14", "shaoguan-2017"])(
    "is there for every statement of %s that has a figure",
    (id) => {
      for (const statement of seedPlan(id).statements) {
        const figure = statement.form !== "qualitative";
        expect(statementWording(statement) !== null, statement.id).toBe(figure);
      }
    },
  );
});
