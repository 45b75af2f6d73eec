import { describe, expect, test } from "vitest";
import { year } from "#core/plan/ids.ts";
import { liveReading } from "#renderer/features/grid/cell/live-reading.ts";
import { draft, draftSource, rowOf, words } from "../grid-fixtures.ts";

const firms = rowOf(draft, "national-high-tech-enterprises");
const target = { kind: "target", year: year(2025), role: "final" } as const;
const base = { kind: "observation", year: year(2020), role: "base" } as const;
const read = (column: typeof target | typeof base, text: string) =>
  liveReading(draftSource(), firms, column, text, words());

describe("what a text is read as while it is typed", () => {
  test("is a target's form with the growth that it asks for", () => {
    // The base is 33 of 2020: (66 / 33)^(1/5) − 1 = 14.9 %.
    expect(read(target, "达到66")).toEqual({ text: "读作：达到66家；所需年均增长：14.9 %", wrong: false });
    expect(read(target, "达到六十六家")).toEqual(read(target, "达到66"));
  });

  test("is a value in the unit of its row", () => {
    expect(read(base, "１，２００")).toEqual({ text: "读作：1200 家", wrong: false });
  });

  test("is the reason where it cannot be read, and nothing for an empty cell or one that takes any text", () => {
    expect(read(target, "3—2家")?.wrong).toBe(true);
    expect(read(target, " ")).toBeNull();
    expect(liveReading(draftSource(), firms, { kind: "department" }, "统计局", words())).toBeNull();
  });
});
