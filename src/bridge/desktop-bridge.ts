import type { Backup, BackupCheck, BackupList, BackupOutcome, BackupRequest } from "./backup.ts";
import type { DiskSpace } from "./disk-space.ts";
import type { JournalBatch, JournalEntry, JournalHead, JournalQuery } from "./journal.ts";

/** Why the machine side refused or failed; the page turns codes into sentences. */
export type BridgeErrorCode =
  | "bad-argument"
  | "bad-sender"
  | "unknown-method"
  | "not-writable"
  | "disk-full"
  /** More than a file may hold that the program has to read again; the page says so before it asks. */
  | "too-large"
  | "not-found"
  | "unsupported"
  /** The journal lacks entries before this one: hand over all entries behind its head again. */
  | "journal-behind"
  /** The journal holds another entry under this number, or later ones: two databases went different ways. */
  | "journal-conflict"
  /** What was kept does not hold what was written. */
  | "damaged"
  | "internal";

/** A reply from the machine side. `message` is for the log and the copyable details, in English, without stacks. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: BridgeErrorCode; readonly message: string };

/** What this machine can do; a missing ability is `false`, never a method that fails. */
export interface Capabilities {
  readonly shell: "electron" | "chromium";
  readonly version: string;
  /** A native save dialog asks for the place; otherwise files go to the export folder. */
  readonly saveDialog: boolean;
  /** A native dialog chooses files to open; otherwise the page uses its own picker. */
  readonly openDialog: boolean;
  /** A native dialog can choose the export folder; otherwise its path is typed. */
  readonly folderDialog: boolean;
  /** The folder of an exported file can be shown in the system's file manager. */
  readonly reveal: boolean;
}

/** Kinds of files that leave the program; {@link FILE_EXTENSIONS} has their extensions. */
export type ExportKind = "svg" | "png" | "pdf" | "zip" | "plan" | "csv" | "docx" | "xlsx" | "pptx";

/** What to save: bytes and a suggested name without extension. */
export interface SaveRequest {
  readonly kind: ExportKind;
  readonly suggestedName: string;
  readonly bytes: Uint8Array;
}

/** A saved file: `handle` names it to {@link DesktopBridge.revealFile}; `name` and `folder` are for display only. */
export type SaveOutcome =
  | { readonly kind: "saved"; readonly handle: string; readonly name: string; readonly folder: string }
  | { readonly kind: "cancelled" };

/** Kinds of files that come into the program; {@link OPEN_EXTENSIONS} has their extensions. */
export type OpenKind = "text" | "plan" | "sheet";

/** Why a chosen file was not read; `too-many` means that the files before it filled what one choice may hold. */
export type UnreadReason = "too-large" | "too-many" | "unreadable";

/** One chosen file: its name without folder, and its bytes or why there are none. */
export type OpenedFile =
  | { readonly kind: "read"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "unread"; readonly name: string; readonly reason: UnreadReason };

/** What the planner chose to open, in the order chosen. */
export type OpenOutcome =
  | { readonly kind: "opened"; readonly files: readonly OpenedFile[] }
  | { readonly kind: "cancelled" };

/** Settings that both shells share; they live outside the browser's profile. */
export interface Settings {
  readonly locale: "zh-CN" | "en";
  readonly theme: "system" | "light" | "dark";
  /** The export folder as shown to the planner; `custom` is false while it is the default one. */
  readonly exportFolder: { readonly label: string; readonly custom: boolean };
  /** The second backup folder as shown to the planner, such as a USB stick; `null` while none is named. */
  readonly backupFolder: string | null;
  /** The planner's name, which the journal notes beside each edit; `custom` is false while it is that of the system's user. May be empty. */
  readonly planner: { readonly name: string; readonly custom: boolean };
  readonly tourDismissed: boolean;
}

/**
 * A change of settings. `exportFolder` is what the planner typed (`null` goes back to the default), and so is `backupFolder` (`null`
 * names none), and `planner` (`null` goes back to the system's user).
 */
export interface SettingsChange {
  readonly locale?: Settings["locale"];
  readonly theme?: Settings["theme"];
  readonly exportFolder?: string | null;
  readonly backupFolder?: string | null;
  readonly planner?: string | null;
  readonly tourDismissed?: boolean;
}

/** How a font is packed: for pages and SVG files, or for PDF files. */
export type FontFormat = "woff2" | "truetype";

