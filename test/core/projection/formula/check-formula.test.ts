import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FORMULA_LIMITS } from "#core/projection/formula/parse-formula.ts";
import { checked, type TestSeries } from "./formula-of.ts";

const LIST: readonly TestSeries[] = [
  { name: "研发经费", unit: "亿元", values: [] },
  { name: "gdp", unit: "亿元", values: [] },
  { name: "rd-intensity", unit: "%", values: [] },
  { name: "高新技术企业", unit: "家", values: [] },
  { name: "研究与开发（R&D）投入", unit: "万元", values: [] },
  { name: "常住人口", unit: "万人", values: [] },
  { name: "发明专利", unit: "件", values: [] },
  { name: "每万人发明专利", unit: "件/万人", values: [] },
  { name: "同名", unit: "家", values: [] },
  { name: "同 名", unit: "家", values: [] },
];

const wrong = (text: string, unit = "家") => {
  const result = checked(text, unit, LIST);
  return result.ok ? "sound" : result.error;
};

describe("a formula that cannot be read says what is wrong and where", () => {
  test.each([
    ["", { kind: "empty", span: { start: 0, end: 0 } }],
    ["高新技术企业 +", { kind: "unfinished", span: { start: 8, end: 8 } }],
    ["(1 + 2", { kind: "unclosed", sign: "(", span: { start: 0, end: 1 } }],
    ["[高新", { kind: "unclosed", sign: "[", span: { start: 0, end: 3 } }],
    ["1 2", { kind: "unexpected", found: "2", span: { start: 2, end: 3 } }],
    ["1)", { kind: "unexpected", found: ")", span: { start: 1, end: 2 } }],
    ["1.2.3", { kind: "bad-number", found: "1.2.3", span: { start: 0, end: 5 } }],
    ["5公斤", { kind: "unknown-unit", found: "公斤", span: { start: 1, end: 3 } }],
    ["高新企业 + 1", { kind: "unknown-name", name: "高新企业", span: { start: 0, end: 4 } }],
    ["同名", { kind: "ambiguous-name", name: "同名", span: { start: 0, end: 2 } }],
    ["median(1)", { kind: "unknown-function", name: "median", span: { start: 0, end: 6 } }],
    [
      "if(1, 2)",
      { kind: "argument-count", name: "if", min: 3, max: 3, found: 2, span: { start: 0, end: 8 } },
    ],
    [
      "max()",
      { kind: "argument-count", name: "max", min: 1, max: null, found: 0, span: { start: 0, end: 5 } },
    ],
    ["prev(1)", { kind: "series-wanted", name: "prev", span: { start: 5, end: 6 } }],
    ["at(高新技术企业, 高新技术企业)", { kind: "year-wanted", name: "at", span: { start: 11, end: 17 } }],
    ["at(高新技术企业, 2031)", { kind: "year-outside", year: 2031, span: { start: 11, end: 15 } }],
    ["cagr(高新技术企业, 2024, 2020)", { kind: "year-wanted", name: "cagr", span: { start: 19, end: 23 } }],
    ["prev(高新技术企业, 0.5)", { kind: "whole-number-wanted", name: "prev", span: { start: 13, end: 16 } }],
    ["1 # 2", { kind: "unknown-sign", found: "#", span: { start: 2, end: 3 } }],
    ["😀", { kind: "unknown-sign", found: "😀", span: { start: 0, end: 2 } }],
  ])("%s", (text, error) => {
    expect(wrong(text)).toEqual(error);
  });

  test("too long or nested too deep for reading", () => {
    expect(wrong("1+".repeat(FORMULA_LIMITS.length))).toMatchObject({ kind: "too-long" });
    expect(wrong(`${"(".repeat(500)}1${")".repeat(500)}`)).toMatchObject({ kind: "too-deep" });
    expect(wrong("-".repeat(1500))).toMatchObject({ kind: "too-deep" });
    expect(wrong(`2${"^2".repeat(900)}`)).toMatchObject({ kind: "too-deep" });
    expect(wrong(`1${"+1".repeat(900)}`)).toBe("sound");
  });

  test("any text is read or refused, never thrown at", () => {
    const pieces = fc.constantFrom(
      "1",
      "2.5",
      "亿元",
      "%",
      "(",
      ")",
      "[",
      "]",
      ",",
      "+",
      "-",
      "×",
      "÷",
      "^",
      "<",
      "prev",
      "if",
      "gdp",
      "研发经费",
      " ",
      "，",
      "at",
      "𠮷",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.array(pieces, { maxLength: 40 }).map((all) => all.join("")),
        ),
        (text) => {
          const result = checked(text, "家", LIST);
          if (result.ok) return;
          const { start, end } = result.error.span;
          expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("a formula is read as planners write it", () => {
  test.each([
    ["full-width signs and names in brackets", "［研究与开发（R&D）投入］×１．０５", "万元"],
    ["Chinese names of functions", "最大(高新技术企业，上年(高新技术企业))", "家"],
    ["ids with hyphens as one name", "rd-intensity + 0.1", "%"],
    ["names in any case and width", "ＧＤＰ × 0.5", "亿元"],
    ["a money amount with its unit", "研发经费 + 2.3亿元", "亿元"],
    ["money of another magnitude", "研发经费 + [研究与开发（R&D）投入]", "亿元"],
  ])("%s: %s", (_what, text, unit) => {
    expect(wrong(text, unit)).toBe("sound");
  });
});

describe("units of a formula", () => {
  test.each([
    // domain.md and the engine's definition: 亿元/亿元×100 is a percentage; adding 家 to % is an error.
    ["研发经费 / gdp × 100", "%", "sound"],
    ["100 × 研发经费 / gdp", "%", "sound"],
    ["研发经费 / gdp", "%", { kind: "result-unit", found: "1", wanted: "%", timesHundred: true }],
    ["高新技术企业 + rd-intensity", "家", { kind: "unit-mismatch", left: "个", right: "%" }],
    ["gdp × rd-intensity / 100", "亿元", "sound"],
    [
      "gdp × rd-intensity",
      "亿元",
      { kind: "result-unit", found: "%·元", wanted: "亿元", timesHundred: false },
    ],
    ["rd-intensity + 5%", "%", { kind: "ratio-beside-percent" }],
    ["rd-intensity + 5个百分点", "%", "sound"],
    ["rd-intensity + 5", "%", "sound"],
    ["gdp × (1 + 5%)", "亿元", "sound"],
    // Beside 亿元 a bare 5 could be five yuan.
    ["gdp + 5", "亿元", { kind: "unit-missing", beside: "元" }],
    ["gdp + 0", "亿元", "sound"],
    ["max(gdp, 0)", "亿元", "sound"],
    ["5", "亿元", { kind: "unit-missing", beside: "亿元" }],
    ["常住人口 + 3", "万人", { kind: "unit-missing", beside: "人" }],
    ["发明专利 / 常住人口", "件/万人", "sound"],
    ["每万人发明专利 × 常住人口", "件", "sound"],
    ["每万人发明专利 + 0.5", "件/万人", { kind: "unit-missing" }],
    ["ln(gdp)", "", { kind: "plain-number-wanted", found: "元" }],
    ["exp(ln(gdp / 研发经费))", "", "sound"],
    ["gdp ^ 2 / gdp", "亿元", "sound"],
    ["2 ^ gdp", "", { kind: "plain-number-wanted", found: "元" }],
    ["if(gdp > 研发经费, 高新技术企业, 3)", "家", "sound"],
    ["if(gdp > 3, 高新技术企业, 3)", "家", { kind: "unit-missing", beside: "元" }],
    ["if(gdp > 3亿元, 高新技术企业, gdp)", "家", { kind: "unit-mismatch", left: "个", right: "元" }],
    ["cagr(gdp, 2020, 2024) × 100", "%", "sound"],
    ["prev(gdp) × 1.05", "亿元", "sound"],
    // One digit of what: 0.1 亿元 or 0.1 元?
    ["round(gdp, 1)", "亿元", { kind: "plain-number-wanted", found: "元" }],
    ["round(发明专利 / 常住人口, 1)", "件/万人", { kind: "plain-number-wanted", found: "个/人" }],
    ["round(gdp / 1亿元, 1) × 1亿元", "亿元", "sound"],
    ["round(高新技术企业 × 1.08)", "家", "sound"],
    ["round(研发经费 / gdp × 100, 2)", "%", "sound"],
  ])("%s in %s", (text, unit, expected) => {
    const found = wrong(text, unit);
    if (typeof expected === "string") expect(found).toBe(expected);
    else expect(found).toMatchObject(expected);
  });
});
