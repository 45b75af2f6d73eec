import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTarget } from "#core/indicator/format-target.ts";
import { parseTarget } from "#core/indicator/parse-target.ts";
import {
  entryWording,
  partsOf,
  TARGET_FORMS,
  targetEntry,
} from "#renderer/features/grid/cell/target-entry.ts";

const read = (text: string, unit: string) => {
  const target = parseTarget(text, unit, "neither");
  if (!target.ok) throw new Error(`${text}: ${target.error.kind}`);
  return target.value;
};

describe("a target as fields", () => {
  test.each([
    ["保底100家，力争130家", "家", "floorStretch", "100", "130"],
    ["2—3家", "家", "between", "2", "3"],
    ["年均增长12%以上", "家", "averageGrowth", "12", ""],
    ["年均下降3.5%", "%", "averageGrowth", "-3.5", ""],
    ["提高0.33个百分点", "%", "increase", "0.33", ""],
    ["控制在1.5%以内", "%", "atMost", "1.5", ""],
    ["累计完成3亿元", "亿元", "cumulative", "3", ""],
    ["实现突破", "件", "qualitative", "实现突破", ""],
    ["全覆盖", "%", "fullCoverage", "", ""],
  ])("is read from its wording: %s", (text, unit, form, first, second) => {
    expect(targetEntry(read(text, unit))).toEqual({ form, first, second });
  });

  test("writes a wording of its form with its numbers, whatever they are", () => {
    const numbers = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(
        fc.constantFrom(...TARGET_FORMS),
        numbers,
        numbers,
        fc.constantFrom("家", "%"),
        (form, a, b, unit) => {
          fc.pre(form !== "qualitative");
          const [low, high] = [String(Math.min(a, b)), String(Math.max(a, b))];
          const parts = partsOf(form);
          const entry = { form, first: parts === 0 ? "" : low, second: parts === 2 ? high : "" };
          expect(targetEntry(read(entryWording(entry, unit), unit))).toEqual(entry);
        },
      ),
    );
  });

  test("takes a number with a unit of its own", () => {
    const entry = { form: "atLeast", first: "2.3亿", second: "" } as const;
    expect(formatTarget(read(entryWording(entry, "亿元"), "亿元"))).toBe("达到2.3亿元");
  });
});
