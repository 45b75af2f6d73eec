import { join } from "node:path";
import type { Settings } from "#bridge/desktop-bridge.ts";
import { type Disk, nodeDisk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import type { Log } from "./log-file.ts";
import { replaceFile } from "./write-file.ts";

/**
 * What settings.json holds; folders are absolute paths, `null` for the default one and for no second backup folder; `planner` is
 * `null` for the name of the system's user.
 */
export interface StoredSettings {
  readonly locale: Settings["locale"];
  readonly theme: Settings["theme"];
  readonly exportFolder: string | null;
  readonly backupFolder: string | null;
  readonly planner: string | null;
  readonly tourDismissed: boolean;
}

/** Reads and replaces the settings of one data folder. */
export interface SettingsFile {
  readonly read: () => StoredSettings;
  /** Returns when the settings are on the disk; throws the system's error, and then the old ones stay in force. */
  readonly replace: (settings: StoredSettings) => Promise<void>;
}

/** No settings of ours are longer, in bytes; a larger file is not even read. */
const MAX_BYTES = 1024 * 1024;

/** The settings of a first start. */
export const defaultSettings = (locale: Settings["locale"]): StoredSettings => ({
  locale,
  theme: "system",
  exportFolder: null,
  backupFolder: null,
  planner: null,
  tourDismissed: false,
});

/**
 * Opens `<dataFolder>/settings.json`. A field that does not make sense takes its default; a file that is no JSON object or cannot be read is
 * set aside under another name, and said so in the log, so that nothing is lost.
 */
export async function openSettingsFile(
  dataFolder: string,
  defaults: StoredSettings,
  clock: () => Date,
  log: Log,
  disk: Disk = nodeDisk,
): Promise<SettingsFile> {
  const path = join(dataFolder, "settings.json");
  let current = await readSettings(path, defaults, clock, log, disk);
  return {
    read: () => current,
    replace: async (settings) => {
      await replaceFile(path, `${JSON.stringify({ schema: 1, ...settings }, null, 2)}\n`, disk);
      current = settings;
    },
  };
}

/** The saved language of a data folder, for what has to be said before the host is open; `null` when none is saved. */
export async function savedLocale(dataFolder: string): Promise<Settings["locale"] | null> {
  const fields = parseObject((await readOrNull(join(dataFolder, "settings.json"), nodeDisk)) ?? "");
  const locale = fields?.["locale"];
  return locale === "zh-CN" || locale === "en" ? locale : null;
}

async function readSettings(
  path: string,
  defaults: StoredSettings,
  clock: () => Date,
  log: Log,
  disk: Disk,
): Promise<StoredSettings> {
  const text = await readOrNull(path, disk);
  if (text === null) return defaults;
  const fields = parseObject(text);
  if (fields !== null) return normalised(fields, defaults);
  const aside = path.replace(/json$/, `corrupt-${clock().toISOString().replaceAll(":", "")}.json`);
  try {
    await disk.rename(path, aside);
    log.write("warn", `settings.json was no JSON object; it is now ${aside} and the defaults are used`);
  } catch (error) {
    // The defaults will do; a file that cannot be moved is no reason not to start.
    if (errorCode(error) === "") throw error;
    log.write(
      "warn",
      `settings.json is no JSON object and cannot be set aside (${errorCode(error)}); the defaults are used`,
    );
  }
  return defaults;
}

function normalised(fields: Readonly<Record<string, unknown>>, defaults: StoredSettings): StoredSettings {
  const { locale, theme, exportFolder, backupFolder, planner, tourDismissed } = fields;
  return {
    locale: locale === "zh-CN" || locale === "en" ? locale : defaults.locale,
    theme: theme === "light" || theme === "dark" || theme === "system" ? theme : defaults.theme,
    exportFolder: typeof exportFolder === "string" ? exportFolder : defaults.exportFolder,
    backupFolder: typeof backupFolder === "string" ? backupFolder : defaults.backupFolder,
    planner: typeof planner === "string" ? planner : defaults.planner,
    tourDismissed: typeof tourDismissed === "boolean" ? tourDismissed : defaults.tourDismissed,
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    // A broken file is an expected case: the caller sets it aside.
    return null;
  }
}

/** Text of a file, `null` when there is none, empty when the system does not let it be read or it is far too long. */
async function readOrNull(path: string, disk: Disk): Promise<string | null> {
  try {
    const state = await disk.state(path);
    if (state === null) return null;
    return state.size > MAX_BYTES ? "" : (await disk.readFile(path)).toString("utf8");
  } catch (error) {
    const code = errorCode(error);
    // A folder of that name, a file of another user: no settings to keep the program from starting.
    if (code !== "") return "";
    throw error;
  }
}
