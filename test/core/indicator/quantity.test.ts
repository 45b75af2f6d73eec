import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatNumber, formatQuantity, parseQuantity, quantityOf } from "#core/indicator/quantity.ts";
import { quantityIn, unitText } from "./arbitraries.ts";

describe("parseQuantity", () => {
  // Figures as the five plans print them, and as planners and PDF readers write them.
  test.each([
    ["33", "家", 33, 0],
    ["33家", "家", 33, 0],
    ["33个", "家", 33, 0],
    ["2.3亿", "亿元", 230_000_000, 1],
    ["2.3 亿元", "亿元", 230_000_000, 1],
    ["4114 万元", "万元", 41_140_000, 0],
    ["4114万元", "亿元", 41_140_000, 4],
    ["2.3亿", "万元", 230_000_000, 0],
    ["２．５％", "%", 2.5, 1],
    ["2.50%", "%", 2.5, 2],
    ["0.33个百分点", "个百分点", 0.33, 2],
    ["1,419", "家", 1419, 0],
    ["(12)", "家", -12, 0],
    ["（1,419.5）", "家", -1419.5, 1],
    ["(12家)", "家", -12, 0],
    ["（12）家", "家", -12, 0],
    ["1，419", "家", 1419, 0],
    ["1 419", "家", 1419, 0],
    ["1\n2 %", "%", 12, 0],
    ["1.5万人", "万人", 15_000, 1],
    ["1.5万", "人", 15_000, 0],
    ["-0.5", "%", -0.5, 1],
    ["−0.5", "%", -0.5, 1],
    [".5", "%", 0.5, 1],
    ["-0", "%", 0, 0],
    ["2.92", "件/万人", 2.92, 2],
    // Units that are not known have the factor 1, whatever they begin with.
    ["3万", "万", 3, 0],
    ["3 万标箱", "万标箱", 3, 0],
    ["3万", "标箱", 30_000, 0],
    ["3万", "千克", 30_000, 0],
    ["2159714693810000万元", "万元", 21_597_146_938_100_000_000, 0],
  ])("reads %j in a column of %s", (text, unit, value, decimals) => {
    expect(parseQuantity(text, unit)).toEqual({ ok: true, value: { value, unit, decimals } });
  });

  test.each(["", "—", "abc", "三家", "1,41", "1.2.3", "(12", "(1,41)", "((12))", "--5", "1,2345"])(
    "refuses %j as a number",
    (text) => {
      expect(parseQuantity(text, "家")).toEqual({ ok: false, error: { kind: "not-a-number", text } });
    },
  );

  test.each([
    ["33家", "%", "家"],
    ["3个百分点", "%", "个百分点"],
    ["3%", "个百分点", "%"],
    ["3人", "家", "人"],
    ["2亿", "%", "亿"],
    ["3件", "件/万人", "件"],
    // 3 or 30000 of them? A guess could be wrong by a factor of 10 000.
    ["3万", "万标箱", "万"],
    ["3亿", "万", "亿"],
  ])("refuses %s in a column of %s", (text, to, from) => {
    expect(parseQuantity(text, to)).toEqual({
      ok: false,
      error: { kind: "unit-does-not-convert", from, to },
    });
  });

  // 3千元 is 0.3万元; 3000 of the row's own unit is the other reading.
  test.each([
    ["3千", "万元", ["0.3万元", "3000万元"]],
    ["5百", "亿元", ["0.000005亿元", "500亿元"]],
    ["2.5千", "万人", ["0.25万人", "2500万人"]],
    ["5百", "千元", ["0.5千元", "500千元"]],
  ])("refuses %s in a column of %s with both readings", (text, unit, mends) => {
    expect(parseQuantity(text, unit)).toEqual({
      ok: false,
      error: { kind: "ambiguous-number", text, mends },
    });
  });

  test.each([
    ["3千元", "万元", 3_000],
    ["3千万", "万元", 30_000_000],
    ["3千", "元", 3_000],
    ["5百", "家", 500],
  ])("reads %s in a column of %s, where it has one meaning", (text, unit, value) => {
    expect(parseQuantity(text, unit)).toMatchObject({ value: { value } });
  });

  test("refuses more digits than a number keeps", () => {
    expect(parseQuantity("1234567890123456", "元")).toMatchObject({ error: { kind: "too-many-digits" } });
  });

  test.each(["亿元", "家", "%"])(
    "refuses a number in %s that no double holds, or that another unit would make endless",
    (unit) => {
      for (const zeros of [400, 300, 100])
        for (const sign of ["", "-"])
          expect(parseQuantity(`${sign}1${"0".repeat(zeros)}`, unit)).toMatchObject({
            error: { kind: "too-many-digits" },
          });
      expect(parseQuantity(`1${"0".repeat(60)}`, unit).ok).toBe(true);
    },
  );

  test("reads back what it formats, in every unit", () => {
    fc.assert(
      fc.property(
        unitText.chain((unit) => quantityIn(unit)),
        fc.boolean(),
        (quantity, thousands) => {
          const text = formatQuantity(quantity, { thousands });
          expect(parseQuantity(text, quantity.unit)).toEqual({ ok: true, value: quantity });
        },
      ),
    );
  });

  test("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), unitText, (text, unit) => {
        expect(typeof parseQuantity(text, unit).ok).toBe("boolean");
      }),
    );
  });
});

describe("formatQuantity", () => {
  test.each([
    [{ value: 230_000_000, unit: "亿元", decimals: 1 }, "2.3 亿元"],
    [{ value: 230_000_000, unit: "亿元", decimals: null }, "2.3 亿元"],
    [{ value: 41_140_000, unit: "万元", decimals: 0 }, "4114 万元"],
    [{ value: 2.5, unit: "%", decimals: 2 }, "2.50 %"],
    [{ value: 0.1 + 0.2, unit: "%", decimals: null }, "0.3 %"],
    [{ value: 33, unit: "家", decimals: 0 }, "33 家"],
    [{ value: 33, unit: "", decimals: 0 }, "33"],
    [{ value: 0.0000001, unit: "%", decimals: null }, "0.0000001 %"],
    [{ value: -0.001, unit: "%", decimals: 1 }, "0.0 %"],
  ])("shows %j as %s", (quantity, text) => {
    expect(formatQuantity(quantity)).toBe(text);
  });

  test("groups thousands where asked", () => {
    expect(formatQuantity({ value: 1_234_567.8, unit: "元", decimals: 2 }, { thousands: true })).toBe(
      "1,234,567.80 元",
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "shows %d as a dash",
    (value) => {
      expect(formatNumber(value, 1)).toBe("—");
    },
  );

  test("writes very large numbers without an exponent", () => {
    expect(formatNumber(1e22, null)).toBe("10000000000000000000000");
    // 4092328396.15 亿 in units: the digits after the fifteenth are binary noise
    expect(formatNumber(-409_232_839_615e7, 0)).toBe("-4092328396150000000");
  });
});

test("quantityOf takes a number in its printed unit to the base unit without noise", () => {
  expect(quantityOf(2.3, "亿元", 1)).toEqual({ value: 230_000_000, unit: "亿元", decimals: 1 });
  // JavaScript prints this number with an exponent of its own.
  expect(quantityOf(0.0000000014, "亿元", 10).value).toBe(0.14);
});
