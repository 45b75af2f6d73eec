import { describe, expect, test } from "vitest";
import { statementId, taskId } from "#core/plan/ids.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { planOf } from "../../core/plan/plan-of.ts";

const plan = {
  ...planOf([{ name: "财政科技投入", unit: "亿元", observed: { 2015: "2.3" } }]),
  outline: [{ heading: "一、总体目标", level: 1, line: 6, start: null }],
};

/** The plan as a file of the first shape, in which statements of no indicator name their tasks in free text. */
function firstShape(...tasks: readonly string[]): Record<string, unknown> {
  const file = writePlanFile(plan);
  const [statement] = file.statements;
  if (statement === undefined) throw new Error("The plan has no statement");
  const said = without(["period", "comparedWith"], statement);
  return {
    ...without(["disagreements", "tasks", "clauses"], file),
    outline: file.outline.map(({ heading, level, line }) => ({ heading, level, line })),
    statements: [
      said,
      ...tasks.map((task, at) => ({ ...said, id: `enping-13/s00${at + 2}`, indicator: null, task })),
    ],
  };
}

function without(keys: readonly string[], data: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));
}

describe("a plan file of the first shape, as journals hold it", () => {
  test("is read as the plan that it was", () => {
    expect(readPlanFile(firstShape(), "own")).toEqual({ ok: true, value: plan });
  });

  test("has an entry of the programme for each text in which statements named their tasks", () => {
    const read = readPlanFile(firstShape("省级工程中心", "信贷风险准备金", "省级工程中心"), "own");
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.tasks.map(({ id, kind, name }) => [id, kind, name])).toEqual([
      [taskId("enping-13/t001"), "project", "省级工程中心"],
      [taskId("enping-13/t002"), "project", "信贷风险准备金"],
    ]);
    const named = read.value.statements.map(({ id, task }) => [id, task]);
    expect(named).toEqual([
      [statementId("enping-13/s001"), null],
      [statementId("enping-13/s002"), taskId("enping-13/t001")],
      [statementId("enping-13/s003"), taskId("enping-13/t002")],
      [statementId("enping-13/s004"), taskId("enping-13/t001")],
    ]);
  });

  test.each([
    ["one of the new parts alone", { ...firstShape(), tasks: [] }, "outline[0].start"],
    ["statements that are none", { ...firstShape(), statements: ["?"] }, "statements[0]"],
    ["no outline", { ...firstShape(), outline: undefined }, "outline"],
  ])("is refused with %s", (_, data, path) => {
    const read = readPlanFile(data, "own");
    expect(read.ok ? null : read.error.path).toBe(path);
  });
});
