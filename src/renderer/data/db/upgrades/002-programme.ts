import type { Transaction } from "dexie";

// The rows as version 1 wrote them, in what this upgrade touches; these types never change.

interface EvidenceRow {
  readonly document: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

interface StatementRow {
  readonly task: string | null;
  readonly year: number | null;
  readonly evidence: EvidenceRow | null;
}

interface ChunkRow {
  readonly plan: string;
  readonly indicators: readonly object[];
  readonly statements: readonly StatementRow[];
}

type NameList = readonly { readonly id: string; readonly name: string }[];

/** Names as version 2 keeps them. */
interface JoinedNames {
  readonly ids: string;
  readonly names: string;
}

interface PlanRow {
  readonly id: string;
  readonly generation: string;
  readonly summary: { readonly indicatorNames: NameList | JoinedNames };
  readonly outline: readonly { readonly heading: string; readonly level: number; readonly line: number }[];
}

interface JournalRow {
  readonly sequence: number;
  readonly plan: string;
  readonly changes: readonly {
    readonly indicator: string;
    readonly field: { readonly kind: string; readonly year?: number };
  }[];
}

/** An entry of the index of the journal by cells, as version 2 keeps it. */
interface TouchRow {
  readonly plan: string;
  readonly cell: string;
  readonly sequence: number;
}

/** A programme entry as version 2 keeps it. */
interface TaskRow {
  readonly id: string;
  readonly kind: "project";
  readonly name: string;
  readonly parent: null;
  readonly bodies: readonly [];
  readonly year: number | null;
  readonly evidence: EvidenceRow | null;
  readonly note: null;
}

/** A programme as version 2 keeps it, where nothing but free text was known. */
interface ProgrammeRow {
  readonly plan: string;
  readonly generation: string;
  readonly tasks: readonly TaskRow[];
  readonly clauses: readonly [];
}

/**
 * From version 1 to 2: plans have a programme (tasks and clauses), settled disagreements and the places of headings; statements
 * hold the years that a sum covers and the year of comparison; the names of indicators are two texts; indicators have remarks, matches and their origin in the predecessor. What a statement named as its task in free text becomes an
 * entry of the programme that the statement points at. The journal stays as it is and gets an index by cells. Runs in the transaction of the upgrade: all of it happens, or none.
 */
export async function upgradeTo2(transaction: Transaction): Promise<void> {
  const programmes = new Map<string, Programme>();
  await transaction
    .table<ChunkRow>("chunks")
    .toCollection()
    .modify((chunk, place) => {
      const programme = programmes.get(chunk.plan) ?? new Programme(chunk.plan);
      programmes.set(chunk.plan, programme);
      const statements = chunk.statements.map((statement) => ({
        ...statement,
        task: programme.entryOf(statement),
        period: null,
        comparedWith: null,
      }));
      const indicators = chunk.indicators.map((indicator) => ({
        ...indicator,
        ...{ remarks: [], matches: [], carriedFrom: null },
      }));
      place.value = { ...chunk, indicators, statements };
    });
  const generations = new Map<string, string>();
  await transaction
    .table<PlanRow>("plans")
    .toCollection()
    .modify((plan, place) => {
      const outline = plan.outline.map((entry) => ({ ...entry, start: null }));
      const summary = { ...plan.summary, indicatorNames: joined(plan.summary.indicatorNames) };
      const upgraded = { ...plan, outline, summary, disagreements: [], dropped: [] };
      place.value = upgraded;
      generations.set(plan.id, plan.generation);
    });
  const rows = [...generations].map(([plan, generation]): ProgrammeRow => {
    return { plan, generation, tasks: programmes.get(plan)?.tasks ?? [], clauses: [] };
  });
  await transaction.table<ProgrammeRow>("programmes").bulkAdd(rows);
  await indexJournal(transaction);
}

/** Entries of more changes than this are found by their rows. */
const BLOCK = 200;

async function indexJournal(transaction: Transaction): Promise<void> {
  const touches: TouchRow[] = [];
  await transaction.table<JournalRow>("journal").each(({ sequence, plan, changes }) => {
    const keys = changes.map(({ indicator, field: { kind, year } }) => {
      if (changes.length > BLOCK) return indicator;
      return year === undefined ? `${indicator} ${kind}` : `${indicator} ${kind} ${year}`;
    });
    for (const cell of new Set(keys)) touches.push({ plan, cell, sequence });
  });
  await transaction.table<TouchRow>("touches").bulkAdd(touches);
}

/** The list of names of version 1 as the two texts of version 2. */
function joined(list: NameList | JoinedNames): JoinedNames {
  if ("ids" in list) return list;
  return { ids: list.map(({ id }) => id).join("\u0000"), names: list.map(({ name }) => name).join("\u0000") };
}

/** The entries that a plan's statements named in free text, in the order of the statements; one entry for each text. */
class Programme {
  readonly tasks: TaskRow[] = [];
  readonly #plan: string;

  constructor(plan: string) {
    this.#plan = plan;
  }

  entryOf({ task: name, year, evidence }: StatementRow): string | null {
    if (name === null) return null;
    const known = this.tasks.find((entry) => entry.name === name);
    if (known !== undefined) return known.id;
    const id = `${this.#plan}/t${String(this.tasks.length + 1).padStart(3, "0")}`;
    this.tasks.push({ id, kind: "project", name, parent: null, bodies: [], year, evidence, note: null });
    return id;
  }
}
