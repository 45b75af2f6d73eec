import type { NarrativeBlock, NarrativeRun } from "../../narrative/narrative.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Task } from "../../plan/task.ts";
import type { ReportTable } from "../report.ts";
import { NOTHING } from "./indicator-table.ts";

/** The tasks of the plan: each one that stands by itself under a heading, with what belongs to it in one paragraph. */
export function taskBlocks({ tasks }: Pick<Plan, "tasks">): readonly NarrativeBlock[] {
  const top = tasks.filter(({ kind, parent }) => kind === "task" && parent === null);
  return top.flatMap((task): NarrativeBlock[] => {
    const parts = tasks.filter(({ parent, kind }) => parent === task.id && kind === "task");
    const bodies = bodiesOf(task);
    const text = [
      parts.length === 0 ? "" : `${parts.map(({ name }) => name).join("；")}。`,
      bodies === "" ? "" : `责任单位：${bodies}。`,
    ].join("");
    const runs = (words: string): NarrativeRun[] => [{ kind: "words", text: words, strong: false }];
    const heading = { kind: "heading", level: 2, runs: runs(task.name) } as const;
    return text === "" ? [heading] : [heading, { kind: "paragraph", runs: runs(text) }];
  });
}

/** The named projects, bases, platforms and schemes of the plan; `null` where it names none. */
export function projectTable({ tasks }: Pick<Plan, "tasks">): Omit<ReportTable, "kind" | "caption"> | null {
  const projects = tasks.filter(({ kind }) => kind === "project");
  if (projects.length === 0) return null;
  return {
    id: "projects",
    columns: [
      { title: "序号", share: 7, align: "center" },
      { title: "项目", share: 50, align: "left" },
      { title: "完成年份", share: 15, align: "center" },
      { title: "责任单位", share: 28, align: "left" },
    ],
    rows: projects.map((task, at) => [
      String(at + 1),
      task.name,
      task.year === null ? NOTHING : `${task.year}`,
      bodiesOf(task) || NOTHING,
    ]),
    note: null,
  };
}

const bodiesOf = ({ bodies }: Task): string => bodies.map(({ name }) => name).join("、");
