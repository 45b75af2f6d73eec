import { describe, expect, test } from "vitest";
import { clauseId, indicatorId, statementId, taskId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Task } from "#core/plan/task.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { statementOf } from "../../core/plan/arbitraries.ts";
import { planOf } from "../../core/plan/plan-of.ts";
import { brokenFile } from "./broken-file.ts";

const row = indicatorId("enping-13/row-1");
const evidence = { document: "plan.txt", line: 1, start: 0, end: 4 };
const entry = { parent: null, bodies: [], year: null, evidence, note: null };

const tasks: readonly Task[] = [
  { ...entry, id: taskId("enping-13/t001"), kind: "task", name: "培育创新主体" },
  { ...entry, id: taskId("enping-13/t002"), kind: "box", name: "专栏1", parent: taskId("enping-13/t001") },
  {
    ...entry,
    id: taskId("enping-13/t003"),
    kind: "project",
    name: "省级工程中心",
    parent: taskId("enping-13/t002"),
    bodies: [
      { name: "科工商务局", role: "lead" },
      { name: "财政局", role: "support" },
    ],
    year: year(2018),
    note: "名称取自标题",
  },
];

const plan: Plan = {
  ...planOf([{ name: "省级专业镇", unit: "个", targets: { 2020: "突破20个" } }]),
  outline: [
    { heading: "一、目标", level: 1, line: 1, start: 0 },
    { heading: "二、任务", level: 1, line: 2, start: 90 },
  ],
  statements: [
    { ...statementOf(statementId("enping-13/s001"), row), year: year(2020), kind: "target" },
    {
      ...statementOf(statementId("enping-13/s002"), row),
      year: year(2020),
      kind: "target",
      task: taskId("enping-13/t003"),
      period: { start: year(2016), end: year(2020) },
      comparedWith: year(2015),
    },
    statementOf(statementId("enping-13/s003"), row),
  ],
  disagreements: [
    {
      indicator: row,
      year: year(2020),
      official: statementId("enping-13/s001"),
      others: [statementId("enping-13/s002")],
      reason: "以任务书为准",
    },
  ],
  tasks,
  clauses: [
    { id: clauseId("enping-13/c01"), topic: "monitoring", gist: "每年督查一次。", bodies: [], evidence },
  ],
};

test("the programme, clauses and settled disagreements of a plan come back as they were written", () => {
  const json = JSON.stringify(writePlanFile(plan));
  expect(readPlanFile(JSON.parse(json), "own")).toEqual({ ok: true, value: plan });
});

describe("a plan file is refused, with place and reason,", () => {
  test.each([
    ["an entry of another plan", ["tasks", 0, "id"], "other/t001", "tasks[0].id", "shape"],
    ["an entry twice", ["tasks", 1, "id"], "enping-13/t001", "tasks[1].id", "duplicate"],
    ["an unknown parent", ["tasks", 1, "parent"], "enping-13/t009", "tasks[1].parent", "unknown-reference"],
    ["a task under a box", ["tasks", 2, "kind"], "task", "tasks[2].parent", "order"],
    ["a project under an event", ["tasks", 1, "kind"], "event", "tasks[2].parent", "order"],
    ["a task under itself", ["tasks", 0, "parent"], "enping-13/t001", "tasks[0].parent", "order"],
    ["an unknown document", ["tasks", 0, "evidence", "document"], "?", "tasks[0].evidence.document", ""],
    ["a clause twice", ["clauses", 1], writePlanFile(plan).clauses[0], "clauses[1].id", "duplicate"],
    ["a clause out of place", ["clauses", 0, "evidence", "start"], 9, "clauses[0].evidence", "order"],
    ["an unknown topic", ["clauses", 0, "topic"], "weather", "clauses[0].topic", "shape"],
    ["headings out of order", ["outline", 0, "start"], 90, "outline[1].start", "order"],
    ["a statement of no task", ["statements", 1, "task"], "enping-13/t009", "statements[1].task", ""],
    ["a period back in time", ["statements", 1, "period", "start"], 2021, "statements[1].period", "order"],
    ["a period of another year", ["statements", 1, "period", "end"], 2019, "statements[1].period", "order"],
    ["a later comparison", ["statements", 1, "comparedWith"], 2020, "statements[1].comparedWith", "order"],
    [
      "a disagreement of nothing",
      ["disagreements", 0, "indicator"],
      "enping-13/x",
      "disagreements[0].indicator",
      "",
    ],
    [
      "an official value of another year",
      ["disagreements", 0, "year"],
      2019,
      "disagreements[0].official",
      "order",
    ],
    [
      "another of no statement",
      ["disagreements", 0, "others", 0],
      "enping-13/s009",
      "disagreements[0].others[0]",
      "",
    ],
    [
      "another of another year",
      ["disagreements", 0, "others", 0],
      "enping-13/s003",
      "disagreements[0].others[0]",
      "order",
    ],
    [
      "the official value as another",
      ["disagreements", 0, "others", 0],
      "enping-13/s001",
      "disagreements[0].others[0]",
      "duplicate",
    ],
    ["no other", ["disagreements", 0, "others"], [], "disagreements[0].others", "shape"],
  ] as const)("with %s", (_what, path, value, place, kind) => {
    const read = readPlanFile(brokenFile(writePlanFile(plan), path, value), "own");
    if (read.ok) throw new Error("It was read");
    expect(read.error.path).toBe(place);
    expect(read.error.reason.kind).toBe(kind === "" ? "unknown-reference" : kind);
  });

  test("with entries that stand under each other", () => {
    const first = brokenFile(writePlanFile(plan), ["tasks", 0, "parent"], "enping-13/t002");
    const read = readPlanFile(brokenFile(first, ["tasks", 1, "kind"], "task"), "own");
    expect(read.ok ? null : read.error.path).toBe("tasks[0].parent");
  });
});
