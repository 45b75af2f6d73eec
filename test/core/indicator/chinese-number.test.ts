import { describe, expect, test } from "vitest";
import { chineseNumbersIn, numeralReadings, numeralsAsDigits } from "#core/indicator/chinese-number.ts";
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
  // Digits in a row are read by their places.
  ["二〇〇家", "200家"],
  ["达到一二〇家", "达到120家"],
  ["百分之九五", "95%"],
  ["九五点五", "95.5"],
  ["二〇二五", "2025"],
  ["一二〇万人", "120万人"],
  // A last digit after a magnitude is a tenth of it, after 零 it is ones.
  ["一百五", "150"],
  ["三百五", "350"],
  ["一百零五", "105"],
  ["三千二", "3200"],
  ["三千零二", "3002"],
  ["三千二百五", "3250"],
  ["三万五", "3.5万"],
  ["三万零五", "3.0005万"],
  ["三亿五", "3.5亿"],
  ["一百一十五", "115"],
  ["一百十五", "115"],
  ["一千零五十三", "1053"],
  ["三万零五百", "3.05万"],
  ["两千两百", "2200"],
  ["一万五千亿", "15000亿"],
  ["百分之百", "100%"],
  ["〇点五", "0.5"],
  // Beside digits they are part of a number in digits.
  ["5千家", "5千家"],
  ["3百5", "3百5"],
])("the numerals of %s are %s in digits", (text, digits) => {
  expect(numeralsAsDigits(text)).toBe(digits);
});

test("numbers in numerals are whole numbers or not read at all", () => {
  expect(chineseNumbersIn("三万五、百亿、二〇二五、两家")).toEqual([35_000, 1e10, 2025, 2]);
  const none = [
    "三四",
    "两三",
    "三五",
    "三四百",
    "一百零五十",
    "三千零五百",
    "三百五万",
    "零五",
    "一百百",
    "一百二〇",
    "三百两",
    "亿万",
  ];
  expect(none.filter((run) => chineseNumbersIn(run).length > 0)).toEqual([]);
  expect(none.filter((run) => run !== "亿万" && numeralsAsDigits(run) !== run)).toEqual([]);
});

test.each([
  ["三四家", ["3—4家", "34家"]],
  ["两三家", ["2—3家"]],
  ["三四十家", ["30—40家"]],
  ["五六百万元", ["500—600万元"]],
  ["二三亿元", ["2—3亿元", "23亿元"]],
  ["百分之七八", ["7—8%", "78%"]],
  ["三十家", []],
  ["一百零五十家", []],
])("%s has the readings %j besides none", (text, readings) => {
  expect(numeralReadings(text)).toEqual(readings);
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
    ["二〇〇家", "家", "200家"],
    ["达到一二〇家", "家", "达到120家"],
    ["达到百分之九五", "%", "达到95%"],
    ["三万五", "元", "35000元"],
    ["三千", "万元", "3000万元"],
    ["达到一百五", "家", "达到150家"],
    ["达到一百零五", "家", "达到105家"],
    ["达到一百零五十家", "家", null],
  ])("%s in %s reads as %s", (text, unit, wording) => {
    const read = parseTarget(text, unit);
    if (wording !== null) expect(read.ok ? formatTarget(read.value) : read.error).toBe(wording);
    else expect(read.ok && read.value.form !== "qualitative").toBe(false);
  });

  test.each([
    ["三四家", "家", ["3—4家", "34家"]],
    ["达到三四十家", "家", ["30—40家"]],
    ["新增七八家", "家", ["新增78家"]],
    ["保底一百家，力争二三百家", "家", []],
  ])("%s in %s is refused with its readings", (text, unit, mends) => {
    const read = parseTarget(text, unit);
    if (mends.length === 0) expect(read.ok && read.value.form !== "qualitative").toBe(false);
    else expect(read).toEqual({ ok: false, error: { kind: "ambiguous-number", text, mends } });
  });

  test.each([
    "五四精神得到弘扬",
    "一二三产业融合发展",
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
  const doubtful = ["三四线城市", "达到先进水平", "位居全省前三", "“显著提高", "建成示范（园区"];
  expect(doubtful.map(isDoubtfulPhrase)).toEqual(doubtful.map(() => true));
  const plain = ["显著提高", "实现突破", "“保持稳定”", "位居前列"];
  expect(plain.map(isDoubtfulPhrase)).toEqual(plain.map(() => false));
});
