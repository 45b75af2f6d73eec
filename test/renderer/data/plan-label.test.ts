import { describe, expect, test } from "vitest";
import { year } from "#core/plan/ids.ts";
import { fiveYearIndex, shortPlace } from "#renderer/data/plan-label.ts";

describe("the name of a five-year plan", () => {
  // 十一五 ran 2006—2010, and a new one starts every five years.
  test.each([
    [2006, 2010, 0],
    [2016, 2020, 2],
    [2021, 2025, 3],
    [2026, 2030, 4],
    [2017, 2020, null],
    [2015, 2019, null],
    [2001, 2005, null],
  ])("%i—%i", (start, end, index) => {
    expect(fiveYearIndex({ start: year(start), end: year(end) })).toBe(index);
  });
});

test.each([
  ["恩平市", "恩平"],
  ["惠来县", "惠来"],
  ["蓬江区", "蓬江"],
  ["滦县", "滦县"],
  ["Enping City", "Enping"],
])("%s is called %s where space is short", (name, short) => {
  expect(shortPlace(name)).toBe(short);
});
