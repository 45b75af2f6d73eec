import { expect, test } from "vitest";
import { applyChanges } from "#core/command/apply-changes.ts";
import { applyCommand } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import { copyPlan } from "#core/plan/draft.ts";
import { conceptId, planId, year } from "#core/plan/ids.ts";
import { type ChangeContext, changeReport } from "#core/report/change-report.ts";
import type { Report, ReportTable } from "#core/report/report.ts";
import { sectionText } from "#core/report/draft/section-text.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { seedPlan } from "../../seed-plan.ts";
import { sampleContext } from "./sample-report.ts";

const draft = copyPlan(seedPlan("taishan-13"), { id: planId("draft"), title: "台山草案" });
const CONTEXT: ChangeContext = {
  names: {
    states: { before: "征求意见稿", after: "现稿" },
    concept: (id) => sampleContext(draft).concepts.get(id)?.zh ?? id,
    plan: () => "江门“十四五”",
    indicator: (_, id) => seedPlan("jiangmen-14").indicators.find((row) => row.id === id)?.name ?? id,
  },
  text: sampleContext(draft),
  scenarioLines: (difference) => (difference.kind === "renamed" ? [{ ...difference, item: "情景名称" }] : []),
};

function changed(command: Command) {
  const done = applyCommand(draft, command);
  if (!done.ok) throw new Error(done.error.kind);
  return applyChanges(draft, done.value);
}

test("tells each change of a cell with what was and is there", () => {
  const indicator = draft.indicators[0];
  if (indicator === undefined) throw new Error("no indicator");
  const after = changed({
    type: "editCells",
    edits: [
      { indicator: indicator.id, field: { kind: "target", year: year(2020) }, text: "达到3%" },
      { indicator: indicator.id, field: { kind: "attribute" }, text: "约束性" },
    ],
  });
  const report = changeReport(draft, after, CONTEXT);
  const table = report.blocks.find((block) => block.kind === "table");
  if (table?.kind !== "table") throw new Error("no table");
  expect(table.columns.map(({ title }) => title)).toEqual(["序号", "指标", "变动", "征求意见稿", "现稿"]);
  expect(table.rows).toEqual([
    ["1", indicator.name, "属性", "—", "约束性"],
    // 台山市科技创新“十三五”规划 prints 2.50%.
    ["2", indicator.name, "2020年目标", "2.50%", "达到3%"],
  ]);
});

test("tells what was written anew, section by section", () => {
  const block = {
    kind: "paragraph",
    runs: [{ kind: "words", text: "加强组织领导。", strong: false }],
  } as const;
  const after = changed({ type: "writeSection", section: "safeguards", blocks: [block] });
  const report = changeReport(draft, after, CONTEXT);
  const table = report.blocks.find((each) => each.kind === "table");
  if (table?.kind !== "table") throw new Error("no table");
  expect(table.columns.map(({ title }) => title)).toEqual(["章节", "征求意见稿", "现稿"]);
  expect(table.rows).toEqual([["保障措施", "—", "加强组织领导。"]]);
});

test("says so where nothing has changed", () => {
  const { blocks } = changeReport(draft, draft, CONTEXT);
  expect(blocks).toContainEqual({
    kind: "paragraph",
    runs: [{ text: "“现稿”与“征求意见稿”相比，指标没有变动。" }],
  });
});

function tableOf(report: Report, id: string): ReportTable {
  const found = report.blocks.find(
    (block): block is ReportTable => block.kind === "table" && block.id === id,
  );
  if (found === undefined) throw new Error(`There is no table ${id}`);
  return found;
}

test("names concepts, plans and indicators, never their ids", () => {
  const [indicator] = draft.indicators;
  const other = seedPlan("jiangmen-14").indicators.find(({ name }) => name === "高新技术企业数量");
  if (indicator === undefined || other === undefined) throw new Error("no indicator");
  const matches = [{ plan: planId("jiangmen-14"), indicator: other.id }];
  const matched = { ...indicator, concept: conceptId("rd-expenditure"), matches };
  const after = { ...draft, indicators: [matched, ...draft.indicators.slice(1)] };
  // seeds/concepts.json, lines 104 and 110, names rd-intensity and rd-expenditure so.
  expect(tableOf(changeReport(draft, after, CONTEXT), "changes").rows).toEqual([
    ["1", indicator.name, "统计口径", "研发经费投入强度", "全社会研发经费"],
    ["2", indicator.name, "对照指标（江门“十四五”）", "—", "高新技术企业数量"],
  ]);
});

test("tells changes of scenarios where nothing else has changed", () => {
  const scenario = { id: scenarioId("a"), name: "基准", note: null, parent: null, overrides: new Map() };
  const before = { ...draft, scenarios: [scenario] };
  const after = { ...draft, scenarios: [{ ...scenario, name: "常规" }] };
  const report = changeReport(before, after, CONTEXT);
  expect(tableOf(report, "scenarios").rows).toEqual([["1", "情景名称", "基准", "常规"]]);
  expect(report.blocks).toContainEqual({
    kind: "paragraph",
    runs: [{ text: "情景与驱动因素有1处变动，见表1。" }],
  });
});

test("lays the first edit of proposed text beside the proposal", () => {
  const [proposed] = sectionText(draft, CONTEXT.text, "basis");
  if (proposed?.kind !== "paragraph") throw new Error("no proposal");
  const runs = [...proposed.runs, { kind: "words", text: "本规划经市政府同意。", strong: false } as const];
  const after = changed({ type: "writeSection", section: "basis", blocks: [{ ...proposed, runs }] });
  const said = "依据《广东省科技创新“十四五”规划》，结合台山市实际，制定本规划。规划期为2016—2020年。";
  expect(tableOf(changeReport(draft, after, CONTEXT), "texts").rows).toEqual([
    ["编制依据", said, `${said}本规划经市政府同意。`],
  ]);
  // Going back to the proposal is a change the other way.
  expect(tableOf(changeReport(after, draft, CONTEXT), "texts").rows[0]?.[2]).toBe(said);
});
