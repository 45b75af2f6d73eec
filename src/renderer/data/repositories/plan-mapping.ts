import type { EditHistory } from "#core/command/history.ts";
import { type ObservationTable, rowsBetween, stacked } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import type { Highlight, PlanSummary } from "#core/plan/summary.ts";
import { type NamesRow, namesOfRow, namesSchema } from "../db/names-row.ts";
import { quickReader } from "../db/quick-reader.ts";
import type { z } from "../db/schema-library.ts";
import {
  type ChunkRow,
  chunkSchema,
  type PlanRow,
  planSchema,
  type SummaryRow,
  toIndicatorRow,
  toStatementRow,
} from "../db/plan-row.ts";
import { type NarrativeRow, narrativeSchema } from "../db/narrative-row.ts";
import { type ScenariosRow, scenariosSchema } from "../db/scenario-row.ts";
import {
  type ProgrammeRow,
  programmeSchema,
  toDisagreementRow,
  toOutlineEntryRow,
} from "../db/programme-row.ts";

/** Indicators in a chunk: small enough that an edit rewrites little, large enough that a plan is few records. */
export const CHUNK_SIZE = 200;

type HighlightRow = NonNullable<SummaryRow["highlight"]>;

/** A record that does not hold what the program wrote: the database is damaged. */
export class DamagedRecordError extends Error {
  override readonly name = "DamagedRecordError";
}

/** A plan's record after checking, in the core's types. */
export type PlanHead = z.output<typeof planSchema>;
/** A chunk after checking, in the core's types. */
export type Chunk = z.output<typeof chunkSchema>;

/** A plan's tasks and clauses. */
export type Programme = Pick<Plan, "tasks" | "clauses">;

/** A plan's scenarios and drivers. */
export type Scenarios = Pick<Plan, "scenarios" | "drivers">;

/** The text that is written for a plan. */
export type Narrative = Pick<Plan, "narrative">;

