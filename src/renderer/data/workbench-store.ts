import type { StoreApi } from "zustand/vanilla";
import type { BackupOutcome, BackupReason } from "#bridge/backup.ts";
import type { Reply } from "#bridge/desktop-bridge.ts";
import type { Command } from "#core/command/command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import type { DraftChoices } from "#core/drafting/draft-choices.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Result } from "#core/result.ts";
import type { BackupState } from "./backup/backup-keeper.ts";
import type { DiskSpace } from "#bridge/disk-space.ts";
import type { Risk } from "#bridge/risk.ts";
import type { TakenPlan } from "./journal/take-in-plans.ts";
import type { Waiting } from "./journal/waiting-edits.ts";
import type { HistoryStore } from "./history/history-store.ts";
import type { LibraryEntry } from "./library-entry.ts";
import type { Recovery } from "./recovery/recovery.ts";
import type { Strangers } from "./recovery/strangers/strangers.ts";
import type { ConnectionState, SaveState } from "./save-state.ts";
import type { SourceStore } from "./sources/source-store.ts";
import type { StoreError } from "./store-error.ts";
import type { TaskWatch } from "../workers/one-shot-worker.ts";
import type { ViewStore } from "./views/view-store.ts";

/** What can be undone and redone in a plan; `lastEditAt` in ms since the epoch, `null` before the first edit. */
export interface PlanHistory {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly lastEditAt: number | null;
}

/** The outcome of an edit: what it changed (nothing when the text meant what was there already). */
export type EditResult = Result<readonly PlanChange[], StoreError>;

/** An undo or redo, and what it changed. */
export interface HistoryStep {
  readonly plan: PlanId;
  readonly changes: readonly PlanChange[];
}

/** All that a page does with the planner's data. Each write is one transaction: all of it happens, or none. */
export interface WorkbenchStore extends SourceStore, ViewStore, HistoryStore {
  /** Says whose name the journal notes beside what this window does from now on; an empty one is none. */
  signAs(name: string): void;
  /** Carries out a command on a draft, in place of `former` where that was the last; resolves once it is in the database. */
  execute(plan: PlanId, command: Command, former?: Command): Promise<EditResult>;
  /** An edit is on its way that is not given to {@link execute} yet; until `coming` ends the planner is told that it is being saved. */
  expect(coming: Promise<unknown>): void;
  /** Takes back the last edit of a draft, whichever window and run of the program made it. */
  undo(plan: PlanId): Promise<EditResult>;
  /** Does the last undone edit again. */
  redo(plan: PlanId): Promise<EditResult>;
  /** What this window took back or did again last; who shows the plan goes there. */
  readonly stepped: StoreApi<HistoryStep | null>;
  /** Copies a plan into a draft of the planner's own; without a title it keeps the one it has. */
  createCopy(plan: PlanId, title?: string): Promise<Result<PlanId, StoreError>>;
  /** Makes the draft of the plan after another one; `unfit-draft` where the choices do not hold together. */
  createNextPlan(plan: PlanId, choices: DraftChoices): Promise<Result<PlanId, StoreError>>;
  /** Removes one of the planner's own plans; `read-only` for a bundled one. */
  removeDraft(plan: PlanId): Promise<Result<null, StoreError>>;
  /** Renames one of the planner's own plans; `read-only` for a bundled one. */
  renameDraft(plan: PlanId, title: string): Promise<Result<null, StoreError>>;

  /** All plans, bundled first and then the latest change first. */
  readLibrary(): Promise<readonly LibraryEntry[]>;
  /** A plan, or `null` when there is none; unchanged indicators keep their identity from one reading to the next. */
  readPlan(plan: PlanId): Promise<Plan | null>;
  /** What can be undone, or `null` when there is no such plan. */
  readHistory(plan: PlanId): Promise<PlanHistory | null>;

  /** What the start brought back from the machine, `null` when nothing was missing. */
  readonly recovery: Recovery | null;
  /** Work of other copies of the program in this data folder that this database has not met. */
  readonly strangers: Strangers;
  /** Edits that the database refused and that stay on top of what it holds until it takes them. */
  readonly waiting: StoreApi<Waiting>;
  /** How full the disk with the planner's data is; `null` until the machine has said so. */
  readonly diskSpace: StoreApi<DiskSpace | null>;
  /** Asks disk, database and second copy again, now. */
  tryAgain(): Promise<void>;
  /** Takes plans from a backup or a file in, all or none; resolves to the ids under which they are here then. */
  takeIn(taken: readonly TakenPlan[]): Promise<Result<readonly PlanId[], StoreError>>;
  /** Makes a backup now. */
  backUp(reason: BackupReason, watch?: TaskWatch): Promise<Reply<BackupOutcome>>;
  /** Plans of the planner's own as the bytes of a plan file: one, or all (`null`); `null` when it was stopped. */
  packForExport(only: PlanId | null, watch: TaskWatch): Promise<Uint8Array | null>;
  readonly backupState: StoreApi<BackupState>;
  readonly saveState: StoreApi<SaveState>;
  /** What of the planner's work would be lost if this window went now; `null` when nothing would. */
  readonly atRisk: StoreApi<Risk | null>;
  readonly connection: StoreApi<ConnectionState>;
  /** Ends the connection to the database; waits for edits under way. */
  close(): Promise<void>;
}
