import { Dexie, type Table } from "dexie";
import { EMPTY_HISTORY } from "#core/command/history.ts";
import type { IndicatorId, PlanId } from "#core/plan/ids.ts";
import { alike } from "#core/plan/of-rows.ts";
import type { Plan } from "#core/plan/plan.ts";
import { type PlanSummary, summarise, summariseAfter } from "#core/plan/summary.ts";
import { directionOf } from "../catalogue.ts";
import type { ChunkRow } from "../db/plan-row.ts";
import { toNamesRow } from "../db/names-row.ts";
import { toProgrammeRow } from "../db/programme-row.ts";
import { toNarrativeRow } from "../db/narrative-row.ts";
import { toScenariosRow } from "../db/scenario-row.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import { lastEntryOf } from "./last-entry.ts";
import { type ListedPlan, PlanListing } from "./plan-listing.ts";
import {
  bookkeepingOf,
  type Chunk,
  CHUNK_SIZE,
  chunkCount,
  DamagedRecordError,
  type PlanBook,
  type PlanBookkeeping,
  type PlanHead,
  type Programme,
  type Narrative,
  readChunkRow,
  readNamesRow,
  readNarrativeRow,
  readPlanRow,
  readProgrammeRow,
  readScenariosRow,
  type Scenarios,
  toChunkRows,
  toPlan,
  toPlanRow,
} from "./plan-mapping.ts";

/** A plan with what the database keeps about it. */
export interface StoredPlan {
  readonly plan: Plan;
  readonly book: PlanBookkeeping;
}

/** What records an edit changed: rows by their ids, all rows from a place on (`Infinity` for none), and whether scenarios or drivers, or the text. */
export interface Touched {
  readonly indicators: readonly IndicatorId[];
  readonly from: number;
  readonly scenarios: boolean;
  readonly narrative: boolean;
}

/** Only the plan's own record changed. */
export const NO_PARTS: Touched = {
  indicators: [],
  from: Number.POSITIVE_INFINITY,
  scenarios: false,
  narrative: false,
};

interface Remembered extends StoredPlan {
  readonly head: PlanHead;
  readonly chunks: readonly Chunk[];
  /** The last entry of its journal when it was so; `null` while that is not known. */
  readonly entry: number | null;
  /** `null` until it is wanted. */
  readonly summary: PlanSummary | null;
}

/** How many plans stay decoded in memory. */
const REMEMBERED_PLANS = 8;

/** How many chunks are written without a pause; a thousand rows take a frame or two. */
const CHUNKS_AT_ONCE = 5;

/**
 * Plans between records and the core. What became of one of the planner's own plans stands in its journal: as long as that has no new
 * entry, the plan is as it was read or written last, and not even its record is read again. Chunks that have not been written since the last reading are not read again,
 * so that a reading after an edit costs one record and one chunk, and unchanged indicators keep their identity.
 */
export class PlanRepository {
  /** The tables that a transaction must hold in which plans are read or written. */
  readonly tables: readonly Table[];
  readonly #db: WorkbenchDatabase;
  readonly #remembered = new Map<PlanId, Remembered>();
  readonly #listing: PlanListing;
  /** The readings under way outside of other transactions; they never reject. */
  readonly #reading = new Map<PlanId, Promise<void>>();

  constructor(db: WorkbenchDatabase) {
    this.#db = db;
    this.#listing = new PlanListing(db, (id) => this.#remembered.get(id));
    const { plans, chunks, programmes, scenarios, narratives, names, journal } = db;
    this.tables = [plans, chunks, programmes, scenarios, narratives, names, journal];
  }