/** What the database keeps about a plan beside its content. */
export interface PlanBookkeeping {
  readonly generation: string;
  readonly revision: number;
  readonly chunkRevisions: readonly number[];
  readonly scenariosRevision: number;
  readonly narrativeRevision: number;
  readonly namesRevision: number;
  readonly history: EditHistory;
  readonly lastEditAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The part of it that follows from the journal alone. */
export type PlanBook = Omit<
  PlanBookkeeping,
  "generation" | "chunkRevisions" | "scenariosRevision" | "narrativeRevision" | "namesRevision"
>;

const readPlan = quickReader(planSchema);
const readChunk = quickReader(chunkSchema);
const readProgramme = quickReader(programmeSchema);
const readScenarios = quickReader(scenariosSchema);
const readNarrative = quickReader(narrativeSchema);
const readNames = quickReader(namesSchema);

/** Checks a plan's record; throws {@link DamagedRecordError}. */
export function readPlanRow(row: PlanRow): PlanHead {
  const read = readPlan(row);
  if (!read.ok) throw new DamagedRecordError(`plan ${row.id}: ${read.error}`);
  return read.value;
}

/** Checks a chunk; throws {@link DamagedRecordError}. */
export function readChunkRow(row: ChunkRow): Chunk {
  const read = readChunk(row);
  if (!read.ok) throw new DamagedRecordError(`chunk ${row.plan}/${row.index}: ${read.error}`);
  return read.value;
}

/** Checks a plan's programme; throws {@link DamagedRecordError}. */
export function readProgrammeRow(row: ProgrammeRow): Programme {
  const read = readProgramme(row);
  if (!read.ok) throw new DamagedRecordError(`programme of ${row.plan}: ${read.error}`);
  return read.value;
}

/** Checks a plan's scenarios and drivers; throws {@link DamagedRecordError}. */
export function readScenariosRow(row: ScenariosRow): Scenarios {
  const read = readScenarios(row);
  if (!read.ok) throw new DamagedRecordError(`scenarios of ${row.plan}: ${read.error}`);
  return read.value;
}

/** Checks a plan's text; throws {@link DamagedRecordError}. */
export function readNarrativeRow(row: NarrativeRow): Narrative {
  const read = readNarrative(row);
  if (!read.ok) throw new DamagedRecordError(`text of ${row.plan}: ${read.error}`);
  return read.value;
}

/** Checks the names of a plan's indicators; throws {@link DamagedRecordError}. */
export function readNamesRow(row: NamesRow): PlanSummary["indicatorNames"] {
  const read = readNames(row);
  if (!read.ok) throw new DamagedRecordError(`names of ${row.plan}: ${read.error}`);
  return namesOfRow(read.value);
}

/** What the database keeps about a plan beside its content. */
export function bookkeepingOf(head: PlanHead): PlanBookkeeping {
  return {
    generation: head.generation,
    revision: head.revision,
    chunkRevisions: head.chunkRevisions,
    scenariosRevision: head.scenariosRevision,
    narrativeRevision: head.narrativeRevision,
    namesRevision: head.namesRevision,
    history: { undo: head.undo, redo: head.redo },
    lastEditAt: head.lastEditAt,
    createdAt: head.createdAt,
    updatedAt: head.updatedAt,
  };
}

/** Puts a plan together from its record, all of its chunks and what stands beside them; throws {@link DamagedRecordError}. */
export function toPlan(
  head: PlanHead,
  chunks: readonly Chunk[],
  beside: Programme & Scenarios & Narrative,
): Plan {
  return {
    id: head.id,
    title: head.title,
    jurisdiction: head.jurisdiction,
    period: { start: head.periodStart, end: head.periodEnd },
    status: head.status,
    origin: head.origin,
    predecessor: head.predecessor,
    superior: head.superior,
    documents: head.documents,
    outline: head.outline,
    indicators: chunks.flatMap((chunk) => chunk.indicators),
    dropped: head.dropped,
    observations: observationsOf(head, chunks),
    statements: inOrder(chunks),
    disagreements: head.disagreements,
    tasks: beside.tasks,
    clauses: beside.clauses,
    scenarios: beside.scenarios,
    drivers: beside.drivers,
    narrative: beside.narrative,
  };
}

/** The values of all chunks as one table, looked through once all of a plan is read. */
function observationsOf({ id, years }: PlanHead, chunks: readonly Chunk[]): ObservationTable {
  const known = new Set<number>(years);
  const tables = chunks.map(({ index, ...chunk }): ObservationTable => {
    const cells = chunk.indicators.length * chunk.years.length;
    const counts = [chunk.values.length, chunk.statuses.length];
    if (counts.some((count) => count !== cells))
      throw new DamagedRecordError(`chunk ${id}/${index}: ${counts.join(" and ")} values for ${cells} cells`);
    const other = chunk.years.find((year) => !known.has(year));
    if (other !== undefined)
      throw new DamagedRecordError(`chunk ${id}/${index}: values of ${other}, a year that its plan has not`);
    const { years: columns, values, statuses: status } = chunk;
    return { rows: chunk.indicators.length, years: columns, values, status };
  });
  return stacked(tables, years);
}

/** All rows of a plan as the database gives them. */
export interface PlanRows {
  readonly plan: PlanRow;
  /** In their order. */
  readonly chunks: readonly ChunkRow[];
  readonly programme: ProgrammeRow | undefined;
  readonly scenarios: ScenariosRow | undefined;
  readonly narrative: NarrativeRow | undefined;
}

/** Puts a plan together from its rows; throws {@link DamagedRecordError}. */
export function decodePlan({ plan: row, chunks, programme, scenarios, narrative }: PlanRows): {
  readonly plan: Plan;
  readonly book: PlanBookkeeping;
} {
  if (programme === undefined) throw new DamagedRecordError(`plan ${row.id}: its programme is missing`);
  if (scenarios === undefined) throw new DamagedRecordError(`plan ${row.id}: its scenarios are missing`);
  if (narrative === undefined) throw new DamagedRecordError(`plan ${row.id}: its text is missing`);
  const head = readPlanRow(row);
  if (chunks.length !== head.chunkRevisions.length)
    throw new DamagedRecordError(`plan ${row.id}: ${chunks.length} chunks of ${head.chunkRevisions.length}`);
  const beside = {
    ...readProgrammeRow(programme),
    ...readScenariosRow(scenarios),
    ...readNarrativeRow(narrative),
  };
  const plan = toPlan(head, chunks.map(readChunkRow), beside);
  return { plan, book: bookkeepingOf(head) };
}

function inOrder(chunks: readonly Chunk[]): readonly Statement[] {
  const placed = chunks.flatMap((chunk) =>
    chunk.statements.map((statement, at) => ({ statement, position: chunk.positions[at] ?? 0 })),
  );
  return placed.sort((a, b) => a.position - b.position).map(({ statement }) => statement);
}

/** The record of a plan; `summary` is its own. */
export function toPlanRow(plan: Plan, book: PlanBookkeeping, summary: PlanSummary): PlanRow {
  return {
    id: plan.id,
    generation: book.generation,
    revision: book.revision,
    title: plan.title,
    jurisdiction: plan.jurisdiction,
    periodStart: plan.period.start,
    periodEnd: plan.period.end,
    status: plan.status,
    origin: plan.origin,
    predecessor: plan.predecessor,
    superior: plan.superior,
    documents: plan.documents.map(({ file, sha256 }) => ({ file, sha256 })),
    outline: plan.outline.map(toOutlineEntryRow),
    disagreements: plan.disagreements.map(toDisagreementRow),
    dropped: plan.dropped.map(({ indicator, name, reason }) => ({ indicator, name, reason })),
    years: [...plan.observations.years],
    chunkRevisions: [...book.chunkRevisions],
    scenariosRevision: book.scenariosRevision,
    narrativeRevision: book.narrativeRevision,
    namesRevision: book.namesRevision,
    undo: book.history.undo,
    redo: [...book.history.redo],
    lastEditAt: book.lastEditAt,
    summary: toSummaryRow(summary),
    createdAt: book.createdAt,
    updatedAt: book.updatedAt,
  };
}

function toSummaryRow(summary: PlanSummary): SummaryRow {
  const { filled, highlight } = summary;
  return {
    indicatorCount: summary.indicatorCount,
    observationCount: summary.observationCount,
    targetCount: summary.targetCount,
    filled: {
      targets: filled.targets,
      bases: filled.bases,
      departments: filled.departments,
      evidence: filled.evidence,
    },
    rejectedCount: summary.rejectedCount,
    highlight: highlight && toHighlightRow(highlight),
  };
}

/** The row of a highlight; a growth beyond all numbers leaves nothing to show. */
function toHighlightRow({ indicator, name, unit, points, base, targets }: Highlight): HighlightRow | null {
  const values = [
    ...points.map(({ value }) => value),
    base?.value ?? 0,
    ...targets.flatMap(({ level, stretch }) => [level, stretch ?? 0]),
  ];
  if (!values.every(Number.isFinite)) return null;
  return {
    indicator,
    name,
    unit,
    points: points.map(({ year, value }) => ({ year, value })),
    base: base && { year: base.year, value: base.value },
    targets: targets.map(({ year, level, stretch }) => ({ year, level, stretch })),
  };
}

/** How many chunks a plan of so many indicators has; there is always one, for statements about no indicator. */
export function chunkCount(indicators: number): number {
  return Math.max(1, Math.ceil(indicators / CHUNK_SIZE));
}

/** The `wanted` chunks of a plan, each written in the revision that `revisions` gives it. */
export function toChunkRows(
  plan: Plan,
  revisions: readonly number[],
  wanted: (index: number) => boolean = () => true,
): ChunkRow[] {
  const chunks = new Map(
    revisions.flatMap((revision, index) =>
      wanted(index) ? [[index, bareChunk(plan, index, revision)]] : [],
    ),
  );
  const chunkFor = statementPlaces(plan, chunks);
  plan.statements.forEach((statement, position) => {
    const chunk = chunkFor(statement.indicator);
    chunk?.statements.push(toStatementRow(statement));
    chunk?.positions.push(position);
  });
  return [...chunks.values()];
}

/** The chunk that a statement belongs into, if it is among the given ones; what speaks of no row of the plan is in chunk 0. */
function statementPlaces(
  plan: Plan,
  chunks: ReadonlyMap<number, ChunkRow>,
): (about: Statement["indicator"]) => ChunkRow | undefined {
  const held = new Map<string, ChunkRow>();
  for (const chunk of chunks.values()) for (const { id } of chunk.indicators) held.set(id, chunk);
  const first = chunks.get(0);
  const known = new Set<string>(first === undefined ? [] : plan.indicators.map(({ id }) => id));
  return (about) => {
    if (about === null) return first;
    return held.get(about) ?? (known.has(about) ? undefined : first);
  };
}

/** A chunk without its statements. */
function bareChunk({ id, indicators, observations }: Plan, index: number, revision: number): ChunkRow {
  const from = index * CHUNK_SIZE;
  const before = Math.min(from + CHUNK_SIZE, indicators.length);
  const { years, values, status } = rowsBetween(observations, from, before);
  return {
    ...{ plan: id, index, revision },
    indicators: indicators.slice(from, before).map(toIndicatorRow),
    ...{ years: [...years], values: values.slice(), statuses: status.slice() },
    ...{ statements: [], positions: [] },
  };
}
