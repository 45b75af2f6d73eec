import { describe, expect, test } from "vitest";
import { nextPlan } from "#core/plan/draft.ts";
import { planId, year } from "#core/plan/ids.ts";
import { cellView, standsIn } from "#renderer/features/grid/cell-view.ts";
import { editText } from "#renderer/features/grid/edit-text.ts";
import { evidenceLevel } from "#renderer/features/grid/evidence-level.ts";
import { gridColumns } from "#renderer/features/grid/grid-columns.ts";
import { columnName, plainText, printCell } from "#renderer/features/grid/printed-cell.ts";
import { seedPlan } from "../../seed-plan.ts";
import { bundledSource, draft, draftSource, edited, enping, rowOf, words } from "./grid-fixtures.ts";

const t = words();
const observed = (at: number, role: "actual" | "base") =>
  ({ kind: "observation", year: year(at), role }) as const;
const target2020 = { kind: "target", year: year(2020), role: "final" } as const;
const target2025 = { kind: "target", year: year(2025), role: "final" } as const;
const rd = rowOf(enping, "rd-intensity");
const firms = rowOf(enping, "national-high-tech-enterprises");

describe("a cell of a bundled plan", () => {
  const source = bundledSource(enping);

  test("prints the number alone, with the digits of the document", () => {
    // 1.5 % in 2015.
    expect(cellView(source, rd, observed(2015, "base"))).toMatchObject({
      text: "1.5",
      unit: "%",
      basis: "stated",
    });
  });

  test("says that a value is derived", () => {
    // 0.28 = 1.5 − 1.22, so it is not printed anywhere.
    const view = cellView(source, rd, observed(2010, "actual"));
    expect(view).toMatchObject({ kind: "value", text: "0.28", basis: "derived" });
    expect(printCell(view, observed(2010, "actual"), t)).toMatchObject({
      tone: "plain",
      marks: [{ kind: "derived", label: "推算" }],
      tip: "由原文数据推算",
    });
  });

  test("keeps the official wording of the last target", () => {
    const view = cellView(source, firms, target2020);
    expect(printCell(view, target2020, t).text).toBe("达到33家");
  });

  test("prints a dash where nothing is stated, and never a number", () => {
    for (const column of gridColumns(enping, { predecessor: null, addedYears: [] })) {
      for (const row of enping.indicators.keys()) {
        expect(plainText(printCell(cellView(source, row, column), column, t))).not.toMatch(
          /NaN|Infinity|undefined/,
        );
      }
    }
    expect(printCell(cellView(source, rd, { kind: "department" }), { kind: "department" }, t).text).toBe("—");
  });

  test("gives growth as a rate, and for shares the points beside it", () => {
    // (2.5 / 1.5)^(1/5) − 1 = 10.8 %, (2.5 − 1.5) / 5 = 0.20 points a year (domain.md section 4).
    const cell = printCell(cellView(source, rd, { kind: "growth" }), { kind: "growth" }, t);
    expect(cell).toMatchObject({ text: "10.8 %", second: "0.20 个百分点" });
  });

  test("cannot be edited", () => {
    expect(editText(source, rd, target2020)).toBeNull();
  });
});

describe("a cell of a plan whose targets have milestones", () => {
  test("prints a milestone as the bare number, the wording only where the number would say less", () => {
    const plan = seedPlan("shaoguan-2017");
    const column = { kind: "target", year: year(2018), role: "milestone" } as const;
    const print = (id: string) =>
      printCell(cellView(bundledSource(plan), rowOf(plan, id), column), column, t).text;
    const [share, coverage] = plan.indicators.filter(({ targets }) => targets[0]?.year === 2018);
    expect(print(share?.id.split("/")[1] ?? "")).toBe("20");
    expect(print(coverage?.id.split("/")[1] ?? "")).toBe("全覆盖");
  });
});

