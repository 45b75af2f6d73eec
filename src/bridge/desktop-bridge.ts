/** Why the machine side refused or failed; the page turns codes into sentences. */
export type BridgeErrorCode =
  | "bad-argument"
  | "bad-sender"
  | "unknown-method"
  | "not-writable"
  | "disk-full"
  | "not-found"
  | "unsupported"
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

/** Kinds of files that leave the program; the host knows their extension. */
export type ExportKind = "svg" | "png";

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

/** Kinds of files that come into the program; the host knows their extensions. */
export type OpenKind = "text";

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
  readonly tourDismissed: boolean;
}

/** A change of settings; `exportFolder` is what the planner typed (`null` goes back to the default). */
export interface SettingsChange {
  readonly locale?: Settings["locale"];
  readonly theme?: Settings["theme"];
  readonly exportFolder?: string | null;
  readonly tourDismissed?: boolean;
}

/** One entry of the host's second copy of the journal: a JSON text of at most 16 MiB and the sequence number it has in the database. */
export interface JournalEntry {
  readonly store: string;
  readonly sequence: number;
  readonly json: string;
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
  /** Writes a file without ever overwriting one; asks for the place where the shell has a save dialog. */
  saveFile(request: SaveRequest): Promise<Reply<SaveOutcome>>;
  /** Lets the planner choose files of these kinds in a native dialog and reads them. `unsupported` without the ability. */
  openFiles(kinds: readonly OpenKind[]): Promise<Reply<OpenOutcome>>;
  /** Shows an exported file in its folder. `not-found` when it is gone. */
  revealFile(handle: string): Promise<Reply<null>>;
  /** Appends to the second copy of the journal and returns after fsync. */
  appendJournal(entry: JournalEntry): Promise<Reply<{ readonly sequence: number }>>;
  /** A WOFF2 font with the glyphs of `text` (at most 20 000 code points), regular or semibold. */
  subsetFont(request: { readonly text: string; readonly weight: 400 | 600 }): Promise<Reply<Uint8Array>>;
  /** Opens a further window on the same data. */
  openWindow(): Promise<Reply<null>>;
  /** Writes one line to the host's log. */
  log(entry: { readonly level: LogLevel; readonly message: string }): Promise<Reply<null>>;
}

/** Name of a method of the bridge. */
export type BridgeMethod = keyof DesktopBridge;
