import type { BackupReason, BackupRequest } from "./backup.ts";
import type {
  ExportKind,
  FontFormat,
  FontRequest,
  LogLevel,
  OpenKind,
  SaveRequest,
  Settings,
  SettingsChange,
} from "./desktop-bridge.ts";
import { type JournalEntry, type JournalQuery, MAX_ENTRY_LENGTH, MAX_PIECE_LENGTH } from "./journal.ts";
import { MAX_PLANNER_NAME } from "./planner-name.ts";

/** The largest file that may leave the page in one call, in bytes. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The longest text a font is made for, in code points. */
export const MAX_FONT_TEXT = 20_000;

const THEMES: readonly unknown[] = ["system", "light", "dark"] satisfies Settings["theme"][];
const LOCALES: readonly unknown[] = ["zh-CN", "en"] satisfies Settings["locale"][];
const SETTINGS: readonly string[] = [
  "locale",
  "theme",
  "exportFolder",
  "backupFolder",
  "planner",
  "tourDismissed",
] satisfies (keyof SettingsChange)[];
const LEVELS: readonly unknown[] = ["info", "warn", "error"] satisfies LogLevel[];

const FONT_FORMATS: readonly unknown[] = ["woff2", "truetype"] satisfies FontFormat[];
const OPEN_KINDS: readonly unknown[] = ["text", "plan", "sheet"] satisfies OpenKind[];
const EXPORT_KINDS: readonly unknown[] = [
  "svg",
  "png",
  "pdf",
  "zip",
  "plan",
  "csv",
  "docx",
  "xlsx",
  "pptx",
] satisfies ExportKind[];

/** Every reason for a backup, as in the names of their files. */
export const BACKUP_REASONS = [
  "periodic",
  "manual",
  "before-import",
  "before-bulk-edit",
  "before-restore",
  "before-merge",
  "before-removal",
  "before-upgrade",
] as const satisfies readonly BackupReason[];

type Fields = Readonly<Record<string, unknown>>;

/** A method without argument. */
export const isNothing = (value: unknown): value is undefined => value === undefined;

/** The argument of `changeSettings`. */
export function isSettingsChange(value: unknown): value is SettingsChange {
  if (!isRecordOf(value, [], SETTINGS)) return false;
  const { locale, theme, exportFolder, backupFolder, planner, tourDismissed } = value;
  return (
    (locale === undefined || LOCALES.includes(locale)) &&
    (theme === undefined || THEMES.includes(theme)) &&
    isFolderChange(exportFolder) &&
    isFolderChange(backupFolder) &&
    (planner === undefined || planner === null || isPlannerName(planner)) &&
    (tourDismissed === undefined || typeof tourDismissed === "boolean")
  );
}

/** The argument of `saveFile`. */
export function isSaveRequest(value: unknown): value is SaveRequest {
  return (
    isRecordOf(value, ["kind", "suggestedName", "bytes"]) &&
    EXPORT_KINDS.includes(value["kind"]) &&
    isText(value["suggestedName"], 0, 500) &&
    value["bytes"] instanceof Uint8Array &&
    value["bytes"].byteLength <= MAX_FILE_BYTES
  );
}

/** The argument of `openFiles`: at least one kind, none of them twice. */
export function isOpenKinds(value: unknown): value is readonly OpenKind[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    Array.from<unknown>(value).every((kind) => OPEN_KINDS.includes(kind))
  );
}

/** The argument of `printPdf`: a title of one line. */
export const isTitle = (value: unknown): value is string => isText(value, 1, 500) && !/[\n\r]/u.test(value);

/** The argument of `revealFile`: a handle that `saveFile` gave out. */
export const isHandle = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f-]{8,64}$/.test(value);

