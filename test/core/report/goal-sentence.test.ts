import { describe, expect, test } from "vitest";
import { parseTarget } from "#core/indicator/parse-target.ts";
import { year } from "#core/plan/ids.ts";
import { chineseNumber } from "#core/report/chinese-number.ts";
import { countLines, textWidth } from "#core/report/count-lines.ts";
import { goalClause } from "#core/narrative/goal-sentence.ts";

/** Targets as cells hold them, and the clause that a plan prints for them. */
const CLAUSES = [
  ["研发经费投入强度", "%", ["达到2.92%以上"], "研发经费投入强度达到2.92%以上"],
  ["规模以上工业企业研发机构覆盖率", "%", ["65%"], "规模以上工业企业研发机构覆盖率达到65%"],
  ["国家高新技术企业", "家", ["保底100家，力争130家"], "国家高新技术企业保底100家，力争130家"],
  ["全社会研发经费", "亿元", ["年均增长12%"], "全社会研发经费年均增长12%"],
  ["国家级科技企业孵化器", "家", ["2—3家"], "国家级科技企业孵化器达到2—3家"],
  ["国家“星创天地”", "个", ["3个以上"], "国家“星创天地”达到3个以上"],
  ["省级高新区达标覆盖", "%", ["全覆盖"], "省级高新区达标覆盖实现全覆盖"],
  ["企业工程技术研究中心", "家", ["突破100家"], "企业工程技术研究中心突破100家"],
  // A verb that the name already holds is not said twice.
  ["新增上市高新技术企业", "家", ["新增20家"], "新增上市高新技术企业20家"],
  ["产学研创新平台", "个", ["新增10个以上"], "产学研创新平台新增10个以上"],
  // Milestones stand in brackets behind the target of the last year.
  [
    "每万人研发人员全时当量",
    "人年",
    ["70人年", "80人年"],
    "每万人研发人员全时当量达到80人年（其中2023年达到70人年）",
  ],
] as const;

describe("goals as sentences", () => {
  test.each(CLAUSES)("words %s in the official way", (name, unit, texts, clause) => {
    const years = texts.length === 1 ? [2025] : [2023, 2025];
    const targets = texts.map((text, at) => {
      const target = parseTarget(text, unit);
      if (!target.ok) throw new Error(text);
      return { year: year(years[at] ?? 2025), target: target.value, statement: null };
    });
    expect(goalClause({ name, targets }, 2025)).toBe(clause);
  });

  // seeds/004 (韶关, a plan up to 2020): lines 59 (2018年…比例达到20%), 68 (2018年实现…全覆盖) and 110 (从2017年起，不低于…3000万元).
  test.each([
    ["规模以上工业企业设立研发机构比例", 2018, "20%", "规模以上工业企业设立研发机构比例2018年达到20%"],
    ["科技企业孵化器县（市、区）覆盖", 2018, "全覆盖", "科技企业孵化器县（市、区）覆盖2018年实现全覆盖"],
    ["新增上市高新技术企业", 2018, "新增20家", "新增上市高新技术企业2018年新增20家"],
    ["科技进步贡献率", 2020, "60%", "科技进步贡献率达到60%"],
  ])("name the year of a last target before the end of the plan: %s", (name, of, text, clause) => {
    const target = parseTarget(text, text.endsWith("家") ? "家" : "%");
    if (!target.ok) throw new Error(text);
    const targets = [{ year: year(of), target: target.value, statement: null }];
    expect(goalClause({ name, targets }, 2020)).toBe(clause);
  });

  test("says nothing of an indicator without a target", () => {
    expect(goalClause({ name: "省级科研平台", targets: [] }, 2025)).toBeNull();
  });
});

test.each([
  [1, "一"],
  [10, "十"],
  [12, "十二"],
  [20, "二十"],
  [99, "九十九"],
])("counts %i as %s", (value, text) => expect(chineseNumber(value)).toBe(text));

describe("lines of text", () => {
  test("fit 28 characters, or 56 digits", () => {
    expect(countLines("国".repeat(28), 28)).toBe(1);
    expect(countLines("国".repeat(29), 28)).toBe(2);
    expect(textWidth("2025")).toBe(2);
  });

  test("set letters and digits apart from Chinese by a quarter of a character", () => {
    expect(textWidth("到2025年")).toBe(1 + 2 + 1 + 0.5);
  });

  test("do not begin with a closing mark", () => {
    // 28 characters and a full stop: the last character goes down with it, unless the mark can be squeezed in.
    expect(countLines(`${"国".repeat(27)}“国”家`, 28)).toBe(2);
  });
});