  /**
   * Reads a plan, in the transaction under way or one of its own. Several that ask at once, as a room does that opens, have it read
   * once, and get the same value.
   */
  async read(id: PlanId): Promise<StoredPlan | null> {
    // A transaction cannot wait for what happens outside of it.
    if (isWithinTransaction()) return this.#read(id);
    const earlier = this.#reading.get(id);
    if (earlier !== undefined) await earlier;
    const reading = this.#read(id);
    const settled = reading.then(nothing, nothing);
    this.#reading.set(id, settled);
    try {
      return await reading;
    } finally {
      if (this.#reading.get(id) === settled) this.#reading.delete(id);
    }
  }

  #read(id: PlanId): Promise<StoredPlan | null> {
    return this.#db.transaction("r", this.tables, async () => {
      const entry = await lastEntryOf(this.#db, id);
      const known = this.#remembered.get(id);
      if (entry !== null && known?.entry === entry && known.plan.origin === "own") return known;
      const row = await this.#db.plans.get(id);
      if (row === undefined) {
        this.#remembered.delete(id);
        return null;
      }
      if (known?.book.generation === row.generation && known.book.revision === row.revision) {
        this.#remember({ ...known, entry });
        return known;
      }
      const head = readPlanRow(row);
      const [chunks, programme, scenarios, narrative] = await Promise.all([
        this.#readChunks(head),
        this.#readProgramme(head),
        this.#readScenarios(head),
        this.#readNarrative(head),
      ]);
      const plan = toPlan(head, chunks, { ...programme, ...scenarios, ...narrative });
      const read = { plan, book: bookkeepingOf(head), head, chunks, entry, summary: null };
      this.#remember(read);
      return read;
    });
  }

  /** The records of all plans by id with the names of their indicators; those that are as they were are not read again. */
  readListed(): Promise<readonly ListedPlan[]> {
    return this.#db.transaction("r", [...this.tables, this.#db.meta], () => this.#listing.read());
  }

  async #readChunks(head: PlanHead): Promise<readonly Chunk[]> {
    const kept = this.#keptChunks(head);
    const stale = head.chunkRevisions.flatMap((revision, index) =>
      kept[index]?.revision === revision ? [] : [index],
    );
    const rows = await this.#db.chunks.bulkGet(stale.map((index): [string, number] => [head.id, index]));
    const fresh = new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.index, readChunkRow(row)]])));
    return head.chunkRevisions.map((_, index) => {
      const chunk = fresh.get(index) ?? kept[index];
      if (chunk === undefined) throw new DamagedRecordError(`plan ${head.id}: chunk ${index} is missing`);
      return chunk;
    });
  }

  async #readProgramme(head: PlanHead): Promise<Programme> {
    const known = this.#unchanged(head);
    if (known !== null) return { tasks: known.tasks, clauses: known.clauses };
    const row = await this.#db.programmes.get(head.id);
    if (row === undefined) throw new DamagedRecordError(`plan ${head.id}: its programme is missing`);
    return readProgrammeRow(row);
  }

  async #readScenarios(head: PlanHead): Promise<Scenarios> {
    const known = this.#unchanged(head, "scenariosRevision");
    if (known !== null) return { scenarios: known.scenarios, drivers: known.drivers };
    const row = await this.#db.scenarios.get(head.id);
    if (row === undefined) throw new DamagedRecordError(`plan ${head.id}: its scenarios are missing`);
    return readScenariosRow(row);
  }

  async #readNarrative(head: PlanHead): Promise<Narrative> {
    const known = this.#unchanged(head, "narrativeRevision");
    if (known !== null) return { narrative: known.narrative };
    const row = await this.#db.narratives.get(head.id);
    if (row === undefined) throw new DamagedRecordError(`plan ${head.id}: its text is missing`);
    return readNarrativeRow(row);
  }

  /** The plan as it is remembered, where what a revision of its record speaks of has not been written since; `null` where it has. */
  #unchanged(head: PlanHead, part?: "scenariosRevision" | "narrativeRevision"): Plan | null {
    const known = this.#remembered.get(head.id);
    if (known?.book.generation !== head.generation) return null;
    return part === undefined || known.book[part] === head[part] ? known.plan : null;
  }

  #remember(read: Remembered): void {
    this.#remembered.delete(read.plan.id);
    this.#remembered.set(read.plan.id, read);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED_PLANS && oldest !== undefined) this.#remembered.delete(oldest);
  }

  /** Puts a whole new plan in, in place of one with the same id. Runs in the caller's transaction. */
  put(plan: Plan, { generation, at }: { readonly generation: string; readonly at: number }): Promise<void> {
    const book = { revision: 0, history: EMPTY_HISTORY, lastEditAt: null, createdAt: at, updatedAt: at };
    return this.putAs(plan, book, generation);
  }

  /** Puts a whole plan in together with what the journal says of it. Runs in the caller's transaction. */
  async putAs(plan: Plan, book: PlanBook, generation: string): Promise<void> {
    await this.remove(plan.id);
    const chunkRevisions = new Array<number>(chunkCount(plan.indicators.length)).fill(book.revision);
    const programme = toProgrammeRow(plan, generation);
    readProgrammeRow(programme);
    await this.#db.programmes.put(programme);
    await this.#putScenarios(plan, generation);
    await this.#putNarrative(plan, generation);
    const { revision } = book;
    const beside = { scenariosRevision: revision, narrativeRevision: revision, namesRevision: revision };
    const stored = { ...book, generation, chunkRevisions, ...beside };
    await this.#write(plan, stored, toChunkRows(plan, chunkRevisions), null);
  }

  async #putScenarios(plan: Plan, generation: string): Promise<void> {
    const row = toScenariosRow(plan, generation);
    readScenariosRow(row);
    await this.#db.scenarios.put(row);
  }

  async #putNarrative(plan: Plan, generation: string): Promise<void> {
    const row = toNarrativeRow(plan, generation);
    readNarrativeRow(row);
    await this.#db.narratives.put(row);
  }

  /**
   * Writes a plan of which parts were `touched`: its record and these parts only, its programme stays. Runs in the caller's transaction,
   * which has added the `entry` of the journal that says so.
   */
  async update(plan: Plan, book: PlanBookkeeping, touched: Touched, entry: number): Promise<void> {
    const isTouched = touchedChunks(plan, touched);
    const count = chunkCount(plan.indicators.length);
    const chunkRevisions = Array.from({ length: count }, (_, index) =>
      isTouched(index) ? book.revision : (book.chunkRevisions[index] ?? book.revision),
    );
    const isNew = (index: number) => isTouched(index) || index >= book.chunkRevisions.length;
    const chunks = toChunkRows(plan, chunkRevisions, isNew);
    if (count < book.chunkRevisions.length) await this.#removeChunks(plan.id, count);
    if (touched.scenarios) await this.#putScenarios(plan, book.generation);
    const scenariosRevision = touched.scenarios ? book.revision : book.scenariosRevision;
    if (touched.narrative) await this.#putNarrative(plan, book.generation);
    const narrativeRevision = touched.narrative ? book.revision : book.narrativeRevision;
    const stored = { ...book, chunkRevisions, scenariosRevision, narrativeRevision };
    await this.#write(plan, stored, chunks, entry);
  }

  /**
   * Writes only what can be read again: a record that could not be would lock the planner out of the plan. What was
   * written is remembered once it is in the database, so that the page's next reading costs next to nothing.
   */
  async #write(
    plan: Plan,
    book: PlanBookkeeping,
    rows: readonly ChunkRow[],
    entry: number | null,
  ): Promise<void> {
    const summary = this.#summarise(plan);
    const namesRevision = this.#hasNames(plan, book.generation) ? book.namesRevision : book.revision;
    const row = toPlanRow(plan, { ...book, namesRevision }, summary);
    const head = readPlanRow(row);
    const [written] = await Promise.all([
      this.#writeChunks(rows),
      this.#db.plans.put(row),
      namesRevision === book.revision ? this.#putNames(plan.id, summary, book.generation) : null,
    ]);
    const kept = this.#keptChunks(head);
    const chunks = head.chunkRevisions.flatMap((revision, index) => {
      const chunk = written.get(index) ?? kept[index];
      return chunk?.revision === revision ? [chunk] : [];
    });
    this.#listing.forget(plan.id);
    if (chunks.length < head.chunkRevisions.length) return;
    Dexie.currentTransaction.on("complete", () => {
      this.#remember({ plan, book: bookkeepingOf(head), head, chunks, entry, summary });
    });
  }

  /** Whether the database has the names of a plan's indicators already: the plan was read before the edit, and they were the same. */
  #hasNames({ id, indicators }: Plan, generation: string): boolean {
    const known = this.#remembered.get(id);
    if (known?.book.generation !== generation) return false;
    return alike(known.plan.indicators, indicators, (a, b) => a.id === b.id && a.name === b.name);
  }

  async #putNames(id: PlanId, { indicatorNames }: PlanSummary, generation: string): Promise<void> {
    const row = toNamesRow(id, indicatorNames, generation);
    readNamesRow(row);
    await this.#db.names.put(row);
  }

  /** Checks and writes chunks some at a time, so that the page goes on in between. */
  async #writeChunks(rows: readonly ChunkRow[]): Promise<ReadonlyMap<number, Chunk>> {
    const written = new Map<number, Chunk>();
    for (let start = 0; start < rows.length; start += CHUNKS_AT_ONCE) {
      const some = rows.slice(start, start + CHUNKS_AT_ONCE);
      for (const row of some) written.set(row.index, readChunkRow(row));
      await this.#db.chunks.bulkPut(some);
    }
    return written;
  }

  #summarise(plan: Plan): PlanSummary {
    const known = this.#remembered.get(plan.id);
    return known?.summary
      ? summariseAfter({ plan: known.plan, summary: known.summary }, plan, directionOf)
      : summarise(plan, directionOf);
  }

  #keptChunks(head: PlanHead): readonly Chunk[] {
    const known = this.#remembered.get(head.id);
    return known?.book.generation === head.generation ? known.chunks : [];
  }

  async #removeChunks(id: PlanId, from: number): Promise<void> {
    await this.#db.chunks
      .where("[plan+index]")
      .between([id, from], [id, Number.MAX_SAFE_INTEGER], true, true)
      .delete();
  }

  /** Removes a plan with all that belongs to it. Runs in the caller's transaction. */
  async remove(id: PlanId): Promise<void> {
    await this.#removeChunks(id, 0);
    await this.#db.programmes.delete(id);
    await this.#db.scenarios.delete(id);
    await this.#db.narratives.delete(id);
    await this.#db.names.delete(id);
    await this.#db.plans.delete(id);
  }
}

function isWithinTransaction(): boolean {
  const transaction: unknown = Dexie.currentTransaction;
  return transaction !== null && transaction !== undefined;
}

const nothing = (): void => undefined;

function touchedChunks(plan: Plan, { indicators, from }: Touched): (index: number) => boolean {
  const wanted = new Set(indicators);
  const rows = plan.indicators.flatMap(({ id }, row) => (wanted.has(id) ? [row] : []));
  const chunks = new Set(rows.map((row) => Math.floor(row / CHUNK_SIZE)));
  return (index) => chunks.has(index) || (index + 1) * CHUNK_SIZE > from;
}
