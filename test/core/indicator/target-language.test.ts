import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTarget } from "#core/indicator/format-target.ts";
import { parseTarget } from "#core/indicator/parse-target.ts";
import { quantityOf } from "#core/indicator/quantity.ts";
import type { Target } from "#core/indicator/target.ts";
import { targetIn, unitText } from "./arbitraries.ts";

const q = quantityOf;
const atLeast = (n: number, unit: string, decimals: number, wording: string) => ({
  form: "atLeast",
  level: q(n, unit, decimals),
  wording,
});

const atMost = (n: number, wording: string) => ({ form: "atMost", level: q(n, "%", 0), wording });

/** Official wordings of docs/plan-file.md and domain.md section 3. */
const OFFICIAL: readonly (readonly [string, string, unknown])[] = [
  ["达到33家", "家", atLeast(33, "家", 0, "reach")],
  ["达到2.5%", "%", atLeast(2.5, "%", 1, "reach")],
  ["达到2.92%以上", "%", atLeast(2.92, "%", 2, "reach-or-above")],
  ["42件以上", "件", atLeast(42, "件", 0, "or-above")],
  ["不低于50%", "%", atLeast(50, "%", 0, "not-below")],
  ["2.50%", "%", atLeast(2.5, "%", 2, "bare")],
  ["力争达到100家", "家", atLeast(100, "家", 0, "strive")],
  ["确保达到100家", "家", atLeast(100, "家", 0, "ensure")],
  ["保持在2.5%以上", "%", atLeast(2.5, "%", 1, "stay-or-above")],
  ["力争突破100亿元", "亿元", { form: "exceed", level: q(100, "亿元", 0), wording: "strive-break-through" }],
  ["力争超过100家", "家", { form: "exceed", level: q(100, "家", 0), wording: "strive-exceed" }],
  [
    "年均增长超过6%",
    "亿元",
    { form: "averageGrowth", rate: 6, decimals: 0, method: "level", qualifier: "exceed" },
  ],
  ["超2200家", "家", { form: "exceed", level: q(2200, "家", 0), wording: "over" }],
  ["超过500亿元", "亿元", { form: "exceed", level: q(500, "亿元", 0), wording: "exceed" }],
  ["突破20个", "个", { form: "exceed", level: q(20, "个", 0), wording: "break-through" }],
  ["控制在5%以内", "%", atMost(5, "within")],
  ["下降到5%", "%", atMost(5, "fall-to")],
  ["下降到5%以下", "%", atMost(5, "fall-to-or-below")],
  ["降低到5%", "%", atMost(5, "lower-to")],
  ["降低到5%以下", "%", atMost(5, "lower-to-or-below")],
  ["降至5%", "%", atMost(5, "down-to")],
  ["降至5%以下", "%", atMost(5, "down-to-or-below")],
  ["低于5%", "%", { form: "below", level: q(5, "%", 0) }],
  ["160家左右", "家", { form: "about", level: q(160, "家", 0), tolerance: null }],
  ["160家左右（±3%）", "家", { form: "about", level: q(160, "家", 0), tolerance: 3 }],
  ["2—3家", "家", { form: "between", low: q(2, "家", 0), high: q(3, "家", 0) }],
  ["保底100家，力争130家", "家", { form: "floorStretch", floor: q(100, "家", 0), stretch: q(130, "家", 0) }],
  [
    "年均增长12%以上",
    "%",
    { form: "averageGrowth", rate: 12, decimals: 0, method: "level", qualifier: "or-above" },
  ],
  [
    "年均增长25%左右（累计法）",
    "亿元",
    { form: "averageGrowth", rate: 25, decimals: 0, method: "cumulative", qualifier: "about" },
  ],
  [
    "年均下降3.5%",
    "%",
    { form: "averageGrowth", rate: -3.5, decimals: 1, method: "level", qualifier: "exact" },
  ],
  ["累计完成110亿元", "亿元", { form: "cumulative", total: q(110, "亿元", 0), orAbove: false }],
  ["新增10个以上", "个", { form: "increase", by: q(10, "个", 0), wording: "add", orAbove: true }],
  ["累计完成6亿元以上", "亿元", { form: "cumulative", total: q(6, "亿元", 0), orAbove: true }],
  ["新增20家", "家", { form: "increase", by: q(20, "家", 0), wording: "add", orAbove: false }],
  ["提高3个百分点", "%", { form: "increase", by: q(3, "个百分点", 0), wording: "raise", orAbove: false }],
  ["降低3个百分点", "%", { form: "increase", by: q(-3, "个百分点", 0), wording: "raise", orAbove: false }],
  ["全覆盖", "%", { form: "fullCoverage" }],
  ["实现突破", "项", { form: "qualitative", text: "实现突破" }],
  ["达到一流水平", "项", { form: "qualitative", text: "达到一流水平" }],
];