/** The argument of `appendJournal`. */
export function isJournalEntry(value: unknown): value is JournalEntry {
  if (!isRecordOf(value, ["store", "sequence", "after", "json", "offset", "more"])) return false;
  const { store, sequence, after, json, offset, more } = value;
  return (
    isStoreName(store) &&
    isWhole(sequence, 1) &&
    (after === null || (isWhole(after, 1) && after < sequence)) &&
    isText(json, 1, MAX_PIECE_LENGTH) &&
    isWhole(offset, 0) &&
    offset + json.length <= MAX_ENTRY_LENGTH &&
    typeof more === "boolean"
  );
}

/** The argument of `readJournal`. */
export function isJournalQuery(value: unknown): value is JournalQuery {
  return (
    isRecordOf(value, ["store", "after", "offset"]) &&
    isStoreName(value["store"]) &&
    isWhole(value["after"], 0) &&
    isWhole(value["offset"], 0) &&
    value["offset"] < MAX_ENTRY_LENGTH
  );
}

/** The argument of `writeBackup`. */
export function isBackupRequest(value: unknown): value is BackupRequest {
  if (!isRecordOf(value, ["store", "sequence", "reason", "plans", "bytes"])) return false;
  const { store, sequence, reason, plans, bytes } = value;
  return (
    isStoreName(store) &&
    isWhole(sequence, 0) &&
    BACKUP_REASONS.some((known) => known === reason) &&
    isWhole(plans, 0) &&
    plans < 1_000_000 &&
    bytes instanceof Uint8Array &&
    bytes.byteLength > 0 &&
    bytes.byteLength <= MAX_FILE_BYTES
  );
}

/** The argument of `readBackup` and `verifyBackup`: a name that `listBackups` gave out, which is also that of a file. */
export const isBackupId = (value: unknown): value is string =>
  typeof value === "string" &&
  /^\d{8}T\d{9}Z\.[a-z-]{1,20}\.\d{1,16}\.\d{1,6}\.[a-z0-9][a-z0-9_-]{0,63}\.[0-9a-f]{32}$/.test(value);

/** The argument of `subsetFont`. */
export function isFontRequest(value: unknown): value is FontRequest {
  return (
    isRecordOf(value, ["text", "weight"], ["format"]) &&
    (value["format"] === undefined || FONT_FORMATS.includes(value["format"])) &&
    (value["weight"] === 400 || value["weight"] === 600) &&
    isText(value["text"], 0, 2 * MAX_FONT_TEXT) &&
    Array.from(value["text"]).length <= MAX_FONT_TEXT
  );
}

/** The argument of `log`. */
export function isLogEntry(value: unknown): value is { readonly level: LogLevel; readonly message: string } {
  return (
    isRecordOf(value, ["level", "message"]) &&
    LEVELS.includes(value["level"]) &&
    typeof value["message"] === "string" &&
    value["message"].length <= 10_000
  );
}

/** The name of a store, which is also the name of its files. */
export function isStoreName(value: unknown): value is string {
  // Windows gives these names to devices, whatever the extension.
  const device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
  return typeof value === "string" && /^[a-z0-9][a-z0-9_-]{0,63}$/.test(value) && !device.test(value);
}

/** A name in one line, without blanks around it. */
function isPlannerName(value: unknown): value is string {
  return isText(value, 1, MAX_PLANNER_NAME) && value === value.trim() && !/\p{Cc}/u.test(value);
}

function isFolderChange(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || isText(value, 1, 4096);
}

/** A whole number that is exact in JavaScript. */
function isWhole(value: unknown, min: number): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= min;
}

/** Text without a NUL and without half of a surrogate pair, which UTF-8 cannot hold. */
function isText(value: unknown, min: number, max: number): value is string {
  return (
    typeof value === "string" &&
    value.length >= min &&
    value.length <= max &&
    !value.includes("\0") &&
    !/\p{Surrogate}/u.test(value)
  );
}

/** A plain record with every required field and none that is not named. */
function isRecordOf(
  value: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
): value is Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const keys = Reflect.ownKeys(value);
  return (
    required.every((name) => keys.includes(name)) &&
    keys.every((key) => typeof key === "string" && (required.includes(key) || optional.includes(key)))
  );
}
