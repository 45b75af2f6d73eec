import type { Plan } from "../../plan/plan.ts";
import type { Task } from "../../plan/task.ts";
import { paragraph, type ReportTable } from "../report.ts";
import type { ReportWriter } from "../report-writer.ts";
import { NOTHING } from "./indicator-table.ts";

/** The tasks of the plan: each one that stands by itself under a heading, with what belongs to it in one paragraph. */
export function writeTasks(writer: ReportWriter, { tasks }: Pick<Plan, "tasks">): void {
  const top = tasks.filter(({ kind, parent }) => kind === "task" && parent === null);
  for (const task of top) {
    writer.heading(2, task.name, `task-${task.id}`);
    const parts = tasks.filter(({ parent, kind }) => parent === task.id && kind === "task");
    const bodies = bodiesOf(task);
    const text = [
      parts.length === 0 ? "" : `${parts.map(({ name }) => name).join("；")}。`,
      bodies === "" ? "" : `责任单位：${bodies}。`,
    ].join("");
    if (text !== "") writer.add(paragraph(text));
  }
}

/** Whether the plan names tasks that stand by themselves. */
export const hasTasks = ({ tasks }: Pick<Plan, "tasks">): boolean =>
  tasks.some(({ kind, parent }) => kind === "task" && parent === null);

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