/** Other ways to write the same, with the official wording that they become. */
const ACCEPTED: readonly (readonly [string, string, string])[] = [
  ["保底100，力争130", "家", "保底100家，力争130家"],
  ["保底100家力争130家", "家", "保底100家，力争130家"],
  ["保底 100 家 , 力争 130 家", "家", "保底100家，力争130家"],
  ["保底１００家、力争１３０家。", "家", "保底100家，力争130家"],
  ["保底100家，力争130家以上", "家", "保底100家，力争130家"],
  ["保底100家以上，力争达到130家", "家", "保底100家，力争130家"],
  ["力争130，保底100", "家", "保底100家，力争130家"],
  ["底线100，力争130", "家", "保底100家，力争130家"],
  ["力争130家", "家", "力争达到130家"],
  ["确保100", "家", "确保达到100家"],
  ["达到3亿5000万元", "亿元", "达到3.5亿元"],
  ["达到3亿5000万元", "万元", "达到35000万元"],
  ["1万2千家", "家", "12000家"],
  ["100（含）以上", "家", "100家以上"],
  ["达到100家以上（含）", "家", "达到100家以上"],
  ["年均增速保持6%以上", "%", "年均增长6%以上"],
  ["年均增速保持在6%左右", "%", "年均增长6%左右"],
  ["年均下降超过3%", "%", "年均下降超过3%"],
  ["累计新增100家", "家", "累计完成100家"],
  ["保持2.5%以上", "%", "保持在2.5%以上"],
  ["稳定在5%左右", "%", "5%左右"],
  ["保持在5%以内", "%", "控制在5%以内"],
  ["占比达到60%", "%", "达到60%"],
  ["占比提高3个百分点", "%", "提高3个百分点"],
  ["提升3个点", "%", "提高3个百分点"],
  ["大于等于100", "家", "不低于100家"],
  ["小于等于5", "%", "控制在5%以内"],
  ["≧100", "家", "不低于100家"],
  ["≦5", "%", "控制在5%以内"],
  // 成 is a tenth.
  ["提高到5成", "%", "达到50%"],
  ["达到六成以上", "%", "达到60%以上"],
  ["2-3", "家", "2—3家"],
  ["2–3家", "家", "2—3家"],
  ["2~3家", "家", "2—3家"],
  ["2～3家", "家", "2—3家"],
  ["2至3家", "家", "2—3家"],
  ["2家到3家", "家", "2—3家"],
  ["1——2个", "家", "1—2家"],
  ["2—3亿", "万元", "20000—30000万元"],
  ["达到 2. 5 ％", "%", "达到2.5%"],
  ["达到1,419家", "家", "达到1419家"],
  ["达33家以上", "家", "达到33家以上"],
  ["提高到35%", "%", "达到35%"],
  ["≥50", "%", "不低于50%"],
  [">20", "个", "超过20个"],
  ["≤5%", "%", "控制在5%以内"],
  ["不超过5%", "%", "控制在5%以内"],
  ["5%以内", "%", "控制在5%以内"],
  ["<5", "%", "低于5%"],
  ["下降至5", "%", "下降到5%"],
  ["降到5%以内", "%", "降至5%以下"],
  ["降低至5%以下", "%", "降低到5%以下"],
  ["控制在5%以下", "%", "控制在5%以内"],
  ["下降到5%左右", "%", "5%左右"],
  // A fall by an amount is no level.
  ["下降5个百分点", "%", "降低5个百分点"],
  ["约160家", "家", "160家左右"],
  ["达到160家左右", "家", "160家左右"],
  ["年均增幅12%", "亿元", "年均增长12%"],
  ["年增25%左右", "亿元", "年均增长25%左右"],
  ["年均增长12%（水平法）", "%", "年均增长12%"],
  ["累计达110亿元以上", "亿元", "累计完成110亿元以上"],
  ["提高3", "%", "提高3个百分点"],
  ["0.33个百分点", "%", "提高0.33个百分点"],
  ["+2个百分点以上", "%", "提高2个百分点以上"],
  ["-3个百分点", "%", "降低3个百分点"],
  ["实现全覆盖", "%", "全覆盖"],
  ["100%全覆盖", "%", "全覆盖"],
];

