import type { ClauseId, TaskId, Year } from "./ids.ts";
import type { Evidence } from "./statement.ts";

/** A responsible body (责任单位) as the document names it; `role` is `null` where lead and support are not told apart. */
export interface ResponsibleBody {
  readonly name: string;
  readonly role: "lead" | "support" | null;
}

/**
 * What an entry of the plan's programme is: a task or measure under its own heading (任务), a named project, base,
 * platform or scheme (项目), a boxed list (专栏), a rule with money or a threshold (政策), or a dated event (事项).
 */
export type TaskKind = "task" | "project" | "box" | "policy" | "event";

/** Kinds of programme entries, in the order in which they are offered. */
export const TASK_KINDS = [
  "task",
  "project",
  "box",
  "policy",
  "event",
] as const satisfies readonly TaskKind[];

/** One task, named project, box, policy or event of a plan. */
export interface Task {
  readonly id: TaskId;
  readonly kind: TaskKind;
  /** The heading without its number, or the name as printed. */
  readonly name: string;
  /** The entry that it stands under: a task or box, or for what is part of a project that project. */
  readonly parent: TaskId | null;
  readonly bodies: readonly ResponsibleBody[];
  /** The year by which the text wants it done, or in which it happened; `null` where it does not say. */
  readonly year: Year | null;
  /** The place of the name. */
  readonly evidence: Evidence | null;
  readonly note: string | null;
}

/**
 * What a clause of a plan settles: 衔接 (alignment), 任务分解与年度分解 (decomposition), 监测督查 (monitoring), 评估
 * (evaluation), 调整 (adjustment), 责任 (responsibility).
 */
export type ClauseTopic =
  | "alignment"
  | "decomposition"
  | "monitoring"
  | "evaluation"
  | "adjustment"
  | "responsibility";

/** Topics of clauses, in the order in which they are shown. */
export const CLAUSE_TOPICS = [
  "alignment",
  "decomposition",
  "monitoring",
  "evaluation",
  "adjustment",
  "responsibility",
] as const satisfies readonly ClauseTopic[];

/** One clause on how the plan is kept: its topic, what it says in our own words, and whom it obliges. */
export interface Clause {
  readonly id: ClauseId;
  readonly topic: ClauseTopic;
  readonly gist: string;
  readonly bodies: readonly ResponsibleBody[];
  readonly evidence: Evidence | null;
}
