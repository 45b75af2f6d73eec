import { createStore, type StoreApi } from "zustand/vanilla";
import type { BackupOutcome, BackupReason, SecondCopy } from "#bridge/backup.ts";
import type { BridgeErrorCode, DesktopBridge, Reply } from "#bridge/desktop-bridge.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import type { PlanRepository } from "../repositories/plan-repository.ts";
import { storageErrorOf } from "../storage-failure.ts";
import { lastSequence, takeSnapshot } from "./take-snapshot.ts";

/** How often a changed database is backed up, in ms. */
const EVERY = 5 * 60_000;

/** After how many edits it is, even if that takes less time. */
const EDITS = 200;

/** How the last try to back up ended; `never` until this window made one. */
export type BackupState =
  | { readonly kind: "never" }
  | { readonly kind: "done"; readonly second: SecondCopy }
  | { readonly kind: "failed"; readonly code: BridgeErrorCode };

/** What backups are made of and with. */
export interface BackupNeeds {
  readonly db: WorkbenchDatabase;
  readonly plans: PlanRepository;
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

  /** Makes a backup now; one that is under way comes first. */
  make(reason: BackupReason): Promise<Reply<BackupOutcome>> {
    const made = this.#running.then(() => this.#make(reason));
    this.#running = made;
    return made;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #periodic(): Promise<void> {
    this.#edits = 0;
    const { db } = this.#needs;
    try {
      const backedUp = (await db.meta.get("backedUp"))?.value ?? 0;
      if ((await lastSequence(db)) !== null && (await lastSequence(db)) !== backedUp)
        await this.make("periodic");
    } catch (error) {
      // A closed or unreadable database says so itself wherever it is used.
      if (storageErrorOf(error) === null) throw error;
    }
  }

  async #make(reason: BackupReason): Promise<Reply<BackupOutcome>> {
    const { db, plans, store, bridge } = this.#needs;
    try {
      const { sequence, plans: count, bytes } = await takeSnapshot({ db, plans }, store);
      const reply = await bridge.writeBackup({ store, sequence, reason, plans: count, bytes });
      this.state.setState(toState(reply), true);
      if (reply.ok) await this.#note(sequence);
      return reply;
    } catch (error) {
      const failure = storageErrorOf(error);
      if (failure === null) throw error;
      this.state.setState({ kind: "failed", code: "internal" }, true);
      return { ok: false, code: "internal", message: failure.detail };
    }
  }

  /** Notes how far the backup goes; on a full disk it stays unnoted, and the next one comes sooner. */
  async #note(sequence: number): Promise<void> {
    try {
      await this.#needs.db.meta.put({ key: "backedUp", value: sequence });
    } catch (error) {
      if (storageErrorOf(error)?.reason !== "quota") throw error;
    }
  }
}

function toState(reply: Reply<BackupOutcome>): BackupState {
  if (!reply.ok) return { kind: "failed", code: reply.code };
  return { kind: "done", second: reply.value.kind === "written" ? reply.value.second : "none" };
}
