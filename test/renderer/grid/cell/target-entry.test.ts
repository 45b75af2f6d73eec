import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTarget } from "#core/indicator/format-target.ts";
import { parseTarget } from "#core/indicator/parse-target.ts";
import {
  partsOf,
  rewordedEntry,
  TARGET_FORMS,
  type TargetEntry,
  targetEntry,
} from "#renderer/features/grid/cell/target-entry.ts";

const read = (text: string, unit: string) => {
  const target = parseTarget(text, unit, "neither");
  if (!target.ok) throw new Error(`${text}: ${target.error.kind}`);
  return target.value;
};

const entryWording = (entry: TargetEntry, unit: string) =>
  rewordedEntry(entry, null, { unit, direction: "neither" });

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

  test.each([
    ["年均增长12%（累计法）", "亿元", "13", "年均增长13%（累计法）"],
    ["年均增长12%左右", "亿元", "13", "年均增长13%左右"],
    ["年均增长12%以上", "亿元", "-3.5", "年均下降3.5%以上"],
    ["100家左右（±3%）", "家", "120", "120家左右（±3%）"],
    ["累计完成110亿元以上", "亿元", "120", "累计完成120亿元以上"],
    ["不低于20家", "家", "25", "不低于25家"],
    ["20家以上", "家", "25", "25家以上"],
    ["突破100家", "家", "120", "突破120家"],
    ["增加5家", "家", "6", "增加6家"],
  ])("changes nothing but the number of %s", (text, unit, first, expected) => {
    const target = read(text, unit);
    const entry = { ...targetEntry(target), first };
    expect(rewordedEntry(entry, target, { unit, direction: "neither" })).toBe(expected);
  });

  test("is worded anew in another form", () => {
    const entry = { form: "exceed", first: "25", second: "" } as const;
    const wording = rewordedEntry(entry, read("不低于20家", "家"), { unit: "家", direction: "neither" });
    expect(wording).toBe("超过25家");
  });

  test("takes a number with a unit of its own", () => {
    const entry = { form: "atLeast", first: "2.3亿", second: "" } as const;
    expect(formatTarget(read(entryWording(entry, "亿元"), "亿元"))).toBe("达到2.3亿元");
  });
});
