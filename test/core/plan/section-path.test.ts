import { describe, expect, test } from "vitest";
import type { OutlineEntry } from "#core/plan/plan.ts";
import { sectionPath } from "#core/plan/section-path.ts";

const outline: readonly OutlineEntry[] = [
  { heading: "一、总体目标", level: 1, line: 6, start: 100 },
  { heading: "二、主要任务", level: 1, line: 10, start: 300 },
  { heading: "（一）考核指标", level: 2, line: 12, start: 400 },
  { heading: "（二）产业", level: 2, line: 18, start: 900 },
];

function headings(entries: readonly OutlineEntry[], line: number, start: number): readonly string[] {
  return sectionPath(entries, { line, start }).map(({ heading }) => heading);
}

describe("a place in the document", () => {
  const cases = [
    [3, 40, []],
    [6, 105, ["一、总体目标"]],
    [14, 520, ["二、主要任务", "（一）考核指标"]],
    [40, 2000, ["二、主要任务", "（二）产业"]],
  ] as const;

  test.each(cases)("on line %i, character %i stands below its headings", (line, start, path) => {
    expect(headings(outline, line, start)).toEqual(path);
  });

  test.each(cases)(
    "on line %i (character %i) does so too where only the lines of headings are known",
    (line, start, path) => {
      const lines = outline.map((entry) => ({ ...entry, start: null }));
      expect(headings(lines, line, start)).toEqual(path);
    },
  );

  test("is told by its character where all headings share one line, as in text from a PDF", () => {
    const flat = outline.map((entry) => ({ ...entry, line: 2 }));
    expect(headings(flat, 2, 520)).toEqual(["二、主要任务", "（一）考核指标"]);
  });

  test("is not placed below headings that share its line while their characters are not known", () => {
    const flat = outline.map((entry) => ({ ...entry, line: 2, start: null }));
    expect(headings(flat, 2, 520)).toEqual([]);
  });
});
