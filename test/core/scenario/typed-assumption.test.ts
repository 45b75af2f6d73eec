import { describe, expect, test } from "vitest";
import { LINEAR } from "#core/path/path-shape.ts";
import type { Assumption } from "#core/projection/assumption.ts";
import { typedConstant, withoutYear, withTypedYear } from "#core/scenario/typed-assumption.ts";

const growth: Assumption = { method: "growth", rate: 5, byYear: [] };
const step: Assumption = { method: "step", delta: 0.15, byYear: [{ year: 2017, value: 0.3 }] };
const toTarget: Assumption = {
  ...{ method: "toTarget", shape: LINEAR, year: 2020, level: 2.5, aim: "floor" },
  held: [{ year: 2017, value: 2.1 }],
};
const projected = [
  { year: 2016, value: 60 },
  { year: 2017, value: 70 },
];
const ground = (unit: string) => ({ unit, projected });

describe("what is typed into a year", () => {
  test.each<[string, Assumption, number, string, string, object]>([
    [
      "a rate sets the year apart",
      growth,
      2016,
      "8",
      "家",
      { ...growth, byYear: [{ year: 2016, value: 8 }] },
    ],
    ["a rate may say its %", growth, 2016, "８％", "家", { byYear: [{ year: 2016, value: 8 }] }],
    [
      "a step of a share is in percentage points",
      step,
      2016,
      "+0.2个百分点",
      "%",
      {
        byYear: [
          { year: 2016, value: 0.2 },
          { year: 2017, value: 0.3 },
        ],
      },
    ],
    ["a step is in the printed unit", step, 2017, "−1", "亿元", { byYear: [{ year: 2017, value: -1e8 }] }],
    [
      "a path is held, and follows the plan's target no longer",
      toTarget,
      2018,
      "2.2",
      "%",
      {
        held: [
          { year: 2017, value: 2.1 },
          { year: 2018, value: 2.2 },
        ],
        level: 2.5,
        aim: null,
      },
    ],
    ["its last year is its level", toTarget, 2020, "2.6%", "%", { level: 2.6, aim: null }],
    [
      "another method becomes values, the other years as they are on show",
      { method: "hold" },
      2017,
      "80",
      "家",
      {
        method: "series",
        values: [
          { year: 2016, value: 60 },
          { year: 2017, value: 80 },
        ],
      },
    ],
  ])("%s", (_what, assumption, year, text, unit, expected) => {
    expect(withTypedYear(assumption, year, text, ground(unit))).toMatchObject({ ok: true, value: expected });
  });

  test.each([
    ["no number", "很多", { kind: "unreadable", meaning: "growth" }],
    ["a rate that no year can have", "-120", { kind: "out-of-range", min: -100, max: 1000 }],
  ])("%s is refused", (_what, text, error) => {
    expect(withTypedYear(growth, 2016, text, ground("家"))).toEqual({ ok: false, error });
  });

  test("emptying a year gives it back to the method, and tells where there was nothing of its own", () => {
    expect(withoutYear(step, 2017)).toEqual({ ...step, byYear: [] });
    expect(withoutYear(step, 2018)).toBeNull();
    expect(withoutYear({ method: "series", values: [{ year: 2016, value: 1 }] }, 2016)).toBeNull();
  });
});

test.each<[string, string, Assumption | null]>([
  ["8%", "家", { method: "growth", rate: 8, byYear: [] }],
  ["+20", "家", { method: "step", delta: 20, byYear: [] }],
  ["0.2个百分点", "%", { method: "step", delta: 0.2, byYear: [] }],
  ["=[gdp] × 2", "亿元", { method: "formula", text: "[gdp] × 2" }],
  ["也许", "家", null],
])("%s typed as a method means it for all years", (text, unit, expected) => {
  expect(typedConstant({ method: "hold" }, text, unit)).toEqual(expected);
});
