import { describe, expect, test } from "vitest";
import type { CellError } from "#core/command/read-cell.ts";
import { mendOf, mendsOf, rejectReason } from "#renderer/i18n/reject-text.ts";
import { words } from "../grid/grid-fixtures.ts";

const firms = (value: number) => ({ value, unit: "家", decimals: 0 });

const CASES: readonly (readonly [CellError, string])[] = [
  [{ kind: "empty" }, "未填内容"],
  [{ kind: "empty-name" }, "指标名称不能为空"],
  [{ kind: "not-a-number", text: "abc" }, "未读成数值"],
  [{ kind: "unit-does-not-convert", from: "家", to: "%" }, "单位“家”不能换算成“%”"],
  [{ kind: "too-many-digits", text: "1" }, "数位过多，超出可精确保存的范围"],
  [{ kind: "unreadable", text: "达到很多家", at: 2 }, "从第 3 个字起未能读懂"],
  [{ kind: "too-long", length: 300, max: 200 }, "共 300 字，超过 200 字的上限"],
  [{ kind: "low-above-high", low: firms(3), high: firms(2), mend: "2—3家" }, "下限 3 家，大于上限 2 家"],
  [
    { kind: "floor-above-stretch", floor: firms(130), stretch: firms(100), mend: "保底100家，力争130家" },
    "保底值 130 家，大于力争值 100 家",
  ],
  [{ kind: "percent-is-not-points", text: "提高3%", mend: "提高3个百分点" }, "比重的增减应以个百分点表示"],
  [
    { kind: "ambiguous-number", text: "三四家", mends: ["3—4家", "34家"] },
    "数值不止一种读法，请写明是哪一种",
  ],
  [
    { kind: "compared-with-year", year: "2025", mends: [] },
    "增减从本指标的基期起算，不写比 2025 年；总增幅请写成目标值或年均增长",
  ],
  [{ kind: "not-an-attribute", text: "重要" }, "属性只有约束性、预期性两种，或留空"],
];

describe("the reason of a rejected input", () => {
  test.each(CASES)("%o is told as a sentence", (error, sentence) => {
    expect(rejectReason(error, words())).toBe(sentence);
  });

  test.each(CASES)("%o is told in English too", (error) => {
    expect(rejectReason(error, words("en"))).toMatch(/[a-z]{3}/u);
  });

  test("says that the text can be read now when it can", () => {
    expect(rejectReason(null, words())).toBe("现已可读，重新确认即可");
  });

  test("offers core's wording where there is one", () => {
    expect(CASES.flatMap(([error]) => mendsOf(error))).toEqual([
      ...["2—3家", "保底100家，力争130家", "提高3个百分点", "3—4家", "34家"],
    ]);
    expect(mendOf({ kind: "ambiguous-number", text: "三四家", mends: ["3—4家", "34家"] })).toBe("3—4家");
    expect(mendOf(null)).toBeNull();
  });
});
