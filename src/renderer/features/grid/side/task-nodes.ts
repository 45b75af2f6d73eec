import type { IndicatorNames } from "./plan-text.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import type { Task } from "#core/plan/task.ts";

/** An entry of the plan's programme with its statements and the entries below it. */
export interface TaskNode {
  readonly id: string;
  readonly kind: "task";
  readonly task: Task;
  readonly children: readonly ProgrammeNode[];
}

/** A statement about an entry: an amount, a deliverable. */
export interface TaskStatementNode {
  readonly id: string;
  readonly kind: "statement";
  readonly statement: Statement;
  /** Name of the indicator that it speaks of; `null` where it speaks of the entry itself. */
  readonly about: string | null;
  readonly children: readonly ProgrammeNode[];
}

/** One line of the programme's tree. */
export type ProgrammeNode = TaskNode | TaskStatementNode;

/**
 * The programme of a plan as a tree in the order of its text: below each entry its own statements, then the entries
 * that belong to it. An entry whose parent is not there stands at the top.
 */
export function taskNodes(
  plan: Pick<Plan, "tasks" | "statements">,
  names: IndicatorNames,
): readonly TaskNode[] {
  const ids = new Set<string>(plan.tasks.map(({ id }) => id));
  const byParent = groupBy(plan.tasks, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null));
  const statements = groupBy(plan.statements, ({ task }) => task);
  const nodeOf = (task: Task, above: ReadonlySet<string>): TaskNode => {
    const path = new Set(above).add(task.id);
    const own = (statements.get(task.id) ?? []).map(
      (statement): TaskStatementNode => ({
        id: statement.id,
        kind: "statement",
        statement,
        about: statement.indicator === null ? null : (names.get(statement.indicator) ?? null),
        children: [],
      }),
    );
    // A file whose entries are their own ancestors must not hang the program.
    const below = (byParent.get(task.id) ?? []).filter(({ id }) => !path.has(id));
    return {
      id: task.id,
      kind: "task",
      task,
      children: [...own, ...inOrder(below).map((child) => nodeOf(child, path))],
    };
  };
  return inOrder(byParent.get(null) ?? []).map((task) => nodeOf(task, new Set()));
}

function inOrder(tasks: readonly Task[]): readonly Task[] {
  return [...tasks].sort((a, b) => (a.evidence?.start ?? 0) - (b.evidence?.start ?? 0));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
