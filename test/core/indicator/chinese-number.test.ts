import { describe, expect, test } from "vitest";
import { numeralsAsDigits } from "#core/indicator/chinese-number.ts";
import { isDoubtfulPhrase } from "#core/indicator/doubtful-phrase.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { parseTarget } from "#core/indicator/parse-target.ts";

test.each([
  ["达到九十家", "达到90家"],
  ["一百二十三", "123"],
  ["两家", "2家"],
  ["十五", "15"],
  ["百家", "100家"],
  ["九十万人", "90万人"],
  ["三亿五千万元", "3.5亿元"],
  ["二点五亿元", "2.5亿元"],
  ["二点零五", "2.05"],
  ["百分之九十五点五", "95.5%"],
  ["亿元", "亿元"],
])("the numerals of %s are %s in digits", (text, digits) => {
  expect(numeralsAsDigits(text)).toBe(digits);
});

describe("a target in Chinese numerals", () => {
  test.each([
    ["达到九十", "家", "达到90家"],
    ["达到九十家", "家", "达到90家"],
    ["超过三十家", "家", "超过30家"],
    ["保底一百家，力争一百三十家", "家", "保底100家，力争130家"],
    ["两到三家", "家", "2—3家"],
    ["年均增长百分之十二", "亿元", "年均增长12%"],
    ["突破一百五十亿元", "亿元", "突破150亿元"],
    ["新增二十家以上", "家", "新增20家以上"],
    ["达到百分之三", "%", "达到3%"],
    ["达到90家，力争一百家", "家", null],
  ])("%s in %s reads as %s", (text, unit, wording) => {
    const read = parseTarget(text, unit);
    if (wording !== null) expect(read.ok ? formatTarget(read.value) : read.error).toBe(wording);
    else expect(read.ok && read.value.form !== "qualitative").toBe(false);
  });

  test.each([
    "一流水平",
    "位居全省前三",
    "实现零的突破",
    "建成一批示范园区",
    "第一",
    "一体化",
    "翻一番",
    "达到一流",
    "显著提高",
  ])("%s stays a phrase", (text) => {
    expect(parseTarget(text, "家")).toEqual({ ok: true, value: { form: "qualitative", text } });
  });
});

test("a phrase is doubtful where a number was meant or its end was lost", () => {
  const doubtful = ["达到先进水平", "位居全省前三", "“显著提高", "建成示范（园区"];
  expect(doubtful.map(isDoubtfulPhrase)).toEqual(doubtful.map(() => true));
  const plain = ["显著提高", "实现突破", "“保持稳定”", "位居前列"];
  expect(plain.map(isDoubtfulPhrase)).toEqual(plain.map(() => false));
});
