import { createStore, type StoreApi } from "zustand/vanilla";
import type { BackupOutcome, BackupReason, SecondCopy } from "#bridge/backup.ts";
import type { BridgeErrorCode, DesktopBridge, Reply } from "#bridge/desktop-bridge.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import { patience } from "../patience.ts";
import { storageErrorOf } from "../storage-failure.ts";
import type { StorageError } from "../store-error.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import type { PackedPlans } from "../../workers/plan-packing-messages.ts";
import { writeReadableBackup } from "./write-readable-backup.ts";
import { packAnyhow } from "./pack-anyhow.ts";
import { lastSequence } from "./read-own-plans.ts";

/** How often a changed database is backed up, in ms. */
const EVERY = 5 * 60_000;

/** After how many edits it is, even if that takes less time. */
const EDITS = 200;

/** How long the machine may take to write one, in ms: far more than a slow stick needs for the largest, which is read again there. */
const PATIENCE = 5 * 60_000;

/** How the last try to back up ended; `never` until this window made one. */
export type BackupState =
  | { readonly kind: "never" }
  | { readonly kind: "done"; readonly second: SecondCopy }
  | { readonly kind: "failed"; readonly code: BridgeErrorCode };

/** What backups are made of and with. */
export interface BackupNeeds {
  readonly db: WorkbenchDatabase;
  readonly store: string;
  readonly bridge: Pick<DesktopBridge, "writeBackup">;
}

/**
 * Backs the planner's data up: every five minutes and every 200 edits when something changed, and whenever it is asked to. All windows
 * share one note of how far the last backup goes, so that they do not make the same one twice.
 */
export class BackupKeeper {
  readonly state: StoreApi<BackupState> = createStore(() => ({ kind: "never" }));
  readonly #needs: BackupNeeds;
  readonly #ask = patience(PATIENCE);
  readonly #timer: ReturnType<typeof setInterval>;
  #edits = 0;
  #running: Promise<unknown> = Promise.resolve();

  constructor(needs: BackupNeeds) {
    this.#needs = needs;
    this.#timer = setInterval(() => void this.#periodic(), EVERY);
  }

  /** Counts an edit, and backs up when there were enough. */
  edited(): void {
    this.#edits += 1;
    if (this.#edits >= EDITS) void this.#periodic();
  }

  /** Makes a backup of what is here now; one that is under way is written first. Whatever goes wrong is the reply, and none of it stops the next. */
  make(reason: BackupReason, watch: TaskWatch = {}): Promise<Reply<BackupOutcome>> {
    const packing = this.#attempt(() => this.#pack(watch));
    const made = this.#running.then(() => this.#write(reason, packing));
    this.#running = made;
    return made;
  }

  /**
   * Begins a backup of what is here before a large edit, unless the last one holds that already. Resolves as soon as what is
   * written next is no longer part of it; it is finished beside the edit, which its failure does not hold up.
   */
  async before(reason: BackupReason): Promise<void> {
    const isNew = await this.#attempt(() => this.#isNew());
    if (!isNew.ok || !isNew.value) return;
    await new Promise<void>((resolve) => {
      void this.make(reason, { onBegun: resolve }).finally(resolve);
    });
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #periodic(): Promise<void> {
    this.#edits = 0;
    const isNew = await this.#attempt(() => this.#isNew());
    // A closed database says so itself wherever it is used.
    if (!isNew.ok && isNew.error.reason !== "closed") this.#failed(isNew.error.detail);
    if (isNew.ok && isNew.value) await this.make("periodic");
  }

  /** Whether there is anything that the last backup does not hold. */
  async #isNew(): Promise<boolean> {
    const { db } = this.#needs;
    const sequence = await lastSequence(db);
    return sequence !== null && ((await db.meta.get("backedUp"))?.value ?? 0) !== sequence;
  }

  async #write(
    reason: BackupReason,
    packing: Promise<Result<PackedPlans | null, StorageError>>,
  ): Promise<Reply<BackupOutcome>> {
    const { store, bridge } = this.#needs;
    const packed = await packing;
    if (!packed.ok) return this.#failed(packed.error.detail);
    if (packed.value === null) return { ok: false, code: "internal", message: "The backup was stopped" };
    const { sequence, plans, bytes } = packed.value;
    const request = { store, sequence, reason, plans, bytes };
    const written = await this.#attempt(() => this.#ask(() => writeReadableBackup(bridge, request)));
    if (!written.ok) return this.#failed(written.error.detail);
    const reply = written.value;
    this.state.setState(toState(reply), true);
    // Where how far it goes cannot be noted, as on a full disk, the next one comes sooner.
    if (reply.ok) await this.#attempt(() => this.#needs.db.meta.put({ key: "backedUp", value: sequence }));
    return reply;
  }

  #failed(message: string): Reply<BackupOutcome> {
    this.state.setState({ kind: "failed", code: "internal" }, true);
    return { ok: false, code: "internal", message };
  }

  async #attempt<T>(work: () => Promise<T>): Promise<Result<T, StorageError>> {
    try {
      return ok(await work());
    } catch (error) {
      return err(storageErrorOf(error) ?? { kind: "storage", reason: "unknown", detail: String(error) });
    }
  }

  #pack(watch: TaskWatch): Promise<PackedPlans | null> {
    const { db, store } = this.#needs;
    return packAnyhow({ database: db.name, what: { kind: "backup", store } }, watch);
  }
}

function toState(reply: Reply<BackupOutcome>): BackupState {
  if (!reply.ok) return { kind: "failed", code: reply.code };
  return { kind: "done", second: reply.value.kind === "written" ? reply.value.second : "none" };
}