describe("parseTarget", () => {
  test.each(OFFICIAL)("reads %s in a row of %s", (text, unit, expected) => {
    expect(parseTarget(text, unit)).toEqual({ ok: true, value: expected });
  });

  test.each(ACCEPTED)("reads %j in a row of %s as %s", (text, unit, expected) => {
    expect(official(text, unit)).toBe(expected);
  });

  test("says which limits are the wrong way round and how to mend them", () => {
    expect(parseTarget("3—2家", "家")).toEqual({
      ok: false,
      error: { kind: "low-above-high", low: q(3, "家", 0), high: q(2, "家", 0), mend: "2—3家" },
    });
    expect(parseTarget("保底130家，力争100家", "家")).toEqual({
      ok: false,
      error: {
        kind: "floor-above-stretch",
        floor: q(130, "家", 0),
        stretch: q(100, "家", 0),
        mend: "保底100家，力争130家",
      },
    });
  });

  test("takes the floor above the stretch where lower is better", () => {
    expect(parseTarget("保底5%，力争3%", "%", "lower").ok).toBe(true);
    expect(parseTarget("保底3%，力争5%", "%", "lower")).toMatchObject({
      error: { kind: "floor-above-stretch" },
    });
    expect(parseTarget("保底5%，力争3%", "%", "neither").ok).toBe(true);
  });

  test.each([
    ["达到33家", "%", { kind: "unit-does-not-convert", from: "家", to: "%" }],
    ["2—3人", "家", { kind: "unit-does-not-convert", from: "人", to: "家" }],
    ["年均增长3家", "家", { kind: "unit-does-not-convert", from: "家", to: "%" }],
    ["提高3%", "%", { kind: "percent-is-not-points", text: "提高3%", mend: "提高3个百分点" }],
    ["下降5%", "%", { kind: "percent-is-not-points", text: "下降5%", mend: "下降5个百分点" }],
    [
      "达到3千以上",
      "万元",
      { kind: "ambiguous-number", text: "达到3千以上", mends: ["达到0.3万元以上", "达到3000万元以上"] },
    ],
    ["3—5千", "万元", { kind: "ambiguous-number", text: "3—5千", mends: [] }],
    ["下降到5%以上", "%", { kind: "unreadable", text: "下降到5%以上", at: 5 }],
    ["", "家", { kind: "empty" }],
    ["  ", "家", { kind: "empty" }],
    ["355件和73件以上", "件", { kind: "unreadable", text: "355件和73件以上", at: 5 }],
    ["约100家以上", "家", { kind: "unreadable", text: "约100家以上", at: 5 }],
    ["每年新增20家", "家", { kind: "unreadable", text: "每年新增20家", at: 0 }],
    ["年均增长超过6%以上", "家", { kind: "unreadable", text: "年均增长超过6%以上", at: 0 }],
    ["提高百分之三", "%", { kind: "percent-is-not-points", text: "提高3%", mend: "提高3个百分点" }],
    ["提高5成", "%", { kind: "unit-does-not-convert", from: "成", to: "个百分点" }],
    ["较2025年提高3个百分点", "%", { kind: "compared-with-year", year: "2025", mends: ["提高3个百分点"] }],
    ["比2025年增长20%", "亿元", { kind: "compared-with-year", year: "2025", mends: [] }],
    ["前10名", "名", { kind: "unreadable", text: "前10名", at: 0 }],
    ["达到33家（含2家）", "家", { kind: "unreadable", text: "达到33家（含2家）", at: 5 }],
    ["达到1,41家", "家", { kind: "unreadable", text: "达到1,41家", at: 2 }],
    ["达到三家", "%", { kind: "unreadable", text: "达到三家", at: 2 }],
    ["达到", "家", { kind: "unreadable", text: "达到", at: 0 }],
    ["？", "家", { kind: "unreadable", text: "？", at: 0 }],
  ])("refuses %j in a row of %s with its reason", (text, unit, error) => {
    expect(parseTarget(text, unit)).toEqual({ ok: false, error });
  });

  test("refuses a sentence as a qualitative target", () => {
    expect(parseTarget("稳".repeat(61), "家")).toEqual({
      ok: false,
      error: { kind: "too-long", length: 61, max: 60 },
    });
    expect(parseTarget("—".repeat(100_000), "家")).toEqual({
      ok: false,
      error: { kind: "too-long", length: 100_000, max: 200 },
    });
  });

  test("never throws, whatever is typed", () => {
    const sign = fc.constantFrom(
      ...Array.from(
        "0123456789.,%—-~至达到保底力争超过突破控制在以内上左右年均增长累计新提高全覆盖家个亿元（）± ",
      ),
    );
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(sign, { maxLength: 24 }).map((signs) => signs.join("")),
    );
    fc.assert(
      fc.property(typed, unitText, (text, unit) => {
        const read = parseTarget(text, unit);
        if (!read.ok) return;
        expect(parseTarget(formatTarget(read.value), unit)).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("formatTarget", () => {
  test.each(OFFICIAL)("writes %s", (text, _unit, target) => {
    expect(formatTarget(target as Target)).toBe(text);
  });

  test("is read back as the same target, for every form and unit", () => {
    fc.assert(
      fc.property(
        unitText.chain((unit) => targetIn(unit).map((target) => ({ unit, target }))),
        ({ unit, target }) => {
          expect(parseTarget(formatTarget(target), unit)).toEqual({ ok: true, value: target });
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function official(text: string, unit: string): string {
  const read = parseTarget(text, unit);
  return read.ok ? formatTarget(read.value) : JSON.stringify(read.error);
}
