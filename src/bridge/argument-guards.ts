import type {
  JournalEntry,
  LogLevel,
  OpenKind,
  SaveRequest,
  Settings,
  SettingsChange,
} from "./desktop-bridge.ts";

/** The largest file that may leave the page in one call, in bytes. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The largest journal entry, in UTF-16 units of its JSON text. */
export const MAX_ENTRY_LENGTH = 16 * 1024 * 1024;

/** The longest text a font is made for, in code points. */
export const MAX_FONT_TEXT = 20_000;

const THEMES: readonly unknown[] = ["system", "light", "dark"] satisfies Settings["theme"][];
const LOCALES: readonly unknown[] = ["zh-CN", "en"] satisfies Settings["locale"][];
const LEVELS: readonly unknown[] = ["info", "warn", "error"] satisfies LogLevel[];

const OPEN_KINDS: readonly unknown[] = ["text"] satisfies OpenKind[];

type Fields = Readonly<Record<string, unknown>>;

/** A method without argument. */
export const isNothing = (value: unknown): value is undefined => value === undefined;

/** The argument of `changeSettings`. */
export function isSettingsChange(value: unknown): value is SettingsChange {
  if (!isRecordOf(value, [], ["locale", "theme", "exportFolder", "tourDismissed"])) return false;
  const { locale, theme, exportFolder, tourDismissed } = value;
  return (
    (locale === undefined || LOCALES.includes(locale)) &&
    (theme === undefined || THEMES.includes(theme)) &&
    (exportFolder === undefined || exportFolder === null || isText(exportFolder, 1, 4096)) &&
    (tourDismissed === undefined || typeof tourDismissed === "boolean")
  );
}

/** The argument of `saveFile`. */
export function isSaveRequest(value: unknown): value is SaveRequest {
  return (
    isRecordOf(value, ["kind", "suggestedName", "bytes"]) &&
    (value["kind"] === "svg" || value["kind"] === "png") &&
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

/** The argument of `revealFile`: a handle that `saveFile` gave out. */
export const isHandle = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f-]{8,64}$/.test(value);

/** The argument of `appendJournal`. A store's name is also the name of its file. */
export function isJournalEntry(value: unknown): value is JournalEntry {
  if (!isRecordOf(value, ["store", "sequence", "json"])) return false;
  const { store, sequence, json } = value;
  return (
    isStoreName(store) &&
    typeof sequence === "number" &&
    Number.isSafeInteger(sequence) &&
    sequence >= 1 &&
    isText(json, 1, MAX_ENTRY_LENGTH)
  );
}

/** The argument of `subsetFont`. */
export function isFontRequest(
  value: unknown,
): value is { readonly text: string; readonly weight: 400 | 600 } {
  return (
    isRecordOf(value, ["text", "weight"]) &&
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

function isStoreName(value: unknown): value is string {
  // Windows gives these names to devices, whatever the extension.
  const device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
  return typeof value === "string" && /^[a-z0-9][a-z0-9_-]{0,63}$/.test(value) && !device.test(value);
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
