import { expect, test } from "vitest";
import { applyChanges } from "#core/command/apply-changes.ts";
import { applyCommand } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import { copyPlan } from "#core/plan/draft.ts";
import { planId, year } from "#core/plan/ids.ts";
import { changeReport } from "#core/report/change-report.ts";
import { seedPlan } from "../../seed-plan.ts";

const draft = copyPlan(seedPlan("taishan-13"), { id: planId("draft"), title: "台山草案" });
const NAMES = { before: "征求意见稿", after: "现稿" };

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
  const report = changeReport(draft, after, NAMES);
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
  const report = changeReport(draft, after, NAMES);
  const table = report.blocks.find((each) => each.kind === "table");
  if (table?.kind !== "table") throw new Error("no table");
  expect(table.columns.map(({ title }) => title)).toEqual(["章节", "征求意见稿", "现稿"]);
  expect(table.rows).toEqual([["保障措施", "—", "加强组织领导。"]]);
});

test("says so where nothing has changed", () => {
  const { blocks } = changeReport(draft, draft, NAMES);
  expect(blocks).toContainEqual({
    kind: "paragraph",
    runs: [{ text: "“现稿”与“征求意见稿”相比，指标没有变动。" }],
  });
});