describe("a cell of a draft", () => {
  test("shows the predecessor's target as its base, marked as standing in", () => {
    const view = cellView(draftSource(), firms, observed(2020, "base"));
    expect(view).toMatchObject({
      text: "33",
      basis: "provisional",
      from: "predecessor-target",
      otherYear: null,
    });
    expect(printCell(view, observed(2020, "base"), t)).toMatchObject({
      tone: "estimated",
      marks: [{ kind: "estimated", label: "暂用" }],
      tip: "无基期年实绩，暂用前期规划的目标",
    });
  });

  test("names the year of a base that is an older value", () => {
    // 研究与开发（R&D）投入: 2.3 亿元 in 2015 and no target for 2020.
    const column = observed(2020, "base");
    const view = cellView(draftSource(), rowOf(draft, "rd-expenditure"), column);
    expect(printCell(view, column, t)).toMatchObject({
      text: "2.3",
      boxed: "2015",
      tip: "无基期年实绩，暂用 2015 年数据",
    });
  });

  test("tells a value that only stands in from one of the cell's own", () => {
    const base = observed(2020, "base");
    expect(standsIn(cellView(draftSource(), firms, base))).toBe(true);
    expect(standsIn(cellView(draftSource(), rowOf(draft, "rd-expenditure"), base))).toBe(true);
    const own = edited(draft, firms, { field: { kind: "observation", year: year(2020) }, text: "33" });
    expect(standsIn(cellView(draftSource(own), firms, base))).toBe(false);
    expect(cellView(draftSource(own), firms, base)).toMatchObject({ text: "33", basis: "estimated" });
  });

  test("shows the predecessor's target as a number that cannot be edited", () => {
    const column = { kind: "predecessorTarget", year: year(2020) } as const;
    expect(printCell(cellView(draftSource(), firms, column), column, t).text).toBe("33");
    expect(editText(draftSource(), firms, column)).toBeNull();
  });

  test("shows the predecessor's target of the same row where two rows share a concept", () => {
    // Taishan: investments grow by about 25 % a year and add up to 110 亿元.
    const taishan = seedPlan("taishan-13");
    const next = nextPlan(taishan, null, { id: planId("next"), title: "草案" });
    const source = { ...draftSource(next), predecessor: taishan };
    const column = { kind: "predecessorTarget", year: year(2020) } as const;
    const row = next.indicators.findIndex(({ name }) => name === "工业技术改造投资累计完成额");
    expect(printCell(cellView(source, row, column), column, t).text).toBe("累计完成110亿元");
  });

  test("gives growth to floor and stretch", () => {
    // (100/33)^(1/5) − 1 = 24.8 %, (130/33)^(1/5) − 1 = 31.5 %.
    const plan = edited(draft, firms, {
      field: { kind: "target", year: year(2025) },
      text: "保底100家，力争130家",
    });
    const source = draftSource(plan);
    expect(printCell(cellView(source, firms, { kind: "growth" }), { kind: "growth" }, t).text).toBe(
      "24.8～31.5 %",
    );
    expect(editText(source, firms, target2025)).toBe("保底100家，力争130家");
  });

  test("keeps input that could not be read, with its reason, and growth says so", () => {
    const plan = edited(draft, firms, { field: { kind: "target", year: year(2025) }, text: "3—2家" });
    const source = draftSource(plan);
    const view = cellView(source, firms, target2025);
    expect(view).toMatchObject({
      kind: "rejected",
      text: "3—2家",
      reason: { kind: "low-above-high", mend: "2—3家" },
    });
    expect(editText(source, firms, target2025)).toBe("3—2家");
    expect(printCell(cellView(source, firms, { kind: "growth" }), { kind: "growth" }, t)).toMatchObject({
      text: "未读成目标",
      tone: "error",
    });
  });

  test("says that a department is missing", () => {
    const cell = printCell(cellView(draftSource(), rd, { kind: "department" }), { kind: "department" }, t);
    expect(cell).toMatchObject({ text: "未指定", tone: "warn" });
  });

  test("begins an attribute's text in the words of plans, whatever the language", () => {
    const plan = edited(draft, rd, { field: { kind: "attribute" }, text: "binding" });
    expect(editText(draftSource(plan), rd, { kind: "attribute" })).toBe("约束性");
  });
});

describe("the dot of an indicator", () => {
  test("is full where statements stand behind base and target", () => {
    expect(evidenceLevel(enping, firms)).toBe("full");
  });

  test("is half where one of them is missing or derived", () => {
    expect(evidenceLevel(enping, rowOf(enping, "rd-expenditure"))).toBe("part");
    expect(evidenceLevel(draft, firms)).toBe("part");
  });

  const bare = (source: string | null) => ({
    ...draft,
    indicators: draft.indicators.map((each) => ({
      ...each,
      ...{ base: null, sources: [] },
      remarks: [{ field: { kind: "target", year: year(2025) } as const, note: null, source }],
    })),
  });

  test("is a ring where all is the planner's own", () => {
    expect(evidenceLevel(bare(null), firms)).toBe("none");
    expect(evidenceLevel(bare("规划编制者估计"), firms)).toBe("none");
  });

  test("is half where the planner names a source", () => {
    expect(evidenceLevel(bare("2025 年统计公报"), firms)).toBe("part");
  });
});

test("a column is named by year and role, in the reader's language", () => {
  expect(columnName(observed(2020, "base"), t)).toBe("2020 基期");
  expect(columnName(target2025, words("en"))).toBe("2025 target as worded");
});
