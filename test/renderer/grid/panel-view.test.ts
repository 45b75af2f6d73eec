import { describe, expect, test } from "vitest";
import { copyPlan } from "#core/plan/draft.ts";
import { planId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import { cellView } from "#renderer/features/grid/cell-view.ts";
import { gridColumns } from "#renderer/features/grid/grid-columns.ts";
import { panelView } from "#renderer/features/grid/panel-view.ts";
import { printCell, spokenText } from "#renderer/features/grid/printed-cell.ts";
import { statementCell } from "#renderer/features/grid/statement-cell.ts";
import { seedPlan } from "../../seed-plan.ts";
import { bundledSource, draft, draftSource, edited, enping, rowOf, words } from "./grid-fixtures.ts";

const t = words();
const shaoguan = seedPlan("shaoguan-2017");
const source = bundledSource(shaoguan);
const columns = gridColumns(shaoguan, { predecessor: null, addedYears: [] });
const incubators = rowOf(shaoguan, "national-tech-incubators");
const target2020 = { kind: "target", year: year(2020), role: "final" } as const;

function stated(line: number): Statement {
  const found = shaoguan.statements.find(
    ({ indicator, evidence }) => indicator === shaoguan.indicators[incubators]?.id && evidence?.line === line,
  );
  if (found === undefined) throw new Error(`Nothing in line ${line}`);
  return found;
}

describe("a cell whose statements disagree", () => {
  // 2—3家 in line 32 (the tasks), 3家 in line 68 (the measures).
  const view = cellView(source, incubators, target2020);

  test("bears a mark that says what is stated", () => {
    const cell = printCell(view, target2020, t);
    expect(cell.marks).toEqual([{ kind: "disagreement", label: "两处表述不一致：2—3家／3家" }]);
    expect(spokenText(cell, t)).toBe("2—3家，两处表述不一致：2—3家／3家");
    expect(cell.tip).toBe("2—3家\n两处表述不一致：2—3家／3家");
  });

  test("names the official statement and the reason", () => {
    const panel = panelView(source, columns, null, { index: incubators, column: target2020 });
    const [disagreement] = panel.kind === "cell" ? panel.view.disagreements : [];
    expect(disagreement?.official).toBe(stated(32).id);
    expect(disagreement?.statements.map(({ statement }) => statement.evidence?.line)).toEqual([32, 68]);
    const settled = shaoguan.disagreements.find(({ official }) => official === stated(32).id);
    expect(disagreement?.reason).toBe(settled?.reason);
  });

  test("loses it in a copy once the planner writes a value of their own", () => {
    const copy = copyPlan(shaoguan, { id: planId("copy"), title: "副本" });
    const own = edited(copy, incubators, { field: { kind: "target", year: year(2020) }, text: "达到4家" });
    const marks = (plan: Plan) =>
      printCell(cellView(bundledSource(plan), incubators, target2020), target2020, t).marks;
    expect(marks(copy)).toHaveLength(1);
    expect(marks(own)).toEqual([]);
    const panel = panelView(bundledSource(own), columns, null, { index: incubators, column: target2020 });
    expect(panel.kind === "cell" ? panel.view.disagreements : null).toEqual([]);
  });

  test("has none where the statements agree", () => {
    const row = rowOf(shaoguan, "provincial-tech-incubators");
    expect(printCell(cellView(source, row, target2020), target2020, t).marks).toEqual([]);
  });
});

describe("a statement leads to a cell", () => {
  const column = (statement: Statement) => statementCell(shaoguan, columns, statement)?.column;

  test("that it backs, or that is of its kind and year", () => {
    expect(column(stated(32))).toBe("target-2020");
    expect(column(stated(68))).toBe("target-2020");
  });

  test("that bears the name where the table has no such year", () => {
    expect(column({ ...stated(68), year: year(2030) })).toBe("name");
    expect(column({ ...stated(68), year: null })).toBe("name");
  });

  test("of the predecessor's targets in a draft", () => {
    const promised = draft.statements.find(({ kind, year: at }) => kind === "target" && at === 2020);
    const drafted = gridColumns(draft, { predecessor: enping, addedYears: [] });
    if (promised === undefined) throw new Error("Enping promises nothing");
    expect(statementCell(draft, drafted, promised)?.column).toBe("predecessorTarget-2020");
  });

  test("only where it is about an indicator", () => {
    expect(statementCell(shaoguan, columns, { ...stated(68), indicator: null })).toBeNull();
  });
});

describe("the panel of what was picked", () => {
  test("is the statement, with the official value of its cell", () => {
    const panel = panelView(source, columns, { kind: "statement", id: stated(68).id }, null);
    expect(panel).toMatchObject({
      kind: "statement",
      about: "国家级科技企业孵化器",
      cell: { backedBy: "other", view: { wording: "2—3家" } },
      disagreements: [{ official: stated(32).id }],
    });
    const official = panelView(source, columns, { kind: "statement", id: stated(32).id }, null);
    expect(official).toMatchObject({ cell: { backedBy: "this" } });
  });

  test("is the active cell where what was picked is gone", () => {
    const gone = { kind: "statement", id: enping.statements[0]?.id ?? stated(32).id } as const;
    const active = { index: incubators, column: target2020 };
    expect(panelView(source, columns, gone, active)).toMatchObject({ kind: "cell" });
    expect(panelView(source, columns, gone, null)).toEqual({ kind: "nothing" });
  });

  test("of a draft names the plan whose document it stands in", () => {
    const [carried] = draft.statements;
    if (carried === undefined) throw new Error("The draft carries nothing");
    const panel = panelView(draftSource(), [], { kind: "statement", id: carried.id }, null);
    expect(panel.kind === "statement" ? panel.placed.plan.title : null).toBe(enping.title);
  });
});
