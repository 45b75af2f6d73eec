import { createStore, type StoreApi } from "zustand/vanilla";
import type { BackupOutcome, BackupReason } from "#bridge/backup.ts";
import type { DesktopBridge, Reply } from "#bridge/desktop-bridge.ts";
import type { DiskSpace } from "#bridge/disk-space.ts";
import type { Risk } from "#bridge/risk.ts";
import type { Command } from "#core/command/command.ts";
import type { DraftChoices } from "#core/drafting/draft-choices.ts";
import type { Seq } from "#core/command/history.ts";
import type { NamedVersion } from "#core/history/named-versions.ts";
import type { IndicatorId, PlanId } from "#core/plan/ids.ts";
import type { Field, Plan } from "#core/plan/plan.ts";
import { err, type Result } from "#core/result.ts";
import type { KeptCharts } from "#core/report/gallery/kept-charts.ts";
import { DiskWatch } from "./disk-watch.ts";
import { type TakenPlan, takeInPlans } from "./journal/take-in-plans.ts";
import { type Waiting, WaitingEdits } from "./journal/waiting-edits.ts";
import { executeCommand, executeInstead, redoEdit, undoEdit } from "./journal/edit-plan.ts";
import { holdEdit, type RefusedEdit, retryEdit } from "./journal/hold-edit.ts";
import type { LeftEdits } from "./journal/take-up-waiting.ts";
import { waitingStore } from "./journal/waiting-journal.ts";
import { BULK, backupReason } from "./backup/backup-before.ts";
import { packForExport } from "./backup/pack-for-export.ts";
import type { TaskWatch } from "../workers/one-shot-worker.ts";
import { BackupKeeper, type BackupState } from "./backup/backup-keeper.ts";
import { compactLongJournal } from "./journal/compact-long-journal.ts";
import { type JournalBridge, JournalMirror } from "./journal/journal-mirror.ts";
import { patientBridge } from "./journal/patient-bridge.ts";
import {
  createCopy,
  createNextPlan,
  type DraftTools,
  removeDraft,
  renameDraft,
} from "./journal/manage-drafts.ts";
import { nameVersion, removeVersion, renameVersion } from "./journal/manage-versions.ts";
import type { CellName, CellPast, JournalPage, VersionLabel } from "./history/history-store.ts";
import {
  readCellEntries,
  readCellPast,
  readEntries,
  readPlanAfter,
  readVersions,
} from "./history/read-history.ts";
import type { LibraryEntry } from "./library-entry.ts";
import type { Recovery } from "./recovery/recovery.ts";
import type { Strangers } from "./recovery/strangers/strangers.ts";
import { type AttachedDocument, DocumentRepository } from "./repositories/document-repository.ts";
import { readLibrary } from "./repositories/read-library.ts";
import { type NamedDocument, readNamedDocuments } from "./repositories/read-named-documents.ts";
import { ChartsRepository } from "./repositories/charts-repository.ts";
import { ViewRepository } from "./repositories/view-repository.ts";
import type { ConnectionState, SaveState } from "./save-state.ts";
import { StoreWrites } from "./store-writes.ts";
import type { StorageError, StoreError } from "./store-error.ts";
import type { Arrangement, SavedView } from "./views/arrangement.ts";
import type { SavedLook } from "./views/saved-look.ts";
import type { EditResult, HistoryStep, PlanHistory, WorkbenchStore } from "./workbench-store.ts";

/** An opened database with what the store needs from outside. */
export interface StoreParts {
  readonly tools: Omit<DraftTools, "author">;
  /** Identity of this database in the second copy of the journal. */
  readonly storeId: string;
  readonly bridge: JournalBridge & Pick<DesktopBridge, "writeBackup" | "compactJournal" | "diskSpace">;
  readonly connection: StoreApi<ConnectionState>;
  readonly recovery: Recovery | null;
  readonly strangers: Strangers;
  /** Edits of former windows that the database refuses still, and those that no longer fit. */
  readonly left: LeftEdits;
}

/** The store over IndexedDB: writes first, then has the journal copied, and says when both are done. */
export class DexieWorkbenchStore implements WorkbenchStore {
  readonly stepped: StoreApi<HistoryStep | null> = createStore(() => null);
  readonly connection: StoreApi<ConnectionState>;
  readonly recovery: Recovery | null;
  readonly strangers: Strangers;
  readonly #tools: DraftTools;
  readonly #documents: DocumentRepository;
  readonly #views: ViewRepository;
  readonly #charts: ChartsRepository;
  readonly #mirror: JournalMirror;
  readonly #backups: BackupKeeper;
  readonly #waiting: WaitingEdits;
  readonly #disk: DiskWatch;
  readonly #writes: StoreWrites;
  #author: string | null = null;

