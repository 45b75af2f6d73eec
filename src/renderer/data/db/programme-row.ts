import { clauseId, taskId } from "#core/plan/ids.ts";
import type { OutlineEntry, Plan, SettledDisagreement } from "#core/plan/plan.ts";
import type { Evidence } from "#core/plan/statement.ts";
import type { Clause, ResponsibleBody, Task } from "#core/plan/task.ts";
import { indicatorIdSchema, statementIdSchema, yearSchema } from "./cell-row.ts";
import { z } from "./schema-library.ts";

const count = z.number().int().min(0);

/** A stored id of a programme entry. */
export const taskIdSchema = z.string().transform(taskId);

/** A stored place in a document. */
export const evidenceSchema = z.object({ document: z.string(), line: count, start: count, end: count });

const bodiesSchema = z.array(z.object({ name: z.string(), role: z.enum(["lead", "support"]).nullable() }));

/** A stored heading; reading it gives the core's. */
export const outlineEntrySchema = z.object({
  heading: z.string(),
  level: count,
  line: count,
  start: count.nullable(),
});

/** A stored settled disagreement; reading it gives the core's. */
export const disagreementSchema = z.object({
  indicator: indicatorIdSchema,
  year: yearSchema,
  official: statementIdSchema,
  others: z.array(statementIdSchema),
  reason: z.string(),
});

const taskSchema = z.object({
  id: taskIdSchema,
  kind: z.enum(["task", "project", "box", "policy", "event"]),
  name: z.string(),
  parent: taskIdSchema.nullable(),
  bodies: bodiesSchema,
  year: yearSchema.nullable(),
  evidence: evidenceSchema.nullable(),
  note: z.string().nullable(),
});

const clauseSchema = z.object({
  id: z.string().transform(clauseId),
  topic: z.enum(["alignment", "decomposition", "monitoring", "evaluation", "adjustment", "responsibility"]),
  gist: z.string(),
  bodies: bodiesSchema,
  evidence: evidenceSchema.nullable(),
});

/** What a plan sets out to do and how it is kept: written with the plan as a whole, and not by edits of its indicators. */
export const programmeSchema = z.object({
  plan: z.string(),
  /** That of the plan's record. */
  generation: z.string(),
  tasks: z.array(taskSchema),
  clauses: z.array(clauseSchema),
});

/** A heading as stored. */
export type OutlineEntryRow = z.input<typeof outlineEntrySchema>;
/** A settled disagreement as stored. */
export type DisagreementRow = z.input<typeof disagreementSchema>;
/** A programme as stored. */
export type ProgrammeRow = z.input<typeof programmeSchema>;
type TaskRow = z.input<typeof taskSchema>;
type ClauseRow = z.input<typeof clauseSchema>;

/** The row of a place in a document. */
export function toEvidenceRow({ document, line, start, end }: Evidence): z.input<typeof evidenceSchema> {
  return { document, line, start, end };
}

/** The row of a heading. */
export function toOutlineEntryRow({ heading, level, line, start }: OutlineEntry): OutlineEntryRow {
  return { heading, level, line, start };
}

/** The row of a settled disagreement. */
export function toDisagreementRow(settled: SettledDisagreement): DisagreementRow {
  const { indicator, year, official, others, reason } = settled;
  return { indicator, year, official, others: [...others], reason };
}

/** The row of a plan's programme. */
export function toProgrammeRow(
  { id, tasks, clauses }: Pick<Plan, "id" | "tasks" | "clauses">,
  generation: string,
): ProgrammeRow {
  return { plan: id, generation, tasks: tasks.map(toTaskRow), clauses: clauses.map(toClauseRow) };
}

function toTaskRow(task: Task): TaskRow {
  return {
    id: task.id,
    kind: task.kind,
    name: task.name,
    parent: task.parent,
    bodies: task.bodies.map(toBodyRow),
    year: task.year,
    evidence: task.evidence && toEvidenceRow(task.evidence),
    note: task.note,
  };
}

function toClauseRow(clause: Clause): ClauseRow {
  return {
    id: clause.id,
    topic: clause.topic,
    gist: clause.gist,
    bodies: clause.bodies.map(toBodyRow),
    evidence: clause.evidence && toEvidenceRow(clause.evidence),
  };
}

function toBodyRow({ name, role }: ResponsibleBody): TaskRow["bodies"][number] {
  return { name, role };
}
