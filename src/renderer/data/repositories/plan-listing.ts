import { type PlanId, planId } from "#core/plan/ids.ts";
import type { PlanSummary } from "#core/plan/summary.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import { lastEntryOf } from "./last-entry.ts";
import { DamagedRecordError, type PlanHead, readNamesRow, readPlanRow } from "./plan-mapping.ts";

type Names = PlanSummary["indicatorNames"];

/** What the library shows of a plan: its record, and the names of its indicators. */
export interface ListedPlan {
  readonly head: PlanHead;
  readonly names: Names;
}

/** A plan's record as it was with a state of the bundled plans and an entry of its journal as the last ones. */
interface KnownHead {
  readonly stamp: string;
  readonly head: PlanHead;
}

/** The names of a plan as they were read last. */
interface KnownNames {
  readonly generation: string;
  readonly revision: number;
  readonly names: Names;
}

/** A plan's record that was read or written otherwise, with the last entry of its journal then. */
export type RememberedHead = Pick<ListedPlan, "head"> & { readonly entry: number | null };

/** The records of all plans without what they hold; those that are as they were are not read again. */
export class PlanListing {
  readonly #db: WorkbenchDatabase;
  readonly #remembered: (id: PlanId) => RememberedHead | undefined;
  readonly #heads = new Map<PlanId, KnownHead>();
  readonly #names = new Map<PlanId, KnownNames>();

  constructor(db: WorkbenchDatabase, remembered: (id: PlanId) => RememberedHead | undefined) {
    this.#db = db;
    this.#remembered = remembered;
  }

  /** Reads the records of all plans with the names of their indicators, in the transaction under way. */
  async read(): Promise<readonly ListedPlan[]> {
    const ids = await this.#db.plans.toCollection().primaryKeys();
    const seeds = (await this.#db.meta.get("seedVersion"))?.value ?? null;
    return Promise.all(
      ids.map(async (id) => {
        const head = await this.#readHead(planId(id), seeds);
        return { head, names: await this.#readNames(head) };
      }),
    );
  }

  /** Has a plan's record read anew. */
  forget(id: PlanId): void {
    this.#heads.delete(id);
  }

  async #readNames({ id, generation, namesRevision: revision }: PlanHead): Promise<Names> {
    const known = this.#names.get(id);
    if (known?.generation === generation && known.revision === revision) return known.names;
    const row = await this.#db.names.get(id);
    if (row === undefined) throw new DamagedRecordError(`plan ${id}: its names are missing`);
    const names = readNamesRow(row);
    this.#names.set(id, { generation, revision, names });
    return names;
  }

  async #readHead(id: PlanId, seeds: string | number | null): Promise<PlanHead> {
    const known = this.#heads.get(id);
    // A bundled plan has no journal, and comes anew with new seeds only.
    const entry = known?.head.origin === "bundled" ? null : await lastEntryOf(this.#db, id);
    const stamp = `${seeds} ${entry}`;
    if (known?.stamp === stamp) return known.head;
    const remembered = this.#remembered(id);
    const isCurrent = entry !== null && remembered?.entry === entry;
    const head = isCurrent ? remembered.head : await this.#getHead(id);
    this.#heads.set(id, { stamp, head });
    return head;
  }

  async #getHead(id: PlanId): Promise<PlanHead> {
    const row = await this.#db.plans.get(id);
    if (row === undefined) throw new DamagedRecordError(`plan ${id}: it is listed and cannot be read`);
    return readPlanRow(row);
  }
}
