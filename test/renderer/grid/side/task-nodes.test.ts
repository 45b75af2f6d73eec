import { describe, expect, test } from "vitest";
import { clauseId, indicatorId, statementId, taskId } from "#core/plan/ids.ts";
import type { Clause, Task } from "#core/plan/task.ts";
import { clauseGroups } from "#renderer/features/grid/side/clause-groups.ts";
import { shownNodes } from "#renderer/features/grid/side/shown-nodes.ts";
import { type ProgrammeNode, taskNodes } from "#renderer/features/grid/side/task-nodes.ts";
import { seedPlan } from "../../../seed-plan.ts";
import { enping } from "../grid-fixtures.ts";

const task = (name: string, start: number, parent: string | null = null): Task => ({
  id: taskId(`enping-13/${name}`),
  kind: "task",
  name,
  parent: parent === null ? null : taskId(`enping-13/${parent}`),
  bodies: [],
  year: null,
  evidence: { document: "plan.txt", line: 1, start, end: start + 1 },
  note: null,
});
const [statement] = enping.statements;
if (statement === undefined) throw new Error("Enping has no statements");

function shownOf(tasks: readonly Task[], of: string | null = null): readonly (readonly [string, number])[] {
  const amount = { ...statement, id: statementId("enping-13/amount"), indicator: null };
  const statements =
    of === null || statement === undefined
      ? []
      : [{ ...statement, ...amount, task: taskId(`enping-13/${of}`) }];
  const roots: readonly ProgrammeNode[] = taskNodes({ tasks, statements }, new Map());
  return shownNodes(roots, new Set()).map(({ node, depth }) => [node.id.split("/")[1] ?? "", depth]);
}

describe("the tree of a programme", () => {
  test("puts entries below the one that they belong to, in the order of the text", () => {
    expect(shownOf([task("b", 20), task("a1", 15, "a"), task("a", 10), task("a0", 12, "a")])).toEqual([
      ["a", 1],
      ["a0", 2],
      ["a1", 2],
      ["b", 1],
    ]);
  });

  test("puts an entry's statements before the entries below it", () => {
    expect(shownOf([task("a", 10), task("a1", 11, "a")], "a")).toEqual([
      ["a", 1],
      ["amount", 2],
      ["a1", 2],
    ]);
  });

  test("names the indicator that a statement speaks of", () => {
    const of = { ...statement, task: taskId("enping-13/a") };
    const names = new Map([[statement.indicator ?? indicatorId(""), "国家高新技术企业"]]);
    const [root] = taskNodes({ tasks: [task("a", 10)], statements: [of] }, names);
    expect(root?.children).toMatchObject([{ kind: "statement", about: "国家高新技术企业" }]);
  });

  test("shows an entry at the top whose parent is not there", () => {
    expect(shownOf([task("a", 10, "gone")])).toEqual([["a", 1]]);
  });

  test("ends with entries that are their own ancestors", () => {
    expect(shownOf([task("a", 10, "b"), task("b", 11, "a")])).toEqual([]);
  });

  test.each(["enping-13", "taishan-13", "jiangmen-14", "heshan-14", "shaoguan-2017"])(
    "shows every entry of %s once",
    (id) => {
      const plan = seedPlan(id);
      const roots: readonly ProgrammeNode[] = taskNodes(plan, new Map());
      const ids = shownNodes(roots, new Set()).flatMap(({ node }) => (node.kind === "task" ? [node.id] : []));
      expect([...ids].sort()).toEqual(plan.tasks.map((each) => each.id).sort());
    },
  );
});

test("clauses are grouped by topic in the order of topics, and topics without a clause are left out", () => {
  const clause = (id: string, topic: Clause["topic"]): Clause => ({
    ...{ id: clauseId(id), topic, gist: id, bodies: [], evidence: null },
  });
  const groups = clauseGroups({
    clauses: [clause("1", "responsibility"), clause("2", "alignment"), clause("3", "responsibility")],
  });
  expect(groups.map(({ topic, clauses }) => [topic, clauses.map(({ gist }) => gist)])).toEqual([
    ["alignment", ["2"]],
    ["responsibility", ["1", "3"]],
  ]);
});