/** Which glyphs a font has to hold, and how. */
export interface FontRequest {
  readonly text: string;
  readonly weight: 400 | 600;
  readonly format?: FontFormat;
}

/** Level of a line in the host's log. */
export type LogLevel = "info" | "warn" | "error";

/**
 * The one contract between page and machine. It speaks in intents; no channel, Electron type or raw handle crosses it.
 * Every method checks its argument from `unknown` on the machine side.
 */
export interface DesktopBridge {
  capabilities(): Promise<Reply<Capabilities>>;
  readSettings(): Promise<Reply<Settings>>;
  changeSettings(change: SettingsChange): Promise<Reply<Settings>>;
  /** Opens the native folder dialog; replies with the settings after the choice. `unsupported` without the ability. */
  chooseExportFolder(): Promise<Reply<Settings>>;
  /** As {@link chooseExportFolder}, for the second backup folder. */
  chooseBackupFolder(): Promise<Reply<Settings>>;
  /** Writes a file without ever overwriting one; asks for the place where the shell has a save dialog. */
  saveFile(request: SaveRequest): Promise<Reply<SaveOutcome>>;
  /** Lets the planner choose files of these kinds in a native dialog and reads them. `unsupported` without the ability. */
  openFiles(kinds: readonly OpenKind[]): Promise<Reply<OpenOutcome>>;
  /** Shows an exported file in its folder. `not-found` when it is gone. */
  revealFile(handle: string): Promise<Reply<null>>;
  /**
   * Appends an entry to the machine's journal and replies after fsync; a piece that is not the last is only taken in.
   * An entry that is there already is done. `journal-behind`: the journal lacks entries before this one (its file was deleted, or the
   * database was copied here): read {@link journalHeads} and hand over everything behind `last`. `journal-conflict`: it holds another entry under this
   * number, or later ones, so that database and journal went different ways.
   */
  appendJournal(entry: JournalEntry): Promise<Reply<{ readonly sequence: number }>>;
  /** What the journals of all stores of this machine hold, whichever shell wrote them; the store written last comes first. */
  journalHeads(): Promise<Reply<readonly JournalHead[]>>;
  /** Reads on in a journal. `not-found` without one; `damaged` when an entry no longer has its checksum. */
  readJournal(query: JournalQuery): Promise<Reply<JournalBatch>>;
  /** Sets a journal aside (it stays on the disk) and begins an empty one, for a database that is whole while the journal is not. */
  restartJournal(store: string): Promise<Reply<null>>;
  /** Drops whole files of old entries that two good backups of the store hold (both are read whole for it), and replies with the new head. */
  compactJournal(store: string): Promise<Reply<JournalHead>>;

  /**
   * Keeps a backup: written beside its place, fsynced, read again and compared, then renamed; copied to the second folder with the same care.
   * Older ones are thinned out. `disk-full` also when the write would leave less than the disk must keep.
   */
  writeBackup(request: BackupRequest): Promise<Reply<BackupOutcome>>;
  listBackups(): Promise<Reply<BackupList>>;
  /** The bytes of a backup, from a place where they are unchanged; else `damaged` or `not-found`. */
  readBackup(id: Backup["id"]): Promise<Reply<Uint8Array>>;
  /** Reads a backup whole in every place and notes the result. */
  verifyBackup(id: Backup["id"]): Promise<Reply<BackupCheck>>;
  /** The free space beside the planner's data, asked anew. */
  diskSpace(): Promise<Reply<DiskSpace>>;
  /** A font with the glyphs of `text` (at most 20 000 code points), regular or semibold; WOFF2 unless another format is asked for. */
  subsetFont(request: FontRequest): Promise<Reply<Uint8Array>>;
  /** The page with this title as it prints, as a PDF with its own sizes of paper. `not-found` when no window has the title. */
  printPdf(title: string): Promise<Reply<Uint8Array>>;
  /** Opens a further window on the same data. */
  openWindow(): Promise<Reply<null>>;
  /**
   * Empties the page's own database where the browser can no longer open it. Its files are copied aside first, and without that copy nothing is
   * emptied; `kept` says whether there were any. Only for a page that then builds it again from journal and backups.
   */
  emptyDatabase(): Promise<Reply<{ readonly kept: boolean }>>;
  /** Writes one line to the host's log. */
  log(entry: { readonly level: LogLevel; readonly message: string }): Promise<Reply<null>>;
}

/** Name of a method of the bridge. */
export type BridgeMethod = keyof DesktopBridge;