  constructor(parts: StoreParts) {
    this.connection = parts.connection;
    this.recovery = parts.recovery;
    this.strangers = parts.strangers;
    this.#tools = { ...parts.tools, author: () => this.#author };
    this.#documents = new DocumentRepository(parts.tools.db);
    this.#views = new ViewRepository(parts.tools.db);
    this.#charts = new ChartsRepository(parts.tools.db);
    const journal = patientBridge(parts.bridge);
    this.#mirror = new JournalMirror({
      db: parts.tools.db,
      store: parts.storeId,
      bridge: journal,
      onOutcome: (outcome) => this.#writes.mirrored(outcome),
    });
    const { db, now } = parts.tools;
    this.#backups = new BackupKeeper({ db, store: parts.storeId, bridge: parts.bridge });
    this.#disk = new DiskWatch(parts.bridge, now);
    this.#waiting = new WaitingEdits({
      bridge: journal,
      journal: waitingStore(parts.storeId, parts.tools.newId()),
      retry: (edit) => retryEdit({ tools: this.#tools, writes: this.#writes }, edit),
      left: parts.left,
    });
    this.#writes = new StoreWrites({
      waiting: this.#waiting.state,
      isReadOnly: () => this.#disk.isReadOnly(),
      onWritten: () => {
        void this.#mirror.wake();
        this.#backups.edited();
      },
      now,
    });
    this.#backups.state.subscribe(({ kind }) => {
      if (kind === "done") void compactLongJournal(parts.bridge, parts.storeId);
    });
    void this.#mirror.wake();
  }

  signAs(name: string): void {
    this.#author = name === "" ? null : name;
  }

  execute(plan: PlanId, command: Command, former?: Command): Promise<EditResult> {
    return this.#inTurn(backupReason(command), () => this.#execute(plan, command, former));
  }

  expect(coming: Promise<unknown>): void {
    this.#writes.expect(coming);
  }

  async #execute(plan: PlanId, command: Command, former?: Command): Promise<EditResult> {
    const refusal = await this.#waiting.refusal();
    if (refusal !== null) return this.#hold({ plan, command, former, reason: refusal });
    const done = await this.#writes.run(() =>
      former === undefined
        ? executeCommand(this.#tools, plan, command)
        : executeInstead(this.#tools, plan, former, command),
    );
    const holds = !done.ok && done.error.kind === "storage" && done.error.reason !== "disk-low";
    return holds ? this.#hold({ plan, command, former, reason: done.error.reason }) : done;
  }

  #hold(refused: RefusedEdit): Promise<EditResult> {
    return holdEdit({ tools: this.#tools, writes: this.#writes, waiting: this.#waiting }, refused);
  }

  undo(plan: PlanId): Promise<EditResult> {
    return this.#step(plan, () => undoEdit(this.#tools, plan));
  }

  redo(plan: PlanId): Promise<EditResult> {
    return this.#step(plan, () => redoEdit(this.#tools, plan));
  }

  createCopy(plan: PlanId, title?: string): Promise<Result<PlanId, StoreError>> {
    return this.#afterWaiting(() => createCopy(this.#tools, plan, title));
  }

  createNextPlan(plan: PlanId, choices: DraftChoices): Promise<Result<PlanId, StoreError>> {
    const reason = choices.figures.size > BULK ? "before-bulk-edit" : null;
    const make = () => createNextPlan(this.#tools, plan, choices);
    return this.#inTurn(reason, () => this.#behindWaiting(make));
  }

  async removeDraft(plan: PlanId): Promise<Result<null, StoreError>> {
    const remove = () => this.#writes.run(() => removeDraft(this.#tools, plan));
    const removed = await this.#inTurn("before-removal", remove);
    if (removed.ok) await this.#writes.keep(() => this.#views.removeOf(plan));
    return removed;
  }

  renameDraft(plan: PlanId, title: string): Promise<Result<null, StoreError>> {
    return this.#writes.run(() => renameDraft(this.#tools, plan, title));
  }

  takeIn(taken: readonly TakenPlan[]): Promise<Result<readonly PlanId[], StoreError>> {
    return this.#afterWaiting(() => takeInPlans(this.#tools, taken));
  }

  readLibrary(): Promise<readonly LibraryEntry[]> {
    return readLibrary(this.#tools.plans);
  }

  async readPlan(plan: PlanId): Promise<Plan | null> {
    const stored = await this.#tools.plans.read(plan);
    return stored === null ? null : this.#waiting.onTop(stored.plan);
  }

  async readHistory(plan: PlanId): Promise<PlanHistory | null> {
    const stored = await this.#tools.plans.read(plan);
    if (stored === null) return null;
    const { history, lastEditAt } = stored.book;
    return { canUndo: history.undo !== null, canRedo: history.redo.length > 0, lastEditAt };
  }

  readEntries(plan: PlanId, limit: number, cell?: CellName): Promise<JournalPage> {
    return cell === undefined
      ? readEntries(this.#tools, plan, limit)
      : readCellEntries(this.#tools, plan, cell, limit);
  }

  readCellPast(plan: PlanId, indicator: IndicatorId, field: Field, limit: number): Promise<CellPast> {
    return readCellPast(this.#tools, plan, { indicator, field }, limit);
  }

  readVersions(plan: PlanId): Promise<readonly NamedVersion[]> {
    return readVersions(this.#tools, plan);
  }

  readPlanAfter(plan: PlanId, entry: Seq): Promise<Plan | null> {
    return readPlanAfter(this.#tools, plan, entry);
  }

  nameVersion(plan: PlanId, of: Seq | null, label: VersionLabel): Promise<Result<null, StoreError>> {
    return this.#afterWaiting(() => nameVersion(this.#tools, plan, of, label));
  }

  renameVersion(plan: PlanId, version: Seq, label: VersionLabel): Promise<Result<null, StoreError>> {
    return this.#writes.run(() => renameVersion(this.#tools, plan, version, label));
  }

  removeVersion(plan: PlanId, version: Seq): Promise<Result<null, StoreError>> {
    return this.#writes.run(() => removeVersion(this.#tools, plan, version));
  }

  readNamedDocuments(): Promise<readonly NamedDocument[]> {
    return readNamedDocuments(this.#tools.db);
  }

  hasSource(sha256: string): Promise<boolean> {
    return this.#documents.has(sha256);
  }

  readSource(sha256: string): Promise<AttachedDocument | null> {
    return this.#documents.get(sha256);
  }

  attachSource(document: Omit<AttachedDocument, "attachedAt">): Promise<Result<null, StorageError>> {
    return this.#writes.keep(() => this.#documents.put({ ...document, attachedAt: this.#tools.now() }));
  }

  detachSource(sha256: string): Promise<Result<null, StorageError>> {
    return this.#writes.keep(() => this.#documents.remove(sha256));
  }

  backUp(reason: BackupReason, watch?: TaskWatch): Promise<Reply<BackupOutcome>> {
    return this.#backups.make(reason, watch);
  }

  packForExport(only: PlanId | null, watch: TaskWatch): Promise<Uint8Array | null> {
    return packForExport({ db: this.#tools.db, store: this, waits: !this.#waiting.isEmpty }, only, watch);
  }

  get waiting(): StoreApi<Waiting> {
    return this.#waiting.state;
  }

  get diskSpace(): StoreApi<DiskSpace | null> {
    return this.#disk.state;
  }

  async tryAgain(): Promise<void> {
    await this.#disk.ask();
    await this.#waiting.flush();
    await this.#mirror.wake();
  }

  get saveState(): StoreApi<SaveState> {
    return this.#writes.state;
  }

  get atRisk(): StoreApi<Risk | null> {
    return this.#writes.risk;
  }

  get backupState(): StoreApi<BackupState> {
    return this.#backups.state;
  }

  readViews(plan: PlanId): Promise<readonly SavedView[]> {
    return this.#views.saved(plan);
  }

  keepView(view: SavedView): Promise<Result<null, StorageError>> {
    return this.#writes.keep(() => this.#views.put(view));
  }

  removeView(id: string): Promise<Result<null, StorageError>> {
    return this.#writes.keep(() => this.#views.remove(id));
  }

  readLeft(plan: PlanId): Promise<Arrangement | null> {
    return this.#views.left(plan);
  }

  keepLeft(plan: PlanId, arrangement: Arrangement): Promise<Result<null, StorageError>> {
    return this.#writes.keep(() => this.#views.putLeft(plan, arrangement));
  }

  readCharts(plan: PlanId): Promise<KeptCharts> {
    return this.#charts.charts(plan);
  }

  keepCharts(plan: PlanId, charts: KeptCharts): Promise<Result<null, StorageError>> {
    return this.#writes.keep(() => this.#charts.putCharts(plan, charts));
  }

  readLooks(): Promise<readonly SavedLook[]> {
    return this.#charts.looks();
  }

  keepLooks(looks: readonly SavedLook[]): Promise<Result<null, StorageError>> {
    return this.#writes.keep(() => this.#charts.putLooks(looks));
  }

  async close(): Promise<void> {
    await this.#writes.settled();
    await this.#mirror.stop();
    await this.#backups.stop();
    await this.#waiting.stop();
    this.#disk.stop();
    this.#tools.db.close();
  }

  async #step(plan: PlanId, change: () => Promise<EditResult>): Promise<EditResult> {
    const done = await this.#afterWaiting(change);
    if (done.ok) this.stepped.setState({ plan, changes: done.value }, true);
    return done;
  }

  /** An edit, behind a backup where it asks for one: what comes meanwhile does not overtake it. */
  #inTurn<T>(reason: BackupReason | null, edit: () => Promise<T>): Promise<T> {
    return this.#writes.inTurn(reason === null ? null : () => this.#backups.before(reason), edit);
  }

  /** A write that must not overtake edits that wait. */
  #afterWaiting<T>(change: () => Promise<Result<T, StoreError>>): Promise<Result<T, StoreError>> {
    return this.#inTurn(null, () => this.#behindWaiting(change));
  }

  async #behindWaiting<T>(change: () => Promise<Result<T, StoreError>>): Promise<Result<T, StoreError>> {
    const reason = await this.#waiting.refusal();
    if (reason === null) return this.#writes.run(change);
    return err({ kind: "storage", reason, detail: "Earlier edits still wait for the database" });
  }
}
