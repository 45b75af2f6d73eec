import { describe, expect, test } from "vitest";
import { convertible, parseUnit, unitOfDifference } from "#core/indicator/unit.ts";

describe("parseUnit", () => {
  // Factors are the definitions of 千, 万 and 亿.
  test.each([
    ["元", "money", 1],
    ["千元", "money", 1e3],
    ["万元", "money", 1e4],
    ["亿元", "money", 1e8],
    ["%", "percent", 1],
    ["％", "percent", 1],
    ["成", "percent", 10],
    ["个百分点", "percentage-point", 1],
    ["百分点", "percentage-point", 1],
    ["家", "count", 1],
    ["万件", "count", 1e4],
    ["人", "people", 1],
    ["万人", "people", 1e4],
    ["人年", "person-years", 1],
    ["件/万人", "other:件/万人", 1],
    ["座次", "other:座次", 1],
    ["", "other:", 1],
  ])("reads %s as %s with factor %d", (text, dimension, factor) => {
    expect(parseUnit(text)).toEqual({ text, dimension, factor });
  });

  test("never reads a magnitude before a percent sign", () => {
    expect(parseUnit("万%").factor).toBe(1);
  });
});

describe("convertible", () => {
  // Taishan prints 家 and 个 for one concept.
  test.each([
    ["家", "个", true],
    ["亿元", "万元", true],
    ["%", "个百分点", false],
    ["人", "家", false],
    ["人", "人年", false],
    ["件/万人", "件／万人", true],
    ["件/万人", "件", false],
    ["%", "家", false],
  ])("%s against %s is %s", (a, b, expected) => {
    expect(convertible(a, b)).toBe(expected);
  });
});

test.each([
  ["%", "个百分点"],
  ["百分比", "个百分点"],
  ["亿元", "亿元"],
  ["家", "家"],
])("values in %s differ in %s", (unit, expected) => {
  expect(unitOfDifference(unit)).toBe(expected);
});
