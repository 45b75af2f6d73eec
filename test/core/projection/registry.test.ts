import { describe, expect, test } from "vitest";
import { PROJECTION_METHODS, project } from "#core/projection/registry.ts";

const input = { lastYear: 2020, lastValue: 100, years: [2021, 2022, 2025] };

describe("project", () => {
  // x_{t−1}·(1+g): 100·1.1, 100·1.1², 100·1.1⁵
  test("compounds growth from the last value", () => {
    const values = project("growth", input, { g: 10 });
    const expected = [110, 121, 161.051].map((value) => expect.closeTo(value, 9) as number);
    expect(values.ok && [...values.value]).toEqual(expected);
  });

  test("moves in a straight line to the target and stays there", () => {
    const years = [2021, 2022, 2023, 2024, 2025];
    const values = project("to-target-linear", { ...input, years }, { level: 160, year: 2023 });
    expect(values.ok && [...values.value]).toEqual([120, 140, 160, 160, 160]);
  });

  test("grows at one rate to the target", () => {
    const values = project(
      "to-target-geometric",
      { ...input, years: [2021, 2022] },
      { level: 121, year: 2022 },
    );
    const expected = [110, 121].map((value) => expect.closeTo(value, 9) as number);
    expect(values.ok && [...values.value]).toEqual(expected);
  });

  test.each([
    ["growth", {}, { kind: "missing-parameter", name: "g" }],
    ["growth", { g: -101 }, { kind: "out-of-range", name: "g", value: -101 }],
    ["growth", { g: Number.NaN }, { kind: "out-of-range", name: "g", value: Number.NaN }],
    ["to-target-linear", { level: 1 }, { kind: "missing-parameter", name: "year" }],
    ["to-target-linear", { level: 1, year: 2020 }, { kind: "out-of-range", name: "year", value: 2020 }],
    ["to-target-geometric", { level: 0, year: 2025 }, { kind: "not-positive", name: "level" }],
  ] as const)("%s refuses %j and says why", (method, parameters, error) => {
    expect(project(method, input, parameters)).toEqual({ ok: false, error });
  });

  test("refuses to project no years", () => {
    expect(project("growth", { ...input, years: [] }, { g: 1 })).toEqual({
      ok: false,
      error: { kind: "no-years" },
    });
  });

  test("every method has an id of its own", () => {
    const ids = PROJECTION_METHODS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
