import { describe, expect, test } from "vitest";
import { year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { evidenceView } from "#renderer/features/grid/evidence-view.ts";
import { statementCaption } from "#renderer/i18n/statement-text.ts";
import { printStatement } from "#renderer/evidence/printed-statement.ts";
import { seedPlan } from "../../seed-plan.ts";
import { bundledSource, draftSource, enping, rowOf, words } from "./grid-fixtures.ts";

const t = words();

/** Two rows of a plan with one concept; throws where there are none. */
function sharingConcept({ indicators }: Plan): readonly [number, number] {
  for (const [second, { concept }] of indicators.entries()) {
    const first = indicators.findIndex((other) => concept !== null && other.concept === concept);
    if (first >= 0 && first < second) return [first, second];
  }
  throw new Error("Each row has a concept of its own");
}

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

  test("of one row has nothing of another row of the same concept", () => {
    // Taishan promises a total of investments and their growth: two rows of one concept, side by side in line 122.
    const taishan = seedPlan("taishan-13");
    const [first, second] = sharingConcept(taishan);
    const others = evidenceView(bundledSource(taishan), second, { kind: "name" })?.others ?? [];
    const strangers = others.filter(({ statement }) => statement.indicator === taishan.indicators[first]?.id);
    expect(strangers).toEqual([]);
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

describe("a statement", () => {
  const statement = enping.statements.find(
    ({ kind, value, year: at }) => kind === "observation" && value === 9 && at === 2015,
  );
  if (statement === undefined) throw new Error("The 9 enterprises of 2015 are gone");

  test("without a figure says so", () => {
    expect(printStatement(enping, { ...statement, form: "qualitative", value: null }, t)).toBe("文字表述");
  });

  test("without a figure is quoted from the target that it backs", () => {
    // Shaoguan's plan, line 8: 科技创新整体水平跃居粤东西北地区前列.
    const shaoguan = seedPlan("shaoguan-2017");
    const standing = shaoguan.statements.find(({ indicator }) => indicator?.endsWith("/overall-standing"));
    if (standing === undefined) throw new Error("The overall standing is gone");
    expect(printStatement(shaoguan, standing, t)).toBe("跃居粤东西北地区前列");
  });

  test("is captioned by year and kind", () => {
    expect(statementCaption(statement, t)).toBe("2015 年实绩");
    expect(statementCaption({ ...statement, year: null }, t)).toBe("年份未注明，实绩");
    const period = { start: year(2011), end: year(2015) };
    expect(statementCaption({ ...statement, period }, t)).toBe("2011—2015 年合计实绩");
    const yearly = { ...statement, period, wording: "yearly-average" };
    expect(statementCaption(yearly, t)).toBe("2011—2015 年年均实绩");
    const average = { ...statement, kind: "target", form: "averageGrowth", period } as const;
    expect(statementCaption(average, t)).toBe("2011—2015 年年均目标");
  });
});
