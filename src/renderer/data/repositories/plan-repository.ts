import { Dexie, type Table } from "dexie";
import { EMPTY_HISTORY } from "#core/command/history.ts";
import type { IndicatorId, PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { ChunkRow } from "../db/plan-row.ts";
import { toProgrammeRow } from "../db/programme-row.ts";
import { toScenariosRow } from "../db/scenario-row.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
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
  readChunkRow,
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

/** What records an edit changed: rows by their ids, all rows from a place on (`Infinity` for none), and whether scenarios or drivers. */
export interface Touched {
  readonly indicators: readonly IndicatorId[];
  readonly from: number;
  readonly scenarios: boolean;
}

/** Only the plan's own record changed. */
export const NO_PARTS: Touched = { indicators: [], from: Number.POSITIVE_INFINITY, scenarios: false };

interface Remembered extends StoredPlan {
  readonly chunks: readonly Chunk[];
}

/** How many plans stay decoded in memory. */
const REMEMBERED_PLANS = 8;

/**
 * Plans between records and the core. Chunks that have not been written since the last reading are not read again,
 * so that a reading after an edit costs one record and one chunk, and unchanged indicators keep their identity.
 */
export class PlanRepository {
  /** The tables that a transaction must hold in which plans are read or written. */
  readonly tables: readonly Table[];
  readonly #db: WorkbenchDatabase;
  readonly #remembered = new Map<PlanId, Remembered>();

  constructor(db: WorkbenchDatabase) {
    this.#db = db;
    this.tables = [db.plans, db.chunks, db.programmes, db.scenarios];
  }

  /** Reads a plan, in the transaction under way or one of its own. */
  read(id: PlanId): Promise<StoredPlan | null> {
    return this.#db.transaction("r", this.tables, async () => {
      const row = await this.#db.plans.get(id);
      if (row === undefined) {
        this.#remembered.delete(id);
        return null;
      }
      const known = this.#remembered.get(id);
      if (known?.book.generation === row.generation && known.book.revision === row.revision) return known;
      const head = readPlanRow(row);
      const [chunks, programme, scenarios] = await Promise.all([
        this.#readChunks(head),
        this.#readProgramme(head),
        this.#readScenarios(head),
      ]);
      const read = {
        plan: toPlan(head, chunks, { ...programme, ...scenarios }),
        book: bookkeepingOf(head),
        chunks,
      };
      this.#remember(read);
      return read;
    });
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
    const known = this.#remembered.get(head.id);
    if (known?.book.generation === head.generation) return known.plan;
    const row = await this.#db.programmes.get(head.id);
    if (row === undefined) throw new DamagedRecordError(`plan ${head.id}: its programme is missing`);
    return readProgrammeRow(row);
  }

  async #readScenarios(head: PlanHead): Promise<Scenarios> {
    const known = this.#remembered.get(head.id);
    if (known?.book.generation === head.generation && known.book.scenariosRevision === head.scenariosRevision)
      return known.plan;
    const row = await this.#db.scenarios.get(head.id);
    if (row === undefined) throw new DamagedRecordError(`plan ${head.id}: its scenarios are missing`);
    return readScenariosRow(row);
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
    const stored = { ...book, generation, chunkRevisions, scenariosRevision: book.revision };
    await this.#write(plan, stored, toChunkRows(plan, chunkRevisions));
  }

  async #putScenarios(plan: Plan, generation: string): Promise<void> {
    const row = toScenariosRow(plan, generation);
    readScenariosRow(row);
    await this.#db.scenarios.put(row);
  }

  /** Writes a plan of which parts were `touched`: its record and these parts only, its programme stays. Runs in the caller's transaction. */
  async update(plan: Plan, book: PlanBookkeeping, touched: Touched): Promise<void> {
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
    await this.#write(plan, { ...book, chunkRevisions, scenariosRevision }, chunks);
  }

  /**
   * Writes only what can be read again: a record that could not be would lock the planner out of the plan. What was
   * written is remembered once it is in the database, so that the page's next reading costs next to nothing.
   */
  async #write(plan: Plan, book: PlanBookkeeping, rows: readonly ChunkRow[]): Promise<void> {
    const row = toPlanRow(plan, book);
    const head = readPlanRow(row);
    const written = new Map(rows.map((row) => [row.index, readChunkRow(row)]));
    await Promise.all([
      rows.length === 0 ? undefined : this.#db.chunks.bulkPut(rows),
      this.#db.plans.put(row),
    ]);
    const kept = this.#keptChunks(head);
    const chunks = head.chunkRevisions.flatMap((revision, index) => {
      const chunk = written.get(index) ?? kept[index];
      return chunk?.revision === revision ? [chunk] : [];
    });
    if (chunks.length < head.chunkRevisions.length) return;
    Dexie.currentTransaction.on("complete", () => {
      this.#remember({ plan, book: bookkeepingOf(head), chunks });
    });
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
    await this.#db.plans.delete(id);
  }
}

function touchedChunks(plan: Plan, { indicators, from }: Touched): (index: number) => boolean {
  const wanted = new Set(indicators);
  const rows = plan.indicators.flatMap(({ id }, row) => (wanted.has(id) ? [row] : []));
  const chunks = new Set(rows.map((row) => Math.floor(row / CHUNK_SIZE)));
  return (index) => chunks.has(index) || (index + 1) * CHUNK_SIZE > from;
}
