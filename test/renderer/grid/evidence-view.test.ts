import { describe, expect, test } from "vitest";
import { year } from "#core/plan/ids.ts";
import { evidenceView, sectionPath } from "#renderer/features/grid/evidence-view.ts";
import { printStatement, statementCaption } from "#renderer/features/grid/printed-statement.ts";
import { bundledSource, draftSource, enping, rowOf, words } from "./grid-fixtures.ts";

const t = words();
const firms = rowOf(enping, "national-high-tech-enterprises");
const base = { kind: "observation", year: year(2020), role: "base" } as const;

describe("the evidence of a cell", () => {
  test("is the statement that backs its value", () => {
    const column = { kind: "observation", year: year(2015), role: "base" } as const;
    const view = evidenceView(bundledSource(enping), firms, column);
    // 9 national high-tech enterprises in 2015, line 64 of the document.
    expect(view?.source?.statement).toMatchObject({
      kind: "observation",
      year: 2015,
      value: 9,
      evidence: { line: 64 },
    });
    expect(view?.others.map(({ statement }) => [statement.year, statement.value])).toEqual([[2020, 33]]);
  });

  test("of a base that stands in is the predecessor's target, named with the plan of its document", () => {
    const view = evidenceView(draftSource(), firms, base);
    expect(view?.source?.plan.title).toBe(enping.title);
    expect(view?.source?.statement).toMatchObject({ kind: "target", year: 2020, value: 33 });
  });

  test("of a base of another year is the statement of that year", () => {
    const view = evidenceView(draftSource(), rowOf(enping, "rd-expenditure"), base);
    expect(view?.source?.statement).toMatchObject({ kind: "observation", year: 2015, value: 2.3 });
  });

  test("names a statement once, though draft and predecessor both hold it", () => {
    const places = evidenceView(draftSource(), firms, { kind: "name" })?.others.map(
      ({ statement }) => `${statement.evidence?.start} ${statement.value}`,
    );
    expect(new Set(places).size).toBe(places?.length);
    expect(places?.length).toBeGreaterThan(0);
  });

  test("is missing for a target of the planner's own", () => {
    const column = { kind: "target", year: year(2025), role: "final" } as const;
    expect(evidenceView(draftSource(), firms, column)?.source).toBeNull();
  });

  test("compares with the superior plan's indicator of the same concept", () => {
    const view = evidenceView(draftSource(), rowOf(enping, "high-tech-enterprises"), base);
    // Jiangmen: 1845 in 2020, 2600 in 2025; (2600/1845)^(1/5) − 1 = 7.1 %.
    expect(view?.superior).toMatchObject({ base: { year: 2020, text: "1845" }, target: { year: 2025 } });
    expect(view?.superior?.growth).toMatchObject({ kind: "rate" });
    const rate = view?.superior?.growth.kind === "rate" ? view.superior.growth.rate : 0;
    expect(rate).toBeCloseTo((2600 / 1845) ** (1 / 5) - 1, 10);
  });

  test("has no comparison where the superior plan counts something else", () => {
    expect(evidenceView(draftSource(), firms, base)?.superior).toBeNull();
  });
});

describe("a place in the document", () => {
  const outline = [
    { heading: "一、总体目标", level: 1, line: 6, start: null },
    { heading: "二、主要任务", level: 1, line: 10, start: null },
    { heading: "（一）考核指标", level: 2, line: 12, start: null },
    { heading: "（二）产业", level: 2, line: 18, start: null },
  ];

  test.each([
    [3, []],
    [6, ["一、总体目标"]],
    [14, ["二、主要任务", "（一）考核指标"]],
    [40, ["二、主要任务", "（二）产业"]],
  ])("on line %i stands below its headings", (line, path) => {
    expect(sectionPath(outline, line)).toEqual(path);
  });

  test("is not placed below a heading that shares its line with others", () => {
    const flattened = outline.map((entry) => ({ ...entry, line: 2 }));
    expect(sectionPath(flattened, 2)).toEqual([]);
  });
});

describe("a statement", () => {
  const statement = enping.statements.find(
    ({ kind, value, year: at }) => kind === "observation" && value === 9 && at === 2015,
  );
  if (statement === undefined) throw new Error("The 9 enterprises of 2015 are gone");

  test.each([
    ["level", { value: 9 }, "9 家"],
    ["exceed", { value: 2200 }, "超 2200 家"],
    ["between", { value: null, low: 2, high: 3 }, "2—3 家"],
    ["floorStretch", { value: null, floor: 100, stretch: 130 }, "100—130 家"],
    ["cumulative", { value: 110, unit: "亿元" }, "累计 110 亿元"],
    ["change", { value: 1.22, unit: "个百分点", decimals: 2 }, "增加 1.22 个百分点"],
    ["change", { value: -4, unit: "家" }, "减少 4 家"],
    ["averageGrowth", { value: 12, unit: "%" }, "年均 12 %"],
    ["fullCoverage", { value: null }, "全覆盖"],
  ] as const)("of the form %s prints its numbers in the printed unit", (form, numbers, text) => {
    expect(printStatement({ ...statement, form, ...numbers }, t)).toBe(text);
  });

  test("is captioned by year and kind", () => {
    expect(statementCaption(statement, t)).toBe("2015 年实绩");
    expect(statementCaption({ ...statement, year: null }, t)).toBe("年份未注明，实绩");
  });
});
