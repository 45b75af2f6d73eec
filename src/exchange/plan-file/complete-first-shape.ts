/**
 * A plan file of the first shape as one of today's, and anything else as it is. That shape had no programme, clauses and settled
 * disagreements, no periods and years of comparison, and named a statement's task in free text. No file of it has left
 * a program, but journals hold drafts as they began in it.
 */
export function completeFirstShape(data: unknown): unknown {
  if (!isRecord(data) || data["format"] !== "wunian-plan") return data;
  if (NEW_PARTS.some((part) => part in data)) return data;
  const tasks: Entry[] = [];
  return {
    ...data,
    outline: each(data["outline"], (entry) => ({ ...entry, start: null })),
    statements: each(data["statements"], (statement) => ({
      ...statement,
      task: entryOf(statement, String(data["id"]), tasks),
      period: null,
      comparedWith: null,
    })),
    disagreements: [],
    tasks,
    clauses: [],
  };
}

const NEW_PARTS = ["disagreements", "tasks", "clauses"];

interface Entry {
  readonly id: string;
  readonly name: string;
}

/** The id of the programme entry that stands for a task in free text; one entry for each text. */
function entryOf(statement: Record<string, unknown>, plan: string, tasks: Entry[]): unknown {
  const { task: name, year, evidence } = statement;
  if (typeof name !== "string") return name;
  const known = tasks.find((entry) => entry.name === name);
  if (known !== undefined) return known.id;
  const id = `${plan}/t${String(tasks.length + 1).padStart(3, "0")}`;
  const entry = { id, kind: "project", name, parent: null, bodies: [], year, evidence, note: null };
  tasks.push(entry);
  return id;
}

function each(list: unknown, change: (item: Record<string, unknown>) => unknown): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((item: unknown) => (isRecord(item) ? change(item) : item));
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
